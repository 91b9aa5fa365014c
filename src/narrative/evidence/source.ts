import { formatFigure } from '../../figures/display.js';
import type { Figure, PeriodKind } from '../../figures/figure.js';
import type { FigureSet } from '../../figures/figure-set.js';
import { decimalsShown } from '../../figures/labels.js';
import type { VariationSettings } from '../../figures/variation/label-variation.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import { addMonths } from '../../months.js';
import type { Comparator } from '../../workspace/tables.js';
import type { FigureSource } from '../figure-reference.js';

/** What evidence is found in. Whatever figures it holds are all there is: of one that is suppressed nothing is said. */
export interface EvidenceSource extends FigureSource {
  readonly comparators: readonly Comparator[];
  readonly variation: VariationSettings;
  /** What may be published: a draft is for public packs, and takes no number that they would hide. */
  readonly published: FigureSet;
  /** Counts of children up to this are not for a public page. */
  readonly smallNumber: number;
}

/** A figure of the whole service. @param back months before the report month */
export function figureOf(
  { id }: Measure,
  period: PeriodKind,
  { figures, month }: FigureSource,
  back = 0,
): Figure | undefined {
  return figures.get({ measure: id, period, month: addMonths(month, -back) });
}

/** The measure's own series to the report month, oldest first: every month that there are figures of. */
export function seriesOf(measure: Measure, source: FigureSource): Figure[] {
  const series: Figure[] = [];
  for (let back = 0; ; back++) {
    const figure = figureOf(measure, headlinePeriod(measure), source, back);
    if (!figure) return series.reverse();
    series.push(figure);
  }
}

export function shown(figure: Figure, measure: Measure, { targets }: FigureSource): string {
  return formatFigure(figure, decimalsShown(figure, measure, targets));
}

/** Whether a figure of the whole service may stand in a public pack. */
export function mayBeSaid(measure: Measure, period: PeriodKind, source: EvidenceSource, back = 0): boolean {
  return figureOf(measure, period, { ...source, figures: source.published }, back)?.value != null;
}
