import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { linesIn } from '../csv-lines.js';
import type { ExtractLayout } from '../workspace/settings.js';

/** The records of a CSV file with the lines they begin on: slower than the engine, and able to say where things are. */

export interface CsvRecord {
  readonly cells: readonly string[];
  /** Counted from 1, the heading's being the first. */
  readonly line: number;
  /** As it stands in the file, its line end included. */
  readonly raw: string;
}

/** Ends a reading: from this line on a quotation is never closed. */
export class OpenQuote extends Error {
  constructor(readonly line: number) {
    super(`a quotation that opens on line ${line} is never closed`);
  }
}

/**
 * @param encoding of the file at the path
 * @throws OpenQuote after the last record that can be read
 */
export async function* recordsOf(
  path: string,
  delimiter: string,
  encoding: ExtractLayout['encoding'] = 'utf-8',
): AsyncGenerator<CsvRecord> {
  const options = { bom: true, delimiter, raw: true, relax_column_count: true, relax_quotes: true } as const;
  const bytes = createReadStream(path);
  const text = encoding === 'utf-8' ? bytes : bytes.pipe(iconv.decodeStream(encoding));
  const parser = text.pipe(parse(options)) as unknown as AsyncIterable<{
    record: string[];
    raw: string;
  }>;
  let line = 1;
  try {
    for await (const { record, raw } of parser) {
      yield { cells: record, line, raw };
      line += linesIn(raw);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED')
      throw new OpenQuote(line);
    throw error;
  }
}

export function isBlank({ cells }: CsvRecord): boolean {
  return cells.every(cell => cell.trim() === '');
}
