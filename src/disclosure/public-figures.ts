import { meaningOf } from '../figures/direction.js';
import type { Figure, Meaning } from '../figures/figure.js';
import { keyOf } from '../figures/figure-set.js';
import { monthsBackOf, targetFor } from '../figures/labels.js';
import { spanOf } from '../figures/spans.js';
import type { Measure } from '../measures/measure.js';
import { addMonths } from '../months.js';
import type { Target } from '../workspace/tables.js';
import { Hiding } from './hiding.js';
import { countsOf, type Ground, groundOf, type Role } from './quantities.js';

/**
 * The figures that may leave the council. A public pack, its charts and its figures.csv are made from these alone, so that
 * nothing can slip through by being forgotten: a hidden figure has no number in it anywhere.
 */

export interface DisclosureInput {
  readonly measures: readonly Measure[];
  /** All of the run, labelled. */
  readonly figures: readonly Figure[];
  /** Of the whole service and its categories by month, over the months of the ground: see `groundMonths`. */
  readonly monthly: readonly Figure[];
  /** Report month, YYYY-MM. */
  readonly month: string;
  /** Counts from 1 to it are small. */
  readonly threshold: number;
  readonly targets?: readonly Target[];
}

/** Percentages of the council's own timeliness are printed from so many cases on. */
const FEWEST_JUDGED = 10;
const ROLES: readonly Role[] = ['all', 'met', 'notMet'];

export const HIDDEN_REASON = 'a small number, or one that would give a small number away';
const TOO_FEW_REASON = `fewer than ${FEWEST_JUDGED} cases were judged`;
const NO_COUNTS_REASON = 'returned without its counts, so that it cannot be told whether they are small';

export function publicFigures(input: DisclosureInput): Figure[] {
  const { measures, monthly, month, threshold } = input;
  const months = [...new Set(monthly.map(figure => figure.month))].sort();
  const ground = groundOf(measures, monthly, months);
  const hiding = new Hiding(ground, threshold);
  const measureOf = new Map(measures.map(measure => [measure.id, measure]));
  const isPrinted = printedIn(month);
  const printed = input.figures.flatMap(figure => {
    const measure = measureOf.get(figure.measure);
    if (!measure || figure.team !== '' || !isPrinted(figure)) return [];
    if (measure.disclosure === 'none') return [figure];
    const reason = whyHidden(figure, measure, ground, hiding, threshold);
    return [reason === '' ? withoutCounts(figure, measure) : hiddenFigure(figure, reason)];
  });
  return withoutTraces(printed, measureOf, input.targets ?? []);
}

/** Series by month; year to date and twelve months as the pack compares them: now, and a year before. */
function printedIn(reportMonth: string): (figure: Figure) => boolean {
  const back = (months: readonly number[]) => new Set(months.map(count => addMonths(reportMonth, -count)));
  const [years, twelves] = [back([0, 12]), back([0, 1, 12])];
  return ({ period, month }) => {
    if (period === 'ytd') return years.has(month);
    return period === 'rolling-12' ? twelves.has(month) : true;
  };
}

/** '' for a figure that may be printed. */
function whyHidden(
  figure: Figure,
  measure: Measure,
  ground: Ground,
  hiding: Hiding,
  threshold: number,
): string {
  if (figure.status === 'no-data') return '';
  const { from, to } = spanOf(measure, figure.period, figure.month);
  const [first, last] = [measure.window > 0 ? to : from, to].map(month => ground.months.indexOf(month));
  const places = ROLES.map(role => ground.find(measure.id, figure.category, role)).filter(
    place => place !== undefined,
  );
  const isHidden = places.some(place => hiding.isSpanHidden(place, first ?? -1, last ?? -1));
  if (isHidden) return HIDDEN_REASON;
  if (figure.status !== 'ok') return '';
  if (measure.disclosure === 'process') return areEnough(figure) ? '' : TOO_FEW_REASON;
  if (places.length === 0) return NO_COUNTS_REASON;
  if (first === undefined || first < 0 || last === undefined || last < 0) return HIDDEN_REASON;
  const counts = figure.of === 'rate' ? [figure.numerator ?? 0] : Object.values(countsOf(figure, measure));
  return counts.some(count => count > 0 && count <= threshold) ? HIDDEN_REASON : '';
}

/** Whether so many cases were judged that their percentage may be printed. */
export function areEnough({ denominator }: Figure): boolean {
  return (denominator ?? 0) >= FEWEST_JUDGED;
}

/** A percentage of timeliness, and an average, without the counts it is worked out from; nothing with those held back. */
function withoutCounts(figure: Figure, measure: Measure): Figure {
  const bare = { ...figure, notYetDue: null, notJudged: null };
  const isPlain = measure.disclosure === 'process' || measure.kind === 'average';
  return isPlain ? { ...bare, numerator: null, denominator: null } : bare;
}

function hiddenFigure(figure: Figure, reason: string): Figure {
  return {
    ...figure,
    value: null,
    numerator: null,
    denominator: null,
    notYetDue: null,
    notJudged: null,
    status: 'suppressed',
    reason,
    rating: null,
    movement: null,
    meaning: null,
    variation: null,
    assurance: null,
  };
}

/** A printed figure says nothing of a hidden one: neither how it moved from it, nor what a series with it in looks like. */
function withoutTraces(
  figures: readonly Figure[],
  measureOf: ReadonlyMap<string, Measure>,
  targets: readonly Target[],
): Figure[] {
  const byKey = new Map(figures.map(figure => [keyOf(figure), figure]));
  const seriesOf = (figure: Figure) => keyOf({ ...figure, month: '' });
  const partlyHidden = new Set(figures.filter(({ status }) => status === 'suppressed').map(seriesOf));
  return figures.map(figure => {
    const earlier = byKey.get(
      keyOf({ ...figure, month: addMonths(figure.month, -monthsBackOf(figure.period)) }),
    );
    const compared = earlier?.value != null;
    const isWhole = !partlyHidden.has(seriesOf(figure));
    if (compared && isWhole) return figure;
    // That a move is chance was read from the whole series.
    const meaning =
      figure.meaning === 'no clear change' && !isWhole
        ? plainMeaning(figure, earlier, measureOf.get(figure.measure), targets)
        : figure.meaning;
    return {
      ...figure,
      ...(compared ? { meaning } : { movement: null, meaning: null }),
      ...(isWhole ? {} : { variation: null, assurance: null }),
    };
  });
}

function plainMeaning(
  figure: Figure,
  earlier: Figure | undefined,
  measure: Measure | undefined,
  targets: readonly Target[],
): Meaning | null {
  if (!measure) return null;
  return meaningOf(figure.movement, measure.polarity, figure, earlier, targetFor(figure, measure, targets));
}
