import { describe, expect, it } from 'vitest';
import type { FigureSet } from '../../src/figures/figure-set.js';
import { type ManualReturn, manualProblems } from '../../src/figures/manual-figures.js';
import { monthsTo } from '../../src/months.js';
import { absences } from '../../src/packs/absences.js';
import { packInput } from '../packs/fixture.js';
import { aMeasure, aTarget, someSums } from '../support/examples.js';
import { figureIn, figuresFrom } from '../support/figures-from-sums.js';

const MONTHS = monthsTo('2020-09', 12);
const attendance = aMeasure({ kind: 'manual', versions: [] });

function aReturn(parts: Partial<ManualReturn>): ManualReturn {
  const month = parts.month ?? '2020-09';
  return {
    measure: 'example',
    month,
    from: month,
    team: '',
    numerator: null,
    denominator: null,
    value: null,
    note: '',
    ...parts,
  };
}

function aQuarter(month: string, from: string, numerator: number, denominator: number): ManualReturn {
  return aReturn({ month, from, numerator, denominator });
}

/** Four quarters: 80 of 100, 30 of 60, 45 of 50, 20 of 40. */
const QUARTERS = [
  aQuarter('2019-12', '2019-10', 80, 100),
  aQuarter('2020-03', '2020-01', 30, 60),
  aQuarter('2020-06', '2020-04', 45, 50),
  aQuarter('2020-09', '2020-07', 20, 40),
];

describe('a figure that is returned by the quarter', () => {
  const set = figuresFrom(attendance, [], { months: MONTHS, returns: QUARTERS });

  it.each([
    ['2020-06', 90, 'June'],
    ['2020-07', 50, 'September'],
    ['2020-08', 50, 'September'],
    ['2020-09', 50, 'September'],
  ])('when %s is asked for then its quarter stands for it, and says so', (month, value, last) => {
    expect(figureIn(set, { month })).toMatchObject({
      value,
      status: 'ok',
      reason: `manual: returned as a figure, for the quarter to ${last} 2020`,
    });
  });

  it('when whole quarters are pooled then each counts once', () => {
    // 45 + 20 of 50 + 40; 80 + 30 + 45 + 20 of 100 + 60 + 50 + 40.
    expect(figureIn(set, { period: 'ytd' })).toMatchObject({ numerator: 65, denominator: 90 });
    expect(figureIn(set, { period: 'rolling-12' })).toMatchObject({ value: 70, denominator: 250 });
  });

  it('when a span ends within a quarter then there is no data, since its return is not split', () => {
    expect(figureIn(set, { month: '2020-08', period: 'ytd' })).toMatchObject({
      status: 'no-data',
      reason: 'manual: the return for the quarter to September 2020 is not split by month',
    });
  });

  it('when a quarter has not been returned then its months have no data', () => {
    const without = figuresFrom(attendance, [], { months: MONTHS, returns: QUARTERS.slice(0, 3) });
    expect(figureIn(without, { month: '2020-07' })).toMatchObject({
      status: 'no-data',
      reason: 'manual: no return for July 2020',
    });
  });

  it('when there are fewer numbers than months then no variation is read from their repeats', () => {
    const long = figuresFrom(attendance, [], { months: MONTHS, returns: QUARTERS });
    expect(long.all.every(figure => figure.variation === null)).toBe(true);
  });

  it('when its month ends no quarter then it is an error', () => {
    const problems = manualProblems([aQuarter('2020-08', '2020-06', 1, 2)], [attendance]);
    expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "not-a-quarter: example, 2020-08: scorecard.yml says that it is returned by the quarter, and no quarter ends in August 2020. Give the quarter's last month.",
    ]);
  });
});

describe('a figure that is returned in place of a computed one', () => {
  const computed = aMeasure();
  const sums = [
    someSums({ month: '2020-08', team: 'North', judged: 10, met: 5 }),
    someSums({ month: '2020-09', team: 'North', judged: 10, met: 1 }),
  ];
  const note = 'the system was down for a week; counted by hand';
  const returns = [aReturn({ numerator: 9, denominator: 12, note })];
  const set: FigureSet = figuresFrom(computed, sums, { months: MONTHS, returns });

  it('when it has a reason then it stands in its own month, and the reason with it', () => {
    expect(figureIn(set)).toMatchObject({
      value: 75,
      numerator: 9,
      denominator: 12,
      reason: `manual: returned in place of what is worked out from cases (${note})`,
    });
  });

  it('when another month, or a team, is asked for then it is worked out from cases', () => {
    expect(figureIn(set, { month: '2020-08' })).toMatchObject({ value: 50, reason: '' });
    expect(figureIn(set, { team: 'North' })).toMatchObject({ value: 10, reason: '' });
  });

  it('when a longer span holds it then there is no data: cases and a figure are not added', () => {
    expect(figureIn(set, { period: 'ytd' })).toMatchObject({
      status: 'no-data',
      reason: 'manual: September 2020 was returned as a figure, which cannot be added to cases',
    });
    expect(figureIn(set, { month: '2020-08', period: 'ytd' })).toMatchObject({ value: 50 });
  });

  it('when its extract is missing then the returned figure stands all the same', () => {
    const needing = aMeasure({ needs: { contacts: ['received_at'] } });
    const without = figuresFrom(needing, [], { months: MONTHS, returns });
    expect(figureIn(without)).toMatchObject({ value: 75, status: 'ok' });
    expect(figureIn(without, { month: '2020-08' })).toMatchObject({ status: 'no-data' });
  });

  it('when a pack shows it then the reason is printed', () => {
    const measure = aMeasure({ name: 'Example' });
    const input = packInput({ measures: [], figures: set });
    expect(absences(measure, input)[0]).toBe(
      `September 2020: returned in place of what is worked out from cases (${note}).`,
    );
  });
});

describe("a month's count inside a year's band", () => {
  it('when the band is set on the rate then the year is rated and the month is not', () => {
    const referrals = aMeasure({ kind: 'count', unit: 'count', rate: true, polarity: 'target' });
    // 500 a month are 6,000 a year: 1,500 per 10,000 of 40,000 children. 500 itself lies between 450 and 550.
    const sums = MONTHS.map(month => someSums({ month, weight: 500 }));
    const set = figuresFrom(referrals, sums, {
      months: MONTHS,
      populations: [{ from: '', ages: '0-17', population: 40_000, source: '' }],
      targets: [aTarget({ of: 'rate', atLeast: null, low: 450, high: 550 })],
    });
    expect(figureIn(set)).toMatchObject({ value: 500, rating: null, target: '' });
    expect(figureIn(set, { period: 'rolling-12', of: 'rate' })).toMatchObject({
      value: 1500,
      rating: 'red',
      target: 'between 450 and 550 per 10,000',
    });
  });
});
