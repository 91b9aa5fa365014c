/** Invented months for the gallery: the same every time, with no chance in them. */
import type { ChartPoint } from '../../src/charts/chart.js';
import { formatValue } from '../../src/figures/display.js';
import type { Unit } from '../../src/figures/figure.js';
import { monthsTo } from '../../src/months.js';

export const LAST_MONTH = '2020-09';

/** A value, or the words of its absence. */
export type Given = number | 'no data' | 'no cases' | 'c';

export function pointsOf(
  values: readonly Given[],
  unit: Unit,
  last = LAST_MONTH,
  decimals = 0,
): ChartPoint[] {
  const months = monthsTo(last, values.length);
  return values.map((given, index) => {
    const month = months[index] ?? last;
    return typeof given === 'number'
      ? { month, value: given, shown: formatValue(given, unit, decimals) }
      : { month, value: null, shown: given };
  });
}

/** A wave with a drift, whole numbers: looks like a measure over time and can be worked out. */
export function wave(count: number, middle: number, reach: number, drift = 0): number[] {
  return Array.from({ length: count }, (_, index) =>
    Math.max(0, Math.round(middle + reach * Math.sin(index * 1.1) + drift * index)),
  );
}

export function same(count: number, given: Given): Given[] {
  return Array.from({ length: count }, () => given);
}
