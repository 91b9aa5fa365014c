import { resolve } from 'node:path';
import type { BankHolidays } from '../measures/calendar.js';
import { workingDayOfMonth } from '../measures/working-day.js';
import { UserError } from '../problems.js';
import { isDate } from '../workspace/cells.js';
import { openWorkspace } from '../workspace/workspace.js';
import type { Console } from './console.js';
import { localDate } from './local-date.js';
import { builtInHolidays, holidaysOf } from './prepare.js';

/** `scorecard working-day`: which working day of the month it is, so that a daily schedule knows when to make the packs. */

export interface WorkingDayOptions {
  /** YYYY-MM-DD; today when not given. */
  readonly date?: string;
  /** The workspace whose bank holidays count; the tool's own where none is given. */
  readonly workspace?: string;
  readonly json: boolean;
}

/** @throws UserError 2 for a date that the calendar or the bank holidays have not got */
export function workingDay(
  { date = localDate(new Date()), workspace, json }: WorkingDayOptions,
  console: Console,
): void {
  if (!isDate(date))
    throw UserError.of(2, 'unknown-date', `"${date}" is not a date. Give --date as YYYY-MM-DD.`);
  const holidays = workspace === undefined ? builtInHolidays() : holidaysIn(resolve(workspace));
  const number = workingDayOfMonth(date, holidays);
  console.result(json ? JSON.stringify({ date, working_day: number }) : String(number));
}

/** @throws UserError 2 for a workspace that cannot be read */
function holidaysIn(folder: string): BankHolidays {
  const { workspace, problems } = openWorkspace(folder);
  if (!workspace)
    throw new UserError(
      2,
      problems.filter(({ severity }) => severity === 'error'),
    );
  return holidaysOf(workspace);
}
