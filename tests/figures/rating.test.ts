import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/figures/figure.js';
import {
  decimalsBesideRating,
  distance,
  rate,
  targetInForce,
  targetInWords,
} from '../../src/figures/rating.js';
import { aTarget } from '../support/examples.js';

const atLeast = (value: number) => aTarget({ atLeast: value });
const atMost = (value: number) => aTarget({ atMost: value });
const band = (low: number, high: number) => aTarget({ low, high });

describe('rate', () => {
  it.each([
    ['at least 95%, met exactly', 95, atLeast(95), 'green'],
    ['at least 95%, a hair below', 94.9999, atLeast(95), 'amber'],
    ['at least 95%, 5 points below', 90, atLeast(95), 'amber'],
    ['at least 95%, more than 5 points below', 89.9999, atLeast(95), 'red'],
    ['at least 3%, nothing', 0, atLeast(3), 'amber'],
    ['at most 2.3%, met exactly', 2.3, atMost(2.3), 'green'],
    ['at most 2.3%, 5 points above', 7.3, atMost(2.3), 'amber'],
    ['at most 2.3%, more than 5 points above', 7.31, atMost(2.3), 'red'],
    ['at most 0%, met', 0, atMost(0), 'green'],
    ['at most 0%, just missed', 0.1, atMost(0), 'red'],
    ['between 10% and 15%, on the low edge', 10, band(10, 15), 'green'],
    ['between 10% and 15%, 5 points below', 5, band(10, 15), 'amber'],
    ['between 10% and 15%, 5 points above', 20, band(10, 15), 'amber'],
    ['between 10% and 15%, further above', 20.1, band(10, 15), 'red'],
  ] as const)('when a percentage has %s then it is rated so', (_, value, target, rating) => {
    expect(rate(value, target, 'percent')).toBe(rating);
  });

  it.each([
    ['at least 200, a tenth below', 180, atLeast(200), 'count', 'amber'],
    ['at least 200, more than a tenth below', 179, atLeast(200), 'count', 'red'],
    ['at most 426 days, a tenth above', 468.6, atMost(426), 'days', 'amber'],
    ['at most 426 days, more than a tenth above', 468.61, atMost(426), 'days', 'red'],
    ['at most 0, one', 1, atMost(0), 'count', 'red'],
    ['at least 0, none', 0, atLeast(0), 'count', 'green'],
    ['between 135 and 155, on the high edge', 155, band(135, 155), 'count', 'green'],
    ['between 135 and 155, a tenth of 135 below', 121.5, band(135, 155), 'count', 'amber'],
    ['between 135 and 155, further below', 121, band(135, 155), 'count', 'red'],
    ['between 135 and 155, a tenth of 155 above', 170.5, band(135, 155), 'count', 'amber'],
    ['between 135 and 155, further above', 171, band(135, 155), 'count', 'red'],
    ['between 0 and 4, above by a tenth of 4', 4.4, band(0, 4), 'score', 'amber'],
    ['at most 30 per 10,000, a tenth above', 33, atMost(30), 'per 10000', 'amber'],
    ['at least -10, a tenth below', -11, atLeast(-10), 'score', 'amber'],
    ['at least -10, further below', -11.1, atLeast(-10), 'score', 'red'],
  ] as const)('when another figure has %s then it is rated so', (_, value, target, unit, rating) => {
    expect(rate(value, target, unit)).toBe(rating);
  });

  it.each([
    ['2 points and misses by 2', 93, aTarget({ atLeast: 95, amber: 2 }), 'amber'],
    ['2 points and misses by more', 92.9, aTarget({ atLeast: 95, amber: 2 }), 'red'],
    ['nothing and misses', 94.9, aTarget({ atLeast: 95, amber: 0 }), 'red'],
    ['1 point beside a target of 0', 1, aTarget({ atMost: 0, amber: 1 }), 'amber'],
    ['10 points beside a band', 25, aTarget({ low: 10, high: 15, amber: 10 }), 'amber'],
  ] as const)(
    'when the amber column gives %s then the default does not count',
    (_, value, target, rating) => {
      expect(rate(value, target, 'percent')).toBe(rating);
    },
  );

  it.each([
    ['9.2 of 11.5 FTE, at least 80%', (100 * 9.2) / 11.5, atLeast(80)],
    ['4.4 of 5.5 FTE, at most 80%', (100 * 4.4) / 5.5, atMost(80)],
    ['10.2 of 12 FTE, at least 85%', (100 * 10.2) / 12, atLeast(85)],
  ])('when %s is met exactly on paper then binary noise does not make it amber', (_, value, target) => {
    expect(rate(value, target, 'percent')).toBe('green');
    expect(distance(value, target)).toBe(0);
  });

  it('when the tolerance is met exactly on paper then it is amber', () => {
    // 0.3 less a tenth is 0.27, and 0.3 - 0.27 is 0.02999… in binary.
    expect(rate(0.27, atLeast(0.3), 'score')).toBe('amber');
    expect(rate(0.33, atMost(0.3), 'score')).toBe('amber');
  });

  it('when numbers have one decimal then the rating is that of whole tenths', () => {
    const tenths = fc.integer({ min: 1, max: 1500 });
    fc.assert(
      fc.property(tenths, tenths, fc.constantFrom<Unit>('percent', 'days'), (value, target, unit) => {
        const short = target - value;
        // Ten times both sides: a tenth of the target is then a whole number of hundredths.
        const tolerance = unit === 'percent' ? 500 : target;
        const expected = short <= 0 ? 'green' : short * 10 <= tolerance ? 'amber' : 'red';
        expect(rate(value / 10, atLeast(target / 10), unit)).toBe(expected);
      }),
    );
  });
});

describe('targetInForce', () => {
  const always = aTarget({ atLeast: 80 });
  const from2019 = aTarget({ from: '2019-04', atLeast: 90 });
  const from2020 = aTarget({ from: '2020-04', atLeast: 95 });
  const perChild = aTarget({ of: 'rate', atMost: 30 });
  const targets = [from2020, always, perChild, from2019];

  it.each([
    ['2019-03', always],
    ['2019-04', from2019],
    ['2020-03', from2019],
    ['2020-04', from2020],
    ['2030-01', from2020],
  ])('when the month is %s then the latest row on or before it counts', (month, target) => {
    expect(targetInForce(targets, 'example', 'value', month)).toBe(target);
  });

  it('when a rate is asked for then a target of the value does not stand in for it', () => {
    expect(targetInForce(targets, 'example', 'rate', '2020-09')).toBe(perChild);
    expect(targetInForce([always], 'example', 'rate', '2020-09')).toBeUndefined();
  });

  it('when every row starts later, or is of another measure, then there is none', () => {
    expect(targetInForce([from2020], 'example', 'value', '2020-03')).toBeUndefined();
    expect(targetInForce(targets, 'other', 'value', '2020-09')).toBeUndefined();
    expect(targetInForce([], 'example', 'value', '2020-09')).toBeUndefined();
  });
});

describe('decimalsBesideRating', () => {
  it.each([
    ['94.6 is amber and 95 would be green', 94.6, atLeast(95), 0, 1],
    ['94.96 is amber and 95.0 would be green', 94.96, atLeast(95), 0, 2],
    ['94.999 would need 3 more', 94.999, atLeast(95), 0, 2],
    ['95.2 and 95 are both green', 95.2, atLeast(95), 0, 0],
    ['89.96 is red and 90.0 would be amber', 89.96, atLeast(95), 0, 2],
    ['90.4 and 90 are both amber', 90.4, atLeast(95), 0, 0],
    ['2.4 is amber and 2 would be green', 2.4, atMost(2.3), 0, 1],
    ['155.4 is amber and 155 would be green', 155.4, band(135, 155), 0, 1],
    ['a decimal is shown anyhow', 94.96, atLeast(95), 1, 2],
  ])('when %s then as many decimals are shown as it takes', (_, value, target, usual, decimals) => {
    expect(decimalsBesideRating(value, target, 'percent', usual)).toBe(decimals);
  });
});

describe('targetInWords', () => {
  it.each([
    ['at least 95%', atLeast(95), 'percent'],
    ['at most 2.3%', atMost(2.3), 'percent'],
    ['at most 0', atMost(0), 'count'],
    ['at most 1 day', atMost(1), 'days'],
    ['at least 1,500', atLeast(1500), 'count'],
    ['between 135 and 155', band(135, 155), 'count'],
    ['between 0 and 2.5%', band(0, 2.5), 'percent'],
    ['between 10 and 26 weeks', band(10, 26), 'weeks'],
  ] as const)('when a reader should read "%s" then the target says so', (words, target, unit) => {
    expect(targetInWords(target, unit)).toBe(words);
  });
});
