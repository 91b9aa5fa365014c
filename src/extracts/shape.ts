import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import type { Problem } from '../problems.js';
import { isBlank, OpenQuote, recordsOf } from './records.js';

/**
 * Rows of the wrong length. The engine drops a row that is too short or too long, but lets one pass whose only cell too
 * many is an empty last one: a stray delimiter would then shift every value of the row by a column. So the shape is
 * looked at first, and a file that has such rows is read from a copy without them.
 */

const QUOTE = 0x22;
const NEW_LINE = 0x0a;
const RETURN = 0x0d;

/** True when every row seems to have as many cells as the heading. Quick, and wrong only on the side of caution. */
export function isRegular(bytes: Uint8Array, delimiter: string, cells: number): boolean {
  const separator = delimiter.charCodeAt(0);
  let inQuotes = false;
  let separators = 0;
  let isEmpty = true;
  // By index: iterating a hundred megabytes takes four times as long.
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index];
    if (byte === QUOTE) inQuotes = !inQuotes;
    else if (!inQuotes && byte === NEW_LINE) {
      if (!isEmpty && separators !== cells - 1) return false;
      separators = 0;
      isEmpty = true;
      continue;
    } else if (!inQuotes && byte === separator) separators += 1;
    if (byte !== RETURN) isEmpty = false;
  }
  return !inQuotes && (isEmpty || separators === cells - 1);
}

/** Writes the rows of the right length to `copy` and tells of the others. */
export async function copyRegularRows(
  path: string,
  file: string,
  delimiter: string,
  cells: number,
  copy: string,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const output = createWriteStream(copy, { mode: 0o600 });
  try {
    for await (const record of recordsOf(path, delimiter)) {
      if (isBlank(record)) continue;
      if (record.cells.length === cells) {
        const row = stringify([[...record.cells]], { delimiter, quoted: true });
        if (!output.write(row)) await once(output, 'drain');
      } else problems.push(wrongLength(file, record.line, record.cells.length, cells));
    }
  } catch (error) {
    if (!(error instanceof OpenQuote)) throw error;
    const message =
      'A double quote from here on is never closed, so the rest of the file cannot be read. Close or remove it.';
    problems.push({ severity: 'error', rule: 'open-quote', message, place: { file, line: error.line } });
  } finally {
    output.end();
    await once(output, 'finish');
  }
  return problems;
}

function wrongLength(file: string, line: number, found: number, expected: number): Problem {
  const rule = found < expected ? 'short-row' : 'long-row';
  const message = `The row has ${found} ${found === 1 ? 'cell' : 'cells'}; the heading has ${expected}. It was left out.`;
  return { severity: 'warning', rule, message, place: { file, line } };
}
