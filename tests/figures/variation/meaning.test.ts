import { describe, expect, it } from 'vitest';
import { assuranceOf, variationOf } from '../../../src/figures/variation/meaning.js';
import { aTarget } from '../../support/examples.js';
import { reading } from './worked-examples.js';

const band = aTarget({ low: 135, high: 155 });

describe('variationOf', () => {
  it.each([
    ['higher', 'high', 'special-cause improvement'],
    ['higher', 'low', 'special-cause concern'],
    ['lower', 'high', 'special-cause concern'],
    ['lower', 'low', 'special-cause improvement'],
    ['none', 'high', 'special-cause high'],
    ['none', 'low', 'special-cause low'],
  ] as const)('when %s is better and a signal is %s then it is %s', (polarity, side, expected) => {
    expect(variationOf({ rule: 'R1', side }, 50, polarity, undefined)).toBe(expected);
  });

  it.each([
    [120, 'low', 'special-cause concern'],
    [120, 'high', 'special-cause improvement'],
    [170, 'high', 'special-cause concern'],
    [170, 'low', 'special-cause improvement'],
    [140, 'high', 'special-cause high'],
    [155, 'low', 'special-cause low'],
  ] as const)('when a band is 135 to 155 and %d is %s then it is %s', (value, side, expected) => {
    expect(variationOf({ rule: 'R4', side }, value, 'target', band)).toBe(expected);
  });

  it('when no rule fires then it is common cause', () => {
    expect(variationOf(null, 50, 'lower', undefined)).toBe('common cause');
  });
});

describe('assuranceOf', () => {
  function limits(series: string) {
    const found = reading(series).segments.at(-1)?.limits;
    if (!found) throw new Error('no limits');
    return found;
  }
  // Limits 14.6212 and 26.7121.
  const stable = limits('20 22 19 21 23 20 18 21 22 20 19 23');
  // The last segment's limits are 86.2715 and 97.3952.
  const later = limits('80 82 79 81 80 83 78 81 80 82 79 81 | 91 93 90 92 94 91 93 92 90 93 91 92');

  it.each([
    [{ atMost: 30 }, 'consistently met'],
    [{ atLeast: 30 }, 'consistently missed'],
    [{ atMost: 25 }, 'hit and miss'],
    [{ atLeast: 14 }, 'consistently met'],
    [{ atMost: 14 }, 'consistently missed'],
    [{ low: 10, high: 30 }, 'consistently met'],
    [{ low: 15, high: 30 }, 'hit and miss'],
    [{ low: 27, high: 30 }, 'consistently missed'],
  ] as const)('when the target is %o then it is %s', (target, expected) => {
    expect(assuranceOf(stable, aTarget(target))).toBe(expected);
  });

  it('when limits started anew then the last ones count', () => {
    expect(assuranceOf(later, aTarget({ atLeast: 88 }))).toBe('hit and miss');
    expect(assuranceOf(later, aTarget({ atLeast: 86 }))).toBe('consistently met');
  });

  it('when a limit lies on the target then the target is hit and missed', () => {
    const { lower } = stable;
    expect(assuranceOf(stable, aTarget({ atLeast: lower }))).toBe('hit and miss');
  });
});
