/** A measure by category over the months: one bar a month, its parts in the order of the codes from the axis up. */
import { formatNumber } from '../figures/display.js';
import { shortMonthName } from '../months.js';
import type { ChartPoint, StackedChart, StackedSeries } from './chart.js';
import { type EndLabel, endLabels } from './end-labels.js';
import { frameOptions, LABEL_CHARACTERS, type MonthChart } from './frame.js';
import { namedLabel } from './label-places.js';
import { absentMonths, definitionRules } from './marks.js';
import { CATEGORIES, PART_EDGE } from './palette.js';

/** A label with its swatch has room for fewer letters. */
const SWATCH_CHARACTERS = 3;

export function stackedConfiguration(chart: StackedChart): MonthChart {
  const months = chart.totals.map(point => point.month);
  const series = atMost(CATEGORIES.length, chart.series);
  return {
    type: 'bar',
    data: {
      labels: months.map(shortMonthName),
      datasets: series.map(({ category, points }, index) => ({
        type: 'bar' as const,
        label: category,
        data: points.map(point => point.value),
        backgroundColor: CATEGORIES[index] ?? CATEGORIES[0],
        borderColor: PART_EDGE.color,
        borderWidth: { top: PART_EDGE.width, right: 0, bottom: 0, left: 0 },
        categoryPercentage: 0.9,
        barPercentage: 0.8,
      })),
    },
    options: frameOptions(chart.unit, [], true),
    plugins: [
      absentMonths(chart.totals),
      definitionRules(months, chart.breaks),
      endLabels(stackedLabels(series)),
    ],
  };
}

/** Each part named beside the last bar, at the height of its middle. */
export function stackedLabels(series: readonly StackedSeries[]): EndLabel[] {
  let below = 0;
  return series.map(({ category, points }, index) => {
    const last = points.at(-1);
    const height = last?.value ?? 0;
    const value = below + height / 2;
    below += height;
    const lines = namedLabel(category, last?.shown ?? 'no data', LABEL_CHARACTERS - SWATCH_CHARACTERS);
    return {
      value,
      lines,
      colour: CATEGORIES[index] ?? CATEGORIES[0],
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

function sizeOf({ points }: StackedSeries): number {
  return points.reduce((sum, point) => sum + (point.value ?? 0), 0);
}

function summed(series: readonly StackedSeries[]): ChartPoint[] {
  return (series[0]?.points ?? []).map(({ month }, index) => {
    const values = series.map(({ points }) => points[index]?.value ?? null).filter(value => value !== null);
    if (values.length === 0) return { month, value: null, shown: 'no data' };
    const value = values.reduce((sum, part) => sum + part, 0);
    return { month, value, shown: formatNumber(value, Number.isInteger(value) ? 0 : 1) };
  });
}
