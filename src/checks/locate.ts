import { type Database, sqlName, sqlText } from '../extracts/database.js';
import { readHeadings } from '../extracts/headings.js';
import { placesTable } from '../extracts/layouts/load-through.js';
import { isBlank, OpenQuote, recordsOf } from '../extracts/records.js';
import { rowKeyOf } from '../extracts/row-key.js';
import { writtenAs } from '../extracts/sources/extract-sources.js';
import { placeOfLine } from '../table-files.js';
import type { CheckContext, CheckedExtract } from './context.js';

/**
 * On which lines rows stand. Of files in our own layout the engine does not know, so those of an extract in which something
 * was found are read a second time, once for all that was found in it. What was read through another layout kept its places.
 */
export interface Line {
  readonly file: string;
  /** Of a table the row. */
  readonly line: number;
}

/** Where each of the rows stands, by row key, first file and line first. */
export async function linesOfRows(
  { database }: Pick<CheckContext, 'database'>,
  { definition, layout: declared, loaded }: CheckedExtract,
  sought: ReadonlySet<string>,
): Promise<Map<string, Line[]>> {
  if (loaded.through) return placesKept(database, definition.name, sought);
  const found = new Map<string, Line[]>();
  for (const { file, text } of loaded.files) {
    const layout = writtenAs(file, declared);
    const { delimiter, positions } = readHeadings(text, file, definition, layout, layout.encoding);
    try {
      for await (const record of recordsOf(text, delimiter, layout.encoding)) {
        if (record.line === 1 || isBlank(record)) continue;
        const key = rowKeyOf(record.cells, positions, definition, layout.dates);
        if (!sought.has(key)) continue;
        const lines = found.get(key) ?? [];
        lines.push({ file, line: placeOfLine(file, record.line) });
        found.set(key, lines);
      }
    } catch (error) {
      // What lies behind an open quotation was not read the first time either.
      if (!(error instanceof OpenQuote)) throw error;
    }
  }
  return found;
}

/** Keys in one statement; the engine takes long over a very long one. */
const AT_ONCE = 5000;

async function placesKept(
  database: Database,
  extract: string,
  sought: ReadonlySet<string>,
): Promise<Map<string, Line[]>> {
  const found = new Map<string, Line[]>();
  const keys = [...sought];
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const some = keys.slice(start, start + AT_ONCE).map(sqlText);
    const rows = await database.rows<{ row_key: string; file: string; line: number }>(
      `SELECT DISTINCT row_key, source_file AS file, CAST(source_line AS INTEGER) AS line
       FROM ${sqlName(placesTable(extract))} WHERE row_key IN (${some.join(', ')}) ORDER BY file, line`,
    );
    for (const { row_key: key, file, line } of rows)
      found.set(key, [...(found.get(key) ?? []), { file, line }]);
  }
  return found;
}
