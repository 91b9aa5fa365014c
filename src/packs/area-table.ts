/** The measures of an area in one table: the month beside the month before, a year before and the year to date. */
import type { Figure, PeriodKind } from '../figures/figure.js';
import { headlinePeriod, type Measure, periodsOf, yearlyPeriod } from '../measures/measure.js';
import { type Area, measureAnchor } from './areas.js';
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
  /** "The 12 measures of Front door in September 2020": as many as the service at a glance counts. */
  readonly caption: string;
  readonly rows: readonly AreaRow[];
  /** A column that would be blank in every row is left out. */
  readonly hasWorkings: boolean;
  readonly hasYearToDate: boolean;
  readonly hasTargets: boolean;
}

/** The figures of a row, before they are words. */
export interface AreaFigures {
  readonly measure: Measure;
  readonly detail: string;
  readonly now: Figure | undefined;
  readonly previous: Figure | undefined;
  readonly yearEarlier: Figure | undefined;
  /** Null where the measure has no year to date. */
  readonly yearToDate: { readonly now: Figure | undefined; readonly yearEarlier: Figure | undefined } | null;
}

export function areaTable({ name, measures }: Area, input: PackInput): AreaTable {
  const rows = areaFigures(measures, input).map(figures => rowOf(figures, input));
  const months = packMonths(input.month);
  const which = measures.length === 1 ? 'The measure' : `The ${measures.length} measures`;
  const rates = rows.length > measures.length ? '; the rate of a count has a row of its own' : '';
  return {
    ...months,
    caption: `${which} of ${name} in ${months.current.name}${rates}`,
    rows,
    hasWorkings: rows.some(row => row.workings !== ''),
    hasYearToDate: rows.some(row => row.yearToDate !== ''),
    hasTargets: rows.some(row => row.target !== ''),
  };
}

/** A measure's value, and its rate below it where it has one. */
export function areaFigures(measures: readonly Measure[], input: PackInput): AreaFigures[] {
  return measures.flatMap(measure => {
    const value = figuresOf(measure, input, 'value', headlinePeriod(measure), valueDetail(measure));
    if (!measure.rate) return [value];
    const period = yearlyPeriod(measure);
    const detail = period === 'snapshot' ? 'per 10,000 children' : 'per 10,000 in 12 months';
    return [value, figuresOf(measure, input, 'rate', period, detail)];
  });
}

/** How the month's figure moved from an earlier one; null where the two cannot be compared. */
export function movedSince(
  { now, measure }: AreaFigures,
  earlier: Figure | undefined,
  { targets }: PackInput,
): DirectionView | null {
  const move = moveBetween(now, earlier, measure, targets);
  // In a narrow cell a move that is neither better nor worse is the move alone.
  return directionView(move?.movement, move?.meaning === 'no judgement' ? null : move?.meaning);
}

function valueDetail(measure: Measure): string {
  return [unitDetail(measure), spanOf(measure)].filter(part => part !== '').join(', ');
}

/** What a figure spans where it is not the month; '' where it is. */
export function spanOf(measure: Measure): string {
  if (measure.window > 0) return `${measure.window} months to month end`;
  return headlinePeriod(measure) === 'snapshot' ? 'at month end' : '';
}

function figuresOf(
  measure: Measure,
  input: PackInput,
  of: Figure['of'],
  period: PeriodKind,
  detail: string,
): AreaFigures {
  const { current, previous, yearEarlier } = packMonths(input.month);
  const figureOf = (month: string, kind: PeriodKind = period) =>
    input.figures.get({ measure: measure.id, of, period: kind, month });
  const hasYearToDate = of === 'value' && periodsOf(measure).includes('ytd');
  return {
    measure,
    detail,
    now: figureOf(current.month),
    previous: figureOf(previous.month),
    yearEarlier: figureOf(yearEarlier.month),
    yearToDate: hasYearToDate
      ? { now: figureOf(current.month, 'ytd'), yearEarlier: figureOf(yearEarlier.month, 'ytd') }
      : null,
  };
}

function rowOf(figures: AreaFigures, input: PackInput): AreaRow {
  const { measure, detail, now, previous, yearEarlier, yearToDate } = figures;
  const shown = (figure: Figure | undefined) => shownBare(figure, measure, input.targets);
  return {
    name: measure.name,
    anchor: measureAnchor(measure.id),
    detail,
    current: shown(now),
    workings: workings(now, measure).replace(/ children$/, ''),
    previous: shown(previous),
    yearEarlier: shown(yearEarlier),
    yearToDate: yearToDate ? shown(yearToDate.now) : '',
    yearToDateEarlier: yearToDate ? shown(yearToDate.yearEarlier) : '',
    target: now?.target ?? '',
    rating: ratingView(now?.rating),
    sincePrevious: movedSince(figures, previous, input),
    sinceYearEarlier: movedSince(figures, yearEarlier, input),
  };
}
