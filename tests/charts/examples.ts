import type { ChartPoint, SeriesChart, StackedChart } from '../../src/charts/chart.js';
import { monthsTo } from '../../src/months.js';

/** Charts small enough to work out by hand. */

export function points(values: readonly (number | null)[], unit: string, last = '2020-09'): ChartPoint[] {
  const months = monthsTo(last, values.length);
  return values.map((value, index) => ({
    month: months[index] ?? '',
    value,
    shown: value === null ? 'no data' : `${value}${unit}`,
  }));
}

export function aSeries(parts: Partial<SeriesChart> = {}): SeriesChart {
  return {
    kind: 'series',
    id: 'example',
    name: 'Contacts decided in 24 hours',
    marks: 'line',
    unit: 'percent',
    points: points([90, 96, 88, 93], '%'),
    yearEarlier: [],
    target: [null, null, null, null],
    targetInWords: '',
    breaks: [],
    ...parts,
  };
}

export function aStack(parts: Partial<StackedChart> = {}): StackedChart {
  return {
    kind: 'stacked',
    id: 'example',
    name: 'Plans',
    unit: 'count',
    categoryTitle: 'Category of need',
    series: [
      { category: 'Neglect', points: points([3, 5], '') },
      { category: 'Abuse', points: points([1, 2], '') },
    ],
    totals: points([4, 7], ''),
    breaks: [],
    ...parts,
  };
}
