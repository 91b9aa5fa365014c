import { describe, expect, it } from 'vitest';
import { FigureSet, keyOf } from '../../src/figures/figure-set.js';
import { aFigure } from '../support/examples.js';

const key = { measure: 'example', period: 'month', month: '2020-09' } as const;

describe('FigureSet', () => {
  const total = aFigure();
  const team = aFigure({ team: 'North', value: 1 });
  const neglect = aFigure({ category: 'Neglect', value: 2 });
  const emotional = aFigure({ category: 'Emotional', value: 3 });
  const perChild = aFigure({ of: 'rate', value: 4 });
  const before = aFigure({ month: '2020-07', value: 5 });
  const set = new FigureSet([total, team, neglect, emotional, perChild, before]);

  it('when only measure, period and month are asked for then it is the total of the whole service', () => {
    expect(set.get(key)).toBe(total);
  });

  it('when team, category or rate is asked for then it is that one', () => {
    expect(set.get({ ...key, team: 'North' })).toBe(team);
    expect(set.get({ ...key, category: 'Neglect' })).toBe(neglect);
    expect(set.get({ ...key, of: 'rate' })).toBe(perChild);
  });

  it('when there is none then it is undefined', () => {
    expect(set.get({ ...key, month: '2020-08' })).toBeUndefined();
    expect(set.get({ ...key, period: 'ytd' })).toBeUndefined();
    expect(set.get({ ...key, team: 'north' })).toBeUndefined();
    expect(new FigureSet([]).get(key)).toBeUndefined();
  });

  it('when a series is asked for then a month without a figure keeps its place', () => {
    const spec = { measure: 'example', period: 'month' } as const;
    expect(set.series(spec, ['2020-07', '2020-08', '2020-09'])).toEqual([before, undefined, total]);
    expect(set.series(spec, [])).toEqual([]);
  });

  it('when categories are asked for then they come in their order, without the total', () => {
    expect(set.categories(key)).toEqual(['Neglect', 'Emotional']);
    expect(set.categories({ ...key, team: 'North' })).toEqual([]);
    expect(set.categories({ ...key, of: 'rate' })).toEqual([]);
  });
});

describe('keyOf', () => {
  it('when parts hold the characters that might part them then keys still differ', () => {
    const keys = [
      keyOf(aFigure({ team: 'a', category: 'b|c' })),
      keyOf(aFigure({ team: 'a|b', category: 'c' })),
      keyOf(aFigure({ team: 'a,b', category: 'c' })),
      keyOf(aFigure({ team: 'a', category: 'b,c' })),
      keyOf(aFigure({ team: 'ab', category: '' })),
      keyOf(aFigure({ team: 'a', category: 'b' })),
      keyOf(aFigure({ team: '', category: 'ab' })),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
