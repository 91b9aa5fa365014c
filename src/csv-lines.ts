/**
 * How many lines of a file a record takes, from its raw text. csv-parse counts a line break of two characters inside
 * quotes twice, and gives only the first character of the break that ends a record.
 */
export function linesIn(raw: string): number {
  return raw.replace(/[\r\n]$/, '').split('\n').length;
}
