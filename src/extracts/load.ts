import { join } from 'node:path';
import { type Problem, UserError } from '../problems.js';
import { sqlTypeOf, textExpression, valueExpression } from './conversions.js';
import { type Database, sqlName, sqlText } from './database.js';
import { decode } from './decode.js';
import type { ColumnDefinition } from './definitions.js';
import { collectFaults, type RawFile } from './faults.js';
import { type ExtractFiles, sha256 } from './files.js';
import { checkLayoutNames, readHeadings } from './headings.js';

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
  const problems: Problem[] = checkLayoutNames(definition, layout);
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
    const raw = { path: decoded.path, file, headings, rawTable: `raw_${table}`, rejectsTable: `rejects_${table}`, layout, definition };
    const { rows, leftOut, faults } = await loadFile(database, raw);
    problems.push(...faults, ...emptiness(file, rows, leftOut));
    loaded.push({ file, sha256: sha256(path), rowsRead: rows, rowsLeftOut: leftOut });
  }
  return { name: definition.name, files: loaded, columns: [...present], problems };
}

async function loadFile(database: Database, raw: RawFile): Promise<{ rows: number; leftOut: number; faults: Problem[] }> {
  await readText(database, raw);
  const cells = raw.definition.columns.map(column => cellOf(column, raw));
  const isFaulty = cells.map(cell => cell.isFaulty).join(' OR ') || 'false';
  await database.run(`ALTER TABLE ${sqlName(raw.rawTable)} ADD COLUMN faulty BOOLEAN;
    UPDATE ${sqlName(raw.rawTable)} SET faulty = (${isFaulty})`);
  const faults = await collectFaults(database, raw, cells);
  await database.run(`INSERT INTO ${sqlName(raw.definition.name)}
    SELECT ${cells.map(cell => cell.value).join(', ')} FROM ${sqlName(raw.rawTable)} WHERE NOT faulty`);
  const [counts] = await database.rows<{ rows: number; faulty: number; rejected: number }>(
    `SELECT CAST(count(*) FILTER (NOT faulty) AS INTEGER) AS rows, CAST(count(*) FILTER (faulty) AS INTEGER) AS faulty,
       (SELECT CAST(count(DISTINCT line) AS INTEGER) FROM ${sqlName(raw.rejectsTable)}) AS rejected
     FROM ${sqlName(raw.rawTable)}`,
  );
  await database.run(`DROP TABLE ${sqlName(raw.rawTable)}; DROP TABLE ${sqlName(raw.rejectsTable)}`);
  if (!counts) throw new Error(`no counts for ${raw.file}`);
  return { rows: counts.rows, leftOut: counts.faulty + counts.rejected, faults };
}

/** Strictly and as text: nothing is sniffed, padded or skipped without being counted. */
async function readText(database: Database, raw: RawFile): Promise<void> {
  const columns = raw.headings.names.map((_, index) => `c${index}: 'VARCHAR'`);
  const options = [
    sqlText(raw.path),
    'auto_detect = false, header = true, strict_mode = true, store_rejects = true',
    `delim = ${sqlText(raw.headings.delimiter)}, quote = '"', escape = '"'`,
    `columns = {${columns.join(', ')}}`,
    `rejects_table = ${sqlText(raw.rejectsTable)}, rejects_scan = ${sqlText(`scan_of_${raw.rejectsTable}`)}, rejects_limit = 0`,
  ];
  await database.run(`CREATE TEMP TABLE ${sqlName(raw.rawTable)} AS SELECT * FROM read_csv(${options.join(', ')})`);
}

interface CellSql {
  readonly column: ColumnDefinition;
  readonly text: string;
  readonly value: string;
  readonly isFaulty: string;
}

function cellOf(column: ColumnDefinition, raw: RawFile): CellSql {
  const position = raw.headings.positions.get(column.name);
  if (position === undefined) return { column, text: 'NULL', value: 'NULL', isFaulty: 'false' };
  const text = textExpression(`c${position}`, column, raw.layout);
  const value = valueExpression(text, column, raw.layout.dates);
  // A cell is unreadable when it says something that has no value, or says nothing where something is required.
  const isFaulty = column.required ? `(${value}) IS NULL` : `((${text}) IS NOT NULL AND (${value}) IS NULL)`;
  return { column, text, value, isFaulty };
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

/** @throws UserError 1 with every error found, when any extract has one that would make its figures wrong */
export function stopOnErrors(problems: readonly Problem[]): void {
  const errors = problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0) throw new UserError(1, errors);
}
