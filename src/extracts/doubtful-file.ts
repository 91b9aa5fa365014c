import { basename, join } from 'node:path';
import { type Problem, UserError } from '../problems.js';
import { type CellSql, cellSql } from './conversions.js';
import { type Database, sqlName, sqlText } from './database.js';
import { faultyCells } from './faults.js';
import { copyRegularRows } from './shape.js';
import { type RawFile, readCsv } from './sound-file.js';

/** A file that has faults, read step by step: rows without the heading's shape and cells that cannot be read are told. */

/** A file with the tables that it passes through. */
export interface DoubtfulFile extends RawFile {
  /** Table of text: c0, c1, … as in the file. */
  readonly rawTable: string;
  /** Table of each row's place, texts, values and whether it is faulty. */
  readonly typedTable: string;
  /** The raw table has each row's source_file and source_line. */
  readonly isPlaced?: boolean;
  /** A file's own word for our column, where the rows are of several files. */
  readonly headingIn?: (file: string, column: string) => string | undefined;
}

export async function readDoubtfulFile(
  database: Database,
  raw: DoubtfulFile,
  temporaryFolder: string,
): Promise<{ rows: number; leftOut: number; faults: Problem[] }> {
  const shape = await readText(database, raw, temporaryFolder);
  const cells = raw.definition.columns.map((column, index) =>
    cellSql(column, index, raw.headings.positions.get(column.name), raw.layout, 'any'),
  );
  await database.run(typedTable(raw, cells));
  await database.run(`INSERT INTO ${sqlName(raw.definition.name)}
    SELECT ${cells.map(cell => cell.valueName).join(', ')} FROM ${sqlName(raw.typedTable)} WHERE NOT faulty ORDER BY place`);
  const [counts] = await database.rows<{ rows: number; faulty: number }>(
    `SELECT CAST(count(*) FILTER (NOT faulty) AS INTEGER) AS rows, CAST(count(*) FILTER (faulty) AS INTEGER) AS faulty
     FROM ${sqlName(raw.typedTable)}`,
  );
  if (!counts) throw new Error(`no counts for ${raw.file}`);
  const values = counts.faulty > 0 ? await faultyCells(database, raw, cells) : [];
  await database.run(`DROP TABLE ${sqlName(raw.rawTable)}; DROP TABLE ${sqlName(raw.typedTable)}`);
  const faults = [...shape, ...values].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
  return { rows: counts.rows, leftOut: counts.faulty + shape.filter(isLoss).length, faults };
}

/** A quote inside a cell spoils its text and not the row. */
function isLoss({ rule }: Problem): boolean {
  return rule !== 'stray-quote';
}

export function typedTable(raw: DoubtfulFile, cells: readonly CellSql[]): string {
  const texts = cells.map(cell => `${cell.text} AS ${cell.textName}`);
  const values = cells.map(cell => `${cell.value} AS ${cell.valueName}`);
  const isFaulty = cells.map(cell => cell.isFaulty).join(' OR ') || 'false';
  return `CREATE TEMP TABLE ${sqlName(raw.typedTable)} AS
    SELECT *, ${isFaulty} AS faulty
    FROM (SELECT *, ${values.join(', ')} FROM (SELECT rowid AS place, ${texts.join(', ')} FROM ${sqlName(raw.rawTable)}))`;
}

const UNREADABLE =
  'The engine cannot read this file, though its rows have the right number of cells. Open it, save it as "CSV UTF-8 (Comma delimited)" and run again.';

/** Reads a file into a table of text; tells of rows that have not the heading's shape. */
async function readText(database: Database, raw: DoubtfulFile, temporaryFolder: string): Promise<Problem[]> {
  const { delimiter, names } = raw.headings;
  if (raw.shape.isRegular && (await readStrictly(database, raw, raw.path))) return [];
  const copy = join(temporaryFolder, `regular ${basename(raw.path)}`);
  const problems = await copyRegularRows(raw.path, raw.file, delimiter, names.length, copy);
  if (!(await readStrictly(database, raw, copy)))
    throw UserError.of(1, 'unreadable-file', UNREADABLE, { file: raw.file });
  return problems;
}

/** As text, nothing sniffed or padded. False, and no table, when the engine would leave a row out. */
async function readStrictly(database: Database, raw: DoubtfulFile, path: string): Promise<boolean> {
  const rejects = `rejects_of_${raw.rawTable}`;
  const options = [
    'store_rejects = true, rejects_limit = 0',
    `rejects_table = ${sqlText(rejects)}, rejects_scan = ${sqlText(`scan_${rejects}`)}`,
  ];
  await database.run(
    `CREATE TEMP TABLE ${sqlName(raw.rawTable)} AS SELECT * FROM ${readCsv(raw, path, options)}`,
  );
  const [found] = await database.rows<{ rejected: number }>(
    `SELECT CAST(count(*) AS INTEGER) AS rejected FROM ${sqlName(rejects)}`,
  );
  await database.run(`DROP TABLE ${sqlName(rejects)}; DROP TABLE ${sqlName(`scan_${rejects}`)}`);
  if (found?.rejected === 0) return true;
  await database.run(`DROP TABLE ${sqlName(raw.rawTable)}`);
  return false;
}
