import { COVERS_FROM, type Day, day, LAST } from './calendar.js';
import type { Random } from './random.js';
import type { Cell, Sheet } from './sheet.js';

/** A child's time on a plan or in care, read back from a sheet: what later extracts tell of the same children. */
export interface Stay {
  readonly person: string;
  readonly from: Day;
  /** The last day that the extracts know, where it is still open. */
  readonly to: Day;
  /** null for a child not yet born when the extracts were made. */
  readonly born: Day | null;
}

/** Those of children who were this old when the stay began, or older. */
export function atLeast(age: number, stays: readonly Stay[]): Stay[] {
  return stays.filter(({ born, from }) => born !== null && born + age * DAYS_A_YEAR <= from);
}

const DAYS_A_YEAR = 365.25;

export function columnOf(sheet: Sheet, name: string): number {
  const place = sheet.columns.indexOf(name);
  if (place < 0) throw new Error(`${sheet.name} has no ${name}`);
  return place;
}

/** DD/MM/YYYY as a day; null where nothing is recorded. */
export function dayOf(cell: Cell | undefined): Day | null {
  const [date, month, year] = String(cell ?? '')
    .slice(0, 10)
    .split('/');
  return year ? day(`${year}-${month}-${date}`) : null;
}

/** The stays of a sheet that reach into the time that the extracts cover. */
export function staysOf(sheet: Sheet, births: ReadonlyMap<string, Day>): Stay[] {
  const [person, started, ended] = ['person_id', 'started_on', 'ended_on'].map(name => columnOf(sheet, name));
  return sheet.rows.flatMap(row => {
    const from = dayOf(row[started ?? 0]);
    const end = dayOf(row[ended ?? 0]);
    if (from === null || (end !== null && end < COVERS_FROM)) return [];
    const name = String(row[person ?? 0]);
    return [{ person: name, from, to: end ?? LAST, born: births.get(name) ?? null }];
  });
}

/** Days of birth by person. */
export function birthsOf(people: Sheet): ReadonlyMap<string, Day> {
  const [person, born] = ['person_id', 'date_of_birth'].map(name => columnOf(people, name));
  return new Map(
    people.rows.flatMap(row => {
      const on = dayOf(row[born ?? 0]);
      return on === null ? [] : [[String(row[person ?? 0]), on] as const];
    }),
  );
}

/** The last day on which something was done that ought to be done by the limit: mostly in time, sometimes late. */
export function doneBy(limit: Day, share: number, random: Random, early = 6, late = 12): Day {
  return random.chance(share) ? limit - random.int(0, early) : limit + random.int(1, late);
}

/** As recorded by the day of the extracts: what lies after it has not happened. */
export function known(of: Day | null): Day | null {
  return of === null || of > LAST ? null : of;
}

export function yesNo(answer: boolean): string {
  return answer ? 'Y' : 'N';
}
