import type { Measure } from '../measures/measure.js';
import { addMonths, monthsTo } from '../months.js';

/** As far back as a figure without a window of its own goes: twelve months, or a year to date within them. */
const LONGEST_SPAN = 12;

/**
 * The months whose cases a freeze tells of: the month, those frozen before that its figures still pool, and the whole
 * window of a measure that has one.
 * @param frozenMonths of earlier freezes
 */
export function caseMonths(measure: Measure, month: string, frozenMonths: ReadonlySet<string>): string[] {
  if (measure.window > 0) return monthsTo(month, measure.window);
  const first = addMonths(month, 1 - LONGEST_SPAN);
  const earlier = [...frozenMonths].filter(each => each >= first && each < month);
  return [...earlier.sort(), month];
}
