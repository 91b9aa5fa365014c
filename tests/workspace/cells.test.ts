import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  isDate,
  month,
  number,
  openDate,
  openMonth,
  openNumber,
  text,
  valueOrRate,
} from '../../src/workspace/cells.js';

/** What a cell is read as, or what was expected instead. */
function read(kind: z.ZodType, cell: string): unknown {
  const result = kind.safeParse(cell);
  return result.success ? result.data : `expected ${result.error.issues[0]?.message}`;
}

const A_MONTH = 'expected a month as YYYY-MM';
const EXCEL_MONTH =
  'expected a month as YYYY-MM (Excel has changed it: format the column as Text before typing)';
const A_DATE = 'expected a date as YYYY-MM-DD or DD/MM/YYYY, or nothing';

describe('months', () => {
  it.each([
    ['2020-09', '2020-09'],
    ['2020-12', '2020-12'],
    ['2020-13', A_MONTH],
    ['2020-00', A_MONTH],
    ['2020-9', A_MONTH],
    ['2020/09', A_MONTH],
    ['09/2020', A_MONTH],
    ['2020-09-01', A_MONTH],
    ['September 2020', A_MONTH],
    ['Sep-20', EXCEL_MONTH],
    ['sep-20', EXCEL_MONTH],
    ['', A_MONTH],
  ])('when the cell is %j then it is read as %s', (cell, result) => {
    expect(read(month, cell)).toBe(result);
  });

  it('when a month may be left open then nothing is right too, and Excel is still caught', () => {
    expect(read(openMonth, '')).toBe('');
    expect(read(openMonth, '2020-09')).toBe('2020-09');
    expect(read(openMonth, 'Sep-20')).toBe(EXCEL_MONTH);
  });
});

describe('dates', () => {
  it.each([
    ['2020-10-05', '2020-10-05'],
    ['05/10/2020', '2020-10-05'],
    ['29/02/2020', '2020-02-29'],
    ['', ''],
    ['29/02/2019', A_DATE],
    ['2020-02-30', A_DATE],
    ['31/04/2020', A_DATE],
    ['04/25/2020', A_DATE],
    ['5/10/2020', A_DATE],
    ['05/10/20', A_DATE],
    ['43922', A_DATE],
    ['next week', A_DATE],
  ])('when the cell is %j then it is read as %s', (cell, result) => {
    expect(read(openDate, cell)).toBe(result);
  });

  it.each([
    ['2020-02-29', true],
    ['2100-02-29', false],
    ['2020-12-31', true],
    ['2020-13-01', false],
    ['2020-10-5', false],
    ['', false],
  ])('when %j is asked about then whether the calendar has it is %s', (date, answer) => {
    expect(isDate(date)).toBe(answer);
  });
});

describe('numbers', () => {
  it.each([
    ['0', 0],
    ['95', 95],
    ['95%', 95],
    ['2.3', 2.3],
    ['-1', -1],
    ['1,234', 1234],
    ['1,234,567.5', 1_234_567.5],
    ['36100', 36_100],
  ])('when the cell is %j then it is read as %d', (cell, result) => {
    expect(read(number, cell)).toBe(result);
    expect(read(openNumber, cell)).toBe(result);
  });

  it.each(['many', '12,34', '1.2.3', '9 5', '£5', '1e3', '0x10', '.', '-', '%', 'NaN', 'Infinity', '95%%'])(
    'when the cell is %j then it is no number',
    cell => {
      expect(read(number, cell)).toMatch(/^expected a number/);
      expect(read(openNumber, cell)).toMatch(/^expected a number.*, or nothing$/);
    },
  );

  it.each([
    ['1,2345', 'a group of four is no thousand'],
    ['0,125', 'a nought before the comma means a decimal comma'],
    ['1.5,678', 'a comma after the point parts no thousands'],
  ])('when the cell is %j then it is no number: %s', cell => {
    expect(read(number, cell)).toMatch(/^expected a number/);
  });

  it.each(['22,5', '0,125', '12,5%'])('when %j has a decimal comma then the point is asked for', cell => {
    const advice = 'expected a number whose decimals follow a point, such as 22.5';
    expect(read(number, cell)).toBe(advice);
    expect(read(openNumber, cell)).toBe(`${advice}, or nothing`);
  });

  it('when a number may be left out then a blank is null, not 0', () => {
    expect(read(openNumber, '')).toBeNull();
    expect(read(number, '')).toBe('expected a number');
  });
});

describe('words', () => {
  it('when value or rate is left blank then it is value', () => {
    expect(read(valueOrRate, '')).toBe('value');
    expect(read(valueOrRate, 'rate')).toBe('rate');
    expect(read(valueOrRate, 'rates')).toMatch(/^expected /);
  });

  it('when text must be there then a blank is none', () => {
    expect(read(text, 'x')).toBe('x');
    expect(read(text, '')).toMatch(/^expected /);
  });
});
