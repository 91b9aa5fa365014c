import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { linesIn } from '../csv-lines.js';
import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';
import { describeIssue } from './issues.js';

/** A row of a hand-kept table with the line it stands on, for later checks across tables. */
export interface TableRow<T> {
  readonly value: T;
  readonly line: number;
}

export interface CheckedTable<T> {
  readonly rows: readonly TableRow<T>[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a hand-kept CSV table (UTF-8, comma) against a schema of its row and reports every problem with line and column.
 * @param file as it should be named in messages
 */
export function checkTable<T>(
  file: string,
  text: string,
  schema: z.ZodObject & z.ZodType<T>,
): CheckedTable<T> {
  const { records, fault } = readRecords(file, text);
  if (fault) return { rows: [], problems: [fault] };
  const [heading] = records;
  const known = Object.keys(schema.shape);
  const columns = heading?.record.map(name => name.toLowerCase()) ?? [];
  const required = known.filter(name => !schema.shape[name]?.safeParse(undefined).success);
  const separated = otherwiseSeparated(file, columns, known);
  if (separated) return { rows: [], problems: [separated] };
  const problems: Problem[] = headingProblems(file, columns, known, required);
  if (problems.length > 0) return { rows: [], problems };
  const rows: TableRow<T>[] = [];
  let nextLine = 1;
  for (const [index, { record, raw }] of records.entries()) {
    const line = nextLine;
    nextLine += linesIn(raw);
    if (index === 0 || record.every(cell => cell === '')) continue;
    const found = checkRow(file, line, columns, record, schema);
    if (found.value !== undefined) rows.push({ value: found.value, line });
    problems.push(...found.problems);
  }
  return { rows, problems };
}

/** With `raw` each record comes with its own text, which tells its lines; the package's types leave that out. */
interface RawRecord {
  readonly record: readonly string[];
  readonly raw: string;
}

function readRecords(file: string, text: string): { records: RawRecord[]; fault?: Problem } {
  const records: RawRecord[] = [];
  const keep = (record: unknown) => {
    records.push(record as RawRecord);
    return null;
  };
  try {
    parse(text, { bom: true, raw: true, relax_column_count: true, trim: true, on_record: keep });
    return { records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reason =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quote is opened and never closed'
        : 'a quote stands in the middle of a cell';
    const message = `This line cannot be read as CSV: ${reason}. Check its quotes.`;
    // The error knows only where reading stopped, which for an open quote is the end of the file.
    const line = 1 + records.reduce((sum, { raw }) => sum + linesIn(raw), 0);
    return { records, fault: { severity: 'error', rule: 'not-csv', message, place: { file, line } } };
  }
}

/** As Excel saves it where the system's own separator is another: the one thing to say of it. */
function otherwiseSeparated(
  file: string,
  [only = '', ...others]: readonly string[],
  known: readonly string[],
): Problem | null {
  if (others.length > 0) return null;
  const found = Object.entries({ semicolons: ';', tabs: '\t' }).find(([, separator]) =>
    only.split(separator).some(name => name !== only && known.includes(name.trim())),
  );
  if (!found) return null;
  const message = `The columns are separated by ${found[0]}. In Excel save it as "CSV UTF-8 (Comma delimited)", or put commas in their place.`;
  return { severity: 'error', rule: 'not-csv', message, place: { file, line: 1 } };
}

function headingProblems(
  file: string,
  columns: readonly string[],
  known: readonly string[],
  required: readonly string[],
): Problem[] {
  const place = (column: string) => ({ file, line: 1, column });
  const unknown = columns
    .filter(name => !known.includes(name))
    .map(name => ({
      severity: 'error' as const,
      rule: 'unknown-column',
      message: `"${name}" is not a column of this table.${didYouMean(name, known) || ` Known: ${known.join(', ')}.`}`,
      place: place(name),
    }));
  const repeated = columns
    .filter((name, index) => columns.indexOf(name) !== index)
    .map(name => ({
      severity: 'error' as const,
      rule: 'repeated-column',
      message: 'This column stands twice; keep one.',
      place: place(name),
    }));
  const missing = required
    .filter(name => !columns.includes(name))
    .map(name => ({
      severity: 'error' as const,
      rule: 'missing-column',
      message: `The heading row has no such column; expected ${known.join(', ')}.`,
      place: place(name),
    }));
  return [...unknown, ...repeated, ...missing];
}

function checkRow<T>(
  file: string,
  line: number,
  columns: readonly string[],
  record: readonly string[],
  schema: z.ZodType<T>,
): { value?: T; problems: Problem[] } {
  if (record.length > columns.length) {
    const message = `Found ${record.length} cells; expected ${columns.length}, as in the heading. Put text that holds a comma in double quotes, and write decimals with a point (22.5).`;
    return { problems: [{ severity: 'error', rule: 'too-many-cells', message, place: { file, line } }] };
  }
  const input = Object.fromEntries(columns.map((name, index) => [name, record[index] ?? '']));
  const result = schema.safeParse(input);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.flatMap(issue => {
    const column = String(issue.path[0] ?? '');
    return describeIssue(issue, input[column] || undefined, columns).map(words => ({
      severity: 'error' as const,
      rule: words.rule,
      message: words.message,
      place: { file, line, ...(column ? { column } : {}) },
    }));
  });
  return { problems };
}
