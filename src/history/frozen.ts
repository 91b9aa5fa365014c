import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../problems.js';
import { sha256 } from '../sha256.js';

/**
 * The months as published, in `history/`: one numbered folder a freeze, in the order in which they were made, and in it one
 * named after the month and its revision. Nothing in it ever changes; a correction is a new revision under the next number.
 */

export const HISTORY = 'history';
export const FREEZE_RECORD = 'record.json';

const fileSchema = z.strictObject({ file: z.string(), bytes: z.int(), sha256: z.string() });

const recordSchema = z.strictObject({
  format: z.literal(1),
  number: z.int().min(1),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  revision: z.int().min(1),
  /** Why the month was frozen again; '' for a first revision. */
  reason: z.string(),
  /** YYYY-MM-DD. */
  frozen_on: z.string(),
  frozen_with: z.string(),
  /** The freeze before this one and the SHA-256 of its record; null for the first. */
  previous: z.strictObject({ folder: z.string(), sha256: z.string() }).nullable(),
  /** The files beside the record. */
  files: z.array(fileSchema),
  /** What the build made and the council published; only its SHA-256 is kept. */
  packs: z.array(fileSchema),
});

export type FreezeRecord = z.infer<typeof recordSchema>;
export type FrozenFile = z.infer<typeof fileSchema>;

export interface Frozen {
  /** Such as `0007/2020-08.r1`, below history/. */
  readonly folder: string;
  readonly path: string;
  readonly record: FreezeRecord;
  /** Of the record as it stands on disk. */
  readonly recordBytes: Buffer;
}

export function nameOfFreeze({ month, revision }: Pick<FreezeRecord, 'month' | 'revision'>): string {
  return `${month}.r${revision}`;
}

/** Folders are numbered with at least four digits, so that they stand in their order. */
export function numberFolder(number: number): string {
  return String(number).padStart(4, '0');
}

/** What stands in history/ under a number: where each freeze says it is, read or not. */
export interface FreezePlace {
  readonly number: number;
  readonly folder: string;
}

/** By number. Folders that are being made begin with a dot, and are none yet. */
export function freezePlaces(workspaceFolder: string): FreezePlace[] {
  const path = join(workspaceFolder, HISTORY);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && /^\d{4,}$/.test(entry.name))
    .flatMap(({ name }) => {
      const inside = readdirSync(join(path, name), { withFileTypes: true });
      const folders = inside.filter(entry => entry.isDirectory()).map(entry => entry.name);
      return (folders.length === 0 ? [''] : folders).map(folder => ({
        number: Number(name),
        folder: folder === '' ? name : `${name}/${folder}`,
      }));
    })
    .sort((a, b) => a.number - b.number || (a.folder < b.folder ? -1 : 1));
}

/** @returns why it cannot be read, in words, where it cannot */
export function readFreeze(workspaceFolder: string, { folder }: FreezePlace): Frozen | string {
  const path = join(workspaceFolder, HISTORY, folder);
  try {
    return { folder, path, ...parseRecord(path) };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? `there is no ${FREEZE_RECORD}` : `${FREEZE_RECORD} is not as freeze wrote it`;
  }
}

/** The record in a frozen month's folder; null where the folder is none. */
export function readFreezeRecord(path: string): FreezeRecord | null {
  return existsSync(join(path, FREEZE_RECORD)) ? parseRecord(path).record : null;
}

function parseRecord(path: string): { record: FreezeRecord; recordBytes: Buffer } {
  const recordBytes = readFileSync(join(path, FREEZE_RECORD));
  return { record: recordSchema.parse(JSON.parse(recordBytes.toString('utf8'))), recordBytes };
}

/** Every freeze of a workspace in its order. @throws UserError 1 where one cannot be read: what it held would be missed */
export function readHistory(workspaceFolder: string): Frozen[] {
  return freezePlaces(workspaceFolder).map(place => {
    const frozen = readFreeze(workspaceFolder, place);
    if (typeof frozen !== 'string') return frozen;
    const message = `This freeze cannot be read: ${frozen}. Put it back as it was, from version control or a backup.`;
    throw UserError.of(1, 'history-changed', message, { file: `${HISTORY}/${place.folder}` });
  });
}

/** The latest revision of every month, by month. */
export function latestRevisions(history: readonly Frozen[]): Map<string, Frozen> {
  return new Map(history.map(frozen => [frozen.record.month, frozen]));
}

/**
 * The freeze that `2020-08` (its latest revision) or `2020-08.r1` names.
 * @throws UserError 2 where there is none
 */
export function findFreeze(history: readonly Frozen[], name: string): Frozen {
  const found = history.filter(
    ({ record, folder }) => record.month === name || nameOfFreeze(record) === name || folder === name,
  );
  const latest = found.at(-1);
  if (latest) return latest;
  const names = history.map(({ record }) => nameOfFreeze(record));
  const advice =
    names.length === 0
      ? 'Nothing has been frozen yet: scorecard freeze --month YYYY-MM.'
      : `Frozen: ${names.join(', ')}.`;
  throw UserError.of(2, 'not-frozen', `"${name}" has not been frozen. ${advice}`);
}

/** @throws UserError 1 where the file is not as it was frozen: what was published must not be taken from it */
export function readFrozenFile({ path, folder, record }: Frozen, file: string): Buffer {
  const known = record.files.find(each => each.file === file);
  const fault = known ? faultOf(join(path, file), known) : 'it was never in it';
  if (fault === '') return readFileSync(join(path, file));
  const message = `This file of a frozen month cannot be used: ${fault}. Put it back from version control or a backup.`;
  throw UserError.of(1, 'history-changed', message, { file: `${HISTORY}/${folder}/${file}` });
}

/** Why a file is not the one that was frozen, in words; '' where it is. */
export function faultOf(path: string, known: FrozenFile): string {
  if (!existsSync(path)) return 'it is not there';
  const found = sha256(readFileSync(path));
  return found === known.sha256 ? '' : 'it is not as it was frozen';
}
