import { describe, expect, it } from 'vitest';
import { valueScale } from '../../src/charts/value-scale.js';
import type { Unit } from '../../src/figures/figure.js';

describe('an axis from zero', () => {
  const cases: { when: string; values: number[]; unit: Unit; ticks: number[] }[] = [
    { when: 'shares are low', values: [20, 27], unit: 'percent', ticks: [0, 10, 20, 30] },
    { when: 'a share is whole', values: [100], unit: 'percent', ticks: [0, 25, 50, 75, 100] },
    { when: 'a count is one', values: [1], unit: 'count', ticks: [0, 1] },
    { when: 'a count is seven', values: [7], unit: 'count', ticks: [0, 2, 4, 6, 8] },
    { when: 'values are small', values: [0.34], unit: 'days', ticks: [0, 0.1, 0.2, 0.3, 0.4] },
    {
      when: 'a count has five digits',
      values: [61002],
      unit: 'count',
      ticks: [0, 20000, 40000, 60000, 80000],
    },
    { when: 'every share is 0', values: [0], unit: 'percent', ticks: [0, 100] },
    { when: 'nothing has a value', values: [], unit: 'count', ticks: [0, 1] },
  ];
  it.each(cases)('when $when, then its steps are round and hold it', ({ values, unit, ticks }) => {
    expect(valueScale(values, unit, 4)).toEqual({ top: ticks.at(-1), ticks });
  });
});
