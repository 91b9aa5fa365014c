import type { Figure, PeriodKind } from '../../figures/figure.js';
import { headlinePeriod, type Measure, periodsOf } from '../../measures/measure.js';
import { addMonths, monthName } from '../../months.js';
import type { FigureSource } from '../figure-reference.js';

/** Of which months a piece of a sentence speaks. Where it may be either of two, both are held against it. */

export interface Moment {
  readonly period: 'headline' | 'ytd' | 'rolling-12';
  /** Months before the report month. */
  readonly back: number;
}

export const NOW: Moment = { period: 'headline', back: 0 };
const YEAR = 12;
const YEAR_TO_DATE =
  /\bso far this year|\bthis year so far|\byear (?:so far|to date)|\bthis (?:financial )?year\b|\bsince april\b/i;
const SAME_MONTHS = /\bsame (?:months|period|time|point)(?: of| in)? (?:the )?(?:last|previous|year before)/i;
const YEAR_AGO = /\ba year (?:ago|earlier|before)|\blast year|\b12 months (?:ago|earlier)|\bprevious year/i;
const MONTH_AGO = /\blast month|\b(?:the|a) month (?:before|ago|earlier)|\bprevious month/i;
const TWELVE_MONTHS = /\b(?:last|past) (?:12|twelve) months|\b(?:12|twelve) months to\b|\bover the year\b/i;
const MONTHS = Array.from(
  { length: YEAR },
  (_, index) => monthName(`2020-${String(index + 1).padStart(2, '0')}`).split(' ')[0],
);
const MONTH = new RegExp(`\\b(${MONTHS.join('|')})\\b(?: (\\d{4}))?`, 'i');

/** The moments that words name, the likeliest first; null where they name none. */
export function momentsIn(words: string, sentence: string, month: string): Moment[] | null {
  const isOfYear = YEAR_TO_DATE.test(sentence);
  if (SAME_MONTHS.test(words)) return [{ period: isOfYear ? 'ytd' : 'headline', back: YEAR }];
  if (YEAR_AGO.test(words))
    return [
      { period: 'headline', back: YEAR },
      ...(isOfYear ? [{ period: 'ytd', back: YEAR } as const] : []),
    ];
  if (YEAR_TO_DATE.test(words)) return [{ period: 'ytd', back: 0 }];
  if (MONTH_AGO.test(words)) return [{ period: 'headline', back: 1 }];
  const named = monthNamed(words, month);
  if (named !== null) return [{ period: 'headline', back: monthsBetween(named, month) }];
  // "Referred before in the last 12 months" is what a measure counts as often as what a figure spans.
  return TWELVE_MONTHS.test(words) ? [NOW, { period: 'rolling-12', back: 0 }] : null;
}

/** The month that words name, YYYY-MM; without a year the latest such month that is not after the report month. */
export function monthNamed(words: string, month: string): string | null {
  const found = MONTH.exec(words);
  // "may" in small letters is a verb.
  if (!found || found[1] === 'may') return null;
  const number = MONTHS.findIndex(name => name?.toLowerCase() === found[1]?.toLowerCase()) + 1;
  const inYear = (year: number) => `${year}-${String(number).padStart(2, '0')}`;
  if (found[2] !== undefined) return inYear(Number(found[2]));
  const year = Number(month.slice(0, 4));
  return inYear(year) <= month ? inYear(year) : inYear(year - 1);
}

export function monthsBetween(from: string, to: string): number {
  const index = (each: string) => Number(each.slice(0, 4)) * YEAR + Number(each.slice(5, 7));
  return index(to) - index(from);
}

export function figureAt(
  measure: Measure,
  { period, back }: Moment,
  { figures, month }: FigureSource,
  category = '',
): Figure | undefined {
  const kind = periodAt(measure, period);
  if (kind === null) return undefined;
  return figures.get({ measure: measure.id, period: kind, month: addMonths(month, -back), category });
}

function periodAt(measure: Measure, period: Moment['period']): PeriodKind | null {
  const kind = period === 'headline' ? headlinePeriod(measure) : period;
  return periodsOf(measure).includes(kind) ? kind : null;
}
