import type { Figure } from '../../../src/figures/figure.js';
import { FigureSet } from '../../../src/figures/figure-set.js';
import { labelsOf } from '../../../src/figures/labels.js';
import { seriesLabels } from '../../../src/figures/variation/label-variation.js';
import type { Measure } from '../../../src/measures/measure.js';
import { monthsTo } from '../../../src/months.js';
import type { EvidenceSource } from '../../../src/narrative/evidence/source.js';
import type { Comparator, Target } from '../../../src/workspace/tables.js';
import { aFigure, someVariation } from '../../support/examples.js';

/** Thirteen ordinary months: their limits are 14.4 and 27.1, worked out on paper. */
export const ORDINARY = [20, 22, 19, 21, 23, 20, 18, 21, 22, 20, 19, 23, 21];

/** Labelled figures of a measure to September 2020, and whatever else there is of it. */
export function sourceOf(
  measure: Measure,
  values: readonly (number | null)[],
  others: {
    figures?: readonly Figure[];
    targets?: readonly Target[];
    comparators?: readonly Comparator[];
    parts?: Partial<Figure>;
  } = {},
): EvidenceSource {
  const { figures = [], targets = [], comparators = [], parts = {} } = others;
  const months = monthsTo('2020-09', values.length);
  const plain = values.map((value, index) =>
    aFigure({
      month: months[index] ?? '',
      value,
      unit: measure.unit,
      ...(value === null ? { status: 'no-cases' } : {}),
      ...parts,
    }),
  );
  const variation = someVariation();
  const rated = plain.map((figure, index) => ({
    ...figure,
    ...labelsOf(figure, plain[index - 1], measure, targets),
  }));
  const labels = seriesLabels(rated, measure, targets, variation);
  const series = rated.map((figure, index) => ({ ...figure, ...labels[index] }));
  return {
    month: '2020-09',
    measures: [measure],
    figures: new FigureSet([...series, ...figures]),
    published: new FigureSet([...series, ...figures]),
    targets,
    comparators,
    variation,
    smallNumber: 5,
  };
}
