import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../src/figures/variation/limits.js';
import { reading } from './worked-examples.js';

const STABLE = '20 22 19 21 23 20 18 21 22 20 19 23';
const SPIKE = '50 52 49 51 50 48 51 90 50 52 49 50 51 49';

function limitsIn(series: string, segment = 0, screensOutliers = true) {
  const { limits } = reading(series, { screensOutliers }).segments[segment] ?? {};
  if (!limits) throw new Error('no limits');
  return limits;
}

describe('limitsOf', () => {
  it('when a series is stable then its limits are those worked out by hand', () => {
    // Twelve values sum to 248; the eleven ranges sum to 25: 248 / 12 and 2.66 x 25 / 11.
    const limits = limitsIn(STABLE);
    expect(limits.mean).toBeCloseTo(20.6667, 4);
    expect(limits.range).toBeCloseTo(2.2727, 4);
    expect(limits.lower).toBeCloseTo(14.6212, 4);
    expect(limits.upper).toBeCloseTo(26.7121, 4);
    expect(limits.nearLower).toBeCloseTo(16.6364, 4);
    expect(limits.nearUpper).toBeCloseTo(24.697, 4);
  });

  it('when one month is far away then its ranges are screened and its value is not', () => {
    const limits = limitsIn(SPIKE);
    expect(limits.mean).toBeCloseTo(53, 9);
    // 101 over 13 is 7.77, cut at 25.4: the 39 and the 40 go, and 22 over 11 stays.
    expect(limits.range).toBeCloseTo(2, 9);
    expect(limits.lower).toBeCloseTo(47.68, 9);
    expect(limits.upper).toBeCloseTo(58.32, 9);
    expect(limits.nearLower).toBeCloseTo(49.4533, 4);
    expect(limits.nearUpper).toBeCloseTo(56.5467, 4);
  });

  it('when outliers are not screened then the limits are wide', () => {
    const limits = limitsIn(SPIKE, 0, false);
    expect(limits.range).toBeCloseTo(7.7692, 4);
    expect(limits.lower).toBeCloseTo(32.3338, 4);
    expect(limits.upper).toBeCloseTo(73.6662, 4);
  });

  it('when there is a gap then neither of its two ranges counts', () => {
    // Ranges 2, 2 and 4, 4; 8 to 20 is never bridged. Mean 76 / 6.
    const limits = limitsOf([6, 8, 6, null, 20, 16, 20], false);
    expect(limits.mean).toBeCloseTo(12.6667, 4);
    expect(limits.range).toBe(3);
  });

  it('when a percentage varies much then its limit passes 100', () => {
    // Mean 95, ranges of 10: 95 + 26.6.
    expect(limitsOf([90, 100, 90, 100, 90, 100, 90, 100], true).upper).toBeCloseTo(121.6, 9);
  });

  it.each(['0.7', '0.1', '1.1', '5'])('when every value is %s then there is no variation', value => {
    for (const count of [7, 8, 10, 12, 13]) {
      const read = reading(Array.from({ length: count }, () => value).join(' '));
      expect(read.segments[0]).toMatchObject({ strength: 'no variation', limits: null });
      expect(read.signals.every(signal => signal === null)).toBe(true);
    }
  });

  it('when two level stretches have one step between them then their limits mean nothing', () => {
    expect(reading('5 5 5 5 5 5 9 9 9 9 9 9').segments[0]?.strength).toBe('no variation');
  });
});
