import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { UserError } from '../problems.js';

/** Letters by which what the tool wrote is known again: the first headings of a list, the first words of a summary. */
const BEGINNING = 12;
const MARK_BYTES = 3;

/**
 * A slip of the hand in `--out` or `--report` must not put a list in the place of an extract or a commentary.
 * @param text what is to be written
 * @param length how much of it is the same in all that the command writes
 * @throws UserError 2 where the file is there and begins otherwise, so that it was not written by the same command
 */
export function checkReplaceable(file: string, text: string, length = BEGINNING): void {
  if (!existsSync(file) || !statSync(file).isFile()) return;
  const held = beginningOf(file, length);
  if (held === '' || held === withoutMark(text).slice(0, length)) return;
  const message =
    'There is a file of this name that this command did not write, and it is left as it is. Name another, or move that one away.';
  throw UserError.of(2, 'not-our-file', message, { file });
}

function beginningOf(file: string, length: number): string {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(MARK_BYTES + length);
    const held = bytes.subarray(0, readSync(descriptor, bytes));
    return withoutMark(held.toString('utf8')).slice(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** A spreadsheet puts a byte order mark before the letters of a file that it saves. */
function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}
