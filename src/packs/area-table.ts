/** The measures of an area in one table: the month beside the month before, a year before and the year to date. */
import type { Figure, PeriodKind } from '../figures/figure.js';
import { headlinePeriod, type Measure, periodsOf, yearlyPeriod } from '../measures/measure.js';
import { measureAnchor } from './areas.js';
import {
  type DirectionView,
  directionView,
  moveBetween,
  type RatingView,
  ratingView,
  shownBare,
  unitDetail,
  workings,
} from './figure-text.js';
import type { PackInput } from './pack-input.js';
import { type PackMonths, packMonths } from './pack-months.js';

interface AreaRow {
  readonly name: string;
  readonly anchor: string;
  /** The unit, where the name does not say it, and what the figure spans where that is not the month. */
  readonly detail: string;
  readonly current: string;
  /** "37 of 40"; '' for a plain count. */
  readonly workings: string;
  readonly previous: string;
  readonly yearEarlier: string;
  /** '' where the measure has no year to date. */
  readonly yearToDate: string;
  readonly yearToDateEarlier: string;
  readonly target: string;
  readonly rating: RatingView | null;
  /** Null where the two cannot be compared. */
  readonly sincePrevious: DirectionView | null;
  readonly sinceYearEarlier: DirectionView | null;
}

export interface AreaTable extends PackMonths {
  readonly rows: readonly AreaRow[];
  /** A column that would be blank in every row is left out. */
  readonly hasWorkings: boolean;
  readonly hasYearToDate: boolean;
  readonly hasTargets: boolean;
}

export function areaTable(measures: readonly Measure[], input: PackInput): AreaTable {
  const rows = measures.flatMap(measure => rowsOf(measure, input));
  return {
    ...packMonths(input.month),
    rows,
    hasWorkings: rows.some(row => row.workings !== ''),
    hasYearToDate: rows.some(row => row.yearToDate !== ''),
    hasTargets: rows.some(row => row.target !== ''),
  };
}

function rowsOf(measure: Measure, input: PackInput): AreaRow[] {
  const value = rowOf(measure, input, 'value', headlinePeriod(measure), valueDetail(measure));
  if (!measure.rate) return [value];
  const period = yearlyPeriod(measure);
  const detail = period === 'snapshot' ? 'per 10,000 children' : 'per 10,000 children, 12 months';
  return [value, rowOf(measure, input, 'rate', period, detail)];
}

function valueDetail(measure: Measure): string {
  return [unitDetail(measure), spanOf(measure)].filter(part => part !== '').join(', ');
}

/** What a figure spans where it is not the month; '' where it is. */
export function spanOf(measure: Measure): string {
  if (measure.window > 0) return `${measure.window} months to month end`;
  return headlinePeriod(measure) === 'snapshot' ? 'at month end' : '';
}

function rowOf(
  measure: Measure,
  input: PackInput,
  of: Figure['of'],
  period: PeriodKind,
  detail: string,
): AreaRow {
  const { current, previous, yearEarlier } = packMonths(input.month);
  const figureOf = (month: string, kind: PeriodKind = period) =>
    input.figures.get({ measure: measure.id, of, period: kind, month });
  const shown = (figure: Figure | undefined) => shownBare(figure, measure, input.targets);
  const hasYearToDate = of === 'value' && periodsOf(measure).includes('ytd');
  const [now, before, yearBefore] = [current, previous, yearEarlier].map(each => figureOf(each.month));
  const since = (earlier: Figure | undefined) => {
    const move = moveBetween(now, earlier, measure, input.targets);
    // In a narrow cell a move that is neither better nor worse is the move alone.
    return directionView(move?.movement, move?.meaning === 'no judgement' ? null : move?.meaning);
  };
  return {
    name: measure.name,
    anchor: measureAnchor(measure.id),
    detail,
    current: shown(now),
    workings: workings(now, measure).replace(/ children$/, ''),
    previous: shown(before),
    yearEarlier: shown(yearBefore),
    yearToDate: hasYearToDate ? shown(figureOf(current.month, 'ytd')) : '',
    yearToDateEarlier: hasYearToDate ? shown(figureOf(yearEarlier.month, 'ytd')) : '',
    target: now?.target ?? '',
    rating: ratingView(now?.rating),
    sincePrevious: since(before),
    sinceYearEarlier: since(yearBefore),
  };
}
