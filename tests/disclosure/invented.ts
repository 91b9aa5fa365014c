import fc from 'fast-check';
import { asPrinted } from '../../src/disclosure/as-printed.js';
import { publicFigures } from '../../src/disclosure/public-figures.js';
import { type MonthlySums, NO_SUMS } from '../../src/figures/aggregate.js';
import type { Figure } from '../../src/figures/figure.js';
import { makeFigures, makeMonthlyFigures } from '../../src/figures/make-figures.js';
import type { Measure } from '../../src/measures/measure.js';
import { addMonths, monthsTo } from '../../src/months.js';
import { aMeasure, aSnapshot, aVersion, someVariation } from '../support/examples.js';
import { type Attack, Reader, type SameCases, truthsOf } from './reader.js';

/** A service in a few measures that hang together, with counts of any size, drawn by chance. */

const REPORT_MONTH = '2020-09';
const PACKS = 13;
const SERIES = 25;
const ALL_MONTHS = monthsTo(REPORT_MONTH, 60);
const CATEGORIES = ['A', 'B', 'C', 'D'];
const DEEP = ['In', 'Out'].flatMap(one => ['Help', 'Close', 'Other'].map(two => [one, two]));

const attribute = { disclosure: 'attribute' } as const;
const counted = { ...attribute, kind: 'count', unit: 'count', datedBy: 'started_on' } as const;
const category = (codes: readonly string[]) => ({ titles: ['Category'], codes: [codes] });

export const INVENTED_MEASURES: readonly Measure[] = [
  aMeasure({
    ...counted,
    id: 'plans-started',
    kind: 'breakdown',
    category: category(CATEGORIES),
    rate: true,
  }),
  aMeasure({ ...counted, id: 'plans-ended', kind: 'breakdown', category: category(CATEGORIES) }),
  aSnapshot({ ...attribute, id: 'plans-open', startedBy: 'plans-started', endedBy: 'plans-ended' }),
  aSnapshot({ ...attribute, id: 'plans-by-category', kind: 'breakdown', category: category(CATEGORIES) }),
  aSnapshot({ ...attribute, id: 'plans-of-a', kind: 'snapshot' }),
  aMeasure({ ...attribute, id: 'plans-repeat', kind: 'ratio' }),
  aMeasure({ ...attribute, id: 'plans-repeat-year', kind: 'ratio', datedBy: 'month end', window: 12 }),
  aMeasure({ ...attribute, id: 'plans-long', kind: 'ratio', datedBy: 'month end' }),
  aMeasure({ ...counted, id: 'referrals', kind: 'breakdown', category: category([...CATEGORIES, 'E', 'F']) }),
  aMeasure({ ...attribute, id: 'referrals-of-b', kind: 'ratio' }),
  aMeasure({
    ...counted,
    id: 'closed',
    kind: 'breakdown',
    category: {
      titles: ['Where', 'How'],
      codes: [
        ['In', 'Out'],
        ['Help', 'Close', 'Other'],
      ],
    },
  }),
  aMeasure({ ...attribute, id: 'closed-help', kind: 'ratio' }),
  aMeasure({
    ...attribute,
    id: 'leavers',
    kind: 'ratio',
    datedBy: 'month end',
    category: category(['19', '20', '21']),
  }),
  aMeasure({ ...attribute, id: 'days', kind: 'average', unit: 'days' }),
  aMeasure({ id: 'in-time', kind: 'ratio' }),
  aMeasure({ id: 'visits-in-time', kind: 'ratio' }),
].map(measure => ({ ...measure, versions: [aVersion()] }));

const POPULATIONS = [{ from: '2015-01', ages: '0-17', population: 36_000, source: 'Invented' }];

/** Who came and went by category in a month, and what else happened; scaled to the size of the service. */
const monthArbitrary = (most: number) =>
  fc.record({
    came: fc.array(fc.nat(most), { minLength: 4, maxLength: 4 }),
    went: fc.array(fc.nat(most), { minLength: 4, maxLength: 4 }),
    referred: fc.array(fc.nat(most * 3), { minLength: 6, maxLength: 6 }),
    closed: fc.array(fc.nat(most * 2), { minLength: 6, maxLength: 6 }),
    repeat: fc.nat(most),
    long: fc.nat(most * 3),
    leavers: fc.array(fc.nat(most * 3), { minLength: 6, maxLength: 6 }),
    days: fc.nat(20),
    inTime: fc.nat(100),
    visits: fc.nat(most * 6),
  });

/** @param most the largest number that a category may have started in a month */
const serviceArbitrary = (most: number) =>
  fc.record({
    open: fc.array(fc.nat(most * 6), { minLength: 4, maxLength: 4 }),
    months: fc.array(monthArbitrary(most), { minLength: ALL_MONTHS.length, maxLength: ALL_MONTHS.length }),
  });

type Service = ReturnType<typeof serviceArbitrary> extends fc.Arbitrary<infer Value> ? Value : never;

/** The cases added up, in which who is open is who was, and came, and did not leave. */
function sumsOf({ open, months }: Service): MonthlySums[] {
  const rows: MonthlySums[] = [];
  const stock = [...open];
  const cameByMonth: number[] = [];
  const repeatByMonth: number[] = [];
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  months.forEach((drawn, index) => {
    const month = ALL_MONTHS[index] ?? '';
    const add = (measure: string, category: string, weight: number, met = 0, amount = 0) =>
      rows.push({
        ...NO_SUMS,
        measure,
        month,
        team: '',
        category,
        person: '',
        weight,
        judged: weight,
        met,
        amount,
      });
    const went = drawn.went.map((count, place) =>
      Math.min(count, (stock[place] ?? 0) + (drawn.came[place] ?? 0)),
    );
    CATEGORIES.forEach((name, place) => {
      stock[place] = (stock[place] ?? 0) + (drawn.came[place] ?? 0) - (went[place] ?? 0);
      add('plans-started', name, drawn.came[place] ?? 0);
      add('plans-ended', name, went[place] ?? 0);
      add('plans-by-category', name, stock[place] ?? 0);
    });
    const came = total(drawn.came);
    const repeat = Math.min(drawn.repeat, came);
    cameByMonth.push(came);
    repeatByMonth.push(repeat);
    add('plans-open', '', total(stock));
    add('plans-of-a', '', stock[0] ?? 0);
    add('plans-repeat', '', came, repeat);
    add('plans-repeat-year', '', came, repeat);
    add('plans-long', '', total(stock), Math.min(drawn.long, total(stock)));
    [...CATEGORIES, 'E', 'F'].forEach((name, place) => {
      add('referrals', name, drawn.referred[place] ?? 0);
    });
    add('referrals-of-b', '', total(drawn.referred), drawn.referred[1] ?? 0);
    DEEP.forEach((levels, place) => {
      add('closed', levels.join(' / '), drawn.closed[place] ?? 0);
    });
    const help = (drawn.closed[0] ?? 0) + (drawn.closed[3] ?? 0);
    add('closed-help', '', total(drawn.closed), help);
    ['19', '20', '21'].forEach((age, place) => {
      const met = drawn.leavers[place] ?? 0;
      add('leavers', age, met + (drawn.leavers[place + 3] ?? 0), met);
    });
    add('days', '', came, 0, came === 0 ? 0 : came * 7 + drawn.days);
    add('in-time', '', came, Math.floor((came * drawn.inTime) / 100));
    add('visits-in-time', '', drawn.visits, Math.floor((drawn.visits * drawn.inTime) / 100));
  });
  return rows;
}

export interface Packs {
  readonly full: Figure[];
  readonly printed: Figure[][];
}

/** The pack of the report month and those of the twelve months before it. */
function packsOf(sums: readonly MonthlySums[], threshold = 5): Packs {
  const full: Figure[] = [];
  const printed = monthsTo(REPORT_MONTH, PACKS).map(month => {
    const input = {
      measures: INVENTED_MEASURES,
      months: monthsTo(month, SERIES),
      sums: sums.filter(row => row.month <= month && row.month > addMonths(month, -60)),
      loaded: [],
      coverage: [],
      targets: [],
      populations: POPULATIONS,
      returns: [],
      variation: someVariation(),
    };
    const figures = makeFigures(input);
    full.push(...figures);
    const monthly = makeMonthlyFigures(input);
    const published = publicFigures({ measures: INVENTED_MEASURES, figures, monthly, month, threshold });
    return asPrinted(published, INVENTED_MEASURES, []);
  });
  return { full, printed };
}

/** Invented services with their packs, the same ones for the same seed. */
export function inventedPacks(most: number, count: number, seed = 6): Packs[] {
  return fc.sample(serviceArbitrary(most), { numRuns: count, seed }).map(service => packsOf(sumsOf(service)));
}

export function attackInvented({ full, printed }: Packs): Attack {
  const reader = new Reader({
    packs: printed,
    measures: INVENTED_MEASURES,
    populations: POPULATIONS,
    same: sameCases(),
  });
  return reader.attack(truthsOf(full, INVENTED_MEASURES));
}

/** What anyone can tell are the same cases, month by month. */
function sameCases(): SameCases[] {
  const pairs: SameCases[] = [];
  for (const month of ALL_MONTHS) {
    const join = (whole: string, ...parts: string[]) => pairs.push([whole, parts]);
    const at = (measure: string, period: string, category: string, role: string) =>
      [measure, period, month, category, role].join('|');
    for (const period of ['month', 'ytd', 'rolling-12']) {
      join(at('plans-started', period, '', 'all'), at('plans-repeat', period, '', 'all'));
      join(at('plans-started', period, '', 'all'), at('days', period, '', 'all'));
      join(at('plans-started', period, '', 'all'), at('in-time', period, '', 'all'));
      join(at('referrals', period, '', 'all'), at('referrals-of-b', period, '', 'all'));
      join(at('referrals', period, 'B', 'all'), at('referrals-of-b', period, '', 'met'));
      join(at('closed', period, '', 'all'), at('closed-help', period, '', 'all'));
      const helped = ['In / Help', 'Out / Help'].map(each => at('closed', period, each, 'all'));
      join(at('closed-help', period, '', 'met'), ...helped);
      const others = ['In / Close', 'In / Other', 'Out / Close', 'Out / Other'];
      join(at('closed-help', period, '', 'notMet'), ...others.map(each => at('closed', period, each, 'all')));
    }
    join(at('plans-open', 'snapshot', '', 'all'), at('plans-by-category', 'snapshot', '', 'all'));
    join(at('plans-open', 'snapshot', '', 'all'), at('plans-long', 'snapshot', '', 'all'));
    join(at('plans-of-a', 'snapshot', '', 'all'), at('plans-by-category', 'snapshot', 'A', 'all'));
    join(at('plans-started', 'rolling-12', '', 'all'), at('plans-repeat-year', 'snapshot', '', 'all'));
    join(at('plans-repeat', 'rolling-12', '', 'met'), at('plans-repeat-year', 'snapshot', '', 'met'));
  }
  return pairs;
}
