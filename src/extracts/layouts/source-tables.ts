import { basename, join } from 'node:path';
import type { Problem } from '../../problems.js';
import { sha256 } from '../../sha256.js';
import { placeOfLine } from '../../table-files.js';
import type { ExtractLayout } from '../../workspace/settings.js';
import { type Database, sqlName, sqlText } from '../database.js';
import { decode } from '../decode.js';
import { copyRegularRows, shapeOf } from '../shape.js';
import { changeOf, readSource } from '../source-file.js';
import { type ExtractSources, writtenAs } from '../sources/extract-sources.js';
import { headingPositions, readHeadingRow } from './heading-row.js';
import type { Layout } from './layout.js';

/**
 * The files of a source as one table of text: a column for each heading that the source may have, and the file and line
 * of each row, so that whatever becomes of a row can be told by its place.
 */
export interface SourceTable {
  readonly source: string;
  readonly table: string;
  /** Headings that some file has, with the words that the file has for them. */
  readonly headings: ReadonlyMap<string, string>;
  readonly files: readonly SourceFileRead[];
  readonly problems: readonly Problem[];
}

export interface SourceFileRead {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly leftOut: number;
  /** Headings that the source does not know. */
  readonly unknown: readonly string[];
  /** The words that the file has for the headings of the source. */
  readonly words: ReadonlyMap<string, string>;
  readonly delimiter: string;
  readonly encoding: Layout['encoding'];
  readonly text: string;
  /** Its headings as they stand. */
  readonly names: readonly string[];
}

export const FILE_COLUMN = 'source_file';
export const LINE_COLUMN = 'source_line';

export interface SourceRequest {
  readonly sources: ExtractSources;
  readonly layout: Layout;
  /** How the settings say that the files are written, where they do. */
  readonly settings: ExtractLayout;
  readonly temporaryFolder: string;
  /** Begins the names of its tables. */
  readonly prefix: string;
}

export async function loadSourceTable(
  database: Database,
  request: SourceRequest,
  source: string,
  names: readonly string[],
): Promise<SourceTable> {
  const known = request.layout.sources[source]?.headings ?? [];
  const table = `${request.prefix} ${source}`;
  const columns = known.map(heading => `${sqlName(heading)} VARCHAR`);
  await database.run(
    `CREATE TEMP TABLE ${sqlName(table)} (${FILE_COLUMN} VARCHAR, ${LINE_COLUMN} BIGINT, ${columns.join(', ')})`,
  );
  const headings = new Map<string, string>();
  const files: SourceFileRead[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const read = await readInto(database, request, source, name, table);
    problems.push(...read.problems);
    if (read.file) files.push(read.file);
    for (const [heading, word] of read.file?.words ?? [])
      if (!headings.has(heading)) headings.set(heading, word);
  }
  return { source, table, headings, files, problems };
}

interface FileRead {
  /** Absent where it cannot be read. */
  readonly file?: SourceFileRead;
  readonly problems: readonly Problem[];
}

async function readInto(
  database: Database,
  { sources, layout, settings, temporaryFolder }: SourceRequest,
  source: string,
  name: string,
  table: string,
): Promise<FileRead> {
  const file = `extracts/${name}`;
  const path = sources.textPath(name, layout.dates);
  const read = readSource(path, file);
  if (!read.bytes) return { problems: read.problems };
  const { encoding, delimiter: declared } = writtenAs(name, {
    encoding: settings.encoding === 'utf-8' ? layout.encoding : settings.encoding,
    delimiter: settings.delimiter ?? layout.delimiter,
  });
  const decoded = decode(path, read.bytes, file, encoding, temporaryFolder);
  const problems = [...read.problems, ...decoded.problems];
  if (decoded.problems.length > 0) return { problems };
  const row = readHeadingRow(decoded.path, 'utf-8', declared);
  const spec = layout.sources[source];
  const positions = spec ? headingPositions(spec, row.names) : new Map<string, number>();
  const lines = await readLines(
    database,
    decoded,
    file,
    row.delimiter,
    row.names.length,
    temporaryFolder,
    table,
  );
  problems.push(...lines.problems, ...changeOf(path, file, read));
  if (lines.from === '') return { problems };
  const cells = [...positions].map(([, position]) => cellOf(`c${position}`, layout));
  const line = `line + ${placeOfLine(file, 0)}`;
  const columns = [FILE_COLUMN, LINE_COLUMN, ...[...positions.keys()].map(sqlName)];
  const rows = await database.insert(
    `INSERT INTO ${sqlName(table)} (${columns.join(', ')}) SELECT ${[sqlText(file), line, ...cells].join(', ')} FROM ${lines.from}`,
  );
  await database.run(`DROP TABLE ${sqlName(`lines of ${table}`)}`);
  const words = new Map([...positions].map(([heading, at]) => [heading, row.names[at] ?? heading]));
  const leftOut = lines.problems.filter(({ rule }) => rule !== 'stray-quote').length;
  const unknown = row.names.filter((_, at) => ![...positions.values()].includes(at));
  const { delimiter } = row;
  return {
    file: {
      file,
      sha256: sources.hashOf(name) ?? sha256(read.bytes),
      ...{ rows, leftOut, unknown, words, delimiter, encoding, text: path, names: row.names },
    },
    problems,
  };
}

/** The text of a cell: '' and what stands for it is NULL, and codes come without what stands before them. */
function cellOf(cell: string, layout: Layout): string {
  const trimmed = `trim(${cell}, ' \t\r\n' || chr(160))`;
  const blanks = ['', ...layout.blanks].map(text => sqlText(text.toLowerCase()));
  const before = layout.before_codes;
  const code = before ? `regexp_replace(${trimmed}, ${sqlText(`^(?:${before})`)}, '')` : trimmed;
  return `CASE WHEN lower(${trimmed}) NOT IN (${blanks.join(', ')}) THEN ${code} END`;
}

/** Reads a file into a table of its cells c0, c1, … and the line of each row. */
async function readLines(
  database: Database,
  { path, bytes }: { readonly path: string; readonly bytes: Buffer },
  file: string,
  delimiter: string,
  cells: number,
  temporaryFolder: string,
  table: string,
): Promise<{ from: string; problems: readonly Problem[] }> {
  const name = sqlName(`lines of ${table}`);
  const shape = shapeOf(bytes, delimiter, cells);
  // Where every row is one line, the engine's own count of rows is that of lines.
  if (shape.isRegular && shape.rows === lineCount(bytes)) {
    const from = readCsv(path, delimiter, cells, []);
    await database
      .run(`CREATE OR REPLACE TEMP TABLE ${name} AS SELECT * FROM ${from}`)
      .catch(() => undefined);
    const [found] = await database
      .rows<{ rows: number }>(`SELECT CAST(count(*) AS INTEGER) AS rows FROM ${name}`)
      .catch(() => []);
    if (found?.rows === shape.rows - 1)
      return { from: `(SELECT rowid + 2 AS line, * FROM ${name})`, problems: [] };
  }
  const copy = join(temporaryFolder, `lines of ${table} ${basename(path)}`.replaceAll(/[^\w.-]/g, '_'));
  const problems = await copyRegularRows(path, file, delimiter, cells, copy, { withLines: true });
  const from = readCsv(copy, delimiter, cells, ["line: 'BIGINT'"]);
  try {
    await database.run(`CREATE OR REPLACE TEMP TABLE ${name} AS SELECT * FROM ${from}`);
  } catch {
    const message =
      'The engine cannot read this file, though its rows have the right number of cells. Open it, save it as "CSV UTF-8 (Comma delimited)" and run again.';
    const fault = { severity: 'error', rule: 'unreadable-file', message, place: { file } } as const;
    return { from: '', problems: [...problems, fault] };
  }
  return { from: name, problems };
}

function readCsv(path: string, delimiter: string, cells: number, before: readonly string[]): string {
  const columns = [...before, ...Array.from({ length: cells }, (_, index) => `c${index}: 'VARCHAR'`)];
  return `read_csv(${sqlText(path)}, auto_detect = false, header = true, strict_mode = true,
    delim = ${sqlText(delimiter)}, quote = '"', escape = '"', columns = {${columns.join(', ')}})`;
}

const NEW_LINE = 0x0a;

function lineCount(bytes: Buffer): number {
  let lines = bytes.length > 0 && bytes[bytes.length - 1] !== NEW_LINE ? 1 : 0;
  for (let at = bytes.indexOf(NEW_LINE); at !== -1; at = bytes.indexOf(NEW_LINE, at + 1)) lines += 1;
  return lines;
}
