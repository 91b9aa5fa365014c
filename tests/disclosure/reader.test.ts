import { expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import { aFigure, aMeasure, aSnapshot } from '../support/examples.js';
import { type Attack, Reader, type ReaderInput } from './reader.js';

/** What the reader can do, on numbers that a person can follow. */

const plans = aMeasure({ id: 'plans', kind: 'count', unit: 'count', disclosure: 'attribute', rate: true });
const ended = aMeasure({ id: 'ended', kind: 'count', unit: 'count', disclosure: 'attribute' });
const open = aSnapshot({ id: 'open', disclosure: 'attribute', startedBy: 'plans', endedBy: 'ended' });
const inTime = aMeasure({ id: 'in-time', kind: 'ratio', unit: 'percent' });

const count = (measure: string, month: string, value: number, parts: Partial<Figure> = {}) =>
  aFigure({ measure, month, value, unit: 'count', ...parts });
const hidden = (measure: string, month: string, parts: Partial<Figure> = {}) =>
  aFigure({ measure, month, value: null, unit: 'count', status: 'suppressed', ...parts });

function attack(
  figures: readonly Figure[],
  truths: Record<string, number>,
  more: Partial<ReaderInput> = {},
): Attack {
  const measures = [plans, ended, open, inTime];
  return new Reader({ packs: [figures], measures, ...more }).attack(new Map(Object.entries(truths)));
}

it('when one of two months is hidden, then the year to date of two packs gives it away', () => {
  const figures = [
    count('plans', '2020-04', 20),
    count('plans', '2020-04', 20, { period: 'ytd' }),
    hidden('plans', '2020-05'),
    count('plans', '2020-05', 23, { period: 'ytd' }),
  ];
  const { found } = attack(figures, { 'plans|month|2020-05||all': 3 });
  expect(found).toEqual([{ count: 'plans|month|2020-05||all', truth: 3, values: [3] }]);
});

it('when two months are hidden, then the year to date leaves each what the other can give up', () => {
  const figures = [
    hidden('plans', '2020-04'),
    hidden('plans', '2020-05'),
    count('plans', '2020-05', 4, { period: 'ytd' }),
  ];
  const { found, targets } = attack(figures, {
    'plans|month|2020-04||all': 1,
    'plans|month|2020-05||all': 3,
  });
  expect(targets).toHaveLength(2);
  expect(found.map(({ values }) => values)).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
});

it('when the rate of a hidden count is printed, then the population gives the count away', () => {
  // 0.8 per 10,000 of 36,000 children is 2.7 to 3.06 of them.
  const rate = aFigure({ measure: 'plans', of: 'rate', period: 'rolling-12', value: 0.8, unit: 'per 10000' });
  const figures = [hidden('plans', '2020-09', { period: 'rolling-12' }), rate];
  const populations = [{ from: '2019-06', ages: '0-17', population: 36_000, source: 'Invented' }];
  const truths = { 'plans|rolling-12|2020-09||all': 3 };
  expect(attack(figures, truths, { populations }).found.map(({ values }) => values)).toEqual([[3]]);
  expect(attack(figures, truths).found).toEqual([]);
});

it('when who is open is printed, then who started gives away who ended', () => {
  const figures = [
    count('open', '2020-04', 100, { period: 'snapshot' }),
    count('open', '2020-05', 104, { period: 'snapshot' }),
    count('plans', '2020-05', 6),
    hidden('ended', '2020-05'),
  ];
  const truths = {
    'open|snapshot|2020-04||all': 100,
    'open|snapshot|2020-05||all': 104,
    'plans|month|2020-05||all': 6,
    'ended|month|2020-05||all': 2,
  };
  expect(attack(figures, truths).found.map(({ values }) => values)).toEqual([[2]]);
  // Children and records need not agree, and then he would be led astray.
  const untrue = attack(figures, { ...truths, 'ended|month|2020-05||all': 3 });
  expect(untrue.found).toEqual([]);
  expect(untrue.untrue).toHaveLength(1);
});

it('when a percentage is printed that only one number of cases can give, then he finds that number', () => {
  // 10 or more were judged: 8% of 12 is 1 of 12; of 13, 1 of 13. With 10 to 12 known, 8% is 1 of 12.
  const figures = [
    aFigure({ measure: 'in-time', month: '2020-09', value: 8 }),
    hidden('plans', '2020-09'),
    hidden('ended', '2020-09'),
    count('open', '2020-09', 16, { period: 'snapshot' }),
  ];
  const at = (measure: string, period = 'month') => `${measure}|${period}|2020-09||all`;
  const same = [
    [at('plans'), [at('in-time')]],
    [at('open', 'snapshot'), [at('plans'), at('ended')]],
  ] as const;
  const truths = {
    [at('plans')]: 12,
    [at('in-time')]: 12,
    'in-time|month|2020-09||met': 1,
    [at('ended')]: 4,
    [at('open', 'snapshot')]: 16,
  };
  // Ended is what is left of 16: 4 beside 12, 3 beside 13; 14 and 15 give no 8% but 7%, 10 and 11 give 10% and 9%.
  expect(attack(figures, truths, { same }).found.map(({ values }) => values)).toEqual([[3, 4]]);
});

it('when a total is hidden of which two parts are, then their c says no more than that there are two', () => {
  const parts = { category: 'A' };
  const other = { category: 'B' };
  const figures = [
    hidden('plans', '2020-04'),
    hidden('plans', '2020-05'),
    hidden('plans', '2020-05', { period: 'ytd' }),
    count('plans', '2020-05', 0, { ...parts, period: 'ytd' }),
    hidden('plans', '2020-05', { ...other, period: 'ytd' }),
  ];
  const { found, saidByPattern } = attack(figures, {
    'plans|month|2020-04||all': 1,
    'plans|month|2020-05||all': 1,
    'plans|ytd|2020-05||all': 2,
    'plans|ytd|2020-05|A|all': 0,
    'plans|ytd|2020-05|B|all': 2,
  });
  expect(found).toEqual([]);
  expect(saidByPattern.map(({ values }) => values)).toEqual([
    [2, 3, 4, 5],
    [2, 3, 4, 5],
  ]);
});
