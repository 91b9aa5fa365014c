import { addMonths } from '../months.js';
import { type MonthlySums, NO_SUMS, type Sums } from './aggregate.js';

/** The sums of one measure by team, category and month: with them a figure of any span is a handful of additions. */

const ALL = '';
const NOBODY: ReadonlySet<string> = new Set();

interface Part {
  readonly sums: Map<string, Mutable<Sums>>;
  /** Who, by month, where the measure counts each child once; else empty. */
  readonly persons: Map<string, Set<string>>;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export class SumsByPart {
  private readonly parts = new Map<string, Map<string, Part>>();

  /** @param distinct each child counts once in a figure, so that months and teams do not add up */
  constructor(
    rows: readonly MonthlySums[],
    private readonly distinct: boolean,
  ) {
    for (const row of rows) {
      // A row without a team counts in the total alone, and so does one of a measure without categories.
      for (const team of new Set([ALL, row.team])) {
        for (const category of new Set([ALL, row.category])) this.add(team, category, row);
      }
    }
  }

  /** @param team '' for the whole service · @param category '' for the total · @param from, to months, inclusive */
  over(team: string, category: string, from: string, to: string): Sums {
    const part = this.parts.get(team)?.get(category);
    if (!part) return NO_SUMS;
    const months = monthsBetween(from, to);
    const [only] = months;
    if (months.length === 1 && only !== undefined) return part.sums.get(only) ?? NO_SUMS;
    const total = { ...NO_SUMS };
    const persons = new Set<string>();
    for (const month of months) {
      const found = part.sums.get(month);
      if (found) addTo(total, found);
      for (const person of part.persons.get(month) ?? NOBODY) persons.add(person);
    }
    if (this.distinct) total.weight = persons.size;
    return total;
  }

  private add(team: string, category: string, row: MonthlySums): void {
    const ofTeam = getOrMake(this.parts, team, () => new Map<string, Part>());
    const part = getOrMake(ofTeam, category, () => ({ sums: new Map(), persons: new Map() }));
    const sums = getOrMake(part.sums, row.month, () => ({ ...NO_SUMS }));
    addTo(sums, row);
    if (!this.distinct) return;
    const persons = getOrMake(part.persons, row.month, () => new Set<string>());
    persons.add(row.person);
    sums.weight = persons.size;
  }
}

function addTo(total: Mutable<Sums>, more: Sums): void {
  total.weight += more.weight;
  total.judged += more.judged;
  total.met += more.met;
  total.amount += more.amount;
  total.notYetDue += more.notYetDue;
  total.notJudged += more.notJudged;
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

const spans = new Map<string, readonly string[]>();

/** The same few spans are asked for thousands of times. */
function monthsBetween(from: string, to: string): readonly string[] {
  return getOrMake(spans, `${from} ${to}`, () => {
    const months: string[] = [];
    for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
    return months;
  });
}
