/** Months as text, YYYY-MM, which sorts as time does; dates as YYYY-MM-DD. Pure: no clock, no time zone. */

const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** addMonths('2020-09', -12) is '2019-09'. */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** `count` months ending with `month`, oldest first. */
export function monthsTo(month: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addMonths(month, index - count + 1));
}

/** The April that the month's year to date starts with. */
export function yearStart(month: string): string {
  const year = Number(month.slice(0, 4)) - (month.slice(5, 7) < '04' ? 1 : 0);
  return `${year}-04`;
}

/** Last day of the month as YYYY-MM-DD. */
export function monthEnd(month: string): string {
  const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** "September 2020". */
export function monthName(month: string): string {
  return `${NAMES[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

/** "Sep 20", for an axis. */
export function shortMonthName(month: string): string {
  return `${NAMES[Number(month.slice(5, 7)) - 1]?.slice(0, 3)} ${month.slice(2, 4)}`;
}

/** "05/10/2020", as the case systems write it. */
export function dayMonthYear(date: string): string {
  return date.split('-').toReversed().join('/');
}

/** "5 October 2020". */
export function dateName(date: string): string {
  return `${Number(date.slice(8, 10))} ${monthName(date.slice(0, 7))}`;
}
