/** Quarters of the financial year, and a measure's figure of one: cases pooled, never an average of months. */
import { isAdditive, isSnapshot, type Measure, yearlyPeriod } from '../measures/measure.js';
import { addMonths, yearStart } from '../months.js';
import type { Figure } from './figure.js';
import type { FigureSet } from './figure-set.js';
import { exact } from './rounding.js';

/** First and last month; the last of a quarter that is under way is the report month. */
export interface Quarter {
  /** "2020-21 Q2". */
  readonly name: string;
  /** "Q2". */
  readonly short: string;
  readonly from: string;
  readonly to: string;
}

const MONTHS = 3;

/** The quarters of the financial year that have begun, the first first. @param month YYYY-MM, the last that there is */
export function quartersSoFar(month: string): Quarter[] {
  const start = yearStart(month);
  const firsts = [0, 1, 2, 3].map(index => addMonths(start, index * MONTHS));
  return firsts.filter(from => from <= month).map(from => quarterFrom(from, month));
}

/** The quarter before, whole. */
export function quarterBefore({ from }: Quarter): Quarter {
  const first = addMonths(from, -MONTHS);
  return quarterFrom(first, addMonths(first, MONTHS - 1));
}

function quarterFrom(from: string, month: string): Quarter {
  const start = yearStart(from);
  const end = addMonths(from, MONTHS - 1);
  const short = `Q${[0, 1, 2, 3].findIndex(index => addMonths(start, index * MONTHS) === from) + 1}`;
  return { name: `${yearName(start)} ${short}`, short, from, to: end < month ? end : month };
}

/** "2020-21" of any month in it. */
export function yearName(month: string): string {
  const year = Number(yearStart(month).slice(0, 4));
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/**
 * The figure of the cases of a quarter's months together. What is true at a month end, a rate, and what cannot be added up
 * (children counted once, values returned without their cases) is the figure of its last month.
 */
export function quarterFigure(
  measure: Measure,
  of: Figure['of'],
  { from, to }: Quarter,
  figures: FigureSet,
): Figure | undefined {
  const key = { measure: measure.id, of };
  if (of === 'rate') return figures.get({ ...key, period: yearlyPeriod(measure), month: to });
  if (isSnapshot(measure)) return figures.get({ ...key, period: 'snapshot', month: to });
  if (measure.kind === 'rate') return figures.get({ ...key, period: 'rolling-12', month: to });
  const last = figures.get({ ...key, period: 'month', month: to });
  if (measure.distinct || measure.kind === 'manual') return last;
  const months = [0, 1, 2].map(index => addMonths(from, index)).filter(month => month <= to);
  const parts = months.map(month => figures.get({ ...key, period: 'month', month }));
  return last && pooled(parts, last, measure);
}

/** Whether its figure grows month by month until the quarter ends, so that fewer months are not held against three. */
export function isUnfinished(measure: Measure, of: Figure['of'], { from, to }: Quarter): boolean {
  if (of === 'rate' || isSnapshot(measure) || measure.distinct || measure.kind === 'manual') return false;
  return isAdditive(measure) && to < addMonths(from, MONTHS - 1);
}

/** In what is published a percentage of timeliness stands without its counts, which cannot be pooled then. */
const WITHOUT_COUNTS = 'its months are printed without the counts that a quarter would be worked out from';
/** As for a year to date; and a quarter's return stands for each of its months, which would be added three times. */
const RETURNED = 'a month of it was returned as a figure, which cannot be added to cases';

/** Of a span of months, as a year to date is: a target on a month's count is not held against it. */
function pooled(parts: readonly (Figure | undefined)[], last: Figure, measure: Measure): Figure {
  const missing = parts.find(
    part => part === undefined || part.status === 'no-data' || part.status === 'suppressed',
  );
  const span: Figure = {
    ...last,
    ...{ period: 'ytd', rating: null, movement: null, meaning: null, assurance: null },
    definition: [...new Set(parts.flatMap(part => part?.definition ?? []))].join('+'),
  };
  const without: Figure = { ...span, value: null, numerator: null, denominator: null };
  if (missing || parts.includes(undefined)) {
    const reason = missing?.reason ?? 'a month of the quarter was not worked out';
    return { ...without, status: missing?.status ?? 'no-data', reason };
  }
  const isQuotient = measure.kind === 'ratio' || measure.kind === 'average';
  // Only what was returned in place of cases has both a value and a reason.
  if (parts.some(part => part?.status === 'ok' && part.reason !== ''))
    return { ...without, status: 'no-data', reason: RETURNED };
  if (isQuotient && parts.some(part => part?.status === 'ok' && part.denominator === null))
    return { ...without, status: 'suppressed', reason: WITHOUT_COUNTS };
  const sum = (pick: (part: Figure) => number | null) =>
    exact(parts.reduce((total, part) => total + ((part && pick(part)) ?? 0), 0));
  if (last.denominator === null && !isQuotient)
    return { ...span, value: sum(part => part.value), status: 'ok', reason: '' };
  const [numerator, denominator] = [sum(part => part.numerator), sum(part => part.denominator)];
  const share = measure.unit === 'percent' ? 100 : 1;
  const counted = { ...span, numerator, denominator };
  if (denominator === 0) return { ...counted, value: null, status: 'no-cases' };
  return { ...counted, value: (share * numerator) / denominator, status: 'ok', reason: '' };
}

/** The figure of the financial year that ended in a March: its cases pooled, or what was true at its end. */
export function yearFigure(
  measure: Measure,
  of: Figure['of'],
  march: string,
  figures: FigureSet,
): Figure | undefined {
  const yearly = of === 'rate' || measure.kind === 'rate' || (isSnapshot(measure) && !measure.pooled);
  return figures.get({
    measure: measure.id,
    of,
    period: yearly ? yearlyPeriod(measure) : 'ytd',
    month: march,
  });
}
