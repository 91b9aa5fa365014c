import type { Figure } from '../figures/figure.js';
import { decimalsShown } from '../figures/labels.js';
import { round } from '../figures/rounding.js';
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
    if (!measure || figure.value === null) return figure;
    const value = valueAsPrinted(figure, figure.value, measure, targets);
    return value === figure.value ? figure : { ...figure, value };
  });
}

/** The value itself where it stands with its counts, or is a count. */
export function valueAsPrinted(
  figure: Figure,
  value: number,
  measure: Measure,
  targets: readonly Target[],
): number {
  const isQuotient = figure.of === 'rate' || figure.unit === 'percent' || !isAdditive(measure);
  if (figure.numerator !== null || !isQuotient) return value;
  return round(value, decimalsShown(figure, measure, targets));
}
