/**
 * What a chart shows, for someone who does not see it: the span, first and last, highest and lowest, the target, and
 * what is missing. Written apart from the heading, which says only what the chart is about.
 */
import { monthName } from '../months.js';
import { capitalised, listed } from '../words.js';
import type {
  Chart,
  ChartPoint,
  ComparatorLine,
  DefinitionBreak,
  MultiplesChart,
  SeriesChart,
  SparklineChart,
  StackedChart,
} from './chart.js';
import { SUPPRESSED } from './chart.js';
import { dotsText } from './dots-text.js';
import { specialCausesText } from './special-causes.js';

export function alternativeText(chart: Chart): string {
  if (chart.kind === 'series') return seriesText(chart);
  if (chart.kind === 'stacked') return stackedText(chart);
  if (chart.kind === 'sparkline') return sparklineText(chart);
  return chart.kind === 'dots' ? dotsText(chart) : multiplesText(chart);
}

/** The row that it stands in says the rest. */
function sparklineText({ name, points }: SparklineChart): string {
  return `${name}, ${span(points)}. ${firstAndLast(points)}`;
}

function seriesText(chart: SeriesChart): string {
  const type = chart.marks === 'bars' ? 'bar chart' : 'line chart';
  return [
    `${chart.name}: ${type} by month, ${span(chart.points)}.`,
    firstAndLast(chart.points),
    highestAndLowest(chart.points),
    specialCausesText(chart.points),
    yearEarlier(chart.yearEarlier),
    chart.targetInWords === '' ? '' : `Target ${chart.targetInWords}.`,
    publishedBy(chart.comparators),
    gaps(chart.points.slice(0, -1)),
    ...chart.breaks.map(breakText),
  ]
    .filter(sentence => sentence !== '')
    .join(' ');
}

function stackedText(chart: StackedChart): string {
  return [
    `${chart.name} by ${chart.categoryTitle.toLowerCase()}: stacked bars by month, ${span(chart.totals)}.`,
    partsOf(chart, 0),
    chart.totals.length > 1 ? partsOf(chart, chart.totals.length - 1) : '',
    gaps(chart.totals.slice(1, -1)),
    ...chart.breaks.map(breakText),
  ]
    .filter(sentence => sentence !== '')
    .join(' ');
}

function multiplesText({ name, marks, panels, whole = [] }: MultiplesChart): string {
  const type = marks === 'bars' ? 'small bar charts' : 'small line charts';
  const lasts = panels.map(panel => {
    const beside = panel.whole ? ` (the service ${inWords(panel.whole.at(-1)?.shown ?? 'no data')})` : '';
    return `${panel.name} ${inWords(panel.points.at(-1)?.shown ?? 'no data')}${beside}`;
  });
  const last = panels[0]?.points.at(-1);
  return [
    `${name}: ${panels.length} ${type} by month on one scale, ${span(panels[0]?.points ?? [])}.`,
    last ? `In ${monthName(last.month)}: ${lasts.join(', ')}.` : '',
    whole.some(hasValue) ? `The whole service: ${inWords(whole.at(-1)?.shown ?? 'no data')}.` : '',
  ]
    .filter(sentence => sentence !== '')
    .join(' ');
}

/** "Published: England 22% (2019-20), London 21% (2019-20)." The year ends the line's name. */
function publishedBy(comparators: readonly ComparatorLine[]): string {
  if (comparators.length === 0) return '';
  const said = comparators.map(({ name, shown }) => {
    const [group, year] = [name.replace(/\s+\S+$/, ''), /\s(\S*\d\S*)$/.exec(name)?.[1]];
    return year === undefined ? `${name} ${shown}` : `${group} ${shown} (${year})`;
  });
  return `Published: ${said.join(', ')}.`;
}

function span(points: readonly ChartPoint[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return 'no months';
  return first.month === last.month
    ? monthName(first.month)
    : `${monthName(first.month)} to ${monthName(last.month)}`;
}

function firstAndLast(points: readonly ChartPoint[]): string {
  const first = points.find(hasValue);
  const last = points.at(-1);
  if (!last) return '';
  if (!first) return 'No month has a figure.';
  const lastText = `${hasValue(last) ? 'Last' : 'In the last month'} ${said(last)}.`;
  return first.month === last.month ? lastText : `First ${said(first)}. ${lastText}`;
}

/** The first month that reaches each; nothing where fewer than two months have a figure. */
function highestAndLowest(points: readonly ChartPoint[]): string {
  const present = points.filter(hasValue);
  if (present.length < 2) return '';
  const highest = present.reduce((best, point) => (point.value > best.value ? point : best));
  const lowest = present.reduce((best, point) => (point.value < best.value ? point : best));
  if (highest.value === lowest.value) return 'The same in every month that has a figure.';
  return `Highest ${said(highest)}, lowest ${said(lowest)}.`;
}

function yearEarlier(points: readonly ChartPoint[]): string {
  const last = points.at(-1);
  if (!last || !points.some(hasValue)) return '';
  return `A thinner line shows the same months a year earlier, ending with ${last.shown}.`;
}

/** Each way of having no value, with its months: "No data in March 2020 and April 2020." */
function gaps(points: readonly ChartPoint[]): string {
  const months = new Map<string, string[]>();
  for (const point of points) {
    if (!hasValue(point))
      months.set(inWords(point.shown), [...(months.get(inWords(point.shown)) ?? []), monthName(point.month)]);
  }
  return [...months].map(([shown, names]) => `${capitalised(shown)} in ${listed(names)}.`).join(' ');
}

function breakText({ month, changed, isStep }: DefinitionBreak): string {
  if (isStep) return `An explained step in ${monthName(month)}.`;
  return changed
    ? `The definition changed in ${monthName(month)}; earlier months are not comparable.`
    : `Counted from ${monthName(month)}.`;
}

function partsOf(chart: StackedChart, index: number): string {
  const total = chart.totals[index];
  if (!total) return '';
  if (!hasValue(total)) return `${monthName(total.month)}: ${total.shown}.`;
  const parts = chart.series.map(
    ({ category, points }) => `${category} ${points[index]?.shown ?? 'no data'}`,
  );
  return `${monthName(total.month)}: ${parts.join(', ')}; total ${total.shown}.`;
}

function said({ shown, month }: ChartPoint): string {
  return `${inWords(shown)} (${monthName(month)})`;
}

/** A letter alone says nothing to who hears it. */
function inWords(shown: string): string {
  return shown === SUPPRESSED ? 'suppressed (c)' : shown;
}

function hasValue(point: ChartPoint): point is ChartPoint & { readonly value: number } {
  return point.value !== null;
}
