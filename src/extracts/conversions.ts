import type { ExtractLayout } from '../workspace/settings.js';
import { sqlText } from './database.js';
import type { ColumnDefinition, ColumnType } from './definitions.js';
import type { LooseSpaces } from './shape.js';

/**
 * How the text of a cell becomes a value, as DuckDB expressions. Formats are declared, never guessed: 03/04/2020 is the
 * third of April because the layout says so. What does not fit becomes NULL and is reported by its place.
 */

const SQL_TYPE: Readonly<Record<ColumnType, string>> = {
  id: 'VARCHAR',
  text: 'VARCHAR',
  date: 'DATE',
  datetime: 'TIMESTAMP',
  month: 'DATE',
  flag: 'BOOLEAN',
  integer: 'INTEGER',
  number: 'DECIMAL(18, 6)',
};

/** A date column of a case system's export often carries a time, and a time column often carries none. */
const FORMATS: Readonly<
  Record<ExtractLayout['dates'], { readonly date: string; readonly times: readonly string[] }>
> = {
  'DD/MM/YYYY': { date: '%d/%m/%Y', times: ['%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S'] },
  'YYYY-MM-DD': {
    date: '%Y-%m-%d',
    times: [
      '%Y-%m-%d %H:%M',
      '%Y-%m-%d %H:%M:%S',
      '%Y-%m-%d %H:%M:%S.%f',
      '%Y-%m-%dT%H:%M',
      '%Y-%m-%dT%H:%M:%S',
      '%Y-%m-%dT%H:%M:%S.%f',
    ],
  },
};

/** A year that no record of a living child's case has means a slip of the keyboard, such as 0219 or 20. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

const EXPECTED: Readonly<Record<Exclude<ColumnType, 'date' | 'datetime'>, string>> = {
  id: 'an identifier',
  text: 'text',
  month: 'a month as YYYY-MM',
  flag: 'Y or N, Yes or No, 1 or 0, true or false',
  integer: 'a whole number',
  number: 'a number',
};

/** Trimming takes longer than reading, and few files need it: the engine reads an empty cell as NULL by itself. */
const TRIMMED: Readonly<Record<LooseSpaces, (cell: string) => string>> = {
  none: cell => cell,
  plain: cell => `nullif(trim(${cell}), '')`,
  any: cell => `nullif(trim(${cell}, ' \t\r\n' || chr(160)), '')`,
};

/**
 * How one column of an extract is taken from a file, in three steps so that the engine works each out once: its text
 * (over the file's columns c0, c1, …), its value (over the text), and whether it is faulty (over both).
 */
export interface CellSql {
  readonly column: ColumnDefinition;
  /** Names of the text and the value in the steps. */
  readonly textName: string;
  readonly valueName: string;
  readonly text: string;
  readonly value: string;
  /** True where the cell cannot be read. */
  readonly isFaulty: string;
}

/**
 * @param position of the column in the file; undefined where the file has not got it
 * @param looseSpaces what may stand around the texts of the file
 */
export function cellSql(
  column: ColumnDefinition,
  index: number,
  position: number | undefined,
  layout: ExtractLayout,
  looseSpaces: LooseSpaces,
): CellSql {
  const names = { column, textName: `t${index}`, valueName: `v${index}` };
  if (position === undefined) return { ...names, text: 'NULL', value: 'NULL', isFaulty: 'false' };
  const text = textExpression(TRIMMED[looseSpaces](`c${position}`), column, layout);
  const value = valueExpression(names.textName, column, layout.dates);
  // A cell is unreadable when it says something that has no value, or says nothing where something is required.
  const noValue = isDateLike(column)
    ? `(${names.valueName} IS NULL OR year(${names.valueName}) NOT BETWEEN ${FIRST_YEAR} AND ${LAST_YEAR})`
    : `${names.valueName} IS NULL`;
  const isFaulty = column.required ? noValue : `(${names.textName} IS NOT NULL AND ${noValue})`;
  return { ...names, text, value, isFaulty };
}

export function isDateLike({ type }: ColumnDefinition): boolean {
  return type === 'date' || type === 'datetime' || type === 'month';
}

export function sqlTypeOf(column: ColumnDefinition): string {
  return SQL_TYPE[column.type];
}

/** What the column should hold, in words for a message. */
export function expectedIn(column: ColumnDefinition, dates: ExtractLayout['dates']): string {
  if (column.type === 'date') return `a date as ${dates}`;
  if (column.type === 'datetime') return `a date and time as ${dates} HH:MM`;
  return EXPECTED[column.type];
}

/** The cell's text with local codes turned into ours. */
function textExpression(trimmed: string, column: ColumnDefinition, layout: ExtractLayout): string {
  const local = Object.entries(layout.codes[column.name] ?? {});
  const ours = column.codes.map(code => [code, code] as const);
  const coded = codeExpression(trimmed, [...local, ...ours]);
  const isOurLayout = Object.keys(layout.columns).length === 0 && Object.keys(layout.codes).length === 0;
  return column.blankMeans !== '' && isOurLayout
    ? `coalesce(${coded}, ${sqlText(column.blankMeans)})`
    : coded;
}

/** Codes are matched without regard to case; a code outside the list stays as it was recorded. */
function codeExpression(text: string, pairs: readonly (readonly [string, string])[]): string {
  if (pairs.length === 0) return text;
  const branches = pairs.map(
    ([from, to]) => `WHEN ${sqlText(from.trim().toLowerCase())} THEN ${sqlText(to)}`,
  );
  return `CASE lower(${text}) ${branches.join(' ')} ELSE ${text} END`;
}

/** The value of a text expression; NULL where the text does not fit the column's type. */
function valueExpression(text: string, column: ColumnDefinition, dates: ExtractLayout['dates']): string {
  switch (column.type) {
    case 'id':
    case 'text':
      return text;
    // The likeliest format comes first: the engine takes three times as long over a cell whose first format fails.
    case 'date':
      return `CAST(${timestampExpression(text, [FORMATS[dates].date, ...FORMATS[dates].times])} AS DATE)`;
    case 'datetime':
      return timestampExpression(text, [...FORMATS[dates].times, FORMATS[dates].date]);
    case 'month':
      return `CAST(${timestampExpression(`${text} || '-01'`, ['%Y-%m-%d'])} AS DATE)`;
    case 'flag':
      return `CASE WHEN lower(${text}) IN ('y', 'yes', '1', 'true') THEN true WHEN lower(${text}) IN ('n', 'no', '0', 'false') THEN false END`;
    case 'integer':
      return `CASE WHEN regexp_full_match(${text}, '-?[0-9]{1,9}') THEN CAST(${text} AS INTEGER) END`;
    case 'number':
      return `CASE WHEN regexp_full_match(${text}, '-?[0-9]{1,12}([.][0-9]+)?') THEN CAST(${text} AS DECIMAL(18, 6)) END`;
  }
}

function timestampExpression(text: string, formats: readonly string[]): string {
  return `try_strptime(${text}, [${formats.map(sqlText).join(', ')}])`;
}
