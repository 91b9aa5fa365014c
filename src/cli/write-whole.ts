import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../problems.js';

/** Whatever the system gives a new file. */
const USUAL_MODE = 0o666;

/**
 * Writes a file at once or not at all: a run that is stopped leaves it as it was.
 * @param otherwise what else the user may do, after "Close it where it is open"
 * @param mode who may read and write it
 * @throws UserError 2 where it cannot be written
 */
export function writeWhole(file: string, text: string, otherwise = '', mode = USUAL_MODE): void {
  const beside = `${file}.${process.pid}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, text, { mode });
    renameSync(beside, file);
  } catch {
    takeAway(beside);
    const cure = ['Close it where it is open', otherwise].filter(part => part !== '').join(', ');
    throw UserError.of(2, 'cannot-write', `This file cannot be written. ${cure}.`, { file });
  }
}

/** What is half written; nothing where its folder turned out to be a file. */
function takeAway(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What is told is why it could not be written.
  }
}
