import type { Figure } from '../../figures/figure.js';
import { keyOf } from '../../figures/figure-set.js';
import { tidyNumber } from '../../figures/tidy.js';

/** Which figures of a month differ between two makings of it, as exactly as figures.csv has them. */

export interface FigureChange {
  /** null where there was no such figure: a team or a category that is new. */
  readonly before: Figure | null;
  readonly now: Figure | null;
}

const NUMBERS = ['value', 'numerator', 'denominator', 'notYetDue', 'notJudged'] as const;

export function figureChanges(before: readonly Figure[], now: readonly Figure[]): FigureChange[] {
  const earlier = new Map(before.map(figure => [keyOf(figure), figure]));
  const later = new Map(now.map(figure => [keyOf(figure), figure]));
  const keys = new Set([...later.keys(), ...earlier.keys()]);
  return [...keys].flatMap(key => {
    const change = { before: earlier.get(key) ?? null, now: later.get(key) ?? null };
    return isChange(change) ? [change] : [];
  });
}

function isChange({ before, now }: FigureChange): boolean {
  if (!before || !now) return isSomething(before ?? now);
  return (
    before.status !== now.status ||
    before.rating !== now.rating ||
    NUMBERS.some(name => tidyNumber(before[name]) !== tidyNumber(now[name]))
  );
}

/** A team without a case on one side has no figure there, which says nothing else than 0 does. */
function isSomething(figure: Figure | null): boolean {
  return figure !== null && NUMBERS.some(name => (figure[name] ?? 0) !== 0);
}

/** In the figure's own unit; null where either has no value. */
export function differenceOf({ before, now }: FigureChange): number | null {
  const [one, other] = [before, now].map(figure => tidyNumber(figure?.value ?? null));
  return one == null || other == null ? null : tidyNumber(other - one);
}

/** How much must have changed for a restatement to have a page of its own. */
export interface Threshold {
  /** Of a percentage, in percentage points. */
  readonly points: number;
  /** Of any other figure, in percent of what was published. */
  readonly percent: number;
}

/** A rating that changed, and a figure that came or went, always do. */
export function exceeds(change: FigureChange, { points, percent }: Threshold): boolean {
  const { before, now } = change;
  const difference = differenceOf(change);
  if (before === null || now === null || difference === null) return before?.status !== now?.status;
  if (before.rating !== now.rating) return true;
  if (difference === 0) return false;
  if (now.unit === 'percent') return Math.abs(difference) >= points;
  const published = Math.abs(before.value ?? 0);
  return published === 0 || (100 * Math.abs(difference)) / published >= percent;
}
