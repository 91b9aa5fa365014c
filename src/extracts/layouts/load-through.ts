import type { Problem } from '../../problems.js';
import { headingLine } from '../../table-files.js';
import type { ExtractLayout } from '../../workspace/settings.js';
import { type CellSql, cellSql } from '../conversions.js';
import { type Database, sqlName } from '../database.js';
import type { ExtractDefinition } from '../definitions.js';
import { type DoubtfulFile, typedTable } from '../doubtful-file.js';
import { faultyCells } from '../faults.js';
import type { FileOfSource, LoadedFile } from '../load.js';
import { rowKeySql } from '../row-key.js';
import type { ExtractSources } from '../sources/extract-sources.js';
import type { LayoutUse } from './choose.js';
import { columnsGiven, countsGiven, givenSql, inOrder } from './given-sql.js';
import { type GivenCount, slip } from './layout.js';
import { forbiddenIn } from './query-guard.js';
import { FILE_COLUMN, LINE_COLUMN, loadSourceTable, type SourceTable } from './source-tables.js';

/** One extract, read through a layout into its typed table: what load.ts does for files in our own. */

export interface LoadedThrough {
  readonly files: readonly LoadedFile[];
  readonly columns: readonly string[];
  readonly problems: readonly Problem[];
  readonly sources: Readonly<Record<string, FileOfSource>>;
  /** Heading of the source that each of our columns is told by. */
  readonly headings: Readonly<Record<string, string>>;
  /** What the source has counted itself, by the measure that it stands for. */
  readonly counts: Readonly<Record<string, GivenCount>>;
}

interface Request {
  readonly given: ExtractSources;
  readonly definition: ExtractDefinition;
  readonly layout: ExtractLayout;
  readonly temporaryFolder: string;
}

/**
 * The table of an extract's rows by place: row_key, source_file, source_line, and a column of true and false for each measure
 * that the source has counted itself. Only where it is read through a layout.
 */
export function placesTable(extract: string): string {
  return `${extract}_places`;
}

export async function loadThrough(
  database: Database,
  use: LayoutUse,
  request: Request,
): Promise<LoadedThrough> {
  const { given: from, definition, layout: settings, temporaryFolder } = request;
  const prefix = `source of ${definition.name}:`;
  const tables: SourceTable[] = [];
  try {
    for (const [source, files] of use.files) {
      const wanted = { sources: from, layout: use.layout, settings, temporaryFolder, prefix };
      tables.push(await loadSourceTable(database, wanted, source, files));
    }
    const told = tables.filter(({ source }) => use.tells.has(source));
    const problems = told.flatMap(table => [...table.problems, ...emptiness(table)]);
    const present = new Set(tables.flatMap(({ headings }) => [...headings.keys()]));
    const given = use.parts.map(part => columnsGiven(use.layout, part, present, use.extractedOn));
    const sources = sourcesOf(use, given, tables);
    const counts = countsGiven(use.layout, use.parts, present);
    const rows = await loadRows(database, use, request, given, [...counts.keys()], tables, sources);
    return {
      counts: Object.fromEntries(counts),
      columns: rows.columns,
      headings: rows.headings,
      sources,
      files: filesOf(use, tables, rows.counts),
      problems: [...problems, ...rows.problems],
    };
  } finally {
    for (const { table } of tables) await database.run(`DROP TABLE IF EXISTS ${sqlName(table)}`);
  }
}

/** Our columns that an entry gives, with the heading that each is told by. */
type ColumnsGiven = ReadonlyMap<string, string>;

/** What each file is in the layout, and its own words for the headings that our columns are told by. */
function sourcesOf(
  { parts }: LayoutUse,
  given: readonly ColumnsGiven[],
  tables: readonly SourceTable[],
): LoadedThrough['sources'] {
  const wordsElsewhere = new Map(tables.flatMap(({ headings }) => [...headings]));
  return Object.fromEntries(
    tables.flatMap(({ source, files }) => {
      const columns = given.filter((_, index) => parts[index]?.from === source).flatMap(each => [...each]);
      return files.map(({ file, words, unknown, delimiter, encoding, text }) => {
        // What is looked up in another source goes by that source's word.
        const wordOf = (heading: string) => words.get(heading) ?? wordsElsewhere.get(heading) ?? heading;
        const headings = Object.fromEntries(columns.map(([name, heading]) => [name, wordOf(heading)]));
        return [file, { source, unknown, headings, delimiter, encoding, text }];
      });
    }),
  );
}

type Count = { readonly file: string; readonly rows: number; readonly faulty: number };

interface Rows {
  readonly columns: readonly string[];
  readonly headings: Readonly<Record<string, string>>;
  readonly counts: readonly Count[];
  readonly problems: readonly Problem[];
}

async function loadRows(
  database: Database,
  use: LayoutUse,
  { definition, layout: settings }: Request,
  given: readonly ColumnsGiven[],
  measures: readonly string[],
  tables: readonly SourceTable[],
  sources: LoadedThrough['sources'],
): Promise<Rows> {
  const columns = inOrder(definition, given);
  const headings = Object.assign(
    {},
    ...Object.values(sources)
      .map(each => each.headings)
      .reverse(),
  );
  const nothing = { columns, headings, counts: [] };
  const giving = new Set(use.parts.map(({ from }) => from));
  // What keeps every file from being read has been told.
  if (!tables.some(({ source, files }) => giving.has(source) && files.length > 0)) {
    return { ...nothing, problems: [] };
  }
  const absent = absentColumns(use, definition, columns);
  if (absent.length > 0) return { ...nothing, problems: absent };
  const rawTable = `raw ${definition.name}`;
  const faults = await selectRows(database, use, definition, given, columns, measures, tables, rawTable);
  if (faults.length > 0) return { ...nothing, problems: faults };
  const raw = rawFileOf(use, definition, settings, columns, headings, sources);
  const cells = definition.columns.map((column, index) =>
    cellSql(column, index, raw.headings.positions.get(column.name), raw.layout, 'none'),
  );
  await database.run(typedTable(raw, cells));
  const result = await insertRows(database, raw, cells, measures);
  await database.run(`DROP TABLE ${sqlName(raw.rawTable)}; DROP TABLE ${sqlName(raw.typedTable)}`);
  return { columns, headings, ...result };
}

/** The rows of every entry in one table of text: source_file, source_line and the columns as c0, c1, …. */
async function selectRows(
  database: Database,
  use: LayoutUse,
  definition: ExtractDefinition,
  given: readonly ColumnsGiven[],
  columns: readonly string[],
  measures: readonly string[],
  tables: readonly SourceTable[],
  rawTable: string,
): Promise<Problem[]> {
  const texts = [
    ...columns.map((_, index) => `c${index} VARCHAR`),
    ...measures.map(measure => `${sqlName(measure)} BOOLEAN`),
  ];
  await database.run(
    `CREATE TEMP TABLE ${sqlName(rawTable)} (${FILE_COLUMN} VARCHAR, ${LINE_COLUMN} BIGINT, ${texts.join(', ')})`,
  );
  for (const [index, part] of use.parts.entries()) {
    const own = given[index] ?? new Map();
    const sql = givenSql(use.layout, part, own, columns, measures, tables, use.extractedOn);
    const fault = await insertSelected(database, use, sql, tables, rawTable);
    if (fault === '') continue;
    await database.run(`DROP TABLE ${sqlName(rawTable)}`);
    const message = `The rows of ${part.extract} cannot be worked out. ${fault}. Mend the SQL of the layout.`;
    return [slip(use.layout, ['gives', use.layout.gives.indexOf(part)], 'layout-query', message)];
  }
  const key = definition.columns.findIndex(column => column.isKey);
  const cell = columns.indexOf(definition.columns[key]?.name ?? '');
  if (cell >= 0 && use.parts.some(({ once }) => once)) {
    const table = sqlName(rawTable);
    await database.run(
      `DELETE FROM ${table} WHERE c${cell} IS NOT NULL AND rowid NOT IN (SELECT min(rowid) FROM ${table} GROUP BY c${cell})`,
    );
  }
  return [];
}

/** What is wrong with the query, in words; '' where nothing is. */
async function insertSelected(
  database: Database,
  { layout }: LayoutUse,
  sql: string,
  tables: readonly SourceTable[],
  rawTable: string,
): Promise<string> {
  try {
    const may = tables.flatMap(({ table, source }) => [table, source]);
    const forbidden = layout.isLocal ? await forbiddenIn(database, sql, may) : '';
    if (forbidden !== '') return forbidden;
    await database.run(
      `INSERT INTO ${sqlName(rawTable)} SELECT * FROM (${sql}\n) ORDER BY ${FILE_COLUMN}, ${LINE_COLUMN}`,
    );
    return '';
  } catch (error) {
    const [said = ''] = String(error instanceof Error ? error.message : error).split('\n');
    // What the engine says of a value repeats it, and it may be a child's.
    return /^(Parser|Binder|Catalog) Error/.test(said) ? said : 'A cell does not fit its expression';
  }
}

function rawFileOf(
  { layout, parts }: LayoutUse,
  definition: ExtractDefinition,
  settings: ExtractLayout,
  columns: readonly string[],
  headings: Readonly<Record<string, string>>,
  sources: LoadedThrough['sources'],
): DoubtfulFile {
  const codes: Record<string, Record<string, string>> = {};
  for (const from of [...parts.map(part => part.codes), settings.codes])
    for (const [column, pairs] of Object.entries(from)) codes[column] = { ...codes[column], ...pairs };
  return {
    path: '',
    file: layout.file,
    headings: {
      delimiter: ',',
      names: columns.map(name => headings[name] ?? name),
      positions: new Map(columns.map((name, index) => [name, index])),
      problems: [],
    },
    shape: { isRegular: true, rows: 0, looseSpaces: 'none' },
    layout: { ...settings, dates: layout.dates, columns: { ...headings }, codes },
    definition,
    rawTable: `raw ${definition.name}`,
    typedTable: `typed ${definition.name}`,
    isPlaced: true,
    headingIn: (file, column) => sources[file]?.headings[column],
  };
}

async function insertRows(
  database: Database,
  raw: DoubtfulFile,
  cells: readonly CellSql[],
  measures: readonly string[],
): Promise<{ counts: readonly Count[]; problems: readonly Problem[] }> {
  const { definition, rawTable, typedTable: typed } = raw;
  const values = cells.map(cell => `${cell.valueName} AS ${sqlName(cell.column.name)}`).join(', ');
  const sound = `(SELECT place, ${values} FROM ${sqlName(typed)} WHERE NOT faulty)`;
  const names = definition.columns.map(({ name }) => sqlName(name)).join(', ');
  await database.run(
    `INSERT INTO ${sqlName(definition.name)} SELECT ${names} FROM ${sound} ORDER BY place;
     CREATE TABLE ${sqlName(placesTable(definition.name))} AS
     SELECT ${[`${rowKeySql(definition)} AS row_key`, FILE_COLUMN, LINE_COLUMN, ...measures.map(sqlName)].join(', ')}
     FROM ${sound} AS sound JOIN ${sqlName(rawTable)} AS raw ON raw.rowid = sound.place ORDER BY place`,
  );
  const counts = await database.rows<Count>(
    `SELECT ${FILE_COLUMN} AS file, CAST(count_if(NOT faulty) AS INTEGER) AS rows, CAST(count_if(faulty) AS INTEGER) AS faulty
     FROM ${sqlName(typed)} AS typed JOIN ${sqlName(rawTable)} AS raw ON raw.rowid = typed.place GROUP BY ALL ORDER BY ALL`,
  );
  const problems = counts.some(({ faulty }) => faulty > 0) ? await faultyCells(database, raw, cells) : [];
  return { counts, problems };
}

function absentColumns(
  { layout, parts, files }: LayoutUse,
  definition: ExtractDefinition,
  columns: readonly string[],
): Problem[] {
  const file = `extracts/${files.get(parts[0]?.from ?? '')?.[0] ?? ''}`;
  return definition.columns
    .filter(({ name, required }) => required && !columns.includes(name))
    .map(({ name }) => {
      const column = parts[0]?.columns[name];
      const advice =
        typeof column === 'object' && column.extracted_on
          ? 'It is the day the file was made: give extracted_on in scorecard.yml'
          : `The layout ${layout.id} takes it from ${typeof column === 'string' ? `"${column}"` : 'headings'} that the file has not got. Export it again with all of its columns`;
      const message = `${definition.name} must have ${name}. ${advice}.`;
      return {
        severity: 'error',
        rule: 'missing-column',
        message,
        place: { file, ...headingLine(file), column: name },
      };
    });
}

/** Files that give rows, and those that nothing else would name in the run's record. */
function filesOf(
  { parts, tells }: LayoutUse,
  tables: readonly SourceTable[],
  counts: readonly Count[],
): LoadedFile[] {
  const giving = new Set(parts.map(({ from }) => from));
  return tables
    .filter(({ source }) => giving.has(source) || tells.has(source))
    .flatMap(({ source, files }) =>
      files.map(({ file, sha256, leftOut, text, names }) => {
        const count = counts.find(each => each.file === file);
        const lost = tells.has(source) ? leftOut : 0;
        const rowsLeftOut = (count?.faulty ?? 0) + lost;
        return { file, sha256, rowsRead: count?.rows ?? 0, rowsLeftOut, text, headings: names };
      }),
    );
}

function emptiness({ files }: SourceTable): Problem[] {
  return files
    .filter(({ rows, leftOut }) => rows === 0 && leftOut === 0)
    .map(({ file }) => {
      const message = 'The file has a heading and no rows, so its measures count nothing. Check the export.';
      return { severity: 'warning', rule: 'empty-file', message, place: { file } };
    });
}
