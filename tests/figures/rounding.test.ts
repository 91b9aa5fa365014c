import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, round, roundText } from '../../src/figures/rounding.js';

describe('roundText', () => {
  it.each([
    [0.5, 0, '1'],
    [1.5, 0, '2'],
    [2.5, 0, '3'],
    [-0.5, 0, '-1'],
    [-2.5, 0, '-3'],
    [8.35, 1, '8.4'],
    [-8.35, 1, '-8.4'],
    [1.005, 2, '1.01'],
    [-1.005, 2, '-1.01'],
    [94.95, 1, '95.0'],
    [94.949, 1, '94.9'],
    [-94.95, 1, '-95.0'],
    [99.5, 0, '100'],
    [9.995, 2, '10.00'],
    [0.005, 2, '0.01'],
    [0.05, 1, '0.1'],
  ])('when %d is half way at %d decimals then it goes away from zero to %s', (value, decimals, text) => {
    expect(roundText(value, decimals)).toBe(text);
  });

  it.each([
    [0.4, 0, '0'],
    [-0.4, 0, '0'],
    [-0.04, 1, '0.0'],
    [-0, 0, '0'],
    [0, 2, '0.00'],
    [7, 2, '7.00'],
    [0.0000001, 2, '0.00'],
    [0.0000005, 6, '0.000001'],
    [1_234_567.5, 0, '1234568'],
  ])(
    'when %d is shown with %d decimals then it is %s, without a sign on nothing',
    (value, decimals, text) => {
      expect(roundText(value, decimals)).toBe(text);
    },
  );

  it('when a quotient is a half only on paper then it is still rounded away from zero', () => {
    // 167 of 2,000 is 8.35%, which binary holds as a little less.
    expect(roundText((100 * 167) / 2000, 1)).toBe('8.4');
    // 201 of 20,000 is 1.005%.
    expect(roundText((100 * 201) / 20_000, 2)).toBe('1.01');
  });

  it('when any decimal number is rounded then whole-number arithmetic gives the same text', () => {
    const decimalNumber = fc.record({
      digits: fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
      scale: fc.integer({ min: 0, max: 8 }),
      decimals: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(decimalNumber, ({ digits, scale, decimals }) => {
        const value = Number(`${digits}e-${scale}`);
        expect(roundText(value, decimals)).toBe(roundedByHand(digits, scale, decimals));
      }),
    );
  });
});

describe('round and exact', () => {
  it('when a number is rounded then it is the number that its text says', () => {
    expect(round(1.005, 2)).toBe(1.01);
    expect(round(-0.4, 0)).toBe(0);
  });

  it('when binary fractions leave noise then the exact number has none', () => {
    expect(exact(0.1 + 0.2)).toBe(0.3);
    expect(exact((100 * 9.2) / 11.5)).toBe(80);
    expect(exact(-(0.1 + 0.2))).toBe(-0.3);
    expect(exact(94.9999)).toBe(94.9999);
  });
});

/** `digits` / 10^`scale`, half away from zero, in whole numbers only. */
function roundedByHand(digits: number, scale: number, decimals: number): string {
  const magnitude = BigInt(Math.abs(digits)) * 10n ** BigInt(decimals);
  const unit = 10n ** BigInt(scale);
  const scaled = (magnitude * 2n + unit) / (unit * 2n);
  const text = scaled.toString().padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  const sign = digits < 0 && scaled !== 0n ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-decimals)}`;
}
