/**
 * The frame that every chart stands in. Nothing in it is measured from text: the axes have fixed sizes, so that the
 * same figures make the same drawing on Windows, macOS and Linux, which measure text differently.
 */
import type { ChartConfiguration, ChartOptions } from 'chart.js';
import { formatNumber, formatValue } from '../figures/display.js';
import type { Unit } from '../figures/figure.js';
import { exact } from '../figures/rounding.js';
import { FONT_FAMILY } from './font.js';
import { GRID, QUIET_INK } from './palette.js';

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export const SERIES_SIZE: ChartSize = { width: 620, height: 190 };
export const STACKED_SIZE: ChartSize = { width: 620, height: 210 };

export const TEXT_SIZE = 11;
export const LINE_HEIGHT = 13;
/** Room to the right of the plot, for the labels that stand in for a legend. */
export const LABEL_ROOM = 136;
export const LABEL_CHARACTERS = 24;
const TOP_ROOM = 20;
const MONTHS_HEIGHT = 26;
const VALUES_WIDTH = 38;
const VALUE_TICKS = 6;

export type MonthChart = ChartConfiguration<'bar' | 'line', (number | null)[], string>;
type MonthOptions = ChartOptions<'bar' | 'line'>;

/** Options that all charts share. `reaches` are values that the axis must hold beside those of the datasets. */
export function frameOptions(unit: Unit, reaches: readonly number[], stacked: boolean): MonthOptions {
  const top = Math.max(0, ...reaches);
  return {
    animation: false,
    responsive: false,
    devicePixelRatio: 1,
    events: [],
    font: { family: FONT_FAMILY, size: TEXT_SIZE },
    layout: { padding: { top: TOP_ROOM, right: LABEL_ROOM, bottom: 0, left: 0 }, autoPadding: false },
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
    scales: { x: monthsAxis(stacked), y: valuesAxis(unit, top, stacked) },
  };
}

function monthsAxis(stacked: boolean): NonNullable<NonNullable<MonthOptions['scales']>['x']> {
  return {
    stacked,
    offset: true,
    grid: { display: false },
    border: { color: QUIET_INK },
    ticks: { autoSkip: false, minRotation: 0, maxRotation: 0, color: QUIET_INK, font: { size: TEXT_SIZE } },
    afterFit: axis => {
      axis.height = MONTHS_HEIGHT;
    },
  };
}

/** From 0; a percentage to 100, because an axis that starts at 80% makes noise look like news. */
function valuesAxis(
  unit: Unit,
  top: number,
  stacked: boolean,
): NonNullable<NonNullable<MonthOptions['scales']>['y']> {
  return {
    stacked,
    suggestedMin: 0,
    suggestedMax: unit === 'percent' ? Math.max(100, top) : Math.max(1, top),
    border: { display: false },
    grid: { color: GRID, drawTicks: false },
    ticks: {
      color: QUIET_INK,
      font: { size: TEXT_SIZE },
      padding: 6,
      maxTicksLimit: VALUE_TICKS,
      ...(unit === 'count' ? { precision: 0 } : {}),
      callback: value => tickText(Number(value), unit),
    },
    afterFit: axis => {
      axis.width = VALUES_WIDTH;
    },
  };
}

/** The unit is in the labels of the points; only the percentage sign is short enough to be repeated. */
function tickText(value: number, unit: Unit): string {
  const decimals = String(exact(value)).split('.')[1]?.length ?? 0;
  return unit === 'percent' ? formatValue(value, unit, decimals) : formatNumber(value, decimals);
}
