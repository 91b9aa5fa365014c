import { closeSync, openSync, readSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { ExtractLayout } from '../../workspace/settings.js';
import { plain, READ_WITHOUT_WAITING } from '../headings.js';
import type { LayoutSource } from './layout.js';

/** The heading row of a file of which it is not yet known what it holds. */
export interface HeadingRow {
  readonly delimiter: string;
  /** None where it cannot be read. */
  readonly names: readonly string[];
}

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t' } as const;
/** As much as headings.ts reads. */
const HEADING_BYTES = 65_536;
const USUAL_BYTES = 4096;
const NONE: HeadingRow = { delimiter: ',', names: [] };

/** Without a delimiter given, the one that parts the row into the most headings. */
export function readHeadingRow(
  path: string,
  encoding: ExtractLayout['encoding'],
  delimiter?: ExtractLayout['delimiter'],
): HeadingRow {
  const line = firstLine(path, encoding);
  const candidates = delimiter ? [DELIMITERS[delimiter]] : Object.values(DELIMITERS);
  return candidates
    .filter(each => each === ',' || line.includes(each))
    .map(candidate => ({ delimiter: candidate, names: namesIn(line, candidate) }))
    .reduce((best, each) => (each.names.length > best.names.length ? each : best), NONE);
}

/** '' where the file cannot be opened: that is told when it is read. */
function firstLine(path: string, encoding: ExtractLayout['encoding']): string {
  let handle: number;
  try {
    handle = openSync(path, READ_WITHOUT_WAITING);
  } catch {
    return '';
  }
  try {
    // Most heading rows are short, and there may be many files.
    for (const size of [USUAL_BYTES, HEADING_BYTES]) {
      const buffer = Buffer.alloc(size);
      const text = iconv.decode(buffer.subarray(0, readSync(handle, buffer, 0, size, 0)), encoding);
      const end = endOfRow(text);
      if (end > 0 || size === HEADING_BYTES) return end > 0 ? text.slice(0, end) : text;
    }
    return '';
  } catch {
    return '';
  } finally {
    closeSync(handle);
  }
}

/** Where the first line ends that is not within quotes; -1 where none does. */
function endOfRow(text: string): number {
  let inQuotes = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (text[at] === '\n' || text[at] === '\r') && at > 0) return at;
  }
  return -1;
}

function namesIn(text: string, delimiter: string): string[] {
  try {
    const options = { bom: true, delimiter, to: 1, relax_quotes: true, relax_column_count: true } as const;
    const [names = []] = parse(text, options) as string[][];
    return names;
  } catch {
    return [];
  }
}

/** Where each heading of a source stands in a file; a heading may go by other words. */
export function headingPositions(
  { headings, also }: LayoutSource,
  names: readonly string[],
): ReadonlyMap<string, number> {
  const found = names.map(plain);
  return new Map(
    headings.flatMap(heading => {
      const words = [heading, ...(also[heading] ?? [])].map(plain);
      const position = found.findIndex(name => words.includes(name));
      return position < 0 ? [] : [[heading, position] as const];
    }),
  );
}
