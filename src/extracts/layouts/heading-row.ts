import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { ExtractLayout } from '../../workspace/settings.js';
import { DELIMITERS, startOf } from '../file-start.js';
import { plain } from '../headings.js';
import type { LayoutSource } from './layout.js';

/** The heading row of a file of which it is not yet known what it holds. */
export interface HeadingRow {
  readonly delimiter: string;
  /** None where it cannot be read. */
  readonly names: readonly string[];
}

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

/** '' where the file cannot be read: that is told when it is read whole. */
function firstLine(path: string, encoding: ExtractLayout['encoding']): string {
  try {
    // Most heading rows are short, and there may be many files.
    const short = iconv.decode(startOf(path, USUAL_BYTES), encoding);
    const end = endOfRow(short);
    if (end > 0) return short.slice(0, end);
    const long = iconv.decode(startOf(path), encoding);
    return endOfRow(long) > 0 ? long.slice(0, endOfRow(long)) : long;
  } catch {
    return '';
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
