/** Lines and bars over months, from the usual to the hardest that a council's data can bring. */
import type { SeriesChart } from '../../src/charts/chart.js';
import { type Given, LAST_MONTH, pointsOf, same, wave } from './points.js';

export interface ChartExample {
  readonly heading: string;
  readonly chart: SeriesChart;
}

const ENGLAND = { name: 'England 2019-20', value: 22, shown: '22%' };
const NEIGHBOURS = { name: 'Statistical neighbours 2019-20', value: 23, shown: '23%' };
const REGION = { name: 'West Midlands region 2019-20', value: 21.5, shown: '21.5%' };

function series(id: string, values: readonly Given[], parts: Partial<SeriesChart> = {}): SeriesChart {
  const unit = parts.unit ?? 'percent';
  return {
    kind: 'series',
    id,
    name: 'Re-referrals within 12 months',
    marks: 'line',
    unit,
    points: pointsOf(values, unit),
    yearEarlier: [],
    target: same(values.length, 0).map(() => null),
    targetInWords: '',
    breaks: [],
    comparators: [],
    ...parts,
  };
}

const target = (count: number, low: number | null, high: number | null) =>
  Array.from({ length: count }, () => ({ low, high }));
const earlier = (values: readonly Given[], unit: SeriesChart['unit'] = 'percent') =>
  pointsOf(values, unit, '2019-09');

export const SERIES_EXAMPLES: readonly ChartExample[] = [
  {
    heading: 'A line with a target, the year before and what England published',
    chart: series('line', wave(13, 27, 4), {
      yearEarlier: earlier(wave(13, 24, 3)),
      target: target(13, null, 20),
      targetInWords: 'at most 20%',
      comparators: [ENGLAND],
    }),
  },
  {
    heading: 'Six labels that want the same height',
    chart: series('six-labels', [...wave(12, 24, 4), 22], {
      yearEarlier: earlier([...wave(12, 22, 2), 22]),
      target: target(13, null, 22),
      targetInWords: 'at most 22%',
      comparators: [ENGLAND, NEIGHBOURS, REGION],
    }),
  },
  {
    heading: 'Bars of a count, with a band as target',
    chart: series('bars', wave(13, 150, 25), {
      name: 'Referrals',
      marks: 'bars',
      unit: 'count',
      yearEarlier: earlier(wave(13, 140, 20), 'count'),
      target: target(13, 135, 155),
      targetInWords: 'between 135 and 155',
    }),
  },
  {
    heading: 'Months that chance does not explain, and a step that somebody explained',
    chart: series('special-causes', wave(13, 60, 6), {
      points: pointsOf([62, 58, 64, 61, 70, 74, 72, 75, 73, 71, 74, 72, 38], 'percent').map(
        (point, index) => ({
          ...point,
          ...(index >= 5 ? { specialCause: index === 12 ? ('worse' as const) : ('better' as const) } : {}),
        }),
      ),
      breaks: [{ month: '2019-12', changed: false, isStep: true }],
    }),
  },
  {
    heading: 'Months that are all of one kind: none is marked, and the line under the chart says so once',
    chart: series('all-alike', wave(13, 60, 6), {
      points: pointsOf(wave(13, 60, 6), 'percent').map(point => ({
        ...point,
        specialCause: 'better' as const,
      })),
    }),
  },
  {
    heading: 'A rate with long words, and comparators above every month',
    chart: series('rate', wave(13, 34, 3), {
      name: 'Children on a plan per 10,000',
      unit: 'per 10000',
      points: pointsOf(wave(13, 34, 3), 'per 10000', LAST_MONTH, 1),
      yearEarlier: pointsOf(wave(13, 37, 2), 'per 10000', '2019-09', 1),
      comparators: [
        { name: 'England 2019-20', value: 42.8, shown: '42.8 per 10,000' },
        { name: 'Statistical neighbours 2019-20', value: 55.1, shown: '55.1 per 10,000' },
      ],
    }),
  },
  {
    heading: 'Missing months, months without cases and a change of definition',
    chart: series(
      'missing',
      [71, 'no data', 'no data', 'no data', 80, 'no cases', 78, 'no data', 'no cases', 84, 83, 88, 85],
      {
        breaks: [{ month: '2020-06', changed: true }],
        target: target(13, 95, null),
        targetInWords: 'at least 95%',
      },
    ),
  },
  {
    heading: 'Two definitions in neighbouring months',
    chart: series('two-breaks', wave(13, 60, 8), {
      breaks: [
        { month: '2020-02', changed: false },
        { month: '2020-03', changed: true },
      ],
    }),
  },
  {
    heading: 'Small numbers that are not printed',
    chart: series('suppressed', [8, 'c', 9, 'c', 'c', 11, 7, 'c', 6, 12, 'c', 'no data', 'c'], {
      name: 'Children missing from care',
      marks: 'bars',
      unit: 'count',
    }),
  },
  {
    heading: 'One month',
    chart: series('one-month', [93], { yearEarlier: earlier([88]), comparators: [ENGLAND] }),
  },
  {
    heading: 'One month, as a bar',
    chart: series('one-bar', [1], { marks: 'bars', unit: 'count', yearEarlier: earlier([2], 'count') }),
  },
  {
    heading: 'Sixty months as a line',
    chart: series(
      'sixty-line',
      [...wave(25, 60, 9), 'no data', ...wave(10, 60, 9), 'c', 'no cases', ...wave(22, 70, 9)],
      {
        yearEarlier: earlier(wave(60, 55, 6)),
        target: target(60, 80, null),
        targetInWords: 'at least 80%',
        breaks: [{ month: '2019-04', changed: true }],
      },
    ),
  },
  {
    heading: 'Sixty months as bars, with gaps',
    chart: series(
      'sixty-bars',
      [...wave(25, 60, 9), 'no data', 'no cases', 'c', 'c', ...wave(29, 60, 9), 'no data', 61],
      {
        marks: 'bars',
        unit: 'count',
        comparators: [{ name: 'England 2019-20', value: 80, shown: '80' }],
      },
    ),
  },
  { heading: 'Nothing but 0%', chart: series('all-zero', same(13, 0)) },
  {
    heading: 'Nothing but 100%, on its target',
    chart: series('all-hundred', same(13, 100), {
      target: target(13, 100, null),
      targetInWords: 'at least 100%',
    }),
  },
  {
    heading: 'A count that is always 0',
    chart: series('no-count', same(13, 0), { marks: 'bars', unit: 'count' }),
  },
  {
    heading: 'One case in a year',
    chart: series('one-case', [...same(12, 0), 1], { marks: 'bars', unit: 'count' }),
  },
  { heading: 'No month has a figure', chart: series('all-missing', same(13, 'no data')) },
  { heading: 'No month may be printed', chart: series('all-suppressed', same(60, 'c')) },
  {
    heading: 'Five digits',
    chart: series('five-digits', wave(13, 48000, 9000), {
      marks: 'bars',
      unit: 'count',
      yearEarlier: earlier(wave(13, 61000, 5000), 'count'),
    }),
  },
];
