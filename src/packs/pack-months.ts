/** The months that a pack compares, with the names that it prints. */
import { addMonths, monthName, monthsTo, shortMonthName } from '../months.js';

/** Months of a chart: the report month, and the same month a year before at its other end. */
export const CHART_MONTHS = 13;

interface NamedMonth {
  readonly month: string;
  /** "September 2020". */
  readonly name: string;
  /** "Sep 20". */
  readonly short: string;
}

export interface PackMonths {
  readonly current: NamedMonth;
  readonly previous: NamedMonth;
  readonly yearEarlier: NamedMonth;
}

export function packMonths(month: string): PackMonths {
  return {
    current: named(month),
    previous: named(addMonths(month, -1)),
    yearEarlier: named(addMonths(month, -12)),
  };
}

export function chartMonths(month: string): string[] {
  return monthsTo(month, CHART_MONTHS);
}

function named(month: string): NamedMonth {
  return { month, name: monthName(month), short: shortMonthName(month) };
}
