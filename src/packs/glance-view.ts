/** The service at a glance: a line for each area, and the measures that miss what was agreed. */
import type { Figure } from '../figures/figure.js';
import { headlinePeriod, type Measure } from '../measures/measure.js';
import { areaAnchor, areasOf, measureAnchor } from './areas.js';
import {
  type DirectionView,
  directionView,
  type RatingView,
  ratingView,
  shownFigure,
} from './figure-text.js';
import type { PackInput } from './pack-input.js';
import { type PackMonths, packMonths } from './pack-months.js';

interface GlanceRow {
  readonly name: string;
  readonly anchor: string;
  readonly measures: number;
  readonly green: number;
  readonly amber: number;
  readonly red: number;
  readonly withoutTarget: number;
  readonly improving: number;
  readonly worsening: number;
}

interface MissedTarget {
  readonly name: string;
  readonly anchor: string;
  readonly area: string;
  readonly shown: string;
  readonly target: string;
  readonly rating: RatingView;
  readonly direction: DirectionView | null;
}

export interface GlanceView extends PackMonths {
  readonly areas: readonly GlanceRow[];
  readonly total: GlanceRow;
  /** Red first, then amber. */
  readonly missed: readonly MissedTarget[];
}

export function glanceView(input: PackInput): GlanceView {
  const areas = areasOf(input.measures).map(area =>
    rowOf(area.name, areaAnchor(area.name), area.measures, input),
  );
  return {
    ...packMonths(input.month),
    areas,
    total: rowOf('All areas', '', input.measures, input),
    missed: (['red', 'amber'] as const).flatMap(rating =>
      input.measures.flatMap(measure => missedOf(measure, rating, input)),
    ),
  };
}

function rowOf(name: string, anchor: string, measures: readonly Measure[], input: PackInput): GlanceRow {
  const figures = measures.map(measure => ratedFigure(measure, input));
  const count = (test: (figure: Figure | undefined) => boolean) => figures.filter(test).length;
  return {
    name,
    anchor,
    measures: measures.length,
    green: count(figure => figure?.rating === 'green'),
    amber: count(figure => figure?.rating === 'amber'),
    red: count(figure => figure?.rating === 'red'),
    withoutTarget: count(figure => !figure?.rating),
    improving: count(figure => figure?.meaning === 'improving'),
    worsening: count(figure => figure?.meaning === 'worsening'),
  };
}

/** The figure that a target is set on: the month's own, or the rate beside it. */
function ratedFigure(measure: Measure, { figures, month }: PackInput): Figure | undefined {
  const headline = headlinePeriod(measure);
  const value = figures.get({ measure: measure.id, period: headline, month });
  if (value?.rating || !measure.rate) return value;
  const rate = figures.get({
    measure: measure.id,
    of: 'rate',
    period: headline === 'snapshot' ? headline : 'rolling-12',
    month,
  });
  return rate?.rating ? rate : value;
}

function missedOf(measure: Measure, rating: 'red' | 'amber', input: PackInput): MissedTarget[] {
  const figure = ratedFigure(measure, input);
  const view = ratingView(figure?.rating);
  if (figure?.rating !== rating || !view) return [];
  return [
    {
      name: measure.name,
      anchor: measureAnchor(measure.id),
      area: measure.area,
      shown: shownFigure(figure, measure, input.targets),
      target: figure.target,
      rating: view,
      direction: directionView(figure.movement, figure.meaning),
    },
  ];
}
