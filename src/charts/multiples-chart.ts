/** The same measure for several parts of the service: a panel each on one scale, the whole drawn faintly in all. */
import { shortMonthName } from '../months.js';
import { type AbsentRun, absentRuns, lettersApart, ROOM_FOR_A_LETTER } from './absent-months.js';
import { type ChartPanel, type ChartPoint, type MultiplesChart, SUPPRESSED } from './chart.js';
import type { ChartColours } from './colours.js';
import { tickText } from './frame.js';
import { wrapAtMost } from './label-places.js';
import { GRID, INK, QUIET_INK, TINT, YEAR_EARLIER } from './palette.js';
import { LINE_HEIGHT } from './sizes.js';
import {
  circle,
  type Drawing,
  fills,
  type StrokeLook,
  strokes,
  textAt,
  wayAcross,
  wayAlong,
  wayAround,
  wayAroundMark,
} from './svg-elements.js';
import { textWidth } from './text-width.js';
import { type ValueScale, valueScale } from './value-scale.js';

const WIDTH = 1040;
const ACROSS = 4;
const VALUES_WIDTH = 40;
const PANEL_WIDTH = (WIDTH - VALUES_WIDTH) / ACROSS;
const LABEL_ROOM = 66;
const PANEL_GAP = 8;
const PLOT_WIDTH = PANEL_WIDTH - LABEL_ROOM - PANEL_GAP;
const PLOT_HEIGHT = 84;
const MONTHS_HEIGHT = 18;
const ROW_GAP = 10;
/** Between a panel's name and its plot: half of the last point's label may stand above it. */
const NAME_GAP = 8;
const NAME_LINES = 2;
const LABEL_LINES = 2;
const KEY_HEIGHT = 18;
const STEPS = 3;
const DOT = 3;
const LONE_DOT = 2;
const WIDEST_BAR = 30;
const BAR_SHARE = 0.7;
const MARK = 3;

interface Plot {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly scale: ValueScale;
  readonly colours: ChartColours;
}

export function multiplesDrawing(chart: MultiplesChart, colours: ChartColours): Drawing {
  const { panels, unit, whole = [] } = chart;
  const wholes = panels.map(panel => panel.whole ?? whole);
  const values = [...panels.map(({ points }) => points), ...wholes, whole].flatMap(valuesOf);
  const scale = valueScale(values, unit, STEPS);
  const names = panels.map(({ name }) =>
    wrapAtMost(name, { width: PANEL_WIDTH - PANEL_GAP, bold: true }, NAME_LINES),
  );
  const nameHeight = Math.max(1, ...names.map(lines => lines.length)) * LINE_HEIGHT;
  const rowHeight = nameHeight + NAME_GAP + PLOT_HEIGHT + MONTHS_HEIGHT + ROW_GAP;
  const drawn = panels.map((panel, index) => {
    const [column, row] = [index % ACROSS, Math.floor(index / ACROSS)];
    const left = VALUES_WIDTH + column * PANEL_WIDTH;
    const top = row * rowHeight + nameHeight + NAME_GAP;
    const plot = { left, top, bottom: top + PLOT_HEIGHT, scale, colours };
    const heads = (names[index] ?? []).map((line, place) =>
      textAt(left, row * rowHeight + (place + 0.5) * LINE_HEIGHT, line, { fill: INK, bold: true }),
    );
    return [...heads, axis(plot, chart, column === 0), panelMarks(panel, chart, plot)].join('');
  });
  const rows = Math.ceil(panels.length / ACROSS);
  const hasWhole = [whole, ...wholes].some(points => valuesOf(points).length > 0);
  const key = hasWhole ? wholeKey(rows * rowHeight + KEY_HEIGHT / 2 - ROW_GAP / 2) : '';
  const height = rows * rowHeight + (hasWhole ? KEY_HEIGHT : 0);
  return { inside: [...drawn, key].join(''), size: { width: WIDTH, height } };
}

/** Lines of the grid in every panel, their numbers once a row, the first month and the last. */
function axis(
  { left, top, bottom, scale }: Plot,
  { panels, unit }: MultiplesChart,
  hasNumbers: boolean,
): string {
  const right = left + PLOT_WIDTH;
  const heights = scale.ticks.map(tick => bottom - (tick / scale.top) * (bottom - top));
  const numbers = scale.ticks.map((tick, index) =>
    textAt(left - 6, heights[index] ?? 0, tickText(tick, unit), { fill: QUIET_INK, anchor: 'end' }),
  );
  const months = panels[0]?.points.map(point => point.month) ?? [];
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const under = bottom + MONTHS_HEIGHT / 2 + 1;
  const fill = QUIET_INK;
  const named =
    months.length < 2
      ? [
          textAt((left + right) / 2, under, first === '' ? '' : shortMonthName(first), {
            fill,
            anchor: 'middle',
          }),
        ]
      : [
          textAt(left, under, shortMonthName(first), { fill }),
          textAt(right, under, shortMonthName(last), { fill, anchor: 'end' }),
        ];
  return [
    strokes(
      heights.slice(1).map(y => wayAcross(left, right, y)),
      { stroke: GRID },
    ),
    strokes([wayAcross(left, right, bottom)], { stroke: QUIET_INK }),
    ...(hasNumbers ? numbers : []),
    ...named,
  ].join('');
}

function panelMarks(panel: ChartPanel, { marks, whole = [] }: MultiplesChart, plot: Plot): string {
  const { colours } = plot;
  const { points } = panel;
  return [
    absent(points, plot),
    marks === 'bars' ? fills(barWays(points, plot), colours.bars) : '',
    lineMarks(panel.whole ?? whole, plot, { stroke: YEAR_EARLIER }),
    marks === 'line' ? lineMarks(points, plot, { stroke: colours.series, width: 2 }) : '',
    lastPoint(points, marks, plot),
  ].join('');
}

/** A line for each stretch without gaps, and a dot for a lone month, which would be nothing otherwise. */
function lineMarks(points: readonly ChartPoint[], plot: Plot, look: StrokeLook): string {
  const stretches: (readonly [number, number])[][] = [[]];
  points.forEach(({ value }, index) => {
    if (value === null) stretches.push([]);
    else stretches.at(-1)?.push([middleOf(index, points, plot), heightOf(value, plot)]);
  });
  const lone = stretches.filter(stretch => stretch.length === 1).flat();
  const ways = stretches.filter(stretch => stretch.length > 1).map(wayAlong);
  return strokes(ways, look) + lone.map(([x, y]) => circle(x, y, LONE_DOT, `fill="${look.stroke}"`)).join('');
}

function barWays(points: readonly ChartPoint[], plot: Plot): string[] {
  const half = Math.min(WIDEST_BAR, slotOf(points) * BAR_SHARE) / 2;
  return points.flatMap(({ value }, index) => {
    if (value === null || value === 0) return [];
    const x = middleOf(index, points, plot);
    return [wayAround(x - half, heightOf(value, plot), x + half, plot.bottom)];
  });
}

/** The last point in words, also where it is only words; in a line a dot ties them to it. */
function lastPoint(points: readonly ChartPoint[], marks: MultiplesChart['marks'], plot: Plot): string {
  const last = points.at(-1);
  if (!last) return '';
  const { value, shown } = last;
  const y = value === null ? plot.bottom - LINE_HEIGHT / 2 : heightOf(value, plot);
  const look = value === null ? { fill: QUIET_INK } : { fill: plot.colours.series, bold: true };
  const room = { width: LABEL_ROOM - PANEL_GAP, bold: value !== null };
  const lines = wrapAtMost(shown, room, LABEL_LINES);
  const half = ((lines.length - 1) / 2) * LINE_HEIGHT;
  // A label of two lines stays clear of the months below.
  const middle = Math.min(y, plot.bottom - half);
  const words = lines.map((line, index) =>
    textAt(plot.left + PLOT_WIDTH + PANEL_GAP, middle - half + index * LINE_HEIGHT, line, look),
  );
  if (value === null || marks === 'bars') return words.join('');
  const x = middleOf(points.length - 1, points, plot);
  return [circle(x, y, DOT, `fill="${plot.colours.series}"`), ...words].join('');
}

/** A tint behind months without a figure, named where there is room; an open mark for each that may not be printed. */
function absent(points: readonly ChartPoint[], plot: Plot): string {
  const slot = slotOf(points);
  const isSuppressed = ({ shown }: AbsentRun) => shown === SUPPRESSED;
  const runs = absentRuns(points);
  const tints = runs
    .filter(run => !isSuppressed(run))
    .map(({ from, to }) => wayAround(plot.left + from * slot, plot.top, plot.left + to * slot, plot.bottom));
  const open = runs.filter(isSuppressed).flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, index) => {
      return wayAroundMark(middleOf(from + index, points, plot), plot.bottom - MARK - 1, MARK);
    }),
  );
  let edge = plot.left;
  const words = (slot < ROOM_FOR_A_LETTER ? runs : lettersApart(runs)).map(run => {
    const middle = plot.left + ((run.from + run.to) / 2) * slot;
    const width = textWidth(run.shown);
    const fits = isSuppressed(run) || width <= (run.to - run.from) * slot;
    if (!fits || middle - width / 2 < edge) return '';
    edge = middle + width / 2 + 1;
    const y = plot.bottom - (isSuppressed(run) ? 14 : 8);
    return textAt(middle, y, run.shown, { fill: QUIET_INK, anchor: 'middle' });
  });
  return [fills(tints, TINT), strokes(open, { stroke: QUIET_INK }), ...words].join('');
}

function wholeKey(y: number): string {
  const sample = strokes([wayAcross(VALUES_WIDTH, VALUES_WIDTH + 24, y)], { stroke: YEAR_EARLIER });
  return sample + textAt(VALUES_WIDTH + 30, y, 'Grey line: the whole service', { fill: QUIET_INK });
}

function valuesOf(points: readonly ChartPoint[]): number[] {
  return points.flatMap(({ value }) => (value === null ? [] : [value]));
}

function slotOf(points: readonly ChartPoint[]): number {
  return PLOT_WIDTH / points.length;
}

function middleOf(index: number, points: readonly ChartPoint[], { left }: Plot): number {
  return left + (index + 0.5) * slotOf(points);
}

function heightOf(value: number, { top, bottom, scale }: Plot): number {
  return bottom - (value / scale.top) * (bottom - top);
}
