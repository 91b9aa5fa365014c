import { describe, expect, it } from 'vitest';
import { formatFigure, formatNumber, formatValue } from '../../src/figures/display.js';
import { aFigure } from '../support/examples.js';

describe('formatValue', () => {
  it.each([
    [39.4, 'percent', 0, '39%'],
    [100, 'percent', 0, '100%'],
    [8.35, 'percent', 1, '8.4%'],
    [125, 'count', 0, '125'],
    [1203, 'days', 0, '1,203 days'],
    [1, 'days', 0, '1 day'],
    [0.6, 'days', 0, '1 day'],
    [0, 'days', 0, '0 days'],
    [1, 'cases per worker', 0, '1 case per worker'],
    [16, 'cases per worker', 0, '16 cases per worker'],
    [1, 'weeks', 0, '1 week'],
    [26, 'weeks', 0, '26 weeks'],
    [34.55, 'per 10000', 1, '34.6 per 10,000'],
    [12.25, 'fte', 1, '12.3 FTE'],
    [7.5, 'score', 1, '7.5'],
    [18.04, 'cases per worker', 1, '18.0 cases per worker'],
    [18.05, 'cases per fte', 1, '18.1 cases per FTE'],
  ] as const)('when %d is shown in %s with %d decimals then it reads %s', (value, unit, decimals, text) => {
    expect(formatValue(value, unit, decimals)).toBe(text);
  });
});

describe('formatNumber', () => {
  it.each([
    [0, 0, '0'],
    [999, 0, '999'],
    [999.5, 0, '1,000'],
    [1000, 0, '1,000'],
    [999_999.5, 0, '1,000,000'],
    [-1234, 0, '-1,234'],
    [-123, 0, '-123'],
    [1234.5678, 3, '1,234.568'],
    [1_234_567.05, 1, '1,234,567.1'],
  ])('when %d is shown with %d decimals then its thousands are parted: %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });
});

describe('formatFigure', () => {
  it('when there is a value then it is shown with its unit', () => {
    expect(formatFigure(aFigure({ value: 39.5 }), 0)).toBe('40%');
  });

  it('when the value is 0 then it is shown as 0, not as nothing', () => {
    expect(formatFigure(aFigure({ value: 0 }), 0)).toBe('0%');
  });

  it.each([
    ['no-cases', 'no cases'],
    ['no-data', 'no data'],
    ['suppressed', 'c'],
  ] as const)('when the status is %s then it reads "%s"', (status, text) => {
    expect(formatFigure(aFigure({ value: null, status }), 0)).toBe(text);
  });

  it('when a suppressed figure still carries its value then only the c is shown', () => {
    expect(formatFigure(aFigure({ value: 3, status: 'suppressed' }), 0)).toBe('c');
  });

  it('when there is no figure then it reads "no data"', () => {
    expect(formatFigure(undefined, 0)).toBe('no data');
  });
});
