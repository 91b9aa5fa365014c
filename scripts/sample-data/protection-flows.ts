import { aimed } from './aims.js';
import { REPORT } from './calendar.js';
import { Random } from './random.js';
import type { Category } from './world.js';

/** How many child protection plans start and end in each month, by the category now recorded. */

export const CATEGORIES: readonly Category[] = [
  'Emotional abuse',
  'Neglect',
  'Physical abuse',
  'Sexual abuse',
];
type Counts = Record<Category, number>;

export interface MonthFlow {
  readonly started: Counts;
  readonly ended: Counts;
}

/** Stock at month ends of the past, by month index (-1 is March 2016), between which the numbers drift. */
const PAST: readonly (readonly [number, readonly number[]])[] = [
  [-1, [62, 58, 8, 6]],
  [11, [70, 64, 9, 7]],
  [23, [80, 74, 8, 8]],
  [35, [74, 70, 6, 5]],
  [41, [68, 63, 4, 3]],
  [44, [63, 55, 2, 1]],
  [47, [58, 50, 0, 0]],
];
const PUBLISHED_FROM = 47;
/** Ends since April 2020, chosen so that starts come to what the board was told. */
const RECENT_ENDS: readonly (readonly number[])[] = [
  [7, 7, 0, 0],
  [6, 6, 0, 0],
  [6, 5, 0, 0],
  [6, 14, 0, 0],
  [5, 6, 0, 0],
  [8, 8, 0, 0],
];

export function stockOfMarch2016(): Counts {
  return toCounts(PAST[0]?.[1] ?? []);
}

export function protectionFlows(): MonthFlow[] {
  const random = new Random('protection-flows');
  let stock = stockOfMarch2016();
  return Array.from({ length: REPORT + 1 }, (_, index) => {
    const next = index >= PUBLISHED_FROM ? published(index) : past(index, random);
    const flow = flowBetween(stock, next, index, random);
    stock = next;
    return flow;
  });
}

function published(index: number): Counts {
  const month = `2020-${String(index - PUBLISHED_FROM + 3).padStart(2, '0')}`;
  return toCounts(CATEGORIES.map(category => aimed('cp-plans-by-category', month, category)));
}

function past(index: number, random: Random): Counts {
  const later = PAST.findIndex(([at]) => at > index);
  const [fromAt, from] = PAST[later - 1] as readonly [number, readonly number[]];
  const [toAt, to] = PAST[later] as readonly [number, readonly number[]];
  const share = (index - fromAt) / (toAt - fromAt);
  return toCounts(
    CATEGORIES.map((_, place) => {
      const level = (from[place] ?? 0) + ((to[place] ?? 0) - (from[place] ?? 0)) * share;
      return Math.max(0, Math.round(level + random.normal(0, level > 20 ? 2.6 : 0.6)));
    }),
  );
}

function flowBetween(stock: Counts, next: Counts, index: number, random: Random): MonthFlow {
  const ended = toCounts(
    CATEGORIES.map((category, place) => {
      const recent = RECENT_ENDS[index - 48];
      const usual = Math.round(stock[category] * Math.max(0.02, random.normal(0.092, 0.03)));
      const least = Math.max(0, stock[category] - next[category]);
      return Math.min(stock[category], Math.max(recent ? (recent[place] ?? 0) : usual, least));
    }),
  );
  const started = toCounts(CATEGORIES.map(category => next[category] - stock[category] + ended[category]));
  return { started, ended };
}

function toCounts(values: readonly number[]): Counts {
  return Object.fromEntries(CATEGORIES.map((category, place) => [category, values[place] ?? 0])) as Counts;
}
