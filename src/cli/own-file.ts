import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { UserError } from '../problems.js';

/** Letters by which what the tool wrote is known again: the first headings of a list, the first words of a summary. */
const BEGINNING = 12;

/** What a spreadsheet puts before the letters of a file that it saves. */
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * A slip of the hand in `--out` or `--report` must not put a list in the place of an extract or a commentary.
 * @param text what is to be written
 * @param length how much of it is the same in all that the command writes
 * @throws UserError 2 where the file is there and begins otherwise, so that it was not written by the same command
 */
export function checkReplaceable(file: string, text: string, length = BEGINNING): void {
  if (!existsSync(file) || !statSync(file).isFile()) return;
  const held = beginningOf(file, length);
  if (held.length === 0 || held.equals(withoutMark(Buffer.from(text)).subarray(0, length))) return;
  const message =
    'There is a file of this name that this command did not write, and it is left as it is. Name another, or move that one away.';
  throw UserError.of(2, 'not-our-file', message, { file });
}

function beginningOf(file: string, length: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(BYTE_ORDER_MARK.length + length);
    return withoutMark(bytes.subarray(0, readSync(descriptor, bytes))).subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

function withoutMark(bytes: Buffer): Buffer {
  const { length } = BYTE_ORDER_MARK;
  return bytes.subarray(0, length).equals(BYTE_ORDER_MARK) ? bytes.subarray(length) : bytes;
}
