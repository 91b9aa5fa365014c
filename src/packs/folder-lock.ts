import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../problems.js';
import { newMark, readMark, stateOf } from '../run-marks.js';

/**
 * One run at a time. The lock is a folder that holds the mark of its owner as a file. It is made aside and renamed into
 * its place, so that it is never there without an owner; a lock whose owner was killed is taken over by renaming the mark.
 * Both happen once whoever tries: a file system renames for one of two and refuses the other.
 */

const WAIT_SECONDS = 60;
const PAUSE_MILLISECONDS = 50;
/** What systems say of a folder that cannot take the place of another. */
const TAKEN = ['EEXIST', 'ENOTEMPTY', 'EPERM', 'EACCES', 'ENOTDIR'];

/**
 * Does the work while no other run does such work. The work is short and does not wait.
 * @param lock the folder that stands for it · @throws UserError 2 when another run keeps it
 */
export async function withLock<T>(lock: string, work: () => T, waitSeconds = WAIT_SECONDS): Promise<T> {
  const mark = await acquire(lock, waitSeconds);
  try {
    return work();
  } finally {
    release(lock, mark);
  }
}

/** Whether a run that was killed still holds it. */
export function isLeftLocked(lock: string): boolean {
  return stateOf(ownerOf(lock)) === 'ended';
}

async function acquire(lock: string, waitSeconds: number): Promise<string> {
  const mark = newMark();
  const mine = `${lock}-${mark}`;
  mkdirSync(mine);
  try {
    writeFileSync(join(mine, mark), '');
    const start = performance.now();
    while (!(putInPlace(mine, lock) || takeOver(lock, mark))) {
      if (performance.now() - start > waitSeconds * 1000) throw heldBy(lock);
      await setTimeout(PAUSE_MILLISECONDS);
    }
    return mark;
  } finally {
    rmSync(mine, { recursive: true, force: true });
  }
}

function putInPlace(mine: string, lock: string): boolean {
  try {
    renameSync(mine, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && TAKEN.includes(String(error.code))) return false;
    throw error;
  }
}

/** True where the owner was killed and no other run has been quicker. */
function takeOver(lock: string, mark: string): boolean {
  const owner = ownerOf(lock);
  if (stateOf(owner) !== 'ended') return false;
  try {
    renameSync(join(lock, owner), join(lock, mark));
    return true;
  } catch {
    return false;
  }
}

/** '' while it is being given back */
function ownerOf(lock: string): string {
  try {
    return readdirSync(lock)[0] ?? '';
  } catch {
    return '';
  }
}

/** Moved away as a whole: an empty lock would be nobody's, and no system puts a folder in the place of it. */
function release(lock: string, mark: string): void {
  const mine = `${lock}-${mark}`;
  try {
    renameSync(lock, mine);
    rmSync(mine, { recursive: true, force: true });
  } catch {
    // The work is done. What stays is this process's, and so nobody's once it has ended.
  }
}

function heldBy(lock: string): UserError {
  const owner = readMark(ownerOf(lock));
  const who = owner ? `Another run (process ${owner.pid} on ${owner.host})` : 'Another run';
  const message = `${who} is putting its packs here. Run again when it has ended; if there is none, delete the folder ${basename(lock)}.`;
  return UserError.of(2, 'locked', message, { file: lock });
}
