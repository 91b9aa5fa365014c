/** The index of the indicator book: every measure in a line, area by area. */
import type { DrawChart } from '../charts/renderer.js';
import { headlinePeriod, type Measure } from '../measures/measure.js';
import { areaAnchor, areasOf, measureAnchor } from './areas.js';
import { sparklineOf } from './chart-view.js';
import {
  type DirectionView,
  directionView,
  moveBetween,
  type RatingView,
  ratingView,
  shownFigure,
} from './figure-text.js';
import { ratedFigure } from './glance-view.js';
import { indexAnchor } from './indicator-page.js';
import type { PackInput } from './pack-input.js';
import { type PackMonths, packMonths } from './pack-months.js';

interface IndexRow {
  readonly name: string;
  readonly anchor: string;
  /** What a link from the measure's page leads to. */
  readonly indexAnchor: string;
  readonly value: string;
  /** '' where there is none. */
  readonly target: string;
  readonly rating: RatingView | null;
  readonly direction: DirectionView | null;
  /** '' where it cannot be read. */
  readonly variation: string;
  readonly line: string;
}

interface IndexArea {
  readonly name: string;
  readonly anchor: string;
  readonly rows: readonly IndexRow[];
}

export interface IndicatorIndex extends PackMonths {
  readonly areas: readonly IndexArea[];
}

const VARIATION: Readonly<Record<string, string>> = {
  'common cause': 'chance',
  'special-cause improvement': 'improvement',
  'special-cause concern': 'concern',
  'special-cause high': 'high',
  'special-cause low': 'low',
};

export function indicatorIndex(input: PackInput, draw: DrawChart): IndicatorIndex {
  return {
    ...packMonths(input.month),
    areas: areasOf(input.measures).map(({ name, measures }) => ({
      name,
      anchor: areaAnchor(name),
      rows: measures.map(measure => indexRow(measure, input, draw)),
    })),
  };
}

function indexRow(measure: Measure, input: PackInput, draw: DrawChart): IndexRow {
  const { figures, targets, month } = input;
  const key = { measure: measure.id, period: headlinePeriod(measure) };
  const now = figures.get({ ...key, month });
  const before = figures.get({ ...key, month: packMonths(month).previous.month });
  const move = moveBetween(now, before, measure, targets);
  const rated = ratedFigure(measure, month, input);
  return {
    name: measure.name,
    anchor: measureAnchor(measure.id),
    indexAnchor: indexAnchor(measure.id),
    value: shownFigure(now, measure, targets),
    target: rated?.target ?? '',
    rating: ratingView(rated?.rating),
    direction: directionView(move?.movement, move?.meaning),
    variation: VARIATION[now?.variation ?? ''] ?? '',
    line: draw(sparklineOf(measure, input)),
  };
}
