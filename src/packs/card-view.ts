/** One measure's card: its name, where it stands, its chart with the numbers under it, and what stands beside it. */
import {
  type Chart,
  type SeriesChart,
  type SpecialCause,
  type StackedChart,
  SUPPRESSED,
} from '../charts/chart.js';
import type { DrawChart } from '../charts/renderer.js';
import { causeOfAllText, SPECIAL_CAUSE_WORDS, specialCausesIn } from '../charts/special-causes.js';
import { headlinePeriod, isAdditive, type Measure } from '../measures/measure.js';
import { monthName } from '../months.js';
import { inSentence } from '../words.js';
import { measureAnchor } from './areas.js';
import { besideOthersInWords } from './beside-others.js';
import { type BreakdownView, breakdownView, heldBackInWords } from './breakdown-view.js';
import { chartsOf, definitionBreaks, dotsOf, explainedSteps, isMostlyHidden } from './chart-view.js';
import { definitionOf } from './definitions-view.js';
import { type RatingView, ratingView } from './figure-text.js';
import { headlineOf } from './headline.js';
import { type MonthsTable, monthsTable } from './months-table.js';
import type { PackInput } from './pack-input.js';
import { chartMonths } from './pack-months.js';

export interface ChartView {
  readonly anchor: string;
  /** "By month", "By category of need and month". */
  readonly title: string;
  /** Drawn and escaped by the charts; '' where too little of it may be shown. */
  readonly svg: string;
  /** Why it is not drawn; '' where it is. */
  readonly withheld: string;
  readonly table: MonthsTable | null;
  /** The shapes on it that are not explained by its labels. */
  readonly specialCauses: readonly { readonly kind: SpecialCause; readonly words: string }[];
  /** "all 13 months are better than usual.", where one word does for all its months; else ''. */
  readonly allMonths: string;
}

export interface DefinitionChange {
  readonly month: string;
  readonly now: string;
  /** '' where there was no definition before. */
  readonly before: string;
}

/** A dot plot, which stands by itself: half the width of a page. */
export interface DotsView {
  readonly name: string;
  readonly area: string;
  readonly anchor: string;
  /** Where we stand among the others; '' without a figure of our own, and where the page's lead says it. */
  readonly headline: string;
  readonly svg: string;
}

export interface CardView {
  readonly name: string;
  readonly area: string;
  readonly anchor: string;
  /** '' where the page's lead says it. */
  readonly headline: string;
  /** "September 2019 to September 2020.": what the chart shows, in place of a headline. */
  readonly period: string;
  readonly rating: RatingView | null;
  /** In words; '' where there is none. */
  readonly target: string;
  readonly charts: readonly ChartView[];
  /** Why there is no chart; '' where there is one. */
  readonly chartAbsence: string;
  /** What the chart leaves out; '' where it leaves out nothing. */
  readonly chartNote: string;
  /** Unit and period: what the numbers are. */
  readonly unit: string;
  /** On paper too: what is only counted by its parts has a total that no other card explains. */
  readonly saysCounted: boolean;
  readonly changes: readonly DefinitionChange[];
  /** Why the month can still change; '' where it is settled or has no figure. */
  readonly unsettled: string;
  readonly steps: readonly { readonly month: string; readonly reason: string }[];
  /** This council beside others; null where nothing is published. */
  readonly dots: DotsView | null;
  readonly breakdown: BreakdownView | null;
  /** It needs the whole width of the page. */
  readonly isWide: boolean;
}

export function cardView(measure: Measure, input: PackInput, draw: DrawChart): CardView {
  const charts = chartsOf(measure, input);
  const breakdown = breakdownView(measure, input);
  const dots = dotsOf(measure, input);
  const figure = input.figures.get({
    measure: measure.id,
    period: headlinePeriod(measure),
    month: input.month,
  });
  return {
    name: measure.name,
    area: measure.area,
    anchor: measureAnchor(measure.id),
    headline: headlineOf(measure, input),
    period: periodInWords(input.month),
    rating: ratingView(figure?.rating),
    target: figure?.target ?? '',
    charts: charts.map(chart => chartView(chart, draw)),
    chartAbsence: charts.length > 0 ? '' : absenceOfChart(measure, input),
    chartNote: chartNoteOf(measure, charts, breakdown, input),
    unit: definitionOf(measure),
    saysCounted: measure.kind === 'breakdown',
    changes: changesOf(measure, input.month),
    unsettled: figure?.value == null ? '' : measure.unsettled,
    steps: explainedSteps(measure, input).map(({ from, reason }) => ({ month: monthName(from), reason })),
    dots: dots && {
      name: measure.name,
      area: measure.area,
      anchor: `${measureAnchor(measure.id)}-beside-others`,
      headline: besideOthersInWords(measure, input),
      svg: draw(dots),
    },
    breakdown,
    isWide: breakdown !== null,
  };
}

function periodInWords(month: string): string {
  const months = chartMonths(month);
  return `${monthName(months[0] ?? month)} to ${monthName(month)}.`;
}

/** What a reader may look for and not find: parts that cannot be printed, or cannot be drawn. */
function chartNoteOf(
  measure: Measure,
  charts: readonly Chart[],
  breakdown: BreakdownView | null,
  input: PackInput,
): string {
  const heldBack = breakdown ? '' : heldBackInWords(measure, input);
  return heldBack === '' ? totalAlone(measure, charts) : heldBack;
}

function absenceOfChart(measure: Measure, { figures, month }: PackInput): string {
  const key = { measure: measure.id, period: headlinePeriod(measure) };
  return figures.series(key, chartMonths(month)).some(figure => figure?.status === 'suppressed')
    ? 'No chart: none of the last 13 months can be shown.'
    : 'No chart: none of the last 13 months has a figure.';
}

/** Of parts of which more are held back than can be drawn, the chart has only what they come to. */
function totalAlone(measure: Measure, charts: readonly Chart[]): string {
  const { category } = measure;
  if (!category || !isAdditive(measure)) return '';
  if (charts.length === 0 || charts.some(chart => chart.kind === 'stacked')) return '';
  return `By ${category.titles.join(' and ').toLowerCase()}, more numbers are held back (c) than there are to draw: the chart has the total alone.`;
}

export function chartView(chart: SeriesChart | StackedChart, draw: DrawChart): ChartView {
  const withheld = withheldFrom(chart);
  return {
    anchor: `chart-${chart.id}`,
    title: titleOf(chart),
    svg: withheld === '' ? draw(chart) : '',
    withheld,
    table: monthsTable(chart),
    specialCauses: specialCausesOf(chart),
    allMonths: withheld === '' ? allMonthsOf(chart) : '',
  };
}

/** A line that is mostly not there shows nothing, and its few points more than they are. */
function withheldFrom(chart: SeriesChart | StackedChart): string {
  const points = chart.kind === 'series' ? chart.points : chart.totals;
  if (!isMostlyHidden(points)) return '';
  const hidden = points.filter(({ shown }) => shown === SUPPRESSED).length;
  const verb = hidden === 1 ? 'is' : 'are';
  return `No chart: ${hidden} of these ${points.length} months ${verb} too small to print, or would give a small number away.`;
}

/** The shapes of a chart's special causes, for the key under it. */
export function specialCausesOf(chart: Chart): ChartView['specialCauses'] {
  const kinds = chart.kind === 'series' ? specialCausesIn(chart.points) : [];
  return kinds.map(kind => ({ kind, words: SPECIAL_CAUSE_WORDS[kind] }));
}

/** In place of the key where all its months are alike. */
export function allMonthsOf(chart: Chart): string {
  return chart.kind === 'series' ? inSentence(causeOfAllText(chart.points)) : '';
}

function titleOf(chart: Chart): string {
  return chart.kind === 'stacked' ? `By ${chart.categoryTitle.toLowerCase()} and month` : 'By month';
}

/** Versions of the definition that start within the months of the chart, and what was in force before each. */
export function changesOf(measure: Measure, month: string): DefinitionChange[] {
  const starts = new Set(definitionBreaks(measure, chartMonths(month)).map(each => each.month));
  return measure.versions.flatMap((version, index) =>
    starts.has(version.from)
      ? [
          {
            month: monthName(version.from),
            now: version.definition,
            before: measure.versions[index - 1]?.definition ?? '',
          },
        ]
      : [],
  );
}
