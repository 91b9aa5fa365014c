import { type Measure, periodsOf } from '../measures/measure.js';
import { addMonths, monthEnd, yearStart } from '../months.js';
import type { PeriodKind } from './figure.js';

/** The months that a figure pools: all periods are the same mechanism with other ends. */
export interface Span {
  readonly period: PeriodKind;
  readonly month: string;
  readonly from: string;
  readonly to: string;
}

export function spansOf(measure: Measure, months: readonly string[]): Span[] {
  return months.flatMap(month => periodsOf(measure).map(period => spanOf(measure, period, month)));
}

export function spanOf(measure: Measure, period: PeriodKind, month: string): Span {
  return { period, month, from: firstMonth(measure, period, month), to: month };
}

function firstMonth(measure: Measure, period: PeriodKind, month: string): string {
  switch (period) {
    case 'month':
      return month;
    case 'ytd':
      return yearStart(month);
    case 'rolling-12':
      return addMonths(month, -11);
    case 'snapshot':
      return measure.window > 0 ? addMonths(month, 1 - measure.window) : month;
  }
}

/**
 * The first day for which a figure needs complete data: the start of what it spans, less its history. History counts
 * back from the start of the period for events, and from the month end for snapshots and windows.
 * 'all' goes as far as the record does, so nothing is required beyond the span itself.
 */
export function neededFrom(measure: Measure, span: Span): string {
  const isAtMonthEnd = span.period === 'snapshot' || measure.pooled;
  const firstOfSpan = measure.window > 0 || !isAtMonthEnd ? `${span.from}-01` : monthEnd(span.from);
  if (measure.history === 'all' || measure.history === 0) return firstOfSpan;
  const back = isAtMonthEnd
    ? dayAfterMonthEnd(measure.window > 0 ? span.to : span.from, measure.history)
    : `${addMonths(span.from, -measure.history)}-01`;
  return back < firstOfSpan ? back : firstOfSpan;
}

/** The day after the month end `months` earlier. */
function dayAfterMonthEnd(month: string, months: number): string {
  return `${addMonths(month, 1 - months)}-01`;
}

/** The earliest month that any figure of a run needs cases for. */
export function earliestMonth(measures: readonly Measure[], months: readonly string[]): string {
  const starts = measures.flatMap(measure => spansOf(measure, months).map(span => span.from));
  return starts.sort()[0] ?? months[0] ?? '';
}

/**
 * The months whose counts decide which figures may be published, oldest first: whole financial years, from before the twelve
 * months to the first month of the series, so that they are the same whatever the report month is.
 */
export function groundMonths(months: readonly string[]): string[] {
  const [first = ''] = months;
  const last = months.at(-1) ?? first;
  const start = yearStart(addMonths(first, -11));
  const ground: string[] = [];
  for (let month = start; month <= last; month = addMonths(month, 1)) ground.push(month);
  return ground;
}
