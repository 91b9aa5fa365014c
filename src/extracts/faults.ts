import type { Problem } from '../problems.js';
import type { ExtractLayout } from '../workspace/settings.js';
import { expectedIn } from './conversions.js';
import { type Database, sqlName, sqlText } from './database.js';
import type { ColumnDefinition, ExtractDefinition } from './definitions.js';
import type { Headings } from './headings.js';
import { CELL_BREAK, locate } from './locate.js';

/** Rows of one file that cannot be read: what is wrong with each, and on which line. */

/** A file in which more is wrong than this has one fault, and it is not in the cells. */
const MOST_LOCATED = 1000;

/** What a file was read into. */
export interface RawFile {
  readonly path: string;
  /** As named in messages. */
  readonly file: string;
  readonly headings: Headings;
  /** Table of text: c0, c1, … as in the file, and `faulty`. */
  readonly rawTable: string;
  readonly rejectsTable: string;
  readonly layout: ExtractLayout;
  readonly definition: ExtractDefinition;
}

type StructuralRow = { record: string; columns_found: string | null; error: string };
type ValueRow = { column_name: string; value: string | null; cells: string };

/** @param conditions for each column, SQL that is true where its cell cannot be read, and its text */
export async function collectFaults(
  database: Database,
  raw: RawFile,
  conditions: readonly { column: ColumnDefinition; isFaulty: string; text: string }[],
): Promise<Problem[]> {
  const structural = await database.rows<StructuralRow>(
    `SELECT DISTINCT CAST(line AS VARCHAR) AS record, regexp_extract(error_message, 'Found: ([0-9]+)', 1) AS columns_found, CAST(error_type AS VARCHAR) AS error
     FROM ${sqlName(raw.rejectsTable)} ORDER BY ALL LIMIT ${MOST_LOCATED}`,
  );
  const values = await valueFaults(database, raw, conditions);
  if (structural.length === 0 && values.length === 0) return [];
  const found = await locate(raw.path, raw.headings.delimiter, {
    records: new Set(structural.map(row => Number(row.record))),
    rows: new Set(values.map(row => row.cells)),
  });
  const openQuote = found.openQuote === null ? [] : [quoteProblem(raw.file, found.openQuote)];
  const shapes = structural
    .filter(row => !(found.openQuote !== null && found.lineOfRecord.get(Number(row.record)) === undefined))
    .map(row => structuralProblem(raw, row, found.lineOfRecord.get(Number(row.record))));
  const takeLine = lineTaker(found.linesOfRow);
  const cells = values.map(row => valueProblem(raw, row, takeLine(row)));
  return [...openQuote, ...shapes, ...cells].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
}

async function valueFaults(
  database: Database,
  raw: RawFile,
  conditions: readonly { column: ColumnDefinition; isFaulty: string; text: string }[],
): Promise<ValueRow[]> {
  const [{ faulty = 0 } = {}] = await database.rows<{ faulty: number }>(
    `SELECT CAST(count(*) AS INTEGER) AS faulty FROM ${sqlName(raw.rawTable)} WHERE faulty`,
  );
  if (faulty === 0) return [];
  const cells = raw.headings.names.map((_, index) => `coalesce(c${index}, '')`);
  const parts = conditions.map(
    ({ column, isFaulty, text }, index) =>
      `SELECT ${sqlText(column.name)} AS column_name, ${column.isPrivate ? 'NULL' : text} AS value,
         concat_ws(${sqlText(CELL_BREAK)}, ${cells.join(', ')}) AS cells, rowid AS place, ${index} AS column_order
       FROM ${sqlName(raw.rawTable)} WHERE faulty AND ${isFaulty}`,
  );
  return database.rows<ValueRow>(
    `SELECT column_name, value, cells FROM (${parts.join(' UNION ALL ')}) ORDER BY place, column_order LIMIT ${MOST_LOCATED}`,
  );
}

/** Equal rows stand on different lines: each fault of a column takes the next of them. */
function lineTaker(linesOfRow: ReadonlyMap<string, readonly number[]>): (row: ValueRow) => number | undefined {
  const taken = new Map<string, number>();
  return row => {
    const key = `${row.column_name}${CELL_BREAK}${row.cells}`;
    const index = taken.get(key) ?? 0;
    taken.set(key, index + 1);
    return linesOfRow.get(row.cells)?.[index];
  };
}

function quoteProblem(file: string, line: number): Problem {
  const message = 'A double quote from here on is never closed, so the rest of the file cannot be read. Close or remove it.';
  return { severity: 'error', rule: 'open-quote', message, place: { file, line } };
}

function structuralProblem(raw: RawFile, row: StructuralRow, line: number | undefined): Problem {
  const place = { file: raw.file, ...(line === undefined ? {} : { line }) };
  const expected = raw.headings.names.length;
  if (row.columns_found) {
    const message = `The row has ${row.columns_found} cells; the heading has ${expected}. It was left out.`;
    const rule = Number(row.columns_found) < expected ? 'short-row' : 'long-row';
    return { severity: 'warning', rule, message, place };
  }
  const message = 'The row has a double quote in the wrong place. It was left out; double it inside quoted text.';
  return { severity: 'warning', rule: 'stray-quote', message, place };
}

function valueProblem(raw: RawFile, row: ValueRow, line: number | undefined): Problem {
  const column = raw.definition.columns.find(each => each.name === row.column_name);
  if (!column) throw new Error(`no definition of ${raw.definition.name}.${row.column_name}`);
  const place = {
    file: raw.file,
    ...(line === undefined ? {} : { line }),
    column: raw.headings.names[raw.headings.positions.get(column.name) ?? -1] ?? column.name,
  };
  const expected = expectedIn(column, raw.layout.dates);
  if (row.value === null && !column.isPrivate) {
    const message = `Nothing is recorded; expected ${expected}. The row was left out.`;
    return { severity: 'warning', rule: 'blank-cell', message, place };
  }
  const seen = column.isPrivate ? 'The cell cannot be read' : `Found "${row.value?.slice(0, 40)}"`;
  return { severity: 'warning', rule: 'unreadable-cell', message: `${seen}; expected ${expected}. The row was left out.`, place };
}
