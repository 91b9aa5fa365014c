import { headlinePeriod, type Measure } from '../measures/measure.js';
import { addMonths } from '../months.js';
import type { Target } from '../workspace/tables.js';
import { meaningOf, movementBetween } from './direction.js';
import type { Figure } from './figure.js';
import { FigureSet } from './figure-set.js';
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

/** Numbers first, then their labels: rating against the target in force, movement and what it means. */
export function labelFigures(
  figures: readonly Figure[],
  measures: readonly Measure[],
  targets: readonly Target[],
): Figure[] {
  const set = new FigureSet(figures);
  const byId = new Map(measures.map(measure => [measure.id, measure]));
  return figures.map(figure => {
    const measure = byId.get(figure.measure);
    if (!measure) throw new Error(`no measure ${figure.measure}`);
    const target = targetFor(figure, measure, targets);
    const earlier = set.get({ ...figure, month: earlierMonth(figure) });
    const shown = [figure, earlier].map(each => (each ? decimalsShown(each, measure, targets) : 0));
    const movement = movementBetween(figure, earlier, Math.max(...shown));
    return {
      ...figure,
      target: target ? targetInWords(target, figure.unit) : '',
      rating: target && figure.value !== null ? rate(figure.value, target, figure.unit) : null,
      movement,
      meaning: meaningOf(movement, measure.polarity, figure, earlier, target),
    };
  });
}

/** A month is compared with the month before; what grows through the year with the same point a year before. */
function earlierMonth({ period, month }: Figure): string {
  return addMonths(month, period === 'month' || period === 'snapshot' ? -1 : -12);
}

/**
 * The target that a figure may be held against. A share or an average is the same kind of number in every period and
 * team; a count is not, so a count's target is for the whole service and the month's own figure.
 */
export function targetFor(figure: Figure, measure: Measure, targets: readonly Target[]): Target | undefined {
  if (figure.category !== '') return undefined;
  const isShare = measure.kind === 'ratio' || measure.kind === 'average';
  const isHeadline = figure.period === headlinePeriod(measure) && figure.team === '';
  if (figure.of === 'value' && !isShare && !isHeadline) return undefined;
  return targetInForce(targets, figure.measure, figure.of, figure.month);
}
