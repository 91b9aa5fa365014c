import { headlinePeriod, type Measure } from '../measures/measure.js';
import type { Target } from '../workspace/tables.js';
import { meaningOf, movementBetween } from './direction.js';
import type { Figure, Movement, PeriodKind } from './figure.js';
import { decimalsBesideRating, rate, targetInForce, targetInWords } from './rating.js';

/** Decimals of a rate beside a count; a rate that is a measure of its own says its decimals itself. */
export const RATE_DECIMALS = 1;

export function decimalsOf(figure: Pick<Figure, 'of'>, measure: Measure): number {
  return figure.of === 'rate' ? RATE_DECIMALS : measure.decimals;
}

/** As many decimals as keep the printed figure from contradicting its rating. */
export function decimalsShown(figure: Figure, measure: Measure, targets: readonly Target[]): number {
  const decimals = decimalsOf(figure, measure);
  const target = targetFor(figure, measure, targets);
  if (!target || figure.value === null) return decimals;
  return decimalsBesideRating(figure.value, target, figure.unit, decimals);
}

/**
 * Numbers first, then their labels: rating against the target in force, movement and what it means.
 * @param earlier the same figure `monthsBackOf` its period before
 */
export function labelsOf(
  figure: Figure,
  earlier: Figure | undefined,
  measure: Measure,
  targets: readonly Target[],
): Labels {
  const target = targetFor(figure, measure, targets);
  const movement = movementOf(figure, earlier, measure, targets);
  return {
    target: target ? targetInWords(target, figure.unit) : '',
    rating: target && figure.value !== null ? rate(figure.value, target, figure.unit) : null,
    movement,
    meaning: meaningOf(movement, measure.polarity, figure, earlier, target),
  };
}

export type Labels = Pick<Figure, 'target' | 'rating' | 'movement' | 'meaning'>;

function movementOf(
  figure: Figure,
  earlier: Figure | undefined,
  measure: Measure,
  targets: readonly Target[],
): Movement | null {
  if (!earlier || figure.value === null || earlier.value === null) return null;
  const difference = figure.value - earlier.value;
  // Numbers that are a whole apart are so at any number of decimals; working those out is the longest part.
  if (Math.abs(difference) >= 1) return difference > 0 ? 'up' : 'down';
  const decimals = Math.max(
    decimalsShown(figure, measure, targets),
    decimalsShown(earlier, measure, targets),
  );
  return movementBetween(figure, earlier, decimals);
}

/** A month is compared with the month before; what grows through the year with the same point a year before. */
export function monthsBackOf(period: PeriodKind): number {
  return period === 'month' || period === 'snapshot' ? 1 : 12;
}

/**
 * The target that a figure may be held against. A share or an average is the same kind of number in every period and
 * team; a count is not, so a count's target is for the whole service and the month's own figure.
 */
export function targetFor(figure: Figure, measure: Measure, targets: readonly Target[]): Target | undefined {
  if (targets.length === 0 || figure.category !== '') return undefined;
  const isShare = measure.kind === 'ratio' || measure.kind === 'average';
  const isHeadline = figure.period === headlinePeriod(measure) && figure.team === '';
  if (figure.of === 'value' && !isShare && !isHeadline) return undefined;
  return targetInForce(targets, figure.measure, figure.of, figure.month);
}
