import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import {
  quarterBefore,
  quarterFigure,
  quartersSoFar,
  yearFigure,
  yearName,
} from '../../src/figures/quarters.js';
import type { Measure } from '../../src/measures/measure.js';
import { aFigure, aMeasure, aSnapshot } from '../support/examples.js';

const Q2 = { name: '2020-21 Q2', short: 'Q2', from: '2020-07', to: '2020-09' };

function months(...parts: Partial<Figure>[]): FigureSet {
  return new FigureSet(parts.map((part, index) => aFigure({ month: `2020-0${7 + index}`, ...part })));
}

function ratio(numerator: number, denominator: number): Partial<Figure> {
  return { value: (100 * numerator) / denominator, numerator, denominator };
}

describe('quarters', () => {
  it.each([
    ['2020-04', ['2020-21 Q1 2020-04 2020-04']],
    ['2020-09', ['2020-21 Q1 2020-04 2020-06', '2020-21 Q2 2020-07 2020-09']],
    ['2020-08', ['2020-21 Q1 2020-04 2020-06', '2020-21 Q2 2020-07 2020-08']],
    [
      '2021-01',
      [
        '2020-21 Q1 2020-04 2020-06',
        '2020-21 Q2 2020-07 2020-09',
        '2020-21 Q3 2020-10 2020-12',
        '2020-21 Q4 2021-01 2021-01',
      ],
    ],
  ])(
    'when the month is %s then the quarters of its financial year that have begun are known',
    (month, told) => {
      expect(quartersSoFar(month).map(({ name, from, to }) => `${name} ${from} ${to}`)).toEqual(told);
    },
  );

  it('when it is the first of the year then the one before is the last of the year before', () => {
    const [first] = quartersSoFar('2020-04');
    expect(first && quarterBefore(first)).toEqual({
      name: '2019-20 Q4',
      short: 'Q4',
      from: '2020-01',
      to: '2020-03',
    });
    expect(yearName('2099-12')).toBe('2099-00');
  });
});

describe('the figure of a quarter', () => {
  const of = (measure: Measure, figures: FigureSet) => quarterFigure(measure, 'value', Q2, figures);

  it('when months have shares of cases then the cases are pooled, not the shares averaged', () => {
    // 10 of 10, 0 of 30 and 20 of 60: 30 of 100, where the average of the months would be 44%.
    const figures = months(ratio(10, 10), ratio(0, 30), ratio(20, 60));
    expect(of(aMeasure(), figures)).toMatchObject({
      value: 30,
      numerator: 30,
      denominator: 100,
      status: 'ok',
    });
  });

  it('when a month had no cases then it adds none; when none had any then there are none', () => {
    const none = { value: null, numerator: 0, denominator: 0, status: 'no-cases' as const };
    expect(of(aMeasure(), months(ratio(1, 4), none, ratio(2, 4)))).toMatchObject({ value: 37.5 });
    expect(of(aMeasure(), months(none, none, none))).toMatchObject({ value: null, status: 'no-cases' });
  });

  it('when a month has no data then neither has the quarter, with the reason', () => {
    const lost = { value: null, status: 'no-data' as const, reason: 'history: too early' };
    expect(of(aMeasure(), months(lost, ratio(1, 2), ratio(1, 2)))).toMatchObject({
      value: null,
      status: 'no-data',
      reason: 'history: too early',
    });
    const missing = new FigureSet([aFigure({ month: '2020-09' })]);
    expect(of(aMeasure(), missing)).toMatchObject({ value: null, status: 'no-data' });
  });

  it('when a published month stands without its counts then the quarter is held back, and is not "no cases"', () => {
    const bare = { value: 90, numerator: null, denominator: null };
    expect(of(aMeasure(), months(bare, bare, bare))).toMatchObject({
      value: null,
      status: 'suppressed',
      reason: 'its months are printed without the counts that a quarter would be worked out from',
    });
  });

  it('when a month was returned as a figure then there is none of the quarter: it cannot be added to cases', () => {
    const none = {
      value: null,
      numerator: null,
      status: 'no-data',
      reason: 'a month of it was returned as a figure, which cannot be added to cases',
    };
    const alone = { value: 90, numerator: null, denominator: null, reason: 'manual: returned' };
    expect(of(aMeasure(), months(ratio(1, 2), ratio(1, 2), alone))).toMatchObject(none);
    // 12 of the whole quarter stand for each of its months: they are not 36.
    const ofQuarter = { ...alone, value: 12, unit: 'count' as const };
    const counted = aMeasure({ kind: 'count', unit: 'count' });
    expect(of(counted, months(ofQuarter, ofQuarter, ofQuarter))).toMatchObject(none);
  });

  it('when months are counted then they are added; where a child counts once then the last month stands', () => {
    const counts = months(
      { value: 3, unit: 'count' },
      { value: 4, unit: 'count' },
      { value: 5, unit: 'count' },
    );
    const counted = aMeasure({ kind: 'count', unit: 'count' });
    expect(of(counted, counts)).toMatchObject({ value: 12, period: 'ytd' });
    expect(of({ ...counted, distinct: true }, counts)).toMatchObject({ value: 5, period: 'month' });
    expect(of({ ...counted, kind: 'manual' }, counts)).toMatchObject({ value: 5 });
  });

  it('when it is true at a month end then it is that of the last', () => {
    const figures = months(
      { period: 'snapshot', value: 7 },
      { period: 'snapshot', value: 8 },
      { period: 'snapshot', value: 9 },
    );
    expect(of(aSnapshot(), figures)).toMatchObject({ value: 9, month: '2020-09' });
  });

  it('when a definition changed in the quarter then the figure has both', () => {
    const figures = months(
      { ...ratio(1, 2), definition: 'v1' },
      { ...ratio(1, 2), definition: 'v1' },
      { ...ratio(1, 2), definition: 'v2' },
    );
    expect(of(aMeasure(), figures)?.definition).toBe('v1+v2');
  });

  it('when the year has ended then its figure is the year to date of March, or what was true at its end', () => {
    const figures = new FigureSet([
      aFigure({ period: 'ytd', month: '2020-03', value: 81 }),
      aFigure({ period: 'snapshot', month: '2020-03', value: 9 }),
    ]);
    expect(yearFigure(aMeasure(), 'value', '2020-03', figures)?.value).toBe(81);
    expect(yearFigure(aSnapshot(), 'value', '2020-03', figures)?.value).toBe(9);
  });
});
