import type { Figure } from '../../src/figures/figure.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import { type FigureInput, makeFigures } from '../../src/figures/make-figures.js';
import type { Measure } from '../../src/measures/measure.js';
import { someVariation } from './examples.js';

/** Every figure of one measure in September 2020, out of sums by month, team and category. */
export function figuresFrom(
  measure: Measure,
  sums: FigureInput['sums'],
  parts: Partial<FigureInput> = {},
): FigureSet {
  const input = {
    measures: [measure],
    months: ['2020-09'],
    sums,
    loaded: [],
    coverage: [],
    targets: [],
    populations: [],
    plans: [],
    returns: [],
    variation: someVariation(),
  };
  return new FigureSet(makeFigures({ ...input, ...parts }));
}

type Parts = Partial<Pick<Figure, 'period' | 'month' | 'team' | 'category' | 'of'>>;

/** The month's figure of the whole service, unless other parts are named. */
export function figureIn(set: FigureSet, parts: Parts = {}): Figure | undefined {
  return set.get({ measure: 'example', period: 'month', month: '2020-09', ...parts });
}
