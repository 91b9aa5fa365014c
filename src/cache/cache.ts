import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { newMark, stateOf } from '../run-marks.js';

/**
 * What a run may do again faster because an earlier one has done it. An entry is named after everything that it was made
 * from, so it is right or not found; it may be deleted at any time, and what cannot be read or written is done without.
 */
export interface Cache {
  /** null where there is none, or not as it was written. */
  read(kind: Kind, key: string): Buffer | null;
  write(kind: Kind, key: string, bytes: Uint8Array): void;
}

/** Of which there is a folder each. */
export type Kind = 'builds' | 'charts' | 'figures' | 'outputs';

/** For a run that must show that it comes to the same by itself. */
export const NO_CACHE: Cache = { read: () => null, write: () => {} };

/** Entries of a kind that are kept, those used last, and their bytes on the disk. */
const MOST_ENTRIES = 20;
const MOST_BYTES = 50_000_000;

/** The first bytes of an entry: its key and the hash of what follows. Whatever else stands there is no entry of ours. */
const MARK = 'scorecard cache 1';
const LINE_END = 10;

export class CacheFolder implements Cache {
  /**
   * @param workspace the folder; the cache lies in its out/, beside the packs and in none of their folders
   * @param does `reads` false where all is to be made anew, for others to find; `writes` false where nothing is to be kept
   */
  constructor(
    private readonly workspace: string,
    private readonly does: { readonly reads: boolean; readonly writes?: boolean },
  ) {}

  read(kind: Kind, key: string): Buffer | null {
    if (!this.does.reads) return null;
    try {
      const path = join(this.folderOf(kind), key);
      const whole = readFileSync(path);
      const end = whole.indexOf(LINE_END);
      const bytes = whole.subarray(end + 1);
      if (whole.subarray(0, end).toString('latin1') !== headOf(key, bytes)) return null;
      this.touch(path);
      return bytes;
    } catch {
      return null;
    }
  }

  /** Used last, it goes last. */
  private touch(path: string): void {
    const now = new Date();
    if (this.does.writes !== false) utimesSync(path, now, now);
  }

  /** At once or not at all: a run that is stopped, or works at the same time, leaves no half of an entry. */
  write(kind: Kind, key: string, bytes: Uint8Array): void {
    if (this.does.writes === false) return;
    const folder = this.folderOf(kind);
    const part = join(folder, `${key}.${newMark()}.part`);
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(part, Buffer.concat([Buffer.from(`${headOf(key, bytes)}\n`), bytes]));
      renameSync(part, join(folder, key));
      forgetOldest(folder);
    } catch {
      removeQuietly(part);
    }
  }

  private folderOf(kind: Kind): string {
    return resolve(this.workspace, 'out', '.cache', kind);
  }
}

/** The name of what was made from these. */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function headOf(key: string, bytes: Uint8Array): string {
  return `${MARK} ${key} ${createHash('sha256').update(bytes).digest('hex')}`;
}

/** What cannot be removed now is left to a later run. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

/** An entry's name, and that of one which is being written, with the mark of the run that does. */
const ENTRY = /^[0-9a-f]{64}(?:\.(?<mark>[a-z0-9-]+)\.part)?$/;

/** Only what has the name of an entry goes: the folder may be a link to one that holds what is not ours. */
function forgetOldest(folder: string): void {
  const names = readdirSync(folder).filter(name => ENTRY.test(name));
  const left = names.filter(name => stateOf(ENTRY.exec(name)?.groups?.mark ?? '') === 'ended');
  for (const name of left) removeQuietly(join(folder, name));
  const byAge = names
    .filter(name => !left.includes(name))
    .map(name => ({ path: join(folder, name), ...sizeAndTime(join(folder, name)) }))
    .sort((a, b) => b.time - a.time);
  let bytes = 0;
  for (const [index, { path, size }] of byAge.entries()) {
    bytes += size;
    if (index >= MOST_ENTRIES || (index > 0 && bytes > MOST_BYTES)) removeQuietly(path);
  }
}

function sizeAndTime(path: string): { size: number; time: number } {
  const found = statSync(path, { throwIfNoEntry: false });
  return { size: found?.size ?? 0, time: found?.mtimeMs ?? 0 };
}
