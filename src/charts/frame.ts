/**
 * The frame that every chart of months stands in. Nothing in it is measured by the platform: the axes have fixed
 * sizes, so that the same figures make the same drawing on Windows, macOS and Linux, which measure text differently.
 */
import type { ChartConfiguration, ChartOptions } from 'chart.js';
import { formatNumber, formatValue } from '../figures/display.js';
import type { Unit } from '../figures/figure.js';
import { exact } from '../figures/rounding.js';
import { FONT_FAMILY } from './font.js';
import { monthLabels } from './month-labels.js';
import { GRID, QUIET_INK } from './palette.js';
import {
  BREAK_TOP_ROOM,
  LABEL_ROOM,
  MONTHS_HEIGHT,
  NO_MONTHS_HEIGHT,
  SERIES_SIZE,
  TEXT_SIZE,
  TOP_ROOM,
  VALUES_WIDTH,
} from './sizes.js';
import { textWidth } from './text-width.js';

const VALUE_TICKS = 6;
const TICK_PADDING = 6;
/** One month's bar as wide as its share would be a wall. */
const WIDEST_BAR = 44;

export type MonthChart = ChartConfiguration<'bar' | 'line', (number | null)[], string>;
type MonthOptions = ChartOptions<'bar' | 'line'>;

export interface Frame {
  readonly unit: Unit;
  /** YYYY-MM, oldest first. */
  readonly months: readonly string[];
  /** Values that the axis must hold beside those of the datasets. */
  readonly reaches: readonly number[];
  readonly stacked: boolean;
  /** The definition changed, which is written above the plot. */
  readonly hasBreaks: boolean;
  /** False where a table under the chart names them. */
  readonly namesMonths: boolean;
}

/** Options that all charts of months share. */
export function frameOptions(frame: Frame): MonthOptions {
  const { unit, months, reaches, stacked, hasBreaks, namesMonths } = frame;
  const top = Math.max(0, ...reaches);
  return {
    animation: false,
    responsive: false,
    devicePixelRatio: 1,
    events: [],
    font: { family: FONT_FAMILY, size: TEXT_SIZE },
    datasets: { bar: { maxBarThickness: WIDEST_BAR } },
    layout: {
      padding: { top: hasBreaks ? BREAK_TOP_ROOM : TOP_ROOM, right: LABEL_ROOM, bottom: 0, left: 0 },
      autoPadding: false,
    },
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
    scales: { x: monthsAxis(namesMonths ? months : [], stacked), y: valuesAxis(unit, top, stacked) },
  };
}

/** @param months to name; none where they are named elsewhere */
function monthsAxis(
  months: readonly string[],
  stacked: boolean,
): NonNullable<NonNullable<MonthOptions['scales']>['x']> {
  const labels = monthLabels(months, SERIES_SIZE.width - VALUES_WIDTH - LABEL_ROOM);
  return {
    stacked,
    offset: true,
    grid: { display: false, drawTicks: false },
    border: { color: QUIET_INK },
    ticks: {
      display: months.length > 0,
      autoSkip: false,
      minRotation: 0,
      maxRotation: 0,
      color: QUIET_INK,
      font: { size: TEXT_SIZE },
      callback: (_, index) => labels[index] ?? '',
    },
    afterFit: axis => {
      axis.height = months.length > 0 ? MONTHS_HEIGHT : NO_MONTHS_HEIGHT;
    },
  };
}

/** Percentages end at one of these: on the same few axes they can be compared from chart to chart. */
const PERCENT_TOPS = [25, 50, 100];

/** From 0, because an axis that starts at 80% makes noise look like news. */
function valuesAxis(
  unit: Unit,
  top: number,
  stacked: boolean,
): NonNullable<NonNullable<MonthOptions['scales']>['y']> {
  return {
    stacked,
    suggestedMin: 0,
    suggestedMax: unit === 'percent' ? (PERCENT_TOPS.find(each => top <= each) ?? top) : Math.max(1, top),
    border: { display: false },
    grid: { color: GRID, drawTicks: false },
    ticks: {
      color: QUIET_INK,
      font: { size: TEXT_SIZE },
      padding: TICK_PADDING,
      maxTicksLimit: VALUE_TICKS,
      ...(unit === 'count' ? { precision: 0 } : {}),
      callback: value => tickText(Number(value), unit),
    },
    afterFit: axis => {
      const widest = Math.max(0, ...axis.ticks.map(({ label }) => textWidth(String(label ?? ''))));
      axis.width = Math.max(VALUES_WIDTH, Math.ceil(widest) + TICK_PADDING + 1);
    },
  };
}

/** The unit is in the labels of the points; only the percentage sign is short enough to be repeated. */
export function tickText(value: number, unit: Unit): string {
  const decimals = String(exact(value)).split('.')[1]?.length ?? 0;
  return unit === 'percent' ? formatValue(value, unit, decimals) : formatNumber(value, decimals);
}
