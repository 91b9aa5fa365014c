import { z } from 'zod';

/** The kinds of cell in hand-kept tables. A message is a noun phrase: it follows "expected". */

const EXCEL_MONTH = /^[A-Za-z]{3}-\d{2}$/;
/** A comma parts thousands or nothing: 0,125 is somebody's decimal comma, and not to be read as 125. */
const NUMBER = /^-?(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?$/;

/** YYYY-MM, or '' where a month may be left open. */
export const openMonth = z.string().refine(text => text === '' || isMonth(text), { error: monthAdvice });
export const month = z.string().refine(isMonth, { error: monthAdvice });

/** YYYY-MM-DD or DD/MM/YYYY, which cannot be mistaken for each other; gives YYYY-MM-DD, or '' where none is given. */
export const openDate = z
  .string()
  .transform(isoDate)
  .refine(text => text === '' || isDate(text), { error: 'a date as YYYY-MM-DD or DD/MM/YYYY, or nothing' });

/** A number, a percentage written with its sign, or thousands with commas. */
export const number = z.string().refine(isNumber, { error: numberAdvice, abort: true }).transform(toNumber);
export const openNumber = z
  .string()
  .refine(text => text === '' || isNumber(text), { error: issue => `${numberAdvice(issue)}, or nothing` })
  .transform(text => (text === '' ? null : toNumber(text)));

export const text = z.string().min(1);

export const valueOrRate = z
  .string()
  .transform(cell => cell || 'value')
  .pipe(z.enum(['value', 'rate']));

function isMonth(cell: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(cell);
}

function monthAdvice(issue: { readonly input?: unknown }): string {
  const isExcelMonth = typeof issue.input === 'string' && EXCEL_MONTH.test(issue.input);
  return isExcelMonth
    ? 'a month as YYYY-MM (Excel has changed it: format the column as Text before typing)'
    : 'a month as YYYY-MM';
}

function isoDate(cell: string): string {
  const parts = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(cell);
  return parts ? `${parts[3]}-${parts[2]}-${parts[1]}` : cell;
}

/** True for YYYY-MM-DD that the calendar has. */
export function isDate(cell: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(cell)) return false;
  const parsed = new Date(`${cell}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(cell);
}

function toNumber(cell: string): number {
  const plain = cell.replace(/%$/, '');
  return NUMBER.test(plain) ? Number(plain.replaceAll(',', '')) : Number.NaN;
}

function isNumber(cell: string): boolean {
  return !Number.isNaN(toNumber(cell));
}

function numberAdvice(issue: { readonly input?: unknown }): string {
  const hasComma = typeof issue.input === 'string' && /^-?\d+,\d+%?$/.test(issue.input);
  return hasComma ? 'a number whose decimals follow a point, such as 22.5' : 'a number';
}
