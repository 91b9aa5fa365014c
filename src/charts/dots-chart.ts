/** This council beside others: a row each, a dot at the value, the value in words beside it. */
import { unitWords } from '../figures/display.js';
import type { Unit } from '../figures/figure.js';
import type { DotRow, DotsChart } from './chart.js';
import type { ChartColours } from './colours.js';
import { tickText } from './frame.js';
import { namedLabel, wrapLabel } from './label-places.js';
import { COMPARATOR, GRID, INK, PAPER, QUIET_INK } from './palette.js';
import { LINE_HEIGHT } from './sizes.js';
import {
  circle,
  type Drawing,
  fills,
  strokes,
  textAt,
  wayAcross,
  wayAround,
  wayDown,
} from './svg-elements.js';
import { cutToFit, textWidth } from './text-width.js';
import { valueScale } from './value-scale.js';

const WIDTH = 505;
const NAME_WIDTH = 200;
const PLOT_LEFT = NAME_WIDTH + 14;
const NAME_LINES = 2;
const ROW_PADDING = 4;
const AXIS_HEIGHT = 20;
const TOP = 4;
const OWN_DOT = 6;
const OTHER_DOT = 4.5;
const DOT_GAP = 5;
const MOST_LABEL = 130;
const STEPS = 4;

interface PlacedRow {
  readonly row: DotRow;
  readonly lines: readonly string[];
  /** The middle of the row. */
  readonly y: number;
}

export function dotsDrawing({ rows, unit }: DotsChart, colours: ChartColours): Drawing {
  const { placed, bottom } = placeRows(rows);
  const present = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  const scale = valueScale(present, unit, STEPS);
  const right = WIDTH - OWN_DOT - DOT_GAP - labelRoom(rows);
  const xOf = (value: number) => PLOT_LEFT + (value / scale.top) * (right - PLOT_LEFT);
  const inside = [
    strokes(
      scale.ticks.map(tick => wayDown(xOf(tick), TOP, bottom)),
      { stroke: GRID },
    ),
    strokes(
      placed.map(({ y }) => wayAcross(PLOT_LEFT, right, y)),
      { stroke: GRID },
    ),
    ...placed.map(each => rowMarks(each, xOf, colours)),
    axisWords(scale.ticks, xOf, bottom + AXIS_HEIGHT / 2, unit),
  ];
  return { inside: inside.join(''), size: { width: WIDTH, height: bottom + AXIS_HEIGHT } };
}

function placeRows(rows: readonly DotRow[]): { placed: PlacedRow[]; bottom: number } {
  let bottom = TOP;
  const placed = rows.map(row => {
    const lines = nameLines(row);
    const height = lines.length * LINE_HEIGHT + ROW_PADDING;
    bottom += height;
    return { row, lines, y: bottom - height / 2 };
  });
  return { placed, bottom };
}

/** The end of a name is its year or month, which stays. */
function nameLines({ name, isOwn }: DotRow): string[] {
  const room = { width: NAME_WIDTH, bold: isOwn };
  const words = name.split(' ');
  if (words.length === 1) return wrapLabel(name, room);
  return namedLabel(words.slice(0, -1).join(' '), words.at(-1) ?? '', room, NAME_LINES);
}

/** What the longest value takes to the right of its dot, which may stand at the end of the axis. */
function labelRoom(rows: readonly DotRow[]): number {
  const widths = rows.map(({ shown, isOwn }) => textWidth(shown, { bold: isOwn }));
  return Math.min(MOST_LABEL, Math.max(0, ...widths)) + 1;
}

function rowMarks(
  { row, lines, y }: PlacedRow,
  xOf: (value: number) => number,
  colours: ChartColours,
): string {
  const { isOwn, value, shown } = row;
  const fill = isOwn ? colours.series : INK;
  const names = lines.map((line, index) =>
    textAt(NAME_WIDTH, y + (index - (lines.length - 1) / 2) * LINE_HEIGHT, line, {
      fill,
      bold: isOwn,
      anchor: 'end',
    }),
  );
  const words = cutToFit(shown, MOST_LABEL, isOwn);
  const labelLeft = value === null ? PLOT_LEFT + 4 : xOf(value) + OWN_DOT + DOT_GAP;
  const labelRight = labelLeft + textWidth(words, { bold: isOwn });
  // No line of the grid runs through the words.
  const ground = wayAround(labelLeft - 2, y - LINE_HEIGHT / 2, labelRight + 2, y + LINE_HEIGHT / 2);
  const label = [
    fills([ground], PAPER),
    textAt(labelLeft, y, words, value === null ? { fill: QUIET_INK } : { fill, bold: isOwn }),
  ];
  if (value === null) return [...names, ...label].join('');
  const x = xOf(value);
  const dot = isOwn
    ? circle(x, y, OWN_DOT, `fill="${colours.series}"`)
    : circle(x, y, OTHER_DOT, `fill="${PAPER}" stroke="${COMPARATOR}" stroke-width="1.5"`);
  return [...names, dot, ...label].join('');
}

function axisWords(ticks: readonly number[], xOf: (value: number) => number, y: number, unit: Unit): string {
  const numbers = ticks.map(tick =>
    textAt(xOf(tick), y, tickText(tick, unit), { fill: QUIET_INK, anchor: 'middle' }),
  );
  const words = unit === 'percent' ? '' : unitWords(unit);
  const named = textAt(NAME_WIDTH, y, words, { fill: QUIET_INK, anchor: 'end' });
  return [...(words === '' ? [] : [named]), ...numbers].join('');
}
