/** One measure over the months: bars for what is counted, a line for what is a share or an average. */
import type { ChartDataset } from 'chart.js';
import { shortMonthName } from '../months.js';
import { absentMonths } from './absent-months.js';
import type { ChartPoint, SeriesChart } from './chart.js';
import type { ChartColours } from './colours.js';
import { definitionRules } from './definition-rules.js';
import { type EndLabel, endLabels, linesBeside } from './end-labels.js';
import { frameOptions, type MonthChart } from './frame.js';
import { namedLabel, pairedLabel, wrapLabel } from './label-places.js';
import { comparatorLines, loneDots, monthDots, targetMarks } from './marks.js';
import { COMPARATOR, COMPARATOR_ON_BARS, QUIET_INK, YEAR_EARLIER, YEAR_EARLIER_ON_BARS } from './palette.js';
import { LABEL_WIDTH, SERIES_SIZE } from './sizes.js';
import { specialCauseMarks } from './special-causes.js';

type MonthDataset = ChartDataset<'bar' | 'line', (number | null)[]>;

/** Lines of a label where there is room, and where six labels share it. */
const LINES_EACH = [3, 2] as const;

export function seriesConfiguration(chart: SeriesChart, colours: ChartColours): MonthChart {
  const months = chart.points.map(point => point.month);
  const edges = chart.target.flatMap(target => [target?.low ?? 0, target?.high ?? 0]);
  const lines = [...chart.points, ...chart.yearEarlier, ...chart.comparators].map(({ value }) => value ?? 0);
  const reaches = [...edges, ...lines];
  const onBars = chart.marks === 'bars';
  return {
    type: onBars ? 'bar' : 'line',
    data: { labels: months.map(shortMonthName), datasets: datasetsOf(chart, months, colours) },
    options: frameOptions({
      unit: chart.unit,
      months,
      reaches,
      stacked: false,
      hasBreaks: chart.breaks.length > 0,
      namesMonths: !chart.monthsBelow,
    }),
    plugins: [
      absentMonths(chart.points),
      targetMarks(chart.target, colours),
      comparatorLines(chart.comparators, onBars ? COMPARATOR_ON_BARS : COMPARATOR),
      loneDots(chart.yearEarlier, onBars ? YEAR_EARLIER_ON_BARS : YEAR_EARLIER),
      ...(onBars ? [] : [monthDots(chart.points, colours.series)]),
      specialCauseMarks(chart.points),
      definitionRules(months, chart.breaks),
      endLabels(seriesLabels(chart, colours)),
    ],
  };
}

function datasetsOf(chart: SeriesChart, months: readonly string[], colours: ChartColours): MonthDataset[] {
  const current =
    chart.marks === 'bars' ? barsOf(chart.points, colours.bars) : lineOf(chart, months, colours.series);
  return hasValues(chart.yearEarlier) ? [yearEarlierLine(chart), current] : [current];
}

function barsOf(points: readonly ChartPoint[], colour: string): MonthDataset {
  return {
    type: 'bar',
    label: 'This year',
    data: points.map(point => point.value),
    backgroundColor: colour,
    categoryPercentage: 0.9,
    barPercentage: 0.75,
    order: 2,
  };
}

function lineOf({ points, breaks }: SeriesChart, months: readonly string[], colour: string): MonthDataset {
  const changes = breaks.filter(({ isStep }) => !isStep);
  const starts = new Set(changes.map(({ month }) => months.indexOf(month)));
  return {
    type: 'line',
    label: 'This year',
    data: points.map(point => point.value),
    borderColor: colour,
    borderWidth: 2,
    pointRadius: 0,
    clip: false,
    // Months under two definitions are not joined.
    segment: {
      borderColor: (step: { p1DataIndex: number }) =>
        starts.has(step.p1DataIndex) ? 'transparent' : undefined,
    },
    order: 1,
  };
}

function yearEarlierLine({ yearEarlier, marks }: SeriesChart): MonthDataset {
  return {
    type: 'line',
    label: 'A year earlier',
    data: yearEarlier.map(point => point.value),
    borderColor: marks === 'bars' ? YEAR_EARLIER_ON_BARS : YEAR_EARLIER,
    borderWidth: 1.25,
    borderDash: [4, 3],
    pointRadius: 0,
    clip: false,
    order: 1,
  };
}

/** The labels that stand in for a legend: each line is named where it ends. */
export function seriesLabels(chart: SeriesChart, colours: ChartColours): EndLabel[] {
  const [roomy, tight] = LINES_EACH;
  const labels = labelsOf(chart, colours, roomy);
  const lines = labels.reduce((sum, label) => sum + label.lines.length, 0);
  return lines <= linesBeside(SERIES_SIZE) ? labels : labelsOf(chart, colours, tight);
}

function labelsOf(chart: SeriesChart, colours: ChartColours, most: number): EndLabel[] {
  const { points, yearEarlier, target, targetInWords, comparators } = chart;
  const labels: EndLabel[] = [];
  const add = (value: number, lines: readonly string[], colour: string, bold = false) =>
    labels.push({ value, lines, colour, bold, swatch: false, leader: true });
  const room = { width: LABEL_WIDTH };
  const last = points.at(-1);
  if (last && last.value !== null) {
    const month = `in ${shortMonthName(last.month)}`;
    add(last.value, pairedLabel(last.shown, month, { ...room, bold: true }, most), colours.series, true);
  }
  const earlier = yearEarlier.at(-1);
  if (earlier && earlier.value !== null) {
    add(earlier.value, pairedLabel(earlier.shown, 'a year earlier', room, most), QUIET_INK);
  }
  const edges = target.at(-1);
  if (edges && targetInWords !== '') {
    add(middleOf(edges.low, edges.high), pairedLabel('Target', targetInWords, room, most), colours.target);
  }
  for (const { name, value, shown } of comparators) {
    add(value, comparatorLabel(name, shown, most), QUIET_INK);
  }
  return labels;
}

/** The year ends the name and always stays: a figure of others means nothing without it. */
function comparatorLabel(name: string, shown: string, most: number): string[] {
  const room = { width: LABEL_WIDTH };
  const whole = pairedLabel(`${name}:`, shown, room, most);
  if (whole.join(' ') === `${name}: ${shown}`) return whole;
  const words = name.split(' ');
  const [group, year] = [words.slice(0, -1).join(' '), `${words.at(-1)}:`];
  const value = wrapLabel(shown, room);
  if (value.length >= most) return namedLabel(group, shown, room, most, year);
  return [...namedLabel(group, year, room, most - value.length), ...value];
}

function middleOf(low: number | null, high: number | null): number {
  if (low !== null && high !== null) return (low + high) / 2;
  return low ?? high ?? 0;
}

function hasValues(points: readonly ChartPoint[]): boolean {
  return points.some(point => point.value !== null);
}
