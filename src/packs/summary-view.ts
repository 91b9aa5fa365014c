/** All measures in one table, a line each, and one more for the rate of a count that has one. */

import type { Figure, PeriodKind } from '../figures/figure.js';
import { headlinePeriod, type Measure, periodsOf } from '../measures/measure.js';
import { areaAnchor, areasOf, measureAnchor } from './areas.js';
import {
  type DirectionView,
  directionBetween,
  directionView,
  type RatingView,
  ratingView,
  shownFigure,
} from './figure-text.js';
import type { PackInput } from './pack-input.js';
import { type PackMonths, packMonths } from './pack-months.js';

interface SummaryRow {
  readonly name: string;
  readonly anchor: string;
  /** What the line is where it is not the measure's own value; '' where it is. */
  readonly detail: string;
  readonly current: string;
  readonly previous: string;
  /** Null where the measure has no year to date. */
  readonly yearToDate: string | null;
  readonly yearEarlier: string;
  readonly target: string;
  readonly rating: RatingView | null;
  readonly direction: DirectionView | null;
}

export interface SummaryView extends PackMonths {
  readonly areas: readonly {
    readonly name: string;
    readonly anchor: string;
    readonly rows: readonly SummaryRow[];
  }[];
}

export function summaryView(input: PackInput): SummaryView {
  return {
    ...packMonths(input.month),
    areas: areasOf(input.measures).map(({ name, measures }) => ({
      name,
      anchor: areaAnchor(name),
      rows: measures.flatMap(measure => rowsOf(measure, input)),
    })),
  };
}

function rowsOf(measure: Measure, input: PackInput): SummaryRow[] {
  const headline = headlinePeriod(measure);
  const value = rowOf(measure, input, 'value', headline, '');
  if (!measure.rate) return [value];
  const isSnapshot = headline === 'snapshot';
  const detail = isSnapshot ? 'per 10,000 children' : 'per 10,000 children, 12 months';
  return [value, rowOf(measure, input, 'rate', isSnapshot ? 'snapshot' : 'rolling-12', detail)];
}

function rowOf(
  measure: Measure,
  input: PackInput,
  of: Figure['of'],
  period: PeriodKind,
  detail: string,
): SummaryRow {
  const { current, previous, yearEarlier } = packMonths(input.month);
  const figureOf = (month: string, kind: PeriodKind = period) =>
    input.figures.get({ measure: measure.id, of, period: kind, month });
  const shown = (figure: Figure | undefined) => shownFigure(figure, measure, input.targets);
  const hasYearToDate = of === 'value' && periodsOf(measure).includes('ytd');
  const figure = figureOf(current.month);
  return {
    name: measure.name,
    anchor: measureAnchor(measure.id),
    detail,
    current: shown(figure),
    previous: shown(figureOf(previous.month)),
    yearToDate: hasYearToDate ? shown(figureOf(current.month, 'ytd')) : null,
    yearEarlier: shown(figureOf(yearEarlier.month)),
    target: figure?.target ?? '',
    rating: ratingView(figure?.rating),
    // A figure of 12 months carries its direction against a year before; the column is about the month before.
    direction:
      period === 'rolling-12'
        ? directionBetween(figure, figureOf(previous.month), measure, input.targets)
        : directionView(figure?.movement, figure?.meaning),
  };
}
