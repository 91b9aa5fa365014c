import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { linesIn } from '../csv-lines.js';
import type { Problem } from '../problems.js';
import { type CsvRecord, isBlank, OpenQuote, recordsOf } from './records.js';

/**
 * Rows of the wrong length. The engine drops a row that is too short or too long, but lets one pass whose only cell too
 * many is an empty last one: a stray delimiter would then shift every value of the row by a column. So the shape is
 * looked at first, and a file that has such rows is read from a copy without them.
 */

const QUOTE = 0x22;
const NEW_LINE = 0x0a;
const RETURN = 0x0d;

/** What can be said of a file's rows without reading its cells. */
export interface Shape {
  /** Every row seems to have as many cells as the heading. Wrong only on the side of caution. */
  readonly isRegular: boolean;
  /** Rows that are not blank, the heading among them. */
  readonly rows: number;
  /** What may stand before or after the text of some cell. Wrong only on the side of caution. */
  readonly looseSpaces: LooseSpaces;
}

/** none · plain: spaces · any: tabs, line ends and no-break spaces too */
export type LooseSpaces = 'none' | 'plain' | 'any';

const SPACE = 0x20;
const TAB = 0x09;
/** A no-break space is C2 A0 in UTF-8; so that no letter is looked at twice, either byte is taken for one. */
const NO_BREAK_SPACE = [0xc2, 0xa0];
const PLAIN = 1;
const OTHER = 2;

/** Looks at every byte once. By index and by tables: iterating a hundred megabytes takes many times as long. */
export function shapeOf(bytes: Uint8Array, delimiter: string, cells: number): Shape {
  const separator = delimiter.charCodeAt(0);
  const isMark = tableOf({ [separator]: 1, [QUOTE]: 1, [NEW_LINE]: 1, [RETURN]: 1 });
  const others = Object.fromEntries([...NO_BREAK_SPACE, TAB].map(byte => [byte, OTHER]));
  const spaceKind = tableOf({ ...others, [SPACE]: PLAIN, [separator]: 0 });
  const end = bytes.length;
  let inQuotes = false;
  let separators = 0;
  let quotedSeparators = 0;
  let quotedBreaks = 0;
  let rows = 0;
  let lineStart = 0;
  let isRegular = true;
  let found = 0;
  for (let index = 0; index < end; index++) {
    const byte = bytes[index] as number;
    if (isMark[byte] === 0) continue;
    if (index > 0) found |= spaceKind[bytes[index - 1] as number] as number;
    if (index + 1 < end) found |= spaceKind[bytes[index + 1] as number] as number;
    if (byte === separator) {
      if (inQuotes) quotedSeparators += 1;
      else separators += 1;
    } else if (byte === QUOTE) inQuotes = !inQuotes;
    else if (byte === RETURN) {
      if (index + 1 < end && bytes[index + 1] !== NEW_LINE) found |= OTHER;
    } else if (inQuotes) {
      found |= OTHER;
      quotedBreaks += 1;
    } else {
      if (!isBlankLine(bytes, lineStart, index)) {
        rows += 1;
        const isOdd =
          separators !== cells - 1 ||
          mayHoldRows(quotedSeparators, quotedBreaks, cells) ||
          isBlankRow(bytes, lineStart, index, separators);
        if (isOdd) isRegular = false;
      }
      separators = 0;
      quotedSeparators = 0;
      quotedBreaks = 0;
      lineStart = index + 1;
    }
  }
  if (!isBlankLine(bytes, lineStart, end)) {
    rows += 1;
    if (separators !== cells - 1) isRegular = false;
    found |= spaceKind[bytes[end - 1] as number] as number;
  }
  const looseSpaces = (found & OTHER) > 0 ? 'any' : found > 0 ? 'plain' : 'none';
  return { isRegular: isRegular && !inQuotes, rows, looseSpaces };
}

/** Of fewer columns a text of two lines is a row by chance. */
const FEWEST_CELLS = 4;

/** A quote that opens in one row and closes in the same column of another makes one sound row of the two. */
function mayHoldRows(separators: number, breaks: number, cells: number): boolean {
  return breaks > 0 && cells >= FEWEST_CELLS && separators >= breaks * (cells - 1);
}

function tableOf(values: Readonly<Record<number, number>>): Uint8Array {
  const table = new Uint8Array(256);
  for (const [byte, value] of Object.entries(values)) table[Number(byte)] = value;
  return table;
}

/** Nothing but delimiters, as a spreadsheet writes below the last row that it holds: to the engine a row without values. */
function isBlankRow(bytes: Uint8Array, start: number, end: number, separators: number): boolean {
  const length = end - start - (bytes[end - 1] === RETURN ? 1 : 0);
  return separators > 0 && length === separators;
}

function isBlankLine(bytes: Uint8Array, start: number, end: number): boolean {
  return end === start || (end === start + 1 && bytes[start] === RETURN);
}

/**
 * Writes the rows of the right length to `copy` and tells of the others.
 * @param options withLines: each row begins with the line that it stands on
 */
export async function copyRegularRows(
  path: string,
  file: string,
  delimiter: string,
  cells: number,
  copy: string,
  { withLines = false } = {},
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const output = createWriteStream(copy, { mode: 0o600 });
  let last: CsvRecord | undefined;
  try {
    for await (const record of recordsOf(path, delimiter)) {
      if (isBlank(record)) continue;
      last = record;
      const fault = faultOf(file, record, cells, delimiter);
      if (fault) problems.push(fault);
      if (fault && fault.rule !== 'stray-quote') continue;
      const line = withLines ? [String(record.line)] : [];
      const row = stringify([[...line, ...record.cells]], { delimiter, quoted: true });
      if (!output.write(row)) await once(output, 'drain');
    }
    if (last && last.cells.length < cells && !/[\r\n]$/.test(last.raw)) {
      problems.pop();
      problems.push(cutOff(file, last.line));
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

function faultOf(file: string, record: CsvRecord, expected: number, delimiter: string): Problem | undefined {
  const { line } = record;
  const found = record.cells.length;
  const place = { file, line };
  if (holdsRows(record, delimiter, expected) || hasStrayQuote(record, delimiter)) {
    const lines = linesIn(record.raw);
    if (lines > 1) {
      const message = `A double quote on this line is closed only on line ${line + lines - 1}, so ${lines} lines are taken for one row. They were left out.`;
      return { severity: 'warning', rule: 'swallowed-lines', message, place };
    }
    if (found === expected) {
      const message =
        'A double quote stands inside a cell of this row, which was read as well as can be. Check its cells, and write a quote within quotes twice.';
      return { severity: 'warning', rule: 'stray-quote', message, place };
    }
  }
  if (found === expected) return undefined;
  const rule = found < expected ? 'short-row' : 'long-row';
  const message = `The row has ${found} ${found === 1 ? 'cell' : 'cells'}; the heading has ${expected}. It was left out.`;
  return { severity: 'warning', rule, message, place };
}

/**
 * A row that is sound because a quote opens in one and closes in the same column of another: each of its lines would be a
 * row by itself, and begins as the first does. A text of several lines may have as many delimiters, but no id before them.
 */
function holdsRows({ raw, cells }: CsvRecord, delimiter: string, expected: number): boolean {
  if (expected < FEWEST_CELLS || !cells.some(cell => cell.includes('\n'))) return false;
  const lines = raw.replace(/[\r\n]+$/, '').split('\n');
  const first = outline(cells[0] ?? '');
  return lines.every(line => {
    const parts = line.split(delimiter);
    return parts.length === expected && outline(parts[0] ?? '') === first;
  });
}

/** P00012 and P9 alike: letters and digits, whichever and however many. */
function outline(text: string): string {
  return text
    .trim()
    .replace(/\p{L}+/gu, 'a')
    .replace(/\d+/g, '9');
}

function cutOff(file: string, line: number): Problem {
  const message =
    'The file ends in the middle of this row, so the export was cut off and rows are missing. Export it again.';
  return { severity: 'error', rule: 'truncated-file', message, place: { file, line } };
}

/** Longer rows are not looked at: none that is written by hand is, and the pattern would take long over them. */
const LONGEST_LOOKED_AT = 20_000;

/** A quote inside a cell that does not begin with one, or text after the quote that ends a cell. */
function hasStrayQuote({ raw }: CsvRecord, delimiter: string): boolean {
  if (!raw.includes('"')) return false;
  if (raw.length > LONGEST_LOOKED_AT) return linesIn(raw) > 1;
  const rest = raw.replace(/^\ufeff/, '').replace(/[\r\n]+$/, '');
  const end = delimiter === '\t' ? '\\t' : delimiter;
  const cell = `(?:"(?:[^"]|"")*"|[^"${end}\\r\\n]*)`;
  return !new RegExp(`^${cell}(?:${end}${cell})*$`).test(rest);
}
