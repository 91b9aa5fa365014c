import type {
  ChartPoint,
  DotsChart,
  MultiplesChart,
  SeriesChart,
  StackedChart,
} from '../../src/charts/chart.js';
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
    comparators: [],
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
    overlaps: false,
    smallNumber: 5,
    ...parts,
  };
}

export function aDotPlot(parts: Partial<DotsChart> = {}): DotsChart {
  return {
    kind: 'dots',
    id: 'example',
    name: 'Re-referrals',
    unit: 'percent',
    rows: [
      { name: 'England 2019-20', isOwn: false, value: 22, shown: '22%' },
      { name: 'Aldermarsh, September 2020', isOwn: true, value: 27, shown: '27%' },
      { name: 'Target', isOwn: false, value: 20, shown: '20%' },
    ],
    ...parts,
  };
}

export function aMultiple(parts: Partial<MultiplesChart> = {}): MultiplesChart {
  return {
    kind: 'multiples',
    id: 'example',
    name: 'Visits in time',
    unit: 'percent',
    marks: 'line',
    panels: [
      { name: 'North', points: points([80, 90], '%') },
      { name: 'South', points: points([70, null], '%') },
    ],
    ...parts,
  };
}
