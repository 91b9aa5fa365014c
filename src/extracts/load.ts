import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Problem, UserError } from '../problems.js';
import type { ExtractLayout } from '../workspace/settings.js';
import { type CellSql, cellSql, sqlTypeOf } from './conversions.js';
import { type Database, sqlName, sqlText } from './database.js';
import { decode } from './decode.js';
import type { ExtractDefinition } from './definitions.js';
import { faultyCells } from './faults.js';
import { type ExtractFiles, sha256 } from './files.js';
import { type Headings, readHeadings } from './headings.js';
import { repeatedRecords, unknownCodes } from './odd-values.js';
import { copyRegularRows, isRegular } from './shape.js';

/** One file as it was read, for the run's record and the notes. */
export interface LoadedFile {
  readonly file: string;
  readonly sha256: string;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
}

export interface LoadedExtract {
  readonly name: string;
  readonly files: readonly LoadedFile[];
  /** Our columns that some file of the extract has. */
  readonly columns: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the files of one extract into a typed table of its name. Every extract has a table, empty where there is no
 * file, so that a measure's SQL always runs; whether it has an answer is decided by what was loaded.
 * @param folder the workspace · @param temporaryFolder for decoded copies
 */
export async function loadExtract(
  database: Database,
  folder: string,
  { definition, layout, files }: ExtractFiles,
  temporaryFolder: string,
): Promise<LoadedExtract> {
  const columns = definition.columns.map(column => `${sqlName(column.name)} ${sqlTypeOf(column)}`);
  await database.run(`CREATE TABLE ${sqlName(definition.name)} (${columns.join(', ')})`);
  const problems: Problem[] = [];
  const loaded: LoadedFile[] = [];
  const present = new Set<string>();
  for (const [index, name] of files.entries()) {
    const file = `extracts/${name}`;
    const path = join(folder, 'extracts', name);
    const decoded = decode(path, file, layout.encoding, temporaryFolder);
    const headings = readHeadings(decoded.path, file, definition, layout);
    problems.push(...decoded.problems, ...headings.problems);
    if (decoded.problems.length > 0 || headings.problems.length > 0) continue;
    for (const column of headings.positions.keys()) present.add(column);
    const table = `${definition.name}_${index}`;
    const raw = {
      path: decoded.path,
      file,
      headings,
      rawTable: `raw_${table}`,
      typedTable: `typed_${table}`,
      layout,
      definition,
    };
    const { rows, leftOut, faults } = await loadFile(database, raw, temporaryFolder);
    problems.push(...faults, ...emptiness(file, rows, leftOut));
    loaded.push({ file, sha256: sha256(path), rowsRead: rows, rowsLeftOut: leftOut });
  }
  if (loaded.length > 0) {
    problems.push(
      ...(await repeatedRecords(database, definition)),
      ...(await unknownCodes(database, definition)),
    );
  }
  return { name: definition.name, files: loaded, columns: [...present], problems };
}

/** What a file is read into. */
export interface RawFile {
  /** A UTF-8 file. */
  readonly path: string;
  /** As named in messages. */
  readonly file: string;
  readonly headings: Headings;
  /** Table of text: c0, c1, … as in the file. */
  readonly rawTable: string;
  /** Table of each row's place, texts, values and whether it is faulty. */
  readonly typedTable: string;
  readonly layout: ExtractLayout;
  readonly definition: ExtractDefinition;
}

async function loadFile(
  database: Database,
  raw: RawFile,
  temporaryFolder: string,
): Promise<{ rows: number; leftOut: number; faults: Problem[] }> {
  const shape = await readText(database, raw, temporaryFolder);
  const cells = raw.definition.columns.map((column, index) =>
    cellSql(column, index, raw.headings.positions.get(column.name), raw.layout),
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
  return { rows: counts.rows, leftOut: counts.faulty + shape.length, faults };
}

function typedTable(raw: RawFile, cells: readonly CellSql[]): string {
  const texts = cells.map(cell => `${cell.text} AS ${cell.textName}`);
  const values = cells.map(cell => `${cell.value} AS ${cell.valueName}`);
  const isFaulty = cells.map(cell => cell.isFaulty).join(' OR ') || 'false';
  return `CREATE TEMP TABLE ${sqlName(raw.typedTable)} AS
    SELECT *, ${isFaulty} AS faulty
    FROM (SELECT *, ${values.join(', ')} FROM (SELECT rowid AS place, ${texts.join(', ')} FROM ${sqlName(raw.rawTable)}))`;
}

/** Reads a file into a table of text; tells of rows that have not the heading's shape. */
async function readText(database: Database, raw: RawFile, temporaryFolder: string): Promise<Problem[]> {
  const { delimiter, names } = raw.headings;
  if (
    isRegular(readFileSync(raw.path), delimiter, names.length) &&
    (await readStrictly(database, raw, raw.path))
  )
    return [];
  const copy = join(temporaryFolder, `regular ${basename(raw.path)}`);
  const problems = await copyRegularRows(raw.path, raw.file, delimiter, names.length, copy);
  if (!(await readStrictly(database, raw, copy)))
    throw new Error(`${raw.file} cannot be read, though its rows are regular`);
  return problems;
}

/** As text, nothing sniffed or padded. False, and no table, when the engine would leave a row out. */
async function readStrictly(database: Database, raw: RawFile, path: string): Promise<boolean> {
  const columns = raw.headings.names.map((_, index) => `c${index}: 'VARCHAR'`);
  const rejects = `rejects_of_${raw.rawTable}`;
  const options = [
    sqlText(path),
    'auto_detect = false, header = true, strict_mode = true, store_rejects = true, rejects_limit = 0',
    `delim = ${sqlText(raw.headings.delimiter)}, quote = '"', escape = '"'`,
    `columns = {${columns.join(', ')}}`,
    `rejects_table = ${sqlText(rejects)}, rejects_scan = ${sqlText(`scan_${rejects}`)}`,
  ];
  await database.run(
    `CREATE TEMP TABLE ${sqlName(raw.rawTable)} AS SELECT * FROM read_csv(${options.join(', ')})`,
  );
  const [found] = await database.rows<{ rejected: number }>(
    `SELECT CAST(count(*) AS INTEGER) AS rejected FROM ${sqlName(rejects)}`,
  );
  await database.run(`DROP TABLE ${sqlName(rejects)}; DROP TABLE ${sqlName(`scan_${rejects}`)}`);
  if (found?.rejected === 0) return true;
  await database.run(`DROP TABLE ${sqlName(raw.rawTable)}`);
  return false;
}

function emptiness(file: string, rows: number, leftOut: number): Problem[] {
  if (rows > 0) return [];
  if (leftOut === 0) {
    const message = 'The file has a heading and no rows, so its measures count nothing. Check the export.';
    return [{ severity: 'warning', rule: 'empty-file', message, place: { file } }];
  }
  const message = `None of its ${leftOut} rows could be read. The layout is probably another: check dates, delimiter and columns in scorecard.yml.`;
  return [{ severity: 'error', rule: 'no-rows', message, place: { file } }];
}

/** @throws UserError 1 when any extract has an error, with the warnings too: they often hold the cause */
export function stopOnErrors(problems: readonly Problem[]): void {
  if (problems.some(problem => problem.severity === 'error')) {
    throw new UserError(
      1,
      problems.filter(problem => problem.severity !== 'note'),
    );
  }
}
