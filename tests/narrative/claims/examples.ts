import type { Figure } from '../../../src/figures/figure.js';
import { FigureSet } from '../../../src/figures/figure-set.js';
import type { Measure } from '../../../src/measures/measure.js';
import { monthsTo } from '../../../src/months.js';
import { checkStatement } from '../../../src/narrative/claims/check-statement.js';
import type { ClaimSource, Verdict } from '../../../src/narrative/claims/claim.js';
import { aFigure, aMeasure, aSnapshot, aTarget } from '../../support/examples.js';
import { labelFigures } from '../../support/label-figures.js';

/** September 2020 of an invented council: eight measures with the figures that a table would print. */

const said = (words: string, base: readonly string[] = []) => ({
  said: words,
  topic: words,
  weight: 3,
  reason: 'Example',
  base,
});

const MEASURES: readonly Measure[] = [
  aMeasure({
    id: 're-referrals',
    name: 'Re-referrals',
    polarity: 'lower',
    national: 'same',
    counts: 'children who had an earlier referral in the 12 months before',
    of: 'referrals',
    statement: said('# of referrals'),
  }),
  aMeasure({
    id: 'seen',
    name: 'Children seen within 3 working days',
    counts: 'the child was seen',
    of: 'assessments',
    statement: said('# of children were seen'),
  }),
  aMeasure({
    id: 'closed',
    name: 'Closed assessments with no further action',
    polarity: 'lower',
    counts: 'the next action is no further action',
    of: 'assessments closed',
    statement: said('# of closed assessments', ['closed', 'close']),
  }),
  aMeasure({
    id: 'conferences',
    name: 'Conferences in 15 working days',
    counts: 'held in time',
    of: 'conferences',
    statement: said('# of conferences'),
  }),
  aMeasure({
    id: 'audits',
    name: 'Audits by grade',
    kind: 'breakdown',
    unit: 'count',
    polarity: 'none',
    counts: 'audits due',
    of: '',
    statement: said('# audits were due'),
    category: { titles: ['Grade'], codes: [['Outstanding', 'Good', 'Requires improvement', 'Inadequate']] },
  }),
  aSnapshot({
    id: 'caseload',
    name: 'Average caseload',
    kind: 'average',
    unit: 'cases per worker',
    polarity: 'lower',
    counts: 'children allocated',
    of: 'social workers',
    statement: said('The average caseload was #'),
  }),
  aSnapshot({
    id: 'plans',
    name: 'Children on a plan',
    polarity: 'target',
    counts: 'children on a plan',
    of: '',
    statement: said('# children were on a plan'),
  }),
  aSnapshot({
    id: 'plans-by-category',
    name: 'Plans by category',
    kind: 'breakdown',
    counts: 'children on a plan',
    of: '',
    statement: said('# children were on a plan'),
    category: {
      titles: ['Category'],
      codes: [['Emotional abuse', 'Neglect', 'Physical abuse', 'Sexual abuse']],
    },
  }),
];

const TARGETS = [
  aTarget({ measure: 'seen', atLeast: 95 }),
  aTarget({ measure: 'conferences', atLeast: 90 }),
  aTarget({ measure: 'plans', low: 135, high: 155 }),
];

function months(measure: string, values: readonly number[], parts: Partial<Figure> = {}): Figure[] {
  const names = monthsTo('2020-09', values.length);
  return values.map((value, index) => aFigure({ measure, month: names[index] ?? '', value, ...parts }));
}

const year = (measure: string, month: string, value: number, parts: Partial<Figure> = {}) =>
  aFigure({ measure, period: 'ytd', month, value, ...parts });

function grades(period: 'month' | 'ytd', counts: readonly [string, number][]): Figure[] {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return [['', total] as const, ...counts].map(([category, value]) =>
    aFigure({ measure: 'audits', period, category, value, unit: 'count' }),
  );
}

const CATEGORIES = [
  ['', 125],
  ['Emotional abuse', 72],
  ['Neglect', 42],
  ['Physical abuse', 3],
  ['Sexual abuse', 8],
] as const;

const FIGURES: readonly Figure[] = [
  ...months('re-referrals', [18, 22, 23, 23, 25, 18, 25, 24, 25, 25, 20, 23]).map((figure, index) => ({
    ...figure,
    month: monthsTo('2020-08', 12)[index] ?? '',
  })),
  aFigure({ measure: 're-referrals', value: (100 * 37) / 95, numerator: 37, denominator: 95 }),
  year('re-referrals', '2020-09', 25.6, { numerator: 163, denominator: 636 }),
  year('re-referrals', '2019-09', 18.6),
  aFigure({ measure: 're-referrals', period: 'rolling-12', value: 24.1 }),
  ...months('seen', [76, 74, 75, 74, 72, 74, 68, 78, 74, 67, 82, 61.9]).map((figure, index) => ({
    ...figure,
    month: monthsTo('2020-08', 12)[index] ?? '',
  })),
  aFigure({ measure: 'seen', value: (100 * 108) / 137, numerator: 108, denominator: 137 }),
  year('seen', '2020-09', 74.6, { numerator: 625, denominator: 838 }),
  ...months('closed', [71, 68, 73.8]).map((figure, index) => ({
    ...figure,
    month: monthsTo('2020-08', 3)[index] ?? '',
  })),
  aFigure({ measure: 'closed', value: (100 * 58) / 84, numerator: 58, denominator: 84 }),
  year('closed', '2020-09', 66),
  ...months('conferences', [72, 90, 88, 100, 100, 100]),
  year('conferences', '2020-09', 92),
  year('conferences', '2019-09', 79),
  ...grades('month', [
    ['Outstanding', 1],
    ['Good', 7],
    ['Requires improvement', 3],
    ['Inadequate', 1],
  ]),
  ...grades('ytd', [
    ['Outstanding', 1],
    ['Good', 41],
    ['Requires improvement', 48],
    ['Inadequate', 10],
  ]),
  ...months('caseload', [22.1, 21, 20.8, 19.5, 18.7, 18.9, 19, 17.6, 17.2, 16.4, 16.3, 16.1, 15.9, 15.7], {
    period: 'snapshot',
    unit: 'cases per worker',
  }),
  ...months('plans', [143, 140, 134, 130, 126, 120, 108, 97, 96, 115, 103, 113, 125], {
    period: 'snapshot',
    unit: 'count',
  }),
  ...CATEGORIES.map(([category, value]) =>
    aFigure({ measure: 'plans-by-category', period: 'snapshot', category, value, unit: 'count' }),
  ),
];

export const source: ClaimSource = {
  month: '2020-09',
  measures: MEASURES,
  figures: new FigureSet(labelFigures(FIGURES, MEASURES, TARGETS)),
  targets: TARGETS,
  comparators: [
    { measure: 're-referrals', of: 'value', group: 'England', year: '2018/19', value: 21 },
    { measure: 're-referrals', of: 'value', group: 'West Midlands', year: '2018/19', value: 22 },
  ],
};

/** A statement with its measures in square brackets at the end, as the commentary has it. */
export function verdicts(statement: string): Verdict[] {
  const [, text = '', ids = ''] = /^(.*?)\s*\[([^\]]*)\]$/.exec(statement) ?? [];
  const named = MEASURES.filter(({ id }) => ids.split(', ').includes(id));
  if (named.length === 0) throw new Error(`no measure in ${statement}`);
  return checkStatement(text, named, source);
}
