/** One measure's block: definition, charts, figures, comparators, categories, and what changed. */
import type { Chart } from '../charts/chart.js';
import type { DrawChart } from '../charts/renderer.js';
import type { Figure } from '../figures/figure.js';
import { headlinePeriod, type Measure, type MeasureVersion } from '../measures/measure.js';
import { monthName } from '../months.js';
import { measureAnchor } from './areas.js';
import { type BreakdownView, breakdownView } from './breakdown-view.js';
import { chartsOf, definitionBreaks } from './chart-view.js';
import { type ComparatorsView, comparatorsView } from './comparators-view.js';
import { type DirectionView, directionBetween, directionView } from './figure-text.js';
import { type FiguresTable, figuresTable } from './figures-table.js';
import type { PackInput } from './pack-input.js';
import { packMonths } from './pack-months.js';

interface ChartView {
  readonly title: string;
  /** Drawn and escaped by the charts. */
  readonly svg: string;
}

interface DirectionSince {
  readonly since: string;
  readonly direction: DirectionView;
  readonly acrossChange: boolean;
}

interface DefinitionChange {
  readonly month: string;
  readonly now: string;
  /** '' where there was no definition before. */
  readonly before: string;
}

export interface MeasureView {
  readonly name: string;
  readonly anchor: string;
  readonly definition: string;
  readonly guide: string;
  readonly charts: readonly ChartView[];
  /** Why there is no chart; '' where there is one. */
  readonly chartAbsence: string;
  readonly figures: FiguresTable;
  /** False where the categories' table holds the same numbers in its total. */
  readonly hasFiguresTable: boolean;
  readonly target: string;
  readonly directions: readonly DirectionSince[];
  readonly comparators: ComparatorsView | null;
  readonly breakdown: BreakdownView | null;
  readonly changes: readonly DefinitionChange[];
}

export function measureView(measure: Measure, input: PackInput, draw: DrawChart): MeasureView {
  const charts = chartsOf(measure, input);
  const breakdown = breakdownView(measure, input);
  return {
    name: measure.name,
    anchor: measureAnchor(measure.id),
    definition: definitionOf(measure),
    guide: measure.guide,
    charts: charts.map(chart => ({ title: chartTitle(chart), svg: draw(chart) })),
    chartAbsence: charts.length > 0 ? '' : 'No chart: none of the last 13 months has a figure.',
    figures: figuresTable(measure, input),
    hasFiguresTable: measure.kind !== 'breakdown' || breakdown === null,
    target: targetOf(measure, input),
    directions: directionsOf(measure, input),
    comparators: comparatorsView(measure, input),
    breakdown,
    changes: changesOf(measure, input.month),
  };
}

/** "Decided within 24 hours, as a percentage of contacts to MASH." */
export function definitionOf({ counts, of, kind, unit }: Measure): string {
  const what = counts.charAt(0).toUpperCase() + counts.slice(1);
  if (of === '') return `${what}.`;
  if (kind === 'average') return `${what}, on average, for ${of}.`;
  return unit === 'percent' ? `${what}, as a percentage of ${of}.` : `${what}, of ${of}.`;
}

function chartTitle(chart: Chart): string {
  const months = (chart.kind === 'series' ? chart.points : chart.totals).map(point => point.month);
  const [first, last] = [months[0] ?? '', months.at(-1) ?? ''];
  const what = chart.kind === 'series' ? 'By month' : `By ${chart.categoryTitle.toLowerCase()} and month`;
  return `${what}, ${monthName(first)} to ${monthName(last)}`;
}

/** Of the value, and of the rate where that has one. */
function targetOf(measure: Measure, { figures, month }: PackInput): string {
  const headline = headlinePeriod(measure);
  const value = figures.get({ measure: measure.id, period: headline, month })?.target ?? '';
  const period = headline === 'snapshot' ? 'snapshot' : 'rolling-12';
  const rate = figures.get({ measure: measure.id, of: 'rate', period, month })?.target ?? '';
  return [value, rate].filter(target => target !== '').join('; ');
}

function directionsOf(measure: Measure, { figures, month, targets }: PackInput): DirectionSince[] {
  const { current, previous, yearEarlier } = packMonths(month);
  const figureOf = (when: string) =>
    figures.get({ measure: measure.id, period: headlinePeriod(measure), month: when });
  const now = figureOf(current.month);
  const since = (name: string, earlier: Figure | undefined, direction: DirectionView | null) =>
    direction ? [{ since: name, direction, acrossChange: now?.definition !== earlier?.definition }] : [];
  const [monthBefore, yearBefore] = [figureOf(previous.month), figureOf(yearEarlier.month)];
  return [
    ...since(previous.name, monthBefore, directionView(now?.movement, now?.meaning)),
    ...since(yearEarlier.name, yearBefore, directionBetween(now, yearBefore, measure, targets)),
  ];
}

/** Versions of the definition that start within the months of the chart, and what was in force before each. */
function changesOf(measure: Measure, month: string): DefinitionChange[] {
  const starts = new Set(definitionBreaks(measure, month).map(each => each.month));
  return measure.versions.flatMap((version: MeasureVersion, index) =>
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
