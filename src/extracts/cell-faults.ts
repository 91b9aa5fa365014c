import type { Severity } from '../problems.js';
import type { ExtractLayout } from '../workspace/settings.js';
import { type CellSql, isDateLike } from './conversions.js';
import { type Database, sqlName, sqlText } from './database.js';
import type { DoubtfulFile } from './doubtful-file.js';

/**
 * What spoilt a cell that cannot be read. Told by the engine, so that a date of birth need not leave it to be judged.
 * us-date: a single date in the American order · us-order: a column of them, in which days up to 12 are read wrongly.
 */
export type FaultKind = 'spreadsheet-error' | 'serial-date' | 'us-date' | 'us-order' | 'unreadable-cell';

const LEFT_OUT = 'The row was left out.';

export const FAULTS: Readonly<Record<FaultKind, { readonly severity: Severity; readonly advice: string }>> = {
  'unreadable-cell': { severity: 'warning', advice: LEFT_OUT },
  'spreadsheet-error': {
    severity: 'warning',
    advice: `A formula failed in the spreadsheet. ${LEFT_OUT}`,
  },
  'serial-date': {
    severity: 'warning',
    advice: `A spreadsheet has turned the date into a number. ${LEFT_OUT}`,
  },
  'us-date': { severity: 'warning', advice: `The month stands before the day. ${LEFT_OUT}` },
  'us-order': {
    severity: 'error',
    advice: `The month stands before the day, as in much of this column. ${LEFT_OUT}`,
  },
};

/** What a spreadsheet writes where a formula has no answer, or a column is too narrow. */
export const SPREADSHEET_ERRORS: readonly string[] = [
  '#REF!',
  '#N/A',
  '#VALUE!',
  '#NAME?',
  '#DIV/0!',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '########',
];

/** Days since 1900 as Excel counts them, from 1954 to 2119; with a fraction where there is a time. */
const SERIAL_NUMBER = '[2-7][0-9]{4}([.][0-9]+)?';
const US_DATE = '0?([1-9]|1[0-2])/(1[3-9]|2[0-9]|3[01])/[0-9]{4}.*';

/** The kind of fault of a text that cannot be read, as an expression over it. */
export function faultKind(text: string, isDate: boolean, dates: ExtractLayout['dates']): string {
  const branches = [
    `WHEN upper(${text}) IN (${SPREADSHEET_ERRORS.map(sqlText).join(', ')}) THEN 'spreadsheet-error'`,
    isDate ? `WHEN regexp_full_match(${text}, ${sqlText(SERIAL_NUMBER)}) THEN 'serial-date'` : '',
    isDate && dates === 'DD/MM/YYYY' ? `WHEN ${isUsDate(text)} THEN 'us-date'` : '',
  ];
  return `CASE ${branches.join(' ')} ELSE 'unreadable-cell' END`;
}

function isUsDate(text: string): string {
  return `regexp_full_match(${text}, ${sqlText(US_DATE)})`;
}

/** Of dates in the American order three in five have a day above 12; fewer than one in five is a few slips. */
const SHARE_IN_US_ORDER = 0.2;
const FEWEST_IN_US_ORDER = 3;

/** The columns of a file in which so many dates are American that the others must be too. */
export async function columnsInUsOrder(
  database: Database,
  { headings, layout, typedTable }: DoubtfulFile,
  cells: readonly CellSql[],
): Promise<ReadonlySet<string>> {
  const dates = cells.filter(({ column }) => isDateLike(column) && headings.positions.has(column.name));
  if (layout.dates !== 'DD/MM/YYYY' || dates.length === 0) return new Set();
  const counts = dates.map(
    ({ textName }, index) =>
      `count_if(${isUsDate(textName)}) >= greatest(${FEWEST_IN_US_ORDER}, ${SHARE_IN_US_ORDER} * count(${textName})) AS d${index}`,
  );
  const [found] = await database.rows(`SELECT ${counts.join(', ')} FROM ${sqlName(typedTable)}`);
  const american = dates.filter((_, index) => found?.[`d${index}`] === true);
  return new Set(american.map(({ column }) => column.name));
}
