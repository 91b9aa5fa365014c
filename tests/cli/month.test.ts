import { describe, expect, it } from 'vitest';
import { readMonth } from '../../src/cli/month.js';
import { UserError } from '../../src/problems.js';

describe('--month', () => {
  it.each([
    ['2020-10-05', '2020-09'],
    ['2020-10-01', '2020-09'],
    ['2020-10-31', '2020-09'],
    ['2021-01-01', '2020-12'],
    ['2020-03-31', '2020-02'],
  ])('when today is %s then last is %s', (today, month) => {
    expect(readMonth('last', today)).toBe(month);
  });

  it.each(['2020-09', '1999-12', '2030-01'])(
    'when it is %s then it is that month, whatever the day',
    month => {
      expect(readMonth(month, '2020-10-05')).toBe(month);
    },
  );

  it.each(['2020-13', '2020-00', '2020-9', '09/2020', 'September', 'Last', '', ' 2020-09', '2020-09-30'])(
    'when it is %j then how to give it is told',
    text => {
      expect(() => readMonth(text, '2020-10-05')).toThrow(
        new UserError(2, [
          {
            severity: 'error',
            rule: 'unknown-month',
            message: `"${text}" is not a month. Give --month as YYYY-MM, such as 2020-09, or last.`,
          },
        ]),
      );
    },
  );

  it('when it is wrong then the command is wrong: exit code 2', () => {
    try {
      readMonth('soon', '2020-10-05');
      expect.unreachable();
    } catch (error) {
      expect((error as UserError).exitCode).toBe(2);
    }
  });
});
