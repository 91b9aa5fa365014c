import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { type Database, sqlName, sqlText } from '../extracts/database.js';
import { readHeadings } from '../extracts/headings.js';
import { placesTable } from '../extracts/layouts/load-through.js';
import type { ReadThrough } from '../extracts/load.js';
import { keyColumns, trimmed } from '../extracts/row-key.js';
import { writtenAs } from '../extracts/sources/extract-sources.js';
import { placeOfLine } from '../table-files.js';
import type { CheckContext, CheckedExtract } from './context.js';

/**
 * Ids that stand in a file on lines which could not be read. A record that names one of them names something that is there:
 * what is wrong is the line, which is told, and goes for all that name it when it is mended.
 */

const TABLE = 'left_out_ids';
/** In one statement; the engine takes long over a very long one. */
const AT_ONCE = 5000;

export async function createLeftOutIds(context: CheckContext): Promise<void> {
  const { database } = context;
  await database.run(`CREATE OR REPLACE TABLE ${TABLE} (extract VARCHAR, id VARCHAR)`);
  for (const extract of context.extracts) {
    const { definition, loaded } = extract;
    const hasLeftOut = loaded.files.some(({ rowsLeftOut }) => rowsLeftOut > 0);
    const [key, ...others] = keyColumns(definition);
    if (!hasLeftOut || !key || others.length > 0) continue;
    const ids = loaded.through
      ? await textsOfLinesWithoutRow(context, definition.name, loaded.through)
      : leftOutTexts(extract, key.name, await idsRead(database, definition.name, key.name));
    await insertIds(database, definition.name, [...ids]);
  }
}

async function insertIds(database: Database, extract: string, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const rows = ids.slice(start, start + AT_ONCE).map(id => `(${sqlText(extract)}, ${sqlText(id)})`);
    await database.run(`INSERT INTO ${TABLE} VALUES ${rows.join(', ')}`);
  }
}

/** True where the column names nothing that stands on a line left out of the extract. */
export function isNotLeftOut(column: string, extract: string): string {
  return `${sqlName(column)} NOT IN (SELECT id FROM ${TABLE} WHERE extract = ${sqlText(extract)})`;
}

async function idsRead(database: Database, extract: string, key: string): Promise<ReadonlySet<string>> {
  const rows = await database.rows<{ id: string }>(
    `SELECT DISTINCT ${sqlName(key)} AS id FROM ${sqlName(extract)} WHERE ${sqlName(key)} IS NOT NULL`,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Every text between delimiters on a line whose id was not read: by lines and not by records, because a stray quote or two
 * rows on one line leave the id anywhere.
 */
function leftOutTexts(
  { definition, layout: declared, loaded }: CheckedExtract,
  key: string,
  read: ReadonlySet<string>,
): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { file, text } of loaded.files) {
    const layout = writtenAs(file, declared);
    const { delimiter, names, positions } = readHeadings(text, file, definition, layout, layout.encoding);
    const position = positions.get(key) ?? 0;
    for (const line of iconv.decode(readFileSync(text), layout.encoding).split('\n').slice(1)) {
      const cells = line.split(delimiter);
      const isRead = cells.length === names.length && read.has(plainId(cells[position] ?? ''));
      if (isRead) continue;
      for (const cell of cells) texts.add(plainId(cell));
    }
  }
  return texts;
}

/** Of files in another layout it is known which lines gave a row. */
async function textsOfLinesWithoutRow(
  { database }: CheckContext,
  extract: string,
  { sources }: ReadThrough,
): Promise<ReadonlySet<string>> {
  const rows = await database.rows<{ place: string }>(
    `SELECT DISTINCT concat(source_line, ' ', source_file) AS place FROM ${sqlName(placesTable(extract))}`,
  );
  const places = new Set(rows.map(({ place }) => place));
  const texts = new Set<string>();
  for (const [file, { delimiter, encoding, text }] of Object.entries(sources)) {
    const lines = iconv.decode(readFileSync(text), encoding).split('\n');
    for (const [index, line] of lines.entries()) {
      if (index === 0 || places.has(`${placeOfLine(file, index + 1)} ${file}`)) continue;
      for (const cell of line.split(delimiter)) texts.add(plainId(cell));
    }
  }
  return texts;
}

function plainId(cell: string): string {
  return trimmed(cell.replaceAll('"', ''));
}
