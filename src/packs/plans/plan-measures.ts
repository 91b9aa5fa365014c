/** A plan's measures as lines of a table: what was agreed, what the years and quarters came to, and how it stands. */
import { reasonInWords } from '../../figures/display.js';
import type { Figure, Meaning, Rating } from '../../figures/figure.js';
import { keyOf } from '../../figures/figure-set.js';
import { targetFor } from '../../figures/labels.js';
import {
  isUnfinished,
  type Quarter,
  quarterBefore,
  quarterFigure,
  yearFigure,
} from '../../figures/quarters.js';
import { rate, targetInForce, targetInWords } from '../../figures/rating.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import { shortMonthName } from '../../months.js';
import type { PlanMeasure } from '../../workspace/plans/plan.js';
import {
  type DirectionView,
  directionView,
  isComparable,
  moveBetween,
  type RatingView,
  ratingView,
  shownFigure,
} from '../figure-text.js';
import type { PackInput } from '../pack-input.js';

/** The time of a plan that a pack is about. */
export interface PlanTime {
  /** The last month that figures are shown of. */
  readonly month: string;
  /** Those of its financial year that have begun. */
  readonly quarters: readonly Quarter[];
  /** March of the year before last, and of last year. */
  readonly marches: readonly string[];
}

export interface QuarterText {
  /** "Q1". */
  readonly quarter: string;
  readonly text: string;
}

export interface PlanMeasureRow {
  /** "KPI", "Audit", "Feedback". */
  readonly kind: string;
  readonly name: string;
  /** How the plan puts it, beside the measure's own name; '' where it does not. */
  readonly text: string;
  readonly target: string;
  readonly baseline: string;
  /** One for each year, the earlier first. */
  readonly years: readonly string[];
  /** One for each quarter of the year; '' for those to come, and for what is said in words. */
  readonly quarters: readonly string[];
  /** Of what no measure counts: what is said of each quarter so far. Empty for what is counted. */
  readonly said: readonly QuarterText[];
  /** Of what is counted, to be read below its name: words on a quarter, and why a figure cannot be given. */
  readonly notes: readonly string[];
  /** Of what is counted: whether its latest quarter has no figure for want of data. */
  readonly isWithoutFigure: boolean;
  /** The latest of the quarters so far that says anything: "14 of 20 parents asked (Q2)". */
  readonly latest: string;
  readonly rating: RatingView | null;
  readonly direction: DirectionView | null;
  /** Why there is no direction, where there are figures: "Definition changed", "Quarter under way"; else ''. */
  readonly notCompared: string;
  /** What the move since the quarter before means; null where nothing can be compared. */
  readonly meaning: Meaning | null;
  /** The figure of the quarter before, as printed; '' where nothing can be compared. */
  readonly before: string;
}

export interface PlanMeasureView {
  readonly row: PlanMeasureRow;
  readonly kind: PlanMeasure['kind'];
  readonly rating: Rating | null;
  readonly meaning: Meaning | null;
}

const KINDS = { kpi: 'KPI', audit: 'Audit', feedback: 'Feedback' } as const;
const QUARTERS_OF_A_YEAR = 4;
/** Of a quarter that has begun. */
const NOTHING_SAID = 'nothing reported';

export function planMeasureView(planned: PlanMeasure, time: PlanTime, input: PackInput): PlanMeasureView {
  const measure = input.measures.find(each => each.id === planned.measure);
  return measure ? counted(planned, measure, time, input) : told(planned, time);
}

/** What no measure counts: words, quarter by quarter. */
function told(planned: PlanMeasure, { quarters }: PlanTime): PlanMeasureView {
  const { kind, text = '', target = '', baseline, progress } = planned;
  const said = quarters.map(({ name, short }) => ({ quarter: short, text: progress[name] ?? NOTHING_SAID }));
  const last = said.findLast(({ text: words }) => words !== NOTHING_SAID);
  const row = {
    kind: KINDS[kind],
    ...{ name: text, text: '', target },
    baseline: baseline?.text ?? '',
    years: ['', ''],
    quarters: filledUp([]),
    ...{ said, notes: [], isWithoutFigure: false },
    latest: last ? `${last.text} (${last.quarter})` : NOTHING_SAID,
    ...{ rating: null, direction: null, notCompared: '', meaning: null, before: '' },
  };
  return { row, kind, rating: null, meaning: null };
}

function counted(planned: PlanMeasure, measure: Measure, time: PlanTime, input: PackInput): PlanMeasureView {
  const { kind, of, text = '', progress } = planned;
  const { figures, targets } = input;
  const own = time.quarters.map(quarter => quarterFigure(measure, of, quarter, figures));
  const years = time.marches.map(march => yearFigure(measure, of, march, figures));
  const now = own.at(-1);
  const quarter = time.quarters.at(-1);
  const before = quarter && quarterFigure(measure, of, quarterBefore(quarter), figures);
  const notCompared = quarter ? reasonNotCompared(measure, of, quarter, now, before) : '';
  const move = notCompared === '' ? moveBetween(now, before, measure, targets) : null;
  const rated = ratedBy(now, measure, of, time.month, input);
  const shown = (figure: Figure | undefined) => shownFigure(figure, measure, targets);
  const row = {
    kind: KINDS[kind],
    name: of === 'rate' ? `${measure.name}, per 10,000 children` : measure.name,
    text,
    target: targetOf(measure, of, time.month, input),
    baseline: baselineOf(planned, measure, input),
    years: years.map(shown),
    quarters: filledUp(own.map(shown)),
    said: [],
    notes: [
      ...time.quarters.flatMap(({ name, short }) =>
        progress[name] === undefined ? [] : [`${short}: ${progress[name]}`],
      ),
      ...reasonsWithout([...years, ...own]),
    ],
    isWithoutFigure: isMissing(now),
    latest: shown(now),
    rating: ratingView(rated),
    direction: directionView(move?.movement, move?.meaning),
    notCompared,
    meaning: move?.meaning ?? null,
    before: move ? shown(before) : '',
  };
  return { row, kind, rating: rated, meaning: row.meaning };
}

/** "No data: there is no extract visits."; each reason once. */
function reasonsWithout(figures: readonly (Figure | undefined)[]): string[] {
  const without = figures.filter(isMissing);
  const reasons = without.map(figure =>
    figure ? reasonInWords(figure) : 'it is not among the figures of this pack',
  );
  return [...new Set(reasons)].map(reason => `No data: ${reason}.`);
}

function isMissing(figure: Figure | undefined): boolean {
  return figure === undefined || figure.status === 'no-data';
}

/** '' where the quarter can be held against the one before, or either has no figure. */
function reasonNotCompared(
  measure: Measure,
  of: Figure['of'],
  quarter: Quarter,
  now: Figure | undefined,
  before: Figure | undefined,
): string {
  if (now?.value == null || before?.value == null) return '';
  if (!isComparable(now, before)) return 'Definition changed';
  return isUnfinished(measure, of, quarter) ? 'Quarter under way' : '';
}

/** By the quarter; where the target is on a month's count, by the month. */
function ratedBy(
  now: Figure | undefined,
  measure: Measure,
  of: Figure['of'],
  month: string,
  { figures, targets }: PackInput,
): Rating | null {
  if (now?.value == null) return null;
  const target = targetFor(now, measure, targets);
  if (target) return rate(now.value, target, now.unit);
  return figures.get({ measure: measure.id, of, period: headlinePeriod(measure), month })?.rating ?? null;
}

function targetOf(measure: Measure, of: Figure['of'], month: string, { targets }: PackInput): string {
  const target = targetInForce(targets, measure.id, of, month);
  return target ? targetInWords(target, of === 'rate' ? 'per 10000' : measure.unit) : '';
}

/** "18%, Mar 20". What a plan began from was agreed, so it stays as it was published, where that month is frozen. */
function baselineOf(
  { baseline, of }: PlanMeasure,
  measure: Measure,
  { figures, targets, published }: PackInput,
): string {
  if (baseline?.month === undefined) return baseline?.text ?? '';
  const { month } = baseline;
  const place = { measure: measure.id, of, period: headlinePeriod(measure), month };
  const then = published?.get(keyOf({ ...place, team: '', category: '' }));
  const shown = shownFigure(then ?? figures.get(place), measure, targets);
  return `${shown}, ${shortMonthName(month)}${then ? ' as published' : ''}`;
}

function filledUp(quarters: readonly string[]): string[] {
  return Array.from({ length: QUARTERS_OF_A_YEAR }, (_, index) => quarters[index] ?? '');
}
