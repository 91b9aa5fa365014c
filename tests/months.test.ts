import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  dateName,
  monthEnd,
  monthName,
  monthsTo,
  shortMonthName,
  yearStart,
} from '../src/months.js';

const anyMonth = fc
  .record({ year: fc.integer({ min: 1900, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);
const someMonths = fc.integer({ min: -600, max: 600 });

describe('addMonths', () => {
  it.each([
    ['2020-09', 0, '2020-09'],
    ['2020-09', -12, '2019-09'],
    ['2020-12', 1, '2021-01'],
    ['2021-01', -1, '2020-12'],
    ['2020-01', -13, '2018-12'],
    ['2020-01', 11, '2020-12'],
    ['1999-12', 25, '2002-01'],
  ])('when %s is moved by %d then it is %s', (month, count, result) => {
    expect(addMonths(month, count)).toBe(result);
  });

  it('when months are added in two steps then it is as in one', () => {
    fc.assert(
      fc.property(anyMonth, someMonths, someMonths, (month, one, two) => {
        expect(addMonths(addMonths(month, one), two)).toBe(addMonths(month, one + two));
      }),
    );
  });

  it('when a later month is compared as text then it sorts after', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 1, max: 600 }), (month, count) => {
        expect(addMonths(month, count) > month).toBe(true);
      }),
    );
  });
});

describe('monthsTo', () => {
  it('when months are listed then the oldest is first and the year turns', () => {
    expect(monthsTo('2020-02', 4)).toEqual(['2019-11', '2019-12', '2020-01', '2020-02']);
  });

  it('when one is asked for then it is the month itself; when none then none', () => {
    expect(monthsTo('2020-02', 1)).toEqual(['2020-02']);
    expect(monthsTo('2020-02', 0)).toEqual([]);
  });
});

describe('yearStart', () => {
  it.each([
    ['2020-04', '2020-04'],
    ['2020-03', '2019-04'],
    ['2020-12', '2020-04'],
    ['2021-01', '2020-04'],
  ])('when the month is %s then its year began in %s', (month, start) => {
    expect(yearStart(month)).toBe(start);
  });
});

describe('monthEnd', () => {
  it.each([
    ['2020-01', '2020-01-31'],
    ['2020-02', '2020-02-29'],
    ['2019-02', '2019-02-28'],
    ['2000-02', '2000-02-29'],
    ['2100-02', '2100-02-28'],
    ['2020-04', '2020-04-30'],
    ['2020-12', '2020-12-31'],
  ])('when the month is %s then its last day is %s', (month, day) => {
    expect(monthEnd(month)).toBe(day);
  });
});

describe('names', () => {
  it('when a month or date is printed then a reader need not decode it', () => {
    expect(monthName('2020-09')).toBe('September 2020');
    expect(monthName('2021-01')).toBe('January 2021');
    expect(monthName('2020-12')).toBe('December 2020');
    expect(shortMonthName('2020-09')).toBe('Sep 20');
    expect(shortMonthName('2005-05')).toBe('May 05');
    expect(dateName('2020-10-05')).toBe('5 October 2020');
    expect(dateName('2020-02-29')).toBe('29 February 2020');
  });
});
