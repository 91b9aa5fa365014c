import { type BankHolidays, checkYears } from './calendar.js';

const SATURDAY = 6;
const SUNDAY = 0;

/**
 * Which working day of its month a day is: 1 for the first; 0 for a weekend or a bank holiday of England and Wales.
 * @param day YYYY-MM-DD
 * @throws UserError 2 for a year that the bank holidays do not hold
 */
export function workingDayOfMonth(day: string, holidays: BankHolidays): number {
  const month = day.slice(0, 7);
  checkYears(holidays, month, month);
  if (!isWorkingDay(day, holidays)) return 0;
  const days = Array.from(
    { length: Number(day.slice(8)) },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  );
  return days.filter(each => isWorkingDay(each, holidays)).length;
}

function isWorkingDay(day: string, { dates }: BankHolidays): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY && !dates.includes(day);
}
