import { createReadStream, readFileSync } from 'node:fs';
import { type Options, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
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
  if (encoding === 'utf-8' && (await hasRecordsOnLines(path))) {
    yield* recordsOnLines(path, delimiter);
    return;
  }
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
    if (!(error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED')) throw error;
    // A stream that fails drops what nobody has taken from it yet: the records between the last one and the quote.
    for (const { record, raw } of recordsBeforeQuote(textFrom(path, encoding, line), options)) {
      yield { cells: record, line, raw };
      line += linesIn(raw);
    }
    throw new OpenQuote(line);
  }
}

const [LINE_FEED, CARRIAGE_RETURN, QUOTE] = [0x0a, 0x0d, 0x22];

/** Whether every line is a record: without quotations, and with line ends of one kind, there is nothing to parse. */
async function hasRecordsOnLines(path: string): Promise<boolean> {
  let before = 0;
  let isWindows: boolean | undefined;
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    if (bytes.includes(QUOTE)) return false;
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
      const follows = (at > 0 ? bytes[at - 1] : before) === CARRIAGE_RETURN;
      isWindows ??= follows;
      if (follows !== isWindows) return false;
    }
    // One that ends no line is a line end of its own, or part of a cell.
    for (let at = bytes.indexOf(CARRIAGE_RETURN); at >= 0; at = bytes.indexOf(CARRIAGE_RETURN, at + 1)) {
      if (at + 1 < bytes.length && bytes[at + 1] !== LINE_FEED) return false;
    }
    if (before === CARRIAGE_RETURN && bytes[0] !== LINE_FEED) return false;
    before = bytes.at(-1) ?? before;
  }
  return before !== CARRIAGE_RETURN;
}

async function* recordsOnLines(path: string, delimiter: string): AsyncGenerator<CsvRecord> {
  const decoder = new TextDecoder();
  let line = 1;
  let rest = '';
  const recordOf = (raw: string): CsvRecord => ({
    cells: raw.replace(/\r?\n$/, '').split(delimiter),
    line: line++,
    raw,
  });
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    rest += decoder.decode(bytes, { stream: true });
    let start = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      yield recordOf(rest.slice(start, end + 1));
      start = end + 1;
    }
    rest = rest.slice(start);
  }
  rest += decoder.decode();
  if (rest !== '') yield recordOf(rest);
}

type Parsed = { readonly record: string[]; readonly raw: string };

function recordsBeforeQuote(text: string, options: Options): Parsed[] {
  const found: Parsed[] = [];
  const keep = (parsed: unknown) => {
    found.push(parsed as Parsed);
    return null;
  };
  try {
    parseAtOnce(text, { ...options, on_record: keep });
  } catch {
    // The quote that is not closed, again.
  }
  return found;
}

/** What stands in a file from a line on. */
function textFrom(path: string, encoding: ExtractLayout['encoding'], line: number): string {
  const bytes = readFileSync(path);
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = bytes.indexOf(0x0a, start) + 1;
  return iconv.decode(bytes.subarray(start), encoding, { stripBOM: false });
}

export function isBlank({ cells }: CsvRecord): boolean {
  return cells.every(cell => cell.trim() === '');
}
