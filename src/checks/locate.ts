import { join } from 'node:path';
import { readHeadings } from '../extracts/headings.js';
import { isBlank, OpenQuote, recordsOf } from '../extracts/records.js';
import { rowKeyOf } from '../extracts/row-key.js';
import type { CheckContext, CheckedExtract } from './context.js';

/**
 * On which lines rows stand. The engine does not know, so the files of an extract in which something was found are read a
 * second time, once for all that was found in it.
 */
export interface Line {
  readonly file: string;
  readonly line: number;
}

/** Where each of the rows stands, by row key, first file and line first. */
export async function linesOfRows(
  { folder }: Pick<CheckContext, 'folder'>,
  { definition, layout, loaded }: CheckedExtract,
  sought: ReadonlySet<string>,
): Promise<Map<string, Line[]>> {
  const found = new Map<string, Line[]>();
  for (const { file } of loaded.files) {
    const path = join(folder, file);
    const { delimiter, positions } = readHeadings(path, file, definition, layout, layout.encoding);
    try {
      for await (const record of recordsOf(path, delimiter, layout.encoding)) {
        if (record.line === 1 || isBlank(record)) continue;
        const key = rowKeyOf(record.cells, positions, definition, layout.dates);
        if (!sought.has(key)) continue;
        const lines = found.get(key) ?? [];
        lines.push({ file, line: record.line });
        found.set(key, lines);
      }
    } catch (error) {
      // What lies behind an open quotation was not read the first time either.
      if (!(error instanceof OpenQuote)) throw error;
    }
  }
  return found;
}
