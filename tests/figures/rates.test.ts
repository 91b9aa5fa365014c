import { describe, expect, it } from 'vitest';
import { populationInForce } from '../../src/figures/make-figures.js';
import { aMeasure, aSnapshot, someSums } from '../support/examples.js';
import { figureIn, figuresFrom } from '../support/figures-from-sums.js';

const nobody = { ages: '0-17', source: '' };

describe('rates per 10,000 children', () => {
  const populations = [
    { from: '2020-04', population: 40_000, ...nobody },
    { from: '2019-04', population: 20_000, ...nobody },
  ];
  const counted = aMeasure({ kind: 'count', unit: 'count', rate: true });

  it.each([
    ['2019-03', undefined],
    ['2019-04', 20_000],
    ['2020-03', 20_000],
    ['2020-04', 40_000],
  ])('when the month is %s then the latest row on or before it counts', (month, population) => {
    expect(populationInForce(populations, month)?.population).toBe(population);
  });

  it('when a row has no month then it counts until another begins', () => {
    const rows = [{ from: '', population: 10_000, ...nobody }, ...populations];
    expect(populationInForce(rows, '2010-01')?.population).toBe(10_000);
    expect(populationInForce(rows, '2020-09')?.population).toBe(40_000);
  });

  it('when a count carries a rate then it is of twelve months, for the whole service only', () => {
    const sums = [
      someSums({ month: '2020-09', team: 'North', weight: 30 }),
      someSums({ month: '2019-10', weight: 70 }),
      someSums({ month: '2019-09', weight: 1000 }),
    ];
    const set = figuresFrom(counted, sums, { populations });
    const rates = set.all.filter(figure => figure.of === 'rate');
    expect(rates).toMatchObject([
      {
        period: 'rolling-12',
        team: '',
        value: 25,
        numerator: 100,
        denominator: 40_000,
        unit: 'per 10000',
      },
    ]);
  });

  it('when a snapshot carries a rate then it is of the month end', () => {
    const set = figuresFrom(aSnapshot({ rate: true }), [someSums({ weight: 144 })], { populations });
    expect(figureIn(set, { period: 'snapshot', of: 'rate' })).toMatchObject({ value: 36, numerator: 144 });
  });

  it('when a percentage carries a rate then it is the rate of its numerator', () => {
    const set = figuresFrom(aMeasure({ rate: true }), [someSums({ judged: 200, met: 100 })], { populations });
    expect(figureIn(set, { period: 'rolling-12', of: 'rate' })).toMatchObject({ value: 25, numerator: 100 });
  });

  it('when a rate is a measure of its own then teams and categories aside it is a value', () => {
    const measure = aSnapshot({ kind: 'rate', unit: 'per 10000' });
    const set = figuresFrom(measure, [someSums({ weight: 100 })], { populations });
    expect(figureIn(set, { period: 'snapshot' })).toMatchObject({ value: 25, denominator: 40_000 });
  });

  it('when no row is old enough then there is no data, and the table is named', () => {
    const set = figuresFrom(counted, [someSums({ weight: 1 })], {
      populations: [{ from: '2020-10', population: 1, ...nobody }],
    });
    expect(figureIn(set, { period: 'rolling-12' })).toMatchObject({ value: 1, status: 'ok' });
    expect(figureIn(set, { period: 'rolling-12', of: 'rate' })).toMatchObject({
      value: null,
      status: 'no-data',
      reason: 'population: populations.csv has no row on or before 2020-09',
    });
  });
});
