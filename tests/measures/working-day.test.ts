import { describe, expect, it } from 'vitest';
import { readBankHolidays } from '../../src/measures/calendar.js';
import { workingDayOfMonth } from '../../src/measures/working-day.js';
import { UserError } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';

const holidays = readBankHolidays(toolPath('reference', 'bank-holidays.json'), 'bank-holidays.json');

describe('the working day of the month', () => {
  it.each([
    ['2020-10-01', 1, 'a Thursday, the first day of its month'],
    ['2020-10-05', 3, 'the Monday after'],
    ['2020-08-03', 1, 'a month that begins on a Saturday'],
    ['2021-01-04', 1, 'after a bank holiday and a weekend'],
    ['2020-12-25', 0, 'Christmas'],
    ['2020-12-28', 0, 'the Monday that stands for Boxing Day'],
    ['2020-12-29', 19, '21 weekdays, two of them bank holidays'],
    ['2020-10-04', 0, 'a Sunday'],
    ['2024-02-29', 21, 'a leap day, a Thursday'],
  ])('of %s is %i: %s', (day, number) => {
    expect(workingDayOfMonth(day, holidays)).toBe(number);
  });

  it('is not guessed for a year without bank holidays', () => {
    expect(() => workingDayOfMonth('2031-01-02', holidays)).toThrow(UserError);
  });
});
