import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';
import type { ExtractLayout } from '../workspace/settings.js';
import type { ColumnDefinition, ExtractDefinition } from './definitions.js';
import { DELIMITERS, HEADING_BYTES, startOf } from './file-start.js';

/** The heading row of a file, and which of our columns each heading is. */
export interface Headings {
  readonly delimiter: string;
  /** As they stand in the file, in its order. */
  readonly names: readonly string[];
  /** Position in the file of each of our columns that it has. */
  readonly positions: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

/**
 * @param file its name for messages
 * @param encoding of the file at the path, which may be a copy decoded from what the layout declares
 */
export function readHeadings(
  path: string,
  file: string,
  definition: ExtractDefinition,
  layout: ExtractLayout,
  encoding: ExtractLayout['encoding'] = 'utf-8',
): Headings {
  const start = iconv.decode(startOf(path), encoding, { stripBOM: false });
  if (!hasLineEnd(start))
    return { delimiter: ',', names: [], positions: new Map(), problems: [tooLong(file)] };
  const wanted = definition.columns.map(column => headingOf(column, layout));
  const candidates = layout.delimiter ? [DELIMITERS[layout.delimiter]] : Object.values(DELIMITERS);
  const score = (names: readonly string[]) => names.filter(name => wanted.includes(plain(name))).length;
  let best: Pick<Headings, 'delimiter' | 'names'> = {
    delimiter: candidates[0] ?? DELIMITERS.comma,
    names: [],
  };
  for (const delimiter of candidates) {
    const names = firstRecord(start, delimiter);
    if (best.names.length === 0 || score(names) > score(best.names)) best = { delimiter, names };
    // No other delimiter can part two headings that are known.
    if (score(best.names) > 1) break;
  }
  const positions = new Map<string, number>();
  for (const column of definition.columns) {
    const position = best.names.findIndex(name => plain(name) === headingOf(column, layout));
    if (position >= 0) positions.set(column.name, position);
  }
  return { ...best, positions, problems: problemsOf(file, best.names, positions, definition, layout) };
}

/** The whole heading row is in the part that was read; a short file may be nothing but its heading. */
function hasLineEnd(start: string): boolean {
  return Buffer.byteLength(start) < HEADING_BYTES || /[\r\n]/.test(start);
}

function tooLong(file: string): Problem {
  const message =
    'The first line is longer than 65,536 letters, which no heading row is. Check that the file is the export itself, with only the columns that are needed.';
  return { severity: 'error', rule: 'heading-too-long', message, place: { file, line: 1 } };
}

function firstRecord(text: string, delimiter: string): string[] {
  const [record = []] = parse(text, {
    bom: true,
    delimiter,
    to: 1,
    relax_quotes: true,
    relax_column_count: true,
  });
  return record;
}

/** Headings are matched without regard to case, spaces and underscores. */
export function plain(heading: string): string {
  return heading.toLowerCase().replace(/[\s_\u00a0]+/g, '');
}

export function headingOf(column: ColumnDefinition, layout: ExtractLayout): string {
  return plain(layout.columns[column.name] ?? column.name);
}

/** A first row without one known heading is a row of data, which may be a child's: it is not repeated. */
function noHeadings(file: string, names: readonly string[], extract: string): Problem {
  const message =
    names.length === 0
      ? 'The file is empty: it has not even a heading row. Export it again.'
      : `The first line holds none of the headings that are expected: the heading row may be missing, or they are mapped wrongly in scorecard.yml under extracts.${extract}.columns.`;
  return { severity: 'error', rule: 'no-heading-row', message, place: { file, line: 1 } };
}

function problemsOf(
  file: string,
  names: readonly string[],
  positions: ReadonlyMap<string, number>,
  definition: ExtractDefinition,
  layout: ExtractLayout,
): Problem[] {
  if (positions.size === 0) return [noHeadings(file, names, definition.name)];
  const missing = definition.columns
    .filter(
      column => !positions.has(column.name) && (column.required || layout.columns[column.name] !== undefined),
    )
    .map(column => {
      const heading = layout.columns[column.name] ?? column.name;
      const advice = didYouMean(heading, names) || ` Found ${names.map(name => `"${name}"`).join(', ')}.`;
      const message = `There is no heading "${heading}".${advice} Map it in scorecard.yml under extracts.${definition.name}.columns.`;
      return {
        severity: 'error' as const,
        rule: 'missing-column',
        message,
        place: { file, line: 1, column: column.name },
      };
    });
  const repeated = [...positions]
    .filter(([, position]) => names.filter(name => plain(name) === plain(names[position] ?? '')).length > 1)
    .map(([column, position]) => ({
      severity: 'error' as const,
      rule: 'repeated-column',
      message: `The heading "${names[position]}" stands twice, so it is not clear which to read. Rename or take away one.`,
      place: { file, line: 1, column },
    }));
  return [...missing, ...repeated];
}
