/** Stacked bars, dot plots and small multiples, from the usual to the hardest. */
import type { Chart, ChartPoint, DotsChart, MultiplesChart, StackedChart } from '../../src/charts/chart.js';
import { formatNumber } from '../../src/figures/display.js';
import { type Given, pointsOf, same, wave } from './points.js';

export interface OtherExample {
  readonly heading: string;
  readonly chart: Chart;
}

function stacked(id: string, parts: Readonly<Record<string, readonly Given[]>>): StackedChart {
  const series = Object.entries(parts).map(([category, values]) => ({
    category,
    points: pointsOf(values, 'count'),
  }));
  return {
    kind: 'stacked',
    id,
    name: 'Child protection plans',
    unit: 'count',
    categoryTitle: 'Category of need',
    series,
    totals: totalsOf(series.map(({ points }) => points)),
    breaks: [],
    overlaps: false,
    smallNumber: 5,
  };
}

/** The sum of a month, or the reason that its parts share. */
function totalsOf(parts: readonly (readonly ChartPoint[])[]): ChartPoint[] {
  return (parts[0] ?? []).map((first, index) => {
    const points = parts.map(part => part[index] ?? first);
    if (points.every(({ value }) => value === null)) return first;
    const value = points.reduce((sum, point) => sum + (point.value ?? 0), 0);
    return { month: first.month, value, shown: formatNumber(value, 0) };
  });
}

function dots(id: string, rows: DotsChart['rows'], unit: DotsChart['unit'] = 'percent'): DotsChart {
  return { kind: 'dots', id, name: 'Re-referrals within 12 months', unit, rows };
}

const row = (name: string, value: number | null, shown: string, isOwn = false) => ({
  name,
  value,
  shown,
  isOwn,
});

function multiples(
  id: string,
  panels: Readonly<Record<string, readonly Given[]>>,
  parts: Partial<MultiplesChart> = {},
): MultiplesChart {
  const unit = parts.unit ?? 'percent';
  return {
    kind: 'multiples',
    id,
    name: 'Visits in time, by team',
    unit,
    marks: 'line',
    panels: Object.entries(panels).map(([name, values]) => ({ name, points: pointsOf(values, unit) })),
    ...parts,
  };
}

export const OTHER_EXAMPLES: readonly OtherExample[] = [
  {
    heading: 'Parts of a whole',
    chart: stacked('stack', {
      Neglect: wave(13, 80, 8),
      'Emotional abuse': wave(13, 60, 6),
      'Physical abuse': wave(13, 22, 4),
      'Sexual abuse': wave(13, 9, 2),
      'Multiple or not recommended': wave(13, 5, 2),
      'Not recorded': wave(13, 2, 1),
    }),
  },
  {
    heading: 'Names of 24 letters, more parts than colours, and a missing month',
    chart: stacked('stack-long', {
      Unaccompaniedandseparate: [...wave(6, 20, 5), 'no data', ...wave(6, 20, 5)],
      'Parental mental ill-heal': [...wave(6, 18, 5), 'no data', ...wave(6, 18, 5)],
      'Child disability/illness': [...wave(6, 15, 5), 'no data', ...wave(6, 15, 5)],
      'Family in acute distress': [...wave(6, 12, 5), 'no data', ...wave(6, 12, 5)],
      'Socially unacceptable be': [...wave(6, 9, 5), 'no data', ...wave(6, 9, 5)],
      'Low income of the family': [...wave(6, 6, 5), 'no data', ...wave(6, 6, 5)],
      'Cases other than children': [...wave(6, 3, 2), 'no data', ...wave(6, 3, 2)],
    }),
  },
  {
    heading: 'Parts at 60 months',
    chart: stacked('stack-sixty', {
      Neglect: wave(60, 80, 8),
      'Emotional abuse': wave(60, 40, 6),
      Other: wave(60, 9, 3),
    }),
  },
  {
    heading: 'Parts in one month',
    chart: stacked('stack-one', { Neglect: [1], 'Emotional abuse': [0], 'Physical abuse': ['c'] }),
  },
  {
    heading: 'Parts that are all 0',
    chart: stacked('stack-zero', { Neglect: same(13, 0), 'Emotional abuse': same(13, 0) }),
  },
  {
    heading: 'This council beside others',
    chart: dots('dots', [
      row('Statistical neighbours 2019-20', 23, '23%'),
      row('England 2019-20', 22, '22%'),
      row('Aldermarsh, year to September 2020', 27, '27%', true),
      row('Target', 20, '20%'),
      row('West Midlands region 2019-20', 21.5, '21.5%'),
    ]),
  },
  {
    heading: 'Long names, no figure, the ends of the axis',
    chart: dots(
      'dots-long',
      [
        row(
          'Councils with a joint service for children and for adults in the same directorate 2019-20',
          60,
          '60.0 per 10,000',
        ),
        row('Aldermarsh and the Vale of Westermarsh, September 2020', 0, '0.0 per 10,000', true),
        row('England 2019-20', null, 'not published'),
        row('Unaccompaniedandseparatedchildrencouncils 2019-20', 12, '12.0 per 10,000'),
      ],
      'per 10000',
    ),
  },
  { heading: 'One row', chart: dots('dots-one', [row('Aldermarsh, September 2020', 100, '100%', true)]) },
  {
    heading: 'No row has a figure',
    chart: dots('dots-none', [
      row('Aldermarsh, September 2020', null, 'no cases', true),
      row('England 2019-20', null, 'c'),
    ]),
  },
  {
    heading: 'Five digits beside others',
    chart: dots(
      'dots-digits',
      [row('Aldermarsh', 48211, '48,211', true), row('England average', 61002, '61,002')],
      'count',
    ),
  },
  {
    heading: 'Teams on one scale, with the whole service',
    chart: multiples(
      'teams',
      {
        'Assessment 1': wave(13, 88, 6),
        'Assessment 2': wave(13, 72, 9),
        'Safeguarding North': [...wave(5, 80, 6), 'no data', 'no data', 'no data', ...wave(5, 85, 6)],
        'Safeguarding South and the Vale of Westermarsh villages': wave(13, 93, 4),
        'Children with disabilities': ['c', 'c', 90, 'c', 100, 100, 'c', 'c', 100, 90, 80, 'c', 'c'],
        'Leaving care': same(13, 'no data'),
      },
      { whole: pointsOf(wave(13, 84, 5), 'percent') },
    ),
  },
  {
    heading: 'Teams as bars',
    chart: multiples(
      'teams-bars',
      { North: wave(13, 30, 8), South: wave(13, 12, 5), East: same(13, 0), West: [...same(12, 0), 1] },
      { unit: 'count', marks: 'bars' },
    ),
  },
  {
    heading: 'Teams of very different size, at 60 months',
    chart: multiples(
      'teams-sixty',
      { North: [...wave(30, 30, 8), 'c', 'c', 'no data', ...wave(27, 30, 8)], South: wave(60, 12000, 5000) },
      { unit: 'count', marks: 'bars' },
    ),
  },
  {
    heading: 'One team in one month',
    chart: multiples('teams-one', { North: [12] }, { unit: 'cases per worker', marks: 'line' }),
  },
];
