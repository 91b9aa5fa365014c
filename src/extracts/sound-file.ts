import type { ExtractLayout } from '../workspace/settings.js';
import { cellSql } from './conversions.js';
import { type Database, sqlName, sqlText } from './database.js';
import type { ExtractDefinition } from './definitions.js';
import type { Headings } from './headings.js';
import type { Shape } from './shape.js';

/** A file without a fault, read from text to typed rows in one query. */

/** A file before its rows are read. */
export interface RawFile {
  /** A UTF-8 file. */
  readonly path: string;
  /** As named in messages. */
  readonly file: string;
  readonly headings: Headings;
  readonly shape: Shape;
  readonly layout: ExtractLayout;
  readonly definition: ExtractDefinition;
}

/** @returns how many rows were read into the extract's table; undefined, and none is read, where any has a fault */
export async function readSoundFile(database: Database, raw: RawFile): Promise<number | undefined> {
  const { definition, headings, layout, shape } = raw;
  if (!shape.isRegular) return undefined;
  const cells = definition.columns.map((column, index) =>
    cellSql(column, index, headings.positions.get(column.name), layout, shape.looseSpaces),
  );
  const texts = cells.map(cell => `${cell.text} AS ${cell.textName}`);
  const values = cells.map(cell => `${cell.value} AS ${cell.valueName}`);
  // A filter would be worked out before the values and so make the engine work them out twice.
  const sound = cells.map(
    cell => `CASE WHEN ${cell.isFaulty} THEN error('faulty') ELSE ${cell.valueName} END`,
  );
  await database.run('BEGIN');
  const rows = await insertedRows(
    database,
    `INSERT INTO ${sqlName(definition.name)} SELECT ${sound.join(', ')}
     FROM (SELECT *, ${values.join(', ')} FROM (SELECT ${texts.join(', ')} FROM ${readCsv(raw, raw.path)}))`,
  );
  // What the engine drops, however it comes about, is missing from the count.
  const isWhole = rows === shape.rows - 1;
  await database.run(isWhole ? 'COMMIT' : 'ROLLBACK');
  return isWhole ? rows : undefined;
}

/** @returns undefined where the engine refuses to read the file, or finds a cell that is faulty */
async function insertedRows(database: Database, sql: string): Promise<number | undefined> {
  try {
    return await database.insert(sql);
  } catch {
    return undefined;
  }
}

/** The rows of a file as text, c0, c1, …: nothing sniffed or padded. */
export function readCsv({ headings }: RawFile, path: string, more: readonly string[] = []): string {
  const columns = headings.names.map((_, index) => `c${index}: 'VARCHAR'`);
  const options = [
    sqlText(path),
    'auto_detect = false, header = true, strict_mode = true',
    `delim = ${sqlText(headings.delimiter)}, quote = '"', escape = '"'`,
    `columns = {${columns.join(', ')}}`,
    ...more,
  ];
  return `read_csv(${options.join(', ')})`;
}
