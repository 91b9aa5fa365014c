import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../problems.js';

/**
 * Writes a file at once or not at all: a run that is stopped leaves it as it was.
 * @param otherwise what else the user may do, after "Close it where it is open"
 * @throws UserError 2 where it cannot be written
 */
export function writeWhole(file: string, text: string, otherwise = ''): void {
  const beside = `${file}.${process.pid}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch {
    rmSync(beside, { force: true });
    const cure = ['Close it where it is open', otherwise].filter(part => part !== '').join(', ');
    throw UserError.of(2, 'cannot-write', `This file cannot be written. ${cure}.`, { file });
  }
}
