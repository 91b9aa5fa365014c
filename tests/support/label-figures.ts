import type { Figure } from '../../src/figures/figure.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import { labelsOf, monthsBackOf } from '../../src/figures/labels.js';
import type { Measure } from '../../src/measures/measure.js';
import { addMonths } from '../../src/months.js';
import type { Target } from '../../src/workspace/tables.js';

/** Labels figures of any months, each against the earlier one that is among them. */
export function labelFigures(
  figures: readonly Figure[],
  measures: readonly Measure[],
  targets: readonly Target[],
): Figure[] {
  const set = new FigureSet(figures);
  return figures.map(figure => {
    const measure = measures.find(each => each.id === figure.measure);
    if (!measure) throw new Error(`no measure ${figure.measure}`);
    const earlier = set.get({ ...figure, month: addMonths(figure.month, -monthsBackOf(figure.period)) });
    return { ...figure, ...labelsOf(figure, earlier, measure, targets) };
  });
}
