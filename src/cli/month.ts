import { addMonths, monthName } from '../months.js';
import { UserError } from '../problems.js';

/**
 * `--month`: YYYY-MM, or `last` for the month before today's.
 * @param today YYYY-MM-DD
 * @throws UserError 2 for anything else
 */
export function readMonth(text: string, today: string): string {
  if (text === 'last') return addMonths(today.slice(0, 7), -1);
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw UserError.of(
    2,
    'unknown-month',
    `"${text}" is not a month. Give --month as YYYY-MM, such as 2020-09, or last.`,
  );
}

/** @throws UserError 2 for a month that had not begun when the extracts were made */
export function checkMonth(month: string, extractedOn: string): void {
  if (extractedOn === '' || extractedOn >= `${month}-01`) return;
  const message = `${monthName(month)} had not begun when the extracts were made (${extractedOn}). Choose a month up to ${extractedOn.slice(0, 7)}, or extract again.`;
  throw UserError.of(2, 'unknown-month', message);
}
