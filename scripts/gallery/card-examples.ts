/** Cards as a page shows them: a chart with its numbers under it, half a page wide or the whole of it. */
import type { Chart } from '../../src/charts/chart.js';
import type { DrawChart } from '../../src/charts/renderer.js';
import { allMonthsOf, type CardView, specialCausesOf } from '../../src/packs/card-view.js';
import { monthsTable } from '../../src/packs/months-table.js';
import { OTHER_EXAMPLES } from './other-examples.js';
import { SERIES_EXAMPLES } from './series-examples.js';
import { BREAKDOWNS, RATINGS } from './table-examples.js';

interface CardRow {
  readonly heading: string;
  readonly isWide: boolean;
  readonly isLarge?: boolean;
  readonly cards: readonly CardView[];
}

const EXAMPLES = [...SERIES_EXAMPLES, ...OTHER_EXAMPLES];

/** @param id of a chart of the gallery */
function chartCalled(id: string) {
  const found = EXAMPLES.find(({ chart }) => chart.id === id);
  if (!found) throw new Error(`The gallery has no chart called ${id}`);
  return found.chart;
}

/** As in a pack: the months are the heads of the table below. */
function overMonths(chart: Chart): Chart {
  return chart.kind === 'series' || chart.kind === 'stacked' ? { ...chart, monthsBelow: true } : chart;
}

export function cardExamples(draw: DrawChart): CardRow[] {
  const card = (id: string, parts: Partial<CardView> = {}): CardView => {
    const chart = chartCalled(id);
    return {
      name: chart.name,
      area: 'An invented area',
      anchor: `card-${id}`,
      headline: '29% in September 2020, up from 25% the month before and 26% a year before.',
      period: 'September 2019 to September 2020.',
      rating: null,
      target: '',
      charts: [
        {
          anchor: `chart-card-${id}`,
          title: 'By month',
          svg: draw(overMonths(chart)),
          withheld: '',
          table: monthsTable(chart),
          specialCauses: specialCausesOf(chart),
          allMonths: allMonthsOf(chart),
        },
      ],
      chartAbsence: '',
      chartNote: '',
      unit: 'Of a child with an earlier referral in the 12 months before, as a percentage of referrals.',
      saysCounted: false,
      changes: [],
      unsettled: '',
      steps: [],
      dots: null,
      breakdown: null,
      isWide: false,
      ...parts,
    };
  };
  return [
    {
      heading: 'Two beside each other',
      isWide: false,
      cards: [
        card('line', { rating: RATINGS[2] ?? null, target: 'at most 20%' }),
        card('missing', {
          name: 'Contacts to the multi-agency safeguarding hub decided within 24 hours of being received, by working day',
          headline: '85% in September 2020, down from 88% the month before.',
          unit: 'Decided within 24 hours of being received, as a percentage of contacts.',
          target: 'at least 95%',
          rating: RATINGS[2] ?? null,
          changes: [
            {
              month: 'June 2020',
              now: 'Non-working days are no longer counted in the 24 hours.',
              before: 'Every hour counted, weekends and bank holidays too.',
            },
          ],
        }),
      ],
    },
    {
      heading: 'Numbers that are not printed, and a measure without a chart',
      isWide: false,
      cards: [
        card('suppressed', {
          headline:
            'Not shown in September 2020: a small number, or one that would give a small number away.',
          unit: 'Children reported missing from where they live.',
        }),
        card('all-missing', {
          charts: [],
          chartAbsence: 'No chart: none of the last 13 months has a figure.',
          headline: 'No data in September 2020.',
        }),
      ],
    },
    {
      heading: 'The only chart of a page, which the lead above it is about: larger on paper, with its period',
      isWide: false,
      isLarge: true,
      cards: [card('all-alike', { headline: '' })],
    },
    {
      heading: 'The whole width: parts and their table',
      isWide: true,
      cards: [
        card('stack', {
          isWide: true,
          headline: '192 at the end of September 2020, up from 167 the month before.',
          unit: 'Children with a child protection plan on the last day of the month.',
          breakdown: BREAKDOWNS[0]?.breakdown ?? null,
        }),
      ],
    },
  ];
}
