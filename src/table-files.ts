/**
 * Extracts that come as tables and not as text: a Parquet file, or a table of a DuckDB file, named as if the file were its
 * folder (`cases.duckdb/contacts`). They have rows where a text has lines, the first below the headings being row 1.
 */

const IN_DATABASE = /^(.*\.duckdb)\/[^/]+$/i;

export function isTable(file: string): boolean {
  return /\.parquet$/i.test(file) || IN_DATABASE.test(file);
}

/** The file on the disk that holds it. */
export function holderOf(file: string): string {
  return IN_DATABASE.exec(file)?.[1] ?? file;
}

/** Where a line of the table's text, which begins with the headings, stands in the table; of a text the line itself. */
export function placeOfLine(file: string, line: number): number {
  return isTable(file) ? line - 1 : line;
}

/** `line 12`, or `row 12` of a table. */
export function placeInWords(file: string, place: number): string {
  return `${isTable(file) ? 'row' : 'line'} ${place}`;
}

/** Where the headings stand; a table has them in no row. */
export function headingLine(file: string): { readonly line?: number } {
  return isTable(file) ? {} : { line: 1 };
}
