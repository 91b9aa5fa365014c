import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

/**
 * Finds the lines of rows in a file. DuckDB reads fast but counts records, not lines, so a file in which something is
 * wrong is read a second time here, to tell people where.
 */
export interface Sought {
  /** Numbers of records, the heading being 1 and blank lines counting. */
  readonly records: ReadonlySet<number>;
  /** Rows by their cells, joined with `CELL_BREAK`; equal rows are found in their order. */
  readonly rows: ReadonlySet<string>;
}

export interface Located {
  readonly lineOfRecord: ReadonlyMap<number, number>;
  readonly linesOfRow: ReadonlyMap<string, readonly number[]>;
  /** The line where a quotation opens that never closes. */
  readonly openQuote: number | null;
}

export const CELL_BREAK = '\u0001';

export async function locate(path: string, delimiter: string, sought: Sought): Promise<Located> {
  const lineOfRecord = new Map<number, number>();
  const linesOfRow = new Map<string, number[]>();
  const options = { bom: true, delimiter, info: true, relax_column_count: true, relax_quotes: true } as const;
  const records = createReadStream(path).pipe(parse(options)) as AsyncIterable<{ record: string[]; info: { lines: number } }>;
  let number = 0;
  let last = 0;
  try {
    for await (const { record, info } of records) {
      number += 1;
      const line = info.lines - lineBreaks(record);
      last = info.lines;
      if (sought.records.has(number)) lineOfRecord.set(number, line);
      const key = record.join(CELL_BREAK);
      if (sought.rows.has(key)) linesOfRow.set(key, [...(linesOfRow.get(key) ?? []), line]);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED')) throw error;
    return { lineOfRecord, linesOfRow, openQuote: last + 1 };
  }
  return { lineOfRecord, linesOfRow, openQuote: null };
}

function lineBreaks(record: readonly string[]): number {
  return record.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}
