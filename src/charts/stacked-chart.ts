/** A measure by category over the months: one bar a month, its parts in the order of the codes from the axis up. */
import type { Plugin } from 'chart.js';
import { formatNumber } from '../figures/display.js';
import { shortMonthName } from '../months.js';
import { absentMonths } from './absent-months.js';
import { type ChartPoint, type StackedChart, type StackedSeries, SUPPRESSED } from './chart.js';
import { definitionRules } from './definition-rules.js';
import { type EndLabel, endLabels } from './end-labels.js';
import { frameOptions, type MonthChart } from './frame.js';
import { namedLabel } from './label-places.js';
import { CATEGORIES, HELD_BACK, PART_EDGE } from './palette.js';
import { strokeLine } from './pen.js';
import { partsOf } from './plot.js';
import { LABEL_WIDTH, LINE_HEIGHT, STACKED_SIZE } from './sizes.js';

/** What the swatch takes of a label's room. */
const SWATCH_ROOM = 13;
/** Lines of words beside the bars, from the top of the drawing to its foot. */
const ROOM_IN_LINES = Math.floor(STACKED_SIZE.height / LINE_HEIGHT);
const MOST_LINES = 3;
const HELD_BACK_TOGETHER = 'All c together';

export function stackedConfiguration(chart: StackedChart): MonthChart {
  const months = chart.totals.map(point => point.month);
  const parts = partsDrawn(chart);
  const hidden = chart.overlaps ? [] : heldBack(parts, chart.totals);
  const series = whereWhole([...parts, ...hidden], chart.totals);
  return {
    type: 'bar',
    data: {
      labels: months.map(shortMonthName),
      datasets: series.map(({ category, points }, index) => ({
        type: 'bar' as const,
        label: category,
        data: points.map(point => point.value),
        backgroundColor: colourOf(index, parts.length),
        categoryPercentage: 0.9,
        barPercentage: 0.8,
      })),
    },
    options: frameOptions({
      unit: chart.unit,
      months,
      reaches: chart.totals.map(({ value }) => value ?? 0),
      stacked: true,
      hasBreaks: chart.breaks.length > 0,
      namesMonths: !chart.monthsBelow,
    }),
    plugins: [
      absentMonths(chart.totals),
      partEdges(series),
      definitionRules(months, chart.breaks),
      endLabels(stackedLabels(series, parts.length, chart.smallNumber)),
    ],
  };
}

/** A month whose total is missing or held back has no bar: one of its parts alone would be read as the whole. */
function whereWhole(series: readonly StackedSeries[], totals: readonly ChartPoint[]): StackedSeries[] {
  return series.map(({ category, points }) => ({
    category,
    points: points.map((point, index) => (totals[index]?.value === null ? { ...point, value: null } : point)),
  }));
}

/** A white line between the parts of a bar: borders of the bars themselves take ten times the letters. */
function partEdges(series: readonly StackedSeries[]): Plugin<'bar' | 'line'> {
  return {
    id: 'part-edges',
    afterDatasetsDraw: chart => {
      const { pen, heightOf, slotStart, slot } = partsOf(chart);
      const months = chart.data.labels?.length ?? 0;
      for (let month = 0; month < months; month++) {
        const values = series.map(({ points }) => points[month]?.value ?? 0).filter(value => value > 0);
        let height = 0;
        for (const value of values.slice(0, -1)) {
          height += value;
          const [left, right, y] = [slotStart(month), slotStart(month) + slot, heightOf(height)];
          const ends = [[left + slot / 8, y] as const, [right - slot / 8, y] as const];
          strokeLine(pen, ends, { colour: PART_EDGE.color, width: PART_EDGE.width });
        }
      }
    },
  };
}

/** Each part named beside the last bar, at the height of its middle; shortened where all names in full have no room. */
export function stackedLabels(
  series: readonly StackedSeries[],
  parts = series.length,
  smallNumber = 0,
): EndLabel[] {
  const inFull = labelsOf(series, parts, MOST_LINES, smallNumber);
  const lines = inFull.reduce((sum, label) => sum + label.lines.length, 0);
  return lines <= ROOM_IN_LINES ? inFull : labelsOf(series, parts, MOST_LINES - 1, smallNumber);
}

function labelsOf(
  series: readonly StackedSeries[],
  parts: number,
  mostLines: number,
  smallNumber: number,
): EndLabel[] {
  let below = 0;
  return series.map(({ category, points }, index) => {
    const last = points.at(-1);
    const height = last?.value ?? 0;
    const value = below + height / 2;
    below += height;
    const shown = last?.shown ?? 'no data';
    return {
      value,
      // It names the grey of other months where the last one holds back nothing, or too little to print.
      lines:
        category === HELD_BACK_TOGETHER && height <= smallNumber
          ? [category]
          : namedLabel(`${category}:`, shown, { width: LABEL_WIDTH - SWATCH_ROOM }, mostLines),
      colour: colourOf(index, parts),
      bold: false,
      swatch: true,
      leader: height > 0,
    };
  });
}

/** More parts than colours that can be told apart: the largest keep their own, in their order, the rest are one. */
export function atMost(limit: number, series: readonly StackedSeries[]): StackedSeries[] {
  if (series.length <= limit) return [...series];
  const bySize = [...series].sort((a, b) => sizeOf(b) - sizeOf(a));
  const kept = new Set(bySize.slice(0, limit - 1));
  const rest = series.filter(part => !kept.has(part));
  return [
    ...series.filter(part => kept.has(part)),
    { category: `All other (${rest.length})`, points: summed(rest) },
  ];
}

/**
 * The parts that a bar and the table under it show. Where all that is hidden of a month is in the one that stands for the
 * rest, its number is what the total leaves: anyone can work that out from the printed numbers beside it.
 */
export function partsDrawn({ series, totals, overlaps, smallNumber }: StackedChart): StackedSeries[] {
  const parts = atMost(CATEGORIES.length, series);
  const rest = parts.at(-1);
  if (overlaps || !rest || parts.length === series.length) return parts;
  const kept = parts.slice(0, -1);
  const points = rest.points.map((point, index): ChartPoint => {
    const total = totals[index]?.value ?? null;
    const beside = kept.map(part => part.points[index]?.value ?? null);
    if (point.shown !== SUPPRESSED || total === null || beside.includes(null)) return point;
    const value = total - beside.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    if (value <= smallNumber) return point;
    return { month: point.month, value, shown: shownSum(value) };
  });
  return [...kept, { ...rest, points }];
}

/** What stands behind the c's of a bar, all together: without it the bar would be too short. None where nothing is hidden. */
export function heldBack(parts: readonly StackedSeries[], totals: readonly ChartPoint[]): StackedSeries[] {
  const points = totals.map(({ month, value: total }, index): ChartPoint => {
    const own = parts.map(part => part.points[index]);
    const isHidden = own.some(point => point?.shown === SUPPRESSED);
    if (total === null || !isHidden)
      return { month, value: isHidden ? null : 0, shown: isHidden ? SUPPRESSED : '0' };
    const value = total - own.reduce((sum, point) => sum + (point?.value ?? 0), 0);
    return { month, value, shown: shownSum(value) };
  });
  return points.some(({ value }) => value) ? [{ category: HELD_BACK_TOGETHER, points }] : [];
}

function shownSum(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 1);
}

function colourOf(index: number, parts: number): string {
  return index < parts ? (CATEGORIES[index] ?? CATEGORIES[0]) : HELD_BACK;
}

function sizeOf({ points }: StackedSeries): number {
  return points.reduce((sum, point) => sum + (point.value ?? 0), 0);
}

function summed(series: readonly StackedSeries[]): ChartPoint[] {
  return (series[0]?.points ?? []).map(({ month }, index) => {
    if (series.some(({ points }) => points[index]?.shown === SUPPRESSED))
      return { month, value: null, shown: SUPPRESSED };
    const values = series.map(({ points }) => points[index]?.value ?? null).filter(value => value !== null);
    if (values.length === 0) return { month, value: null, shown: 'no data' };
    const value = values.reduce((sum, part) => sum + part, 0);
    return { month, value, shown: shownSum(value) };
  });
}
