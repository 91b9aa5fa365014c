import { existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { type Cell, sqlName, sqlText } from '../database.js';
import { fault, type OpenedFile, tooMuchText, type Unpacked, type UnpackRequest } from './source.js';
import { headingOfColumn, type TableColumn, textOfColumn } from './table-text.js';

/**
 * A Parquet file or a DuckDB file. Each is opened in an engine of its own, which ends with it: a DuckDB file may hold more
 * than rows. Only its plain tables are read, never its views or functions, and while they are the engine can reach
 * nothing but this file's folder and the folder that the text is written to.
 */

interface Engine {
  rows<T extends Record<string, Cell>>(sql: string): Promise<T[]>;
  run(sql: string): Promise<void>;
  close(): void;
}

interface Table {
  readonly name: string;
  /** What stands after FROM. */
  readonly from: string;
  readonly columns: readonly TableColumn[];
}

const ENGINE_SETTINGS = {
  memory_limit: '1GB',
  temp_directory: '',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
};

async function openEngine(): Promise<Engine> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', ENGINE_SETTINGS);
  const connection = await instance.connect();
  return {
    rows: async <T>(sql: string) =>
      (await connection.runAndReadAll(sql)).getRowObjectsJson() as unknown as T[],
    run: async sql => {
      await connection.run(sql);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function closeTheDoors(engine: Engine, folders: readonly string[]): Promise<void> {
  await engine.run(`SET allowed_directories = [${folders.map(sqlText).join(', ')}]`);
  await engine.run('SET enable_external_access = false; SET lock_configuration = true');
}

/** @param textFolder where texts are written · @param label begins the names of what is written there */
export async function openParquet(
  name: string,
  folder: string,
  textFolder: string,
  label: string,
): Promise<OpenedFile> {
  return withEngine(name, async engine => {
    await closeTheDoors(engine, [folder, textFolder]);
    // The engine takes a path for a pattern, and would make columns of folders named "a=b".
    const path = join(folder, name).replaceAll(/[*?[]/g, '[$&]');
    const from = `read_parquet(${sqlText(path)}, binary_as_string = true, hive_partitioning = false)`;
    const described = await engine.rows<{ column_name: string; column_type: string }>(
      `DESCRIBE SELECT * FROM ${from}`,
    );
    const columns = described.map(column => ({ name: column.column_name, type: column.column_type }));
    return { tables: [{ name, from, columns }], textFolder, label, problems: [] };
  });
}

/** A name that can stand in a path, a pattern and a message. */
const USABLE_NAME = /^[\p{L}\p{N}_ .-]+$/u;

export async function openDuckDb(
  name: string,
  folder: string,
  textFolder: string,
  label: string,
): Promise<OpenedFile> {
  if (existsSync(join(folder, `${name}.wal`))) {
    const message = `${name}.wal stands beside the file, so a program has it open or did not close it. Close the file there, and run again.`;
    return { sources: [], problems: [fault(name, 'file-in-use', message)] };
  }
  return withEngine(name, async engine => {
    await engine.run(`ATTACH ${sqlText(join(folder, name))} AS source (TYPE duckdb, READ_ONLY)`);
    await closeTheDoors(engine, [folder, textFolder]);
    const found = await engine.rows<{ table: string; is_worked_out: boolean }>(
      `SELECT table_name AS table, contains(sql, 'GENERATED ALWAYS AS') AS is_worked_out FROM duckdb_tables()
       WHERE database_name = 'source' AND schema_name = 'main' AND NOT internal ORDER BY table_name`,
    );
    const usable = found.filter(({ table }) => USABLE_NAME.test(table));
    const tables: Table[] = [];
    for (const { table } of usable.filter(each => !each.is_worked_out)) {
      const columns = await engine.rows<{ name: string; type: string }>(
        `SELECT column_name AS name, data_type AS type FROM duckdb_columns()
         WHERE database_name = 'source' AND schema_name = 'main' AND table_name = ${sqlText(table)} ORDER BY column_index`,
      );
      tables.push({ name: `${name}/${table}`, from: `source.main.${sqlName(table)}`, columns });
    }
    const problems = usable
      .filter(each => each.is_worked_out)
      .map(({ table }) => fault(`${name}/${table}`, 'generated-column', GENERATED, 'warning'));
    return { tables, textFolder, label, problems };
  });
}

const GENERATED =
  'The table is not read: it has a column that is worked out when it is read. Write its rows into a plain table.';

interface Opened {
  readonly tables: readonly Table[];
  readonly textFolder: string;
  readonly label: string;
  readonly problems: OpenedFile['problems'];
}

async function withEngine(name: string, open: (engine: Engine) => Promise<Opened>): Promise<OpenedFile> {
  const engine = await openEngine();
  try {
    const { tables, textFolder, label, problems } = await open(engine);
    const sources = tables.map((table, index) => {
      const headingPath = join(textFolder, `${label} ${index} headings.csv`);
      const headings = stringify([table.columns.map(headingOfColumn)]);
      writeFileSync(headingPath, headings, { mode: 0o600 });
      const unpack = (request: UnpackRequest) => unpackTable(engine, table, request);
      return { name: table.name, holder: basename(name), headingPath, unpack };
    });
    return { sources, problems, close: () => engine.close() };
  } catch (error) {
    engine.close();
    const rule = isHeldElsewhere(error) ? 'file-in-use' : 'unreadable-file';
    return { sources: [], problems: [fault(name, rule, whyNotOpened(name, error))] };
  }
}

/** The engine says so in words only: of a lock, or on Windows of another process. A "block" that does not add up is damage. */
const IN_USE = /\block\b|being used by another process|already open in/i;

function isHeldElsewhere(error: unknown): boolean {
  return error instanceof Error && isInUse(error.message);
}

/** @param said the engine's words */
export function isInUse(said: string): boolean {
  return IN_USE.test(said);
}

function whyNotOpened(name: string, error: unknown): string {
  const said = error instanceof Error ? error.message : '';
  if (isHeldElsewhere(error)) return 'Another program has the file open. Close it there, and run again.';
  if (/newer version|storage version|version number/i.test(said))
    return 'The file was written by a version of DuckDB that this one cannot read. Write its tables as Parquet or CSV instead.';
  const kind = /\.parquet$/i.test(name) ? 'Parquet' : 'DuckDB';
  return `This is no ${kind} file, whatever its name says, or it is damaged or encrypted. Export it again.`;
}

async function unpackTable(
  engine: Engine,
  table: Table,
  { to, dates, most }: UnpackRequest,
): Promise<Unpacked> {
  const texts = table.columns.map(column => ({ column, text: textOfColumn(column, dates) }));
  const read = texts.flatMap(({ column, text }) =>
    text === undefined ? [] : [{ text, heading: headingOfColumn(column) }],
  );
  const unread = texts.filter(({ text }) => text === undefined).map(({ column }) => column);
  const problems = unread.length > 0 ? [fault(table.name, 'unread-column', notRead(unread), 'warning')] : [];
  if (read.length === 0)
    return { bytes: 0, problems: [...problems, fault(table.name, 'no-columns', NO_COLUMNS)] };
  try {
    const bytes = await sizeOf(
      engine,
      table,
      read.map(({ text }) => text),
      most,
    );
    if (bytes > most) return { bytes: 0, problems: [tooMuchText(table.name)] };
    const columns = read.map(({ text, heading }) => `${text} AS ${sqlName(heading)}`);
    await engine.run(
      `COPY (SELECT ${columns.join(', ')} FROM ${table.from}) TO ${sqlText(to)} (FORMAT csv, HEADER, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR '')`,
    );
    return { bytes, problems };
  } catch {
    return { bytes: 0, problems: [...problems, fault(table.name, 'damaged-file', DAMAGED)] };
  }
}

const NO_COLUMNS = 'No column of the table is of a type that is read. Check the export.';
const DAMAGED =
  'The rows of the table cannot be read: the file is damaged, or too large for a gigabyte of memory. Export it again.';

const MOST_NAMED = 5;

function notRead(columns: readonly TableColumn[]): string {
  const named = columns
    .slice(0, MOST_NAMED)
    .map(column => `${headingOfColumn(column).slice(0, 40)} (${column.type.slice(0, 40)})`)
    .join(', ');
  const more = columns.length > MOST_NAMED ? ` and ${columns.length - MOST_NAMED} more` : '';
  const isZoned = columns.some(({ type }) => /TIME ZONE/.test(type));
  const advice = isZoned
    ? 'A time with a time zone may be an hour off: write it as local time, without one.'
    : 'Write it as text, number, date, time or yes and no.';
  return `Not read: ${named}${more}. ${advice}`;
}

/** Bytes of the text without its quotes. Rows are counted first, which takes no time, so that no bomb is unpacked. */
async function sizeOf(
  engine: Engine,
  { from }: Table,
  texts: readonly string[],
  most: number,
): Promise<number> {
  const [counted] = await engine.rows<{ rows: number }>(
    `SELECT CAST(count(*) AS DOUBLE) AS rows FROM ${from}`,
  );
  const least = (counted?.rows ?? 0) * texts.length;
  if (least > most) return least;
  const lengths = texts.map(text => `coalesce(strlen(${text}), 0)`);
  const [summed] = await engine.rows<{ bytes: number }>(
    `SELECT CAST(coalesce(sum(${lengths.join(' + ')}), 0) AS DOUBLE) AS bytes FROM ${from}`,
  );
  return least + (summed?.bytes ?? 0);
}
