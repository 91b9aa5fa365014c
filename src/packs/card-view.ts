/** One measure's card: its name, where it stands, its chart with the numbers under it, and what stands beside it. */
import type { Chart, SeriesChart, SpecialCause, StackedChart } from '../charts/chart.js';
import type { DrawChart } from '../charts/renderer.js';
import { SPECIAL_CAUSE_WORDS, specialCausesIn } from '../charts/special-causes.js';
import { headlinePeriod, type Measure } from '../measures/measure.js';
import { monthName } from '../months.js';
import { measureAnchor } from './areas.js';
import { type BreakdownView, breakdownView } from './breakdown-view.js';
import { chartsOf, definitionBreaks, dotsOf, explainedSteps } from './chart-view.js';
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
  /** Drawn and escaped by the charts. */
  readonly svg: string;
  readonly table: MonthsTable | null;
  /** The shapes on it that are not explained by its labels. */
  readonly specialCauses: readonly { readonly kind: SpecialCause; readonly words: string }[];
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
  readonly svg: string;
}

export interface CardView {
  readonly name: string;
  readonly area: string;
  readonly anchor: string;
  readonly headline: string;
  readonly rating: RatingView | null;
  /** In words; '' where there is none. */
  readonly target: string;
  readonly charts: readonly ChartView[];
  /** Why there is no chart; '' where there is one. */
  readonly chartAbsence: string;
  /** Unit and period: what the numbers are. */
  readonly unit: string;
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
    rating: ratingView(figure?.rating),
    target: figure?.target ?? '',
    charts: charts.map(chart => chartView(chart, draw)),
    chartAbsence: charts.length > 0 ? '' : 'No chart: none of the last 13 months has a figure.',
    unit: definitionOf(measure),
    changes: changesOf(measure, input.month),
    unsettled: figure?.value == null ? '' : measure.unsettled,
    steps: explainedSteps(measure, input).map(({ from, reason }) => ({ month: monthName(from), reason })),
    dots: dots && {
      name: measure.name,
      area: measure.area,
      anchor: `${measureAnchor(measure.id)}-beside-others`,
      svg: draw(dots),
    },
    breakdown,
    isWide: breakdown !== null,
  };
}

export function chartView(chart: SeriesChart | StackedChart, draw: DrawChart): ChartView {
  return {
    anchor: `chart-${chart.id}`,
    title: titleOf(chart),
    svg: draw(chart),
    table: monthsTable(chart),
    specialCauses: specialCausesOf(chart),
  };
}

/** The shapes of a chart's special causes, for the key under it. */
export function specialCausesOf(chart: Chart): ChartView['specialCauses'] {
  const kinds = chart.kind === 'series' ? specialCausesIn(chart.points) : [];
  return kinds.map(kind => ({ kind, words: SPECIAL_CAUSE_WORDS[kind] }));
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
