import { readBankHolidays } from '../measures/calendar.js';
import { workingDayOfMonth } from '../measures/working-day.js';
import { UserError } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import { isDate } from '../workspace/cells.js';
import type { Console } from './console.js';
import { localDate } from './local-date.js';

/** `scorecard working-day`: which working day of the month it is, so that a daily schedule knows when to make the packs. */

export interface WorkingDayOptions {
  /** YYYY-MM-DD; today when not given. */
  readonly date?: string;
  readonly json: boolean;
}

/** @throws UserError 2 for a date that the calendar or the bank holidays have not got */
export function workingDay(
  { date = localDate(new Date()), json }: WorkingDayOptions,
  console: Console,
): void {
  if (!isDate(date))
    throw UserError.of(2, 'unknown-date', `"${date}" is not a date. Give --date as YYYY-MM-DD.`);
  const file = toolPath('reference', 'bank-holidays.json');
  const number = workingDayOfMonth(date, readBankHolidays(file, file));
  console.result(json ? JSON.stringify({ date, working_day: number }) : String(number));
}
