import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newMark, stateOf } from './run-marks.js';

/**
 * What a run must write down on the way: extracts in another encoding, the browser's profile. These may hold what is known
 * of children, so the folder is for its owner's eyes, goes with the process however that ends, and where the process was
 * killed goes with the next run.
 */

const PREFIX = 'scorecard-';
const OWNER_ONLY = 0o700;
/** A browser that is being stopped may still write. */
const TRIES = { maxRetries: 9, retryDelay: 20 };

const made = new Set<string>();

export function makeTemporaryFolder(): string {
  clearAbandoned();
  const folder = join(tmpdir(), `${PREFIX}${newMark()}`);
  mkdirSync(folder, { mode: OWNER_ONLY });
  if (made.size === 0) process.on('exit', removeAll);
  made.add(folder);
  return folder;
}

/** Harmless where it is gone already. */
export function removeTemporaryFolder(folder: string): void {
  made.delete(folder);
  if (made.size === 0) process.off('exit', removeAll);
  removeQuietly(folder);
}

function removeAll(): void {
  for (const folder of made) removeQuietly(folder);
}

/** Removes what runs of this machine left that were killed. */
function clearAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(PREFIX) && stateOf(name.slice(PREFIX.length)) === 'ended')
      removeQuietly(join(tmpdir(), name));
  }
}

/** What cannot be removed now, another user's or still open, is left to the next run. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, ...TRIES });
  } catch {}
}
