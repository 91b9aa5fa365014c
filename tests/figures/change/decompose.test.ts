import { describe, expect, it } from 'vitest';
import { decomposeCount, decomposeShare, roundedToSum } from '../../../src/figures/change/decompose.js';

const part = (name: string, before: readonly [number, number], now: readonly [number, number]) => ({
  name,
  before: { numerator: before[0], denominator: before[1] },
  now: { numerator: now[0], denominator: now[1] },
});

describe('why a figure changed', () => {
  // Before 5 of 8, 62.5%; now 4 of 8, 50%. The mean of both is 56.25%.
  const parts = [part('North', [3, 4], [1, 2]), part('South', [2, 4], [3, 6])];

  it('when a part did worse and another has more of the cases then rate and mix add up to the whole', () => {
    const found = decomposeShare(parts, 100);
    expect(found?.difference).toBeCloseTo(-12.5, 10);
    // North: mean share 3/8 × -25 points; its share fell by 1/4 while it stood 6.25 points above the mean.
    expect(found?.parts[0]?.rate).toBeCloseTo(-9.375, 10);
    expect(found?.parts[0]?.mix).toBeCloseTo(-1.5625, 10);
    // South did the same in both months; its share rose by 1/4 while it stood 6.25 points below.
    expect(found?.parts[1]?.rate).toBeCloseTo(0, 10);
    expect(found?.parts[1]?.mix).toBeCloseTo(-1.5625, 10);
  });

  it('when it is rounded for print then the printed parts still add up to the printed whole', () => {
    const found = decomposeShare(parts, 100);
    const rounded = found && roundedToSum(found, 2);
    expect(rounded?.difference).toBe(-12.5);
    expect(rounded?.parts.map(({ rate, mix }) => [rate, mix])).toEqual([
      [-9.38, -1.56],
      [0, -1.56],
    ]);
  });

  it('when a part had no case before then all it changed is the mix', () => {
    // From 1 of 2 to 2 of 4: the new part stands at the mean of both months, so it changed nothing.
    const found = decomposeShare([part('Old', [1, 2], [1, 2]), part('New', [0, 0], [1, 2])], 100);
    expect(found?.difference).toBe(0);
    expect(found?.parts.map(({ rate, mix }) => [rate, mix])).toEqual([
      [0, -0],
      [0, 0],
    ]);
    // 1 of 2, then 1 of 2 and 2 of 2: 75%. The new part: share 1/2 × (100 - 62.5); the old: -1/2 × (50 - 62.5).
    const better = decomposeShare([part('Old', [1, 2], [1, 2]), part('New', [0, 0], [2, 2])], 100);
    expect(better?.parts.map(({ rate, mix }) => [rate, mix])).toEqual([
      [0, 6.25],
      [0, 18.75],
    ]);
  });

  it('when thirds are rounded then the sum is kept', () => {
    // Each part gives a third of 10 points.
    const third = { before: { numerator: 0, denominator: 1 }, now: { numerator: 0, denominator: 1 } };
    const parts = ['a', 'b', 'c'].map(name => ({ ...third, name, mix: 0, rate: 10 / 3 }));
    const rounded = roundedToSum({ difference: 10, parts }, 0);
    expect(rounded.parts.map(({ rate }) => rate)).toEqual([4, 3, 3]);
  });

  it('when a month has no case then there is nothing to take apart', () => {
    expect(decomposeShare([part('North', [0, 0], [1, 2])], 100)).toBeNull();
  });

  it('when it is a count then each part gives its own change', () => {
    const found = decomposeCount([part('North', [5, 1], [3, 1]), part('South', [0, 1], [4, 1])]);
    expect(found.difference).toBe(2);
    expect(found.parts.map(({ mix, rate }) => [mix, rate])).toEqual([
      [-2, 0],
      [4, 0],
    ]);
  });
});
