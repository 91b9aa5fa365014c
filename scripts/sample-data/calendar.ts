import { readFileSync } from 'node:fs';

/** Days are counted from 1 January 1970, moments in minutes: plain numbers, no time zones. */
export type Day = number;
export type Minute = number;

export interface Month {
  readonly index: number;
  /** YYYY-MM */
  readonly id: string;
  readonly first: Day;
  readonly last: Day;
}

export const DAY_MINUTES = 1440;

export function day(text: string): Day {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

export function parts(of: Day): { year: number; month: number; date: number } {
  const at = new Date(of * 86_400_000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

export function fromParts(year: number, month: number, date: number): Day {
  const first = Date.UTC(year, month - 1, 1) / 86_400_000;
  const next = Date.UTC(year, month, 1) / 86_400_000;
  return Math.min(first + date - 1, next - 1);
}

/** The same day of another month; a day that the month lacks becomes its last. */
export function addMonths(of: Day, months: number): Day {
  const { year, month, date } = parts(of);
  return fromParts(year, month + months, date);
}

/** The day on which an age is reached; 29 February becomes 1 March in other years. */
export function birthday(born: Day, age: number): Day {
  const { year, month, date } = parts(born);
  const leap =
    month === 2 && date === 29 && fromParts(year + age, 2, 29) !== fromParts(year + age, 2, 28) + 1;
  return leap ? fromParts(year + age, 3, 1) : fromParts(year + age, month, date);
}

export function ageOn(born: Day, on: Day): number {
  const years = parts(on).year - parts(born).year;
  return birthday(born, years) <= on ? years : years - 1;
}

/** The extracts hold events from COVERS_FROM to LAST; the report month is the last whole one. */
export const COVERS_FROM = day('2016-04-01');
export const EXTRACTED_ON = day('2020-10-05');
export const LAST = day('2020-10-04');
export const months: readonly Month[] = Array.from({ length: 55 }, (_, index) => {
  const first = fromParts(2016, 4 + index, 1);
  const last = Math.min(fromParts(2016, 5 + index, 1) - 1, LAST);
  const { year, month } = parts(first);
  return { index, id: `${year}-${String(month).padStart(2, '0')}`, first, last };
});
/** The part of October before the extracts were run. */
export const OCTOBER = 54;
export const REPORT = 53;

export function monthAt(index: number): Month {
  const found = months[index];
  if (!found) throw new Error(`no month ${index}`);
  return found;
}

/** Index of the month that a day falls in; below 0 before April 2016. */
export function monthOf(of: Day): number {
  const { year, month } = parts(of);
  return (year - 2016) * 12 + month - 4;
}

export function monthIndex(id: string): number {
  return monthOf(day(`${id}-01`));
}

const holidays = new Set<Day>();
const file = new URL('../../reference/bank-holidays.json', import.meta.url);
const divisions = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { events: { date: string }[] }>;
for (const event of divisions['england-and-wales']?.events ?? []) holidays.add(day(event.date));

export function isWorking(of: Day): boolean {
  const weekday = (((of + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(of);
}

/** The Nth working day after a day (before it, for a negative number). */
export function addWorking(of: Day, count: number): Day {
  let at = of;
  for (let left = Math.abs(count); left > 0; ) {
    at += Math.sign(count);
    if (isWorking(at)) left -= 1;
  }
  return at;
}

/** This day, or the first working day after it. */
export function workingFrom(of: Day): Day {
  return isWorking(of) ? of : addWorking(of, 1);
}

/** This day, or the last working day before it. */
export function workingUpTo(of: Day): Day {
  return isWorking(of) ? of : addWorking(of, -1);
}

export function workingDays(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset).filter(
    isWorking,
  );
}

/** End of the time allowed when whole non-working days are skipped. */
export function hoursSkippingNonWorking(at: Minute, hours: number): Minute {
  let on = Math.floor(at / DAY_MINUTES);
  let from = isWorking(on) ? at : workingFrom(on) * DAY_MINUTES;
  on = Math.floor(from / DAY_MINUTES);
  let left = hours * 60;
  while (from + left > (on + 1) * DAY_MINUTES) {
    left -= (on + 1) * DAY_MINUTES - from;
    on = addWorking(on, 1);
    from = on * DAY_MINUTES;
  }
  return from + left;
}

const two = (value: number) => String(value).padStart(2, '0');

export function dateText(of: Day | null): string {
  if (of === null) return '';
  const { year, month, date } = parts(of);
  return `${two(date)}/${two(month)}/${year}`;
}

export function timeText(at: Minute | null): string {
  if (at === null) return '';
  const on = Math.floor(at / DAY_MINUTES);
  const minute = at - on * DAY_MINUTES;
  return `${dateText(on)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
