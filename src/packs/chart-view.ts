/** A measure's figures as the data of its charts. The words on a chart are those of the tables. */
import {
  type ChartPoint,
  type DefinitionBreak,
  type DotsChart,
  type SeriesChart,
  type SparklineChart,
  type SpecialCause,
  type StackedChart,
  SUPPRESSED,
  type TargetEdges,
} from '../charts/chart.js';
import { formatNumber } from '../figures/display.js';
import type { Figure, Variation } from '../figures/figure.js';
import { keyOf } from '../figures/figure-set.js';
import { targetFor } from '../figures/labels.js';
import { headlinePeriod, isAdditive, type Measure } from '../measures/measure.js';
import { addMonths, monthsTo } from '../months.js';
import type { Comparator, Target } from '../workspace/tables.js';
import { slug } from './areas.js';
import { comparatorShown, comparedBy, isCountry, latestOf, ownFigure, ownSpan } from './comparators-view.js';
import { isComparable, shownFigure } from './figure-text.js';
import type { PackInput } from './pack-input.js';
import { chartMonths } from './pack-months.js';

const LEVEL_BREAK = ' / ';
/** In place of a year before that was counted by another definition. */
export const NOT_COMPARABLE = 'not comparable';

/** The charts of a measure in the order of its page; none where no month has a figure. */
export function chartsOf(measure: Measure, input: PackInput): (SeriesChart | StackedChart)[] {
  const charts: (SeriesChart | StackedChart)[] = [];
  if (measure.kind !== 'breakdown') charts.push(seriesChart(measure, input));
  if (measure.category && isAdditive(measure)) {
    const stacked = stackedChart(measure, input);
    if (!hidesParts(stacked)) charts.push(stacked);
    else if (charts.length === 0) charts.push(seriesChart(measure, input));
  }
  return charts.filter(chart =>
    (chart.kind === 'series' ? chart.points : chart.totals).some(point => point.value !== null),
  );
}

/** Of the parts of the bars, fewer can be read than are held back: the bars would be grey. */
function hidesParts({ series, totals }: StackedChart): boolean {
  const drawn = series.flatMap(({ points }) => points.filter((_, index) => totals[index]?.value !== null));
  return isMostlyHidden(drawn);
}

/** Whether fewer can be read than are held back; a nought has nothing to draw. Goes by what is printed alone. */
export function isMostlyHidden(points: readonly ChartPoint[]): boolean {
  const hidden = points.filter(({ shown }) => shown === SUPPRESSED).length;
  return points.filter(({ value }) => value).length < hidden;
}

function seriesChart(measure: Measure, input: PackInput): SeriesChart {
  const months = chartMonths(input.month);
  const figures = seriesOf(measure, '', months, input);
  const earlier = seriesOf(
    measure,
    '',
    months.map(month => addMonths(month, -12)),
    input,
  );
  const yearEarlier = pointsOf(earlier, months, measure, input).map((point, index) =>
    figures[index] && earlier[index] && !isComparable(figures[index], earlier[index])
      ? { ...point, value: null, shown: NOT_COMPARABLE }
      : point,
  );
  return {
    kind: 'series',
    monthsBelow: true,
    id: slug(measure.id),
    name: measure.name,
    marks: isAdditive(measure) ? 'bars' : 'line',
    unit: measure.unit,
    points: withSpecialCauses(pointsOf(figures, months, measure, input), figures),
    yearEarlier: yearEarlier.some(point => point.value !== null) ? yearEarlier : [],
    target: figures.map(figure => edgesOf(figure, measure, input.targets)),
    targetInWords: figures.at(-1)?.target ?? '',
    breaks: [...definitionBreaks(measure, months), ...stepBreaks(measure, input, months)],
    comparators: comparatorLines(measure, input),
  };
}

/** The whole series, for its trend; null where no month has a figure. */
export function trendChart(measure: Measure, input: PackInput): SeriesChart | null {
  const months = monthsTo(input.month, input.settings.series_months);
  const figures = seriesOf(measure, '', months, input);
  if (figures.every(figure => figure?.value == null)) return null;
  return {
    kind: 'series',
    id: `${slug(measure.id)}-trend`,
    name: `${measure.name}: ${months.length} months`,
    marks: 'line',
    unit: measure.unit,
    points: withSpecialCauses(pointsOf(figures, months, measure, input), figures),
    yearEarlier: [],
    target: figures.map(figure => edgesOf(figure, measure, input.targets)),
    targetInWords: figures.at(-1)?.target ?? '',
    breaks: [...definitionBreaks(measure, months), ...stepBreaks(measure, input, months)],
    comparators: [],
  };
}

/** The months of a chart, as a line in a row of a table. */
export function sparklineOf(measure: Measure, input: PackInput): SparklineChart {
  const months = chartMonths(input.month);
  const figures = seriesOf(measure, '', months, input);
  return {
    kind: 'sparkline',
    id: `${slug(measure.id)}-line`,
    name: measure.name,
    points: pointsOf(figures, months, measure, input),
  };
}

/** A year's figure beside months: only shares, averages and rates can stand on one axis with it. */
export function besideMonths(measure: Measure, input: PackInput): Comparator[] {
  if (isAdditive(measure)) return [];
  return latestOf(measure, measure.kind === 'rate' ? undefined : 'value', input).filter(isCountry);
}

function comparatorLines(measure: Measure, input: PackInput): SeriesChart['comparators'] {
  return besideMonths(measure, input).map(row => ({
    name: `${row.group} ${row.year}`,
    value: row.value,
    shown: comparatorShown(row, measure),
  }));
}

/** This council beside the groups that published, the latest year of each; null where none did. */
export function dotsOf(measure: Measure, input: PackInput): DotsChart | null {
  const of = comparedBy(measure, input);
  const rows = latestOf(measure, of, input);
  if (rows.length === 0) return null;
  const own = ownFigure(measure, of, input);
  return {
    kind: 'dots',
    id: `${slug(measure.id)}-comparators`,
    name: measure.name,
    unit: of === 'rate' ? 'per 10000' : measure.unit,
    rows: [
      {
        name: `${input.settings.council.name}, ${ownSpan(measure, input.month)}`,
        isOwn: true,
        value: own?.value ?? null,
        shown: shownFigure(own, measure, input.targets),
      },
      ...rows.map(row => ({
        name: `${row.group}, ${row.year}`,
        isOwn: false,
        value: row.value,
        shown: comparatorShown(row, measure),
      })),
    ],
  };
}

function stackedChart(measure: Measure, input: PackInput): StackedChart {
  const months = chartMonths(input.month);
  return {
    kind: 'stacked',
    monthsBelow: true,
    id: `${slug(measure.id)}-categories`,
    name: measure.name,
    unit: measure.unit,
    categoryTitle: measure.category?.titles[0] ?? 'Category',
    series: firstLevels(measure, input).map(({ name, categories }) => ({
      category: name,
      points: months.map(month => summed(measure, categories, month, input)),
    })),
    totals: pointsOf(seriesOf(measure, '', months, input), months, measure, input),
    breaks: definitionBreaks(measure, months),
    overlaps: measure.distinct,
    smallNumber: input.settings.small_numbers.threshold,
  };
}

interface CategoryGroup {
  readonly name: string;
  readonly categories: readonly string[];
}

/** Categories of two levels are drawn by their first: the table below has both. */
function firstLevels(measure: Measure, { figures, month }: PackInput): CategoryGroup[] {
  const categories = figures.categories({ measure: measure.id, period: headlinePeriod(measure), month });
  const nameOf = (category: string) => category.split(LEVEL_BREAK)[0] ?? category;
  return [...new Set(categories.map(nameOf))].map(name => ({
    name,
    categories: categories.filter(category => nameOf(category) === name),
  }));
}

function summed(
  measure: Measure,
  categories: readonly string[],
  month: string,
  input: PackInput,
): ChartPoint {
  const figures = categories.map(category => seriesOf(measure, category, [month], input)[0]);
  // A sum without one of its parts would be too low: it lacks what the part lacks.
  const only = figures.length === 1 ? figures[0] : figures.find(figure => figure?.value == null);
  if (only || figures.includes(undefined)) {
    return { month, value: only?.value ?? null, shown: shownFigure(only, measure, input.targets) };
  }
  const value = figures.reduce((sum, figure) => sum + (figure?.value ?? 0), 0);
  return { month, value, shown: formatNumber(value, measure.decimals) };
}

function seriesOf(
  measure: Measure,
  category: string,
  months: readonly string[],
  { figures }: PackInput,
): (Figure | undefined)[] {
  return figures.series({ measure: measure.id, period: headlinePeriod(measure), category }, months);
}

function pointsOf(
  figures: readonly (Figure | undefined)[],
  months: readonly string[],
  measure: Measure,
  { targets, published: then }: PackInput,
): ChartPoint[] {
  return months.map((month, index) => {
    const figure = figures[index];
    const shown = shownFigure(figure, measure, targets);
    const before = figure && then?.get(keyOf(figure));
    const isRestated = before !== undefined && shownFigure(before, measure, targets) !== shown;
    return { month, value: figure?.value ?? null, shown, ...(isRestated ? { isRestated } : {}) };
  });
}

function edgesOf(
  figure: Figure | undefined,
  measure: Measure,
  targets: readonly Target[],
): TargetEdges | null {
  const target = figure && targetFor(figure, measure, targets);
  if (!target) return null;
  return { low: target.atLeast ?? target.low, high: target.atMost ?? target.high };
}

/** Where a version of the definition starts inside the months of a chart. */
export function definitionBreaks(measure: Measure, months: readonly string[]): DefinitionBreak[] {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  return measure.versions.flatMap(({ from }, index) =>
    from > first && from <= last ? [{ month: from, changed: index > 0 }] : [],
  );
}

const SPECIAL_CAUSES: Readonly<Partial<Record<Variation, SpecialCause>>> = {
  'special-cause improvement': 'better',
  'special-cause concern': 'worse',
  'special-cause high': 'high',
  'special-cause low': 'low',
};

/** Marks would tell something of a month that is not shown, so a series with such a month has none. */
function withSpecialCauses(
  points: readonly ChartPoint[],
  figures: readonly (Figure | undefined)[],
): readonly ChartPoint[] {
  if (figures.some(figure => figure?.status === 'suppressed')) return points;
  return points.map((point, index) => {
    const specialCause = SPECIAL_CAUSES[figures[index]?.variation ?? 'common cause'];
    return specialCause ? { ...point, specialCause } : point;
  });
}

/** Steps of the settings inside the months of a chart, each with its reason. */
export function explainedSteps(
  measure: Measure,
  { month, settings }: PackInput,
  months: readonly string[] = chartMonths(month),
): readonly { readonly from: string; readonly reason: string }[] {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  return settings.variation.steps.filter(
    step => step.measure === measure.id && step.from > first && step.from <= last,
  );
}

function stepBreaks(measure: Measure, input: PackInput, months: readonly string[]): DefinitionBreak[] {
  return explainedSteps(measure, input, months).map(({ from }) => ({
    month: from,
    changed: false,
    isStep: true,
  }));
}
