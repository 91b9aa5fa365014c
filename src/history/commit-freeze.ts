import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../problems.js';
import { sha256 } from '../sha256.js';
import {
  FREEZE_RECORD,
  type FreezeRecord,
  type Frozen,
  HISTORY,
  nameOfFreeze,
  numberFolder,
  readHistory,
} from './frozen.js';

/**
 * A freeze is made whole beside its place and moved there in one step, under the next number. A folder of that number can
 * be there only once, so of two freezes at once one wins; the other is made again after it. Nothing is locked, so nothing
 * stays locked when a machine stops in the middle.
 */

export interface FreezeContent {
  readonly files: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  readonly packs: FreezeRecord['packs'];
}

export interface FreezeFacts {
  readonly month: string;
  /** '' for a first revision. */
  readonly reason: string;
  /** YYYY-MM-DD. */
  readonly frozenOn: string;
  readonly toolVersion: string;
}

/** So often others may come first before something else must be wrong. */
const ATTEMPTS = 20;

/**
 * @param contentAfter what to store, after these freezes
 * @throws UserError 2 for a month that is frozen already and no reason for a revision, or a place that cannot be written
 */
export function commitFreeze(
  workspaceFolder: string,
  facts: FreezeFacts,
  contentAfter: (history: readonly Frozen[]) => FreezeContent,
): { folder: string; sha256: string; record: FreezeRecord } {
  const path = join(workspaceFolder, HISTORY);
  clearRemains(path);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const history = readHistory(workspaceFolder);
    const revision = nextRevision(history, facts);
    const { files, packs } = contentAfter(history);
    const before = history.at(-1);
    const number = (before?.record.number ?? 0) + 1;
    const record: FreezeRecord = {
      format: 1,
      number,
      month: facts.month,
      revision,
      reason: facts.reason,
      frozen_on: facts.frozenOn,
      frozen_with: facts.toolVersion,
      previous: before ? { folder: before.folder, sha256: sha256(before.recordBytes) } : null,
      files: files.map(({ file, bytes }) => ({ file, bytes: bytes.length, sha256: sha256(bytes) })),
      packs,
    };
    const bytes = Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
    const name = nameOfFreeze(record);
    if (placeWhole(path, numberFolder(number), name, [...files, { file: FREEZE_RECORD, bytes }])) {
      return { folder: join(path, numberFolder(number), name), sha256: sha256(bytes), record };
    }
  }
  const message = 'Other freezes came first each time. Run again when they have ended.';
  throw UserError.of(2, 'cannot-freeze', message, { file: path });
}

/** @throws UserError 2 where the month is frozen and nobody says why it is frozen again */
export function nextRevision(history: readonly Frozen[], { month, reason }: FreezeFacts): number {
  const last = history.filter(({ record }) => record.month === month).at(-1)?.record;
  if (!last) return 1;
  if (reason !== '') return last.revision + 1;
  const message = `${month} was frozen on ${last.frozen_on} as revision ${last.revision}, and what was published does not change. A correction is a new revision: give its reason with --reason.`;
  throw UserError.of(2, 'already-frozen', message);
}

/** @returns false where another freeze has taken the number */
function placeWhole(
  path: string,
  number: string,
  name: string,
  files: readonly { file: string; bytes: Uint8Array }[],
): boolean {
  const making = join(path, `${MAKING}${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(join(making, name), { recursive: true });
    for (const { file, bytes } of files) writeFileSync(join(making, name, file), bytes, { flag: 'wx' });
    renameSync(making, join(path, number));
    keepBytes(path);
    return true;
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Systems name it differently when the place is taken; that it is taken is the same everywhere.
    if (existsSync(join(path, number))) return false;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    const message = `The month cannot be frozen here (${code}). Check that you may write to the folder.`;
    throw UserError.of(2, 'cannot-write', message, { file: path });
  }
}

/** Git on Windows would change the ends of lines, and with them every hash. */
function keepBytes(path: string): void {
  const file = join(path, '.gitattributes');
  if (!existsSync(file)) writeFileSync(file, '* -text\n');
}

const MAKING = '.making-';

/** What a freeze that was stopped on this machine left behind. */
function clearRemains(path: string): void {
  if (!existsSync(path)) return;
  const ours = `${MAKING}${hostname()}-`;
  for (const name of readdirSync(path).filter(each => each.startsWith(ours))) {
    const owner = Number(name.slice(ours.length).split('-')[0]);
    if (!isRunning(owner)) rmSync(join(path, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else is running, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
