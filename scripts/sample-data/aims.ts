import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { monthIndex } from './calendar.js';
import type { Random } from './random.js';

/** The figures that the sample is made to give. Only this generator knows them: the measures work out their own. */

interface Aim {
  readonly measure: string;
  readonly period: string;
  readonly month: string;
  readonly category: string;
  readonly value: number;
  readonly decimals: number;
}

const rows = parse(readFileSync(new URL('aims.csv', import.meta.url)), { columns: true }) as Record<
  string,
  string
>[];
const aims: readonly Aim[] = rows.map(row => ({
  measure: row.measure ?? '',
  period: row.period ?? '',
  month: row.month ?? '',
  category: row.category ?? '',
  value: Number(row.value),
  decimals: Number(row.decimals),
}));

function find(measure: string, periods: readonly string[], month: string, category = ''): Aim | undefined {
  return aims.find(
    aim =>
      aim.measure === measure &&
      periods.includes(aim.period) &&
      aim.month === month &&
      aim.category === category,
  );
}

/** The value aimed at for a month (or month end), if there is one. */
export function aim(measure: string, month: string, category = ''): number | undefined {
  return find(measure, ['month', 'snapshot'], month, category)?.value;
}

/** Like `aim`, where the figure must be there. */
export function aimed(
  measure: string,
  month: string,
  category = '',
  periods = ['month', 'snapshot'],
): number {
  const value = find(measure, periods, month, category)?.value;
  if (value === undefined) throw new Error(`no aim for ${measure} ${month} ${category}`);
  return value;
}

export function roundsTo(numerator: number, denominator: number, value: number, decimals = 0): boolean {
  const scale = 10 ** decimals;
  return Math.floor((numerator / denominator) * 100 * scale + 0.5 + 1e-9) === Math.round(value * scale);
}

/** Every numerator that gives this percentage. */
export function numeratorsFor(denominator: number, value: number, decimals = 0): number[] {
  return Array.from({ length: denominator + 1 }, (_, count) => count).filter(count =>
    roundsTo(count, denominator, value, decimals),
  );
}

/** How many cases of each month are met, so that the months and years to date come to the aims; other months follow `usual`. */
export function metByMonth(
  measure: string,
  counts: readonly number[],
  usual: (index: number) => number,
  random: Random,
  most: readonly number[] = counts,
): number[] {
  const ranges = counts.map((count, index) => rangeOf(measure, count, index, most[index] ?? count));
  const met = counts.map((count, index) => {
    const [low, high] = ranges[index] as [number, number];
    const share = usual(index);
    // chance alone moves the share of a few cases more than that of many
    const spread = Math.max(0.022, 0.75 * Math.sqrt((share * (1 - share)) / Math.max(1, count)));
    const drawn = Math.round(count * Math.max(0, Math.min(1, share + random.normal(0, spread))));
    return Math.max(low, Math.min(high, drawn));
  });
  for (const { indexes, value } of yearsOf(measure)) settleYear(met, counts, ranges, indexes, value, random);
  return met;
}

function rangeOf(measure: string, count: number, index: number, most: number): [number, number] {
  const month = `${2016 + Math.floor((index + 3) / 12)}-${String(((index + 3) % 12) + 1).padStart(2, '0')}`;
  const wanted = aim(measure, month);
  if (wanted === undefined) return [0, most];
  const allowed = numeratorsFor(count, wanted);
  if (allowed.length === 0) throw new Error(`${measure} ${month}: no share of ${count} is ${wanted}%`);
  return [allowed[0] as number, allowed[allowed.length - 1] as number];
}

/** Whether some whole number of cases gives the years to date aimed at. */
export function canReach(measure: string, counts: readonly number[]): boolean {
  return yearsOf(measure).every(
    ({ indexes, value }) => numeratorsFor(total(counts, indexes), value).length > 0,
  );
}

function yearsOf(measure: string): { indexes: number[]; value: number }[] {
  return aims
    .filter(one => one.measure === measure && one.period === 'ytd' && one.category === '')
    .map(({ month, value }) => {
      const last = monthIndex(month);
      return { indexes: Array.from({ length: (last % 12) + 1 }, (_, offset) => last - offset), value };
    });
}

const total = (of: readonly number[], indexes: readonly number[]) =>
  indexes.reduce((sum, index) => sum + (of[index] ?? 0), 0);

/** Moves the months of a year to date by one case at a time until the pooled percentage is the aim. */
function settleYear(
  met: number[],
  counts: readonly number[],
  ranges: readonly (readonly [number, number])[],
  indexes: readonly number[],
  value: number,
  random: Random,
): void {
  const drawn = [...met];
  const moved = (index: number) => Math.abs((met[index] ?? 0) - (drawn[index] ?? 0)) / (counts[index] ?? 1);
  for (let turn = 0; turn < 2000; turn += 1) {
    const all = total(counts, indexes);
    if (roundsTo(total(met, indexes), all, value)) return;
    const step = (total(met, indexes) / all) * 100 < value ? 1 : -1;
    const free = indexes.filter(index => {
      const [low, high] = ranges[index] as readonly [number, number];
      const next = (met[index] ?? 0) + step;
      return next >= low && next <= high;
    });
    if (free.length === 0) break;
    // every month gives a little, none gives it all
    const chosen = random
      .shuffle(free)
      .reduce((least, index) => (moved(index) < moved(least) ? index : least));
    met[chosen] = (met[chosen] ?? 0) + step;
  }
  throw new Error(`no months add up to ${value}%`);
}
