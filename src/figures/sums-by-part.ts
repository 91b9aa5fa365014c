import { addMonths } from '../months.js';
import { addSums, type MonthlySums, NO_SUMS, type Sums } from './aggregate.js';

/** The sums of one measure by team, category and month: with them a figure of any span is a handful of additions. */

const ALL = '';

interface MonthOfPart {
  readonly sums: Sums;
  /** Who, where the measure counts each child once; else none. */
  readonly persons: readonly string[];
}

export class SumsByPart {
  private readonly parts = new Map<string, Map<string, MonthOfPart>>();

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
    const months = this.parts.get(keyOf(team, category));
    let sums = NO_SUMS;
    const persons = new Set<string>();
    for (let month = from; month <= to; month = addMonths(month, 1)) {
      const found = months?.get(month);
      if (!found) continue;
      sums = addSums(sums, found.sums);
      for (const person of found.persons) persons.add(person);
    }
    return this.distinct ? { ...sums, weight: persons.size } : sums;
  }

  private add(team: string, category: string, row: MonthlySums): void {
    const key = keyOf(team, category);
    const months = this.parts.get(key) ?? new Map<string, MonthOfPart>();
    this.parts.set(key, months);
    const before = months.get(row.month);
    months.set(row.month, {
      sums: before ? addSums(before.sums, row) : row,
      persons: this.distinct ? [...(before?.persons ?? []), row.person] : [],
    });
  }
}

function keyOf(team: string, category: string): string {
  return `${team}\u0000${category}`;
}
