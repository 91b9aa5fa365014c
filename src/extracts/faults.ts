import { createHash } from 'node:crypto';
import type { Problem } from '../problems.js';
import { columnsInUsOrder, FAULTS, type FaultKind, faultKind } from './cell-faults.js';
import { type CellSql, expectedIn, isDateLike } from './conversions.js';
import { type Database, sqlName, sqlText } from './database.js';
import type { DoubtfulFile } from './doubtful-file.js';
import { recordsOf } from './records.js';

/**
 * Cells of one file that cannot be read. The engine finds them but does not know their lines, so a file that has some is
 * read a second time to tell people where.
 */

/** So many are told of a file, each in its place; of more it is said that there are more. */
export const MOST_LOCATED = 20_000;
const CELL_BREAK = '\u0001';
/** Letters of a value. */
const MOST_SHOWN = 40;

type FaultyCell = {
  readonly column_name: string;
  /** Its first letters; null where it is blank, and where it may identify a child. */
  readonly value: string | null;
  readonly is_blank: boolean;
  readonly kind: FaultKind;
  /** Of all cells of the row, as `digestOf` says: a line may be a million letters long. */
  readonly digest: string;
  /** The row holds the headings again. */
  readonly is_heading: boolean;
  /** Where the row stands, if the raw table knows. */
  readonly file: string | null;
  readonly line: number | null;
};

export async function faultyCells(
  database: Database,
  raw: DoubtfulFile,
  cells: readonly CellSql[],
): Promise<Problem[]> {
  const rows = await database.rows<FaultyCell>(faultQuery(raw, cells));
  if (rows.length === 0) return [];
  const lines = raw.isPlaced
    ? new Map<string, number[]>()
    : await linesOf(raw, new Set(rows.map(row => row.digest)));
  const american = await columnsInUsOrder(database, raw, cells);
  const taken = new Map<string, number>();
  const headings = new Set<string>();
  return rows.flatMap(row => {
    if (row.is_heading) {
      // Every cell of such a row is a fault, and the row is one.
      if (headings.has(row.digest)) return [];
      headings.add(row.digest);
      return (lines.get(row.digest) ?? []).filter(line => line > 1).map(line => secondHeading(raw, line));
    }
    // Equal rows stand on different lines: each fault of a column takes the next of them.
    const key = `${row.column_name} ${row.digest}`;
    const index = taken.get(key) ?? 0;
    taken.set(key, index + 1);
    const kind = row.kind === 'us-date' && american.has(row.column_name) ? 'us-order' : row.kind;
    return [faultOf(raw, { ...row, kind }, cells, row.line ?? lines.get(row.digest)?.[index])];
  });
}

function faultQuery(raw: DoubtfulFile, cells: readonly CellSql[]): string {
  const cellsOfRow = raw.headings.names.map((_, index) => `coalesce(c${index}, '')`).join(', ');
  const whole = `concat_ws(${sqlText(CELL_BREAK)}, ${cellsOfRow})`;
  // A column that the file lacks has no cells, and no type that the kinds of fault could be asked of.
  const present = cells.filter(({ column }) => raw.headings.positions.has(column.name));
  const parts = present.map(
    ({ column, isFaulty, textName }, index) => `
      SELECT ${sqlText(column.name)} AS column_name, ${column.isPrivate ? 'NULL' : `left(${textName}, ${MOST_SHOWN})`} AS value, ${textName} IS NULL AS is_blank,
        ${faultKind(textName, isDateLike(column), raw.layout.dates)} AS kind,
        md5(${whole}) AS digest, lower(trim(${whole})) = ${sqlText(plain(raw.headings.names.join(CELL_BREAK)))} AS is_heading, place, ${index} AS column_order,
        ${raw.isPlaced ? 'source_file AS file, CAST(source_line AS INTEGER) AS line' : 'NULL AS file, NULL AS line'}
      FROM ${sqlName(raw.typedTable)} AS typed JOIN ${sqlName(raw.rawTable)} AS raw ON raw.rowid = typed.place
      WHERE faulty AND ${isFaulty}`,
  );
  return `SELECT column_name, value, is_blank, kind, digest, is_heading, file, line FROM (${parts.join(' UNION ALL ')}) ORDER BY place, column_order LIMIT ${MOST_LOCATED}`;
}

async function linesOf(raw: DoubtfulFile, sought: ReadonlySet<string>): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  for await (const { cells, line } of recordsOf(raw.path, raw.headings.delimiter)) {
    const key = digestOf(cells);
    if (sought.has(key)) found.set(key, [...(found.get(key) ?? []), line]);
  }
  return found;
}

function faultOf(
  raw: DoubtfulFile,
  row: FaultyCell,
  cells: readonly CellSql[],
  line: number | undefined,
): Problem {
  const column = cells.find(cell => cell.column.name === row.column_name)?.column;
  if (!column) throw new Error(`no column ${row.column_name}`);
  const heading =
    raw.headingIn?.(row.file ?? raw.file, column.name) ??
    raw.headings.names[raw.headings.positions.get(column.name) ?? -1] ??
    column.name;
  const place = { file: row.file ?? raw.file, ...(line === undefined ? {} : { line }), column: heading };
  const expected = expectedIn(column, raw.layout.dates);
  if (row.is_blank) {
    const message = `Nothing is recorded; expected ${expected}. The row was left out.`;
    return { severity: 'warning', rule: 'blank-cell', message, place };
  }
  const seen = column.isPrivate ? 'The cell cannot be read' : `Found "${row.value}"`;
  const { severity, advice } = FAULTS[row.kind];
  const message = `${seen}; expected ${expected}. ${advice}`;
  return { severity, rule: row.kind, message, place };
}

function digestOf(cells: readonly string[]): string {
  return createHash('md5').update(cells.join(CELL_BREAK)).digest('hex');
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

/** The row of headings again, as where files were pasted one below the other. */
function secondHeading({ file }: DoubtfulFile, line: number): Problem {
  const message =
    'The headings stand here a second time, as where files were pasted together. The row was left out.';
  return { severity: 'warning', rule: 'second-heading', message, place: { file, line } };
}
