/** Ratings, directions and tables: the usual rows, and rows that strain their columns. */
import type { AreaTable } from '../../src/packs/area-table.js';
import type { BreakdownView } from '../../src/packs/breakdown-view.js';
import type { ComparatorsView } from '../../src/packs/comparators-view.js';
import type { DirectionView, RatingView } from '../../src/packs/figure-text.js';
import { packMonths } from '../../src/packs/pack-months.js';
import { LAST_MONTH } from './points.js';

export const RATINGS: readonly RatingView[] = [
  { colour: 'green', word: 'Green' },
  { colour: 'amber', word: 'Amber' },
  { colour: 'red', word: 'Red' },
  { colour: 'blue', word: 'Blue' },
];
export const DIRECTIONS: readonly DirectionView[] = [
  { arrow: 'up', words: 'Up, improving' },
  { arrow: 'down', words: 'Down, improving' },
  { arrow: 'up', words: 'Up, worsening' },
  { arrow: 'down', words: 'Down, worsening' },
  { arrow: 'up', words: 'Up, no judgement' },
  { arrow: 'down', words: 'Down, no clear change' },
  { arrow: 'same', words: 'Same' },
];
const [GREEN, AMBER, RED] = RATINGS;
const LINK = 'tables';

type AreaRow = AreaTable['rows'][number];

const USUAL: AreaRow = {
  name: 'Re-referrals within 12 months',
  anchor: LINK,
  detail: '',
  current: '27%',
  workings: '41 of 152',
  previous: '24%',
  yearEarlier: '22%',
  yearToDate: '25%',
  yearToDateEarlier: '23%',
  target: 'at most 20%',
  rating: RED ?? null,
  sincePrevious: { arrow: 'up', words: 'Up, worsening' },
  sinceYearEarlier: { arrow: 'up', words: 'Up, worsening' },
};

export const AREA_TABLE = {
  name: 'an invented area',
  anchor: 'example-area',
  table: {
    ...packMonths(LAST_MONTH),
    caption: 'The 2 measures of an invented area in September 2020',
    hasWorkings: true,
    hasYearToDate: true,
    hasTargets: true,
    rows: [
      USUAL,
      {
        ...USUAL,
        name: 'Children who became the subject of a child protection plan for a second or subsequent time within 24 months of the end of an earlier plan',
        detail: 'per 10,000 children, 12 months',
        current: '12,345.6',
        workings: '48,211 in 39,051 children',
        target: 'between 12,000.0 and 12,500.0 per 10,000',
        rating: GREEN ?? null,
      },
      {
        ...USUAL,
        name: 'Contacts',
        current: '0',
        workings: '',
        target: '',
        rating: null,
        sincePrevious: null,
      },
      {
        ...USUAL,
        name: 'Visits in time',
        current: '100%',
        workings: '1 of 1',
        target: 'at least 95%',
        rating: GREEN ?? null,
      },
      {
        ...USUAL,
        name: 'Children missing from care',
        current: 'c',
        workings: '',
        previous: 'c',
        yearToDate: 'c',
        rating: AMBER ?? null,
      },
      {
        ...USUAL,
        name: 'Adoptions in 12 months of the decision',
        current: 'no cases',
        workings: '',
        previous: 'no data',
        yearEarlier: 'no data',
        yearToDate: '0%',
        yearToDateEarlier: 'no data',
        rating: null,
        sincePrevious: null,
        sinceYearEarlier: null,
      },
    ],
  } satisfies AreaTable,
};

const cell = (value: string, beside = '') => ({ value, beside });

const USUAL_BREAKDOWN: BreakdownView = {
  title: 'Category of need',
  caption: 'by category of need, with the share of the total',
  columns: ['Sep 20', 'Aug 20', 'Sep 19', 'Year to date'],
  rows: [
    {
      category: 'Neglect',
      isTotal: false,
      cells: [cell('85', '45%'), cell('80', '44%'), cell('71', '42%'), cell('402', '44%')],
    },
    {
      category: 'Multiple or not recommended, and whatever else a source may write in forty words',
      isTotal: false,
      cells: [cell('12,345', '100%'), cell('0', '0%'), cell('c'), cell('no data')],
    },
    {
      category: 'Not recorded',
      isTotal: false,
      cells: [cell('1', '1%'), cell('c'), cell('c'), cell('no cases')],
    },
    { category: 'Total', isTotal: true, cells: [cell('12,431'), cell('181'), cell('170'), cell('911')] },
  ],
  note: 'Percentages are of the total and each is rounded by itself, so they may not add up to 100%.',
};

export const BREAKDOWNS = [
  {
    heading: 'Counts with their shares, long names and cells that are not printed',
    anchor: 'breakdown-counts',
    name: 'Child protection plans',
    breakdown: USUAL_BREAKDOWN,
  },
  {
    heading: 'One case',
    anchor: 'breakdown-one',
    name: 'Adoptions',
    breakdown: {
      ...USUAL_BREAKDOWN,
      title: 'Legal status',
      caption: 'by legal status',
      columns: ['Sep 20'],
      rows: [
        { category: 'Placement order', isTotal: false, cells: [cell('1', '1 of 1')] },
        { category: 'Total', isTotal: true, cells: [cell('1')] },
      ],
      note: '',
    },
  },
];

export const COMPARATORS = {
  name: 'An invented area',
  anchor: 'example-comparators',
  comparators: {
    groups: ['England', 'Statistical neighbours', 'West Midlands region'],
    rows: [
      {
        name: 'Re-referrals within 12 months',
        anchor: LINK,
        detail: '',
        year: '2019-20',
        ownSpan: '12 months to September 2020',
        own: '27%',
        values: ['22%', '23%', '21.5%'],
      },
      {
        name: 'Re-referrals within 12 months',
        anchor: LINK,
        detail: '',
        year: '2018-19',
        ownSpan: '12 months to September 2020',
        own: '27%',
        values: ['21%', ':', ':'],
      },
      {
        name: 'Children looked after',
        anchor: LINK,
        detail: 'per 10,000 children',
        year: '2019-20',
        ownSpan: 'September 2020',
        own: '1,064.5',
        values: ['67.0', '82.4', ':'],
      },
    ],
    footnotes: ['Re-referrals within 12 months: a near comparison, not the same definition.'],
  } satisfies ComparatorsView,
};
