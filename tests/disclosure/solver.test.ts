import { expect, it } from 'vitest';
import { narrow, type Unknown } from './solver.js';

const small = (truth: number): Unknown => ({ least: 1, most: 100, isHidden: true, truth });

function solve(terms: Record<string, number>, sum: number, unknown: Record<string, Unknown>) {
  const line = { says: '', terms: new Map(Object.entries(terms)), low: sum, high: sum, isSum: true };
  return narrow({
    lines: [line],
    printed: new Map(),
    unknown: new Map(Object.entries(unknown)),
    threshold: 5,
  }).map(({ count, values }) => [count, ...values]);
}

it('when only whole numbers are left of a range, then it finds them', () => {
  // 2a + 3b = 11: 1 and 3, or 4 and 1. As fractions each could be anything between.
  expect(solve({ a: 2, b: 3 }, 11, { a: small(4), b: small(1) })).toEqual([
    ['a', 1, 4],
    ['b', 1, 3],
  ]);
});

it('when everything from 1 to the threshold is possible, then it finds nothing', () => {
  expect(solve({ a: 1, b: 1, c: 1 }, 8, { a: small(3), b: small(2), c: small(3) })).toEqual([]);
});
