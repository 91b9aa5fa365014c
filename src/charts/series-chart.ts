/** One measure over the months: bars for what is counted, a line for what is a share or an average. */
import type { ChartDataset } from 'chart.js';
import { shortMonthName } from '../months.js';
import type { ChartPoint, SeriesChart } from './chart.js';
import { type EndLabel, endLabels } from './end-labels.js';
import { frameOptions, LABEL_CHARACTERS, type MonthChart } from './frame.js';
import { wrapLabel } from './label-places.js';
import { absentMonths, definitionRules, monthDots, targetMarks } from './marks.js';
import { BARS, QUIET_INK, SERIES, TARGET, YEAR_EARLIER, YEAR_EARLIER_ON_BARS } from './palette.js';

type MonthDataset = ChartDataset<'bar' | 'line', (number | null)[]>;

export function seriesConfiguration(chart: SeriesChart): MonthChart {
  const months = chart.points.map(point => point.month);
  const edges = chart.target.flatMap(target => [target?.low ?? 0, target?.high ?? 0]);
  return {
    type: chart.marks === 'bars' ? 'bar' : 'line',
    data: { labels: months.map(shortMonthName), datasets: datasetsOf(chart, months) },
    options: frameOptions(chart.unit, edges, false),
    plugins: [
      targetMarks(chart.target),
      ...(chart.marks === 'line' ? [monthDots(chart.points, SERIES)] : []),
      absentMonths(chart.points),
      definitionRules(months, chart.breaks),
      endLabels(seriesLabels(chart)),
    ],
  };
}

function datasetsOf(chart: SeriesChart, months: readonly string[]): MonthDataset[] {
  const current = chart.marks === 'bars' ? barsOf(chart.points) : lineOf(chart, months);
  return hasValues(chart.yearEarlier) ? [yearEarlierLine(chart), current] : [current];
}

function barsOf(points: readonly ChartPoint[]): MonthDataset {
  return {
    type: 'bar',
    label: 'This year',
    data: points.map(point => point.value),
    backgroundColor: BARS,
    categoryPercentage: 0.9,
    barPercentage: 0.75,
    order: 2,
  };
}

function lineOf({ points, breaks }: SeriesChart, months: readonly string[]): MonthDataset {
  const starts = new Set(breaks.map(({ month }) => months.indexOf(month)));
  return {
    type: 'line',
    label: 'This year',
    data: points.map(point => point.value),
    borderColor: SERIES,
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
export function seriesLabels({ points, yearEarlier, target, targetInWords }: SeriesChart): EndLabel[] {
  const labels: EndLabel[] = [];
  const last = points.at(-1);
  if (last && last.value !== null) {
    const lines = wrapLabel(`${last.shown} in ${shortMonthName(last.month)}`, LABEL_CHARACTERS);
    labels.push({ value: last.value, lines, colour: SERIES, bold: true, swatch: false, leader: true });
  }
  const earlier = yearEarlier.at(-1);
  if (earlier && earlier.value !== null) {
    const lines = wrapLabel(`${earlier.shown} a year earlier`, LABEL_CHARACTERS);
    labels.push({ value: earlier.value, lines, colour: QUIET_INK, bold: false, swatch: false, leader: true });
  }
  const edges = target.at(-1);
  if (edges && targetInWords !== '') {
    const oneLine = `Target ${targetInWords}`;
    const fits = oneLine.length <= LABEL_CHARACTERS;
    const lines = fits ? [oneLine] : ['Target', ...wrapLabel(targetInWords, LABEL_CHARACTERS)];
    labels.push({
      value: middleOf(edges.low, edges.high),
      lines,
      colour: TARGET,
      bold: false,
      swatch: false,
      leader: true,
    });
  }
  return labels;
}

function middleOf(low: number | null, high: number | null): number {
  if (low !== null && high !== null) return (low + high) / 2;
  return low ?? high ?? 0;
}

function hasValues(points: readonly ChartPoint[]): boolean {
  return points.some(point => point.value !== null);
}
