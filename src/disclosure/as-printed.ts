import type { Figure } from '../figures/figure.js';
import { decimalsShown } from '../figures/labels.js';
import { roundText } from '../figures/rounding.js';
import { isAdditive, type Measure } from '../measures/measure.js';
import type { Target } from '../workspace/tables.js';

/**
 * Public figures with no digit that is not printed. The digits behind the point of a percentage give away the counts that
 * it is published without: 99.12280702% is 113 of 114. Charts are drawn from the same numbers, since the height of a point
 * tells as much. Ratings and directions were worked out before, from the exact number.
 */
export function asPrinted(
  figures: readonly Figure[],
  measures: readonly Measure[],
  targets: readonly Target[],
): Figure[] {
  const measureOf = new Map(measures.map(measure => [measure.id, measure]));
  return figures.map(figure => {
    const measure = measureOf.get(figure.measure);
    if (!measure || figure.value === null || !isWithoutItsCounts(figure, measure)) return figure;
    return { ...figure, value: Number(roundText(figure.value, decimalsShown(figure, measure, targets))) };
  });
}

function isWithoutItsCounts(figure: Figure, measure: Measure): boolean {
  return (
    figure.numerator === null && (figure.of === 'rate' || figure.unit === 'percent' || !isAdditive(measure))
  );
}
