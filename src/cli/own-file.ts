import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { UserError } from '../problems.js';

/** Letters by which what the tool wrote is known again: the first headings of a list, the first words of a summary. */
const BEGINNING = 12;

/**
 * A slip of the hand in `--out` or `--report` must not put a list in the place of an extract or a commentary.
 * @param text what is to be written
 * @throws UserError 2 where the file is there and begins otherwise, so that it was not written by the same command
 */
export function checkReplaceable(file: string, text: string): void {
  if (!existsSync(file) || !statSync(file).isFile()) return;
  const held = beginningOf(file);
  if (held.length === 0 || held.equals(Buffer.from(text).subarray(0, BEGINNING))) return;
  const message =
    'There is a file of this name that this command did not write, and it is left as it is. Name another, or move that one away.';
  throw UserError.of(2, 'not-our-file', message, { file });
}

function beginningOf(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(BEGINNING);
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}
