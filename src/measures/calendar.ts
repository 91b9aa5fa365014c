import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Database } from '../extracts/database.js';
import { sqlDate, sqlText } from '../extracts/database.js';
import { addMonths, monthEnd, monthsTo } from '../months.js';
import { UserError } from '../problems.js';

/** Bank holidays of England and Wales, in the shape that GOV.UK publishes. */
const bankHolidaysSchema = z.object({
  'england-and-wales': z.object({
    events: z.array(z.object({ title: z.string(), date: z.iso.date() })).min(1),
  }),
});

export interface BankHolidays {
  readonly file: string;
  readonly dates: readonly string[];
  readonly firstYear: number;
  readonly lastYear: number;
}

/** @throws UserError 2 when the file is not in GOV.UK's shape */
export function readBankHolidays(path: string, file: string): BankHolidays {
  let input: unknown;
  try {
    input = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    const message = existsSync(path)
      ? 'This file cannot be read as JSON. Save it again from GOV.UK.'
      : "There is no such file. Save GOV.UK's bank holidays under this name.";
    throw UserError.of(2, 'not-bank-holidays', message, { file });
  }
  const result = bankHolidaysSchema.safeParse(input);
  if (!result.success) {
    const message =
      'This file is not in the shape of GOV.UK\'s bank holidays ("england-and-wales", "events", "date"). Save it again from there.';
    throw UserError.of(2, 'not-bank-holidays', message, { file });
  }
  const dates = result.data['england-and-wales'].events.map(event => event.date).sort();
  const years = dates.map(date => Number(date.slice(0, 4)));
  return { file, dates, firstYear: Math.min(...years), lastYear: Math.max(...years) };
}

/** @throws UserError 2 when a month that the run needs lies outside the file's years */
export function checkYears(holidays: BankHolidays, firstMonth: string, lastMonth: string): void {
  const outside = [firstMonth, lastMonth].find(month => {
    const year = Number(month.slice(0, 4));
    return year < holidays.firstYear || year > holidays.lastYear;
  });
  if (outside === undefined) return;
  const message = `The bank holidays run from ${holidays.firstYear} to ${holidays.lastYear}, and this run needs ${outside}. Save GOV.UK's current file in the workspace and name it under bank_holidays: in scorecard.yml, or choose another month or a shorter series_months.`;
  throw UserError.of(2, 'outside-bank-holidays', message, { file: holidays.file });
}

/**
 * Tables that every measure's SQL may use: `calendar` (a row a day), `working_days` (numbered), `month_ends` and
 * `report` (one row: the month that the run is for).
 * @param firstMonth the earliest month that a figure needs
 */
export async function createCalendar(
  database: Database,
  holidays: BankHolidays,
  firstMonth: string,
  reportMonth: string,
): Promise<void> {
  const closed = holidays.dates.map(sqlDate).join(', ');
  // A limit that falls after the file's last year is only ever compared with an earlier month end: the year after,
  // without its bank holidays, is near enough to say that it lies ahead.
  await database.run(`
    CREATE TABLE calendar AS
      SELECT day, working, CAST(count(*) FILTER (working) OVER (ORDER BY day) AS INTEGER) AS working_days_so_far
      FROM (
        SELECT CAST(day AS DATE) AS day, isodow(day) <= 5 AND CAST(day AS DATE) NOT IN (${closed}) AS working
        FROM generate_series(${sqlDate(`${holidays.firstYear}-01-01`)}, ${sqlDate(`${holidays.lastYear + 1}-12-31`)}, INTERVAL 1 DAY) AS days(day)
      );
    CREATE TABLE working_days AS
      SELECT working_days_so_far AS number, day FROM calendar WHERE working;
    CREATE TABLE month_ends (month VARCHAR, month_start DATE, month_end DATE);
    INSERT INTO month_ends VALUES ${monthsFrom(firstMonth, reportMonth).map(monthRow).join(', ')};
    CREATE TABLE report AS
      SELECT month AS report_month, month_end AS report_month_end FROM month_ends WHERE month = ${sqlText(reportMonth)};
  `);
}

function monthsFrom(first: string, last: string): string[] {
  const months = monthsTo(last, 1);
  while ((months[0] ?? first) > first) months.unshift(addMonths(months[0] ?? first, -1));
  return months;
}

function monthRow(month: string): string {
  return `(${sqlText(month)}, ${sqlDate(`${month}-01`)}, ${sqlDate(monthEnd(month))})`;
}
