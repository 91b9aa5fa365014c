import { describe, expect, it } from 'vitest';
import { packFigures, unpackFigures } from '../../src/cache/packed-figures.js';
import type { Figure } from '../../src/figures/figure.js';

const first: Figure = {
  measure: 're-referrals',
  of: 'value',
  period: 'month',
  month: '2020-09',
  team: '',
  category: '',
  value: 100 / 3,
  numerator: 0.1 + 0.2,
  denominator: 3,
  notYetDue: 0,
  notJudged: null,
  unit: 'percent',
  status: 'ok',
  reason: '',
  target: 'at most 20%',
  rating: 'red',
  movement: null,
  meaning: 'worsening',
  variation: null,
  assurance: 'hit and miss',
  definition: 'v1+v2',
};
const second: Figure = { ...first, team: 'Équipe "1"', value: null, rating: null, status: 'no-cases' };

describe('packed figures', () => {
  const throughJson = (figures: readonly Figure[]) => {
    const packed = packFigures(figures);
    return packed && unpackFigures(JSON.parse(JSON.stringify(packed)));
  };

  it('come back to the last digit and letter, in their order, with their parts in their order', () => {
    const found = throughJson([first, second]);
    expect(JSON.stringify(found)).toBe(JSON.stringify([first, second]));
    expect(throughJson([])).toEqual([]);
  });

  it('when a number cannot be written as JSON has it then nothing is packed', () => {
    for (const value of [-0, Number.NaN, Number.POSITIVE_INFINITY])
      expect(packFigures([first, { ...second, value }])).toBeNull();
  });

  it('when a column is not whole then it is none', () => {
    const packed = packFigures([first, second]);
    if (!packed) throw new Error('Nothing was packed');
    const { value } = packed.numbers;
    const cut = { ...packed, numbers: { ...packed.numbers, value: value.slice(0, 1) } };
    expect(() => unpackFigures(cut)).toThrow('not whole');
  });
});
