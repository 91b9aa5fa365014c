/**
 * What Chart.js does not draw by itself: labels beside the last points, the rule where a definition changes, the words
 * where a month has no figure, and targets. Each is a Chart.js plugin for one chart.
 */
import type { Chart as DrawnChart, Plugin } from 'chart.js';
import { shortMonthName } from '../months.js';
import type { ChartPoint, DefinitionBreak, TargetEdges } from './chart.js';
import { FONT_FAMILY } from './font.js';
import { LINE_HEIGHT, TEXT_SIZE } from './frame.js';
import { placeLabels } from './label-places.js';
import { BREAK, INK, PAPER, QUIET_INK, TARGET, TARGET_BAND } from './palette.js';
import { type Pen, strokeDot, strokeLine } from './pen.js';

/** A label to the right of the plot, tied to a height on it. */
export interface EndLabel {
  /** On the value axis. */
  readonly value: number;
  readonly lines: readonly string[];
  readonly colour: string;
  readonly bold: boolean;
  /** A small square in the colour, for parts of a stack: the words stay in ink. */
  readonly swatch: boolean;
  /** False for a part of no size: a line to it would end at its neighbour. */
  readonly leader: boolean;
}

const LEADER_START = 3;
const LEADER_LENGTH = 11;
const SWATCH = 9;
const DOT = 6.5;

export function endLabels(labels: readonly EndLabel[]): Plugin<'bar' | 'line'> {
  return { id: 'end-labels', afterDraw: chart => drawEndLabels(chart, labels) };
}

function drawEndLabels(chart: DrawnChart, labels: readonly EndLabel[]): void {
  const { pen, area, heightOf } = partsOf(chart);
  const points = labels.map(label => ({ at: heightOf(label.value), lines: label.lines }));
  const places = { top: area.top - LINE_HEIGHT, bottom: area.bottom + LINE_HEIGHT, lineHeight: LINE_HEIGHT };
  placeLabels(points, places).forEach((centre, index) => {
    const label = labels[index];
    if (!label) return;
    const [start, end] = [area.right + LEADER_START, area.right + LEADER_START + LEADER_LENGTH];
    if (label.leader) {
      const leader = [[start, heightOf(label.value)] as const, [end, centre] as const];
      strokeLine(pen, leader, { colour: label.colour, width: 1 });
    }
    drawLabel(pen, label, end + 3, centre);
  });
}

function drawLabel(pen: Pen, { lines, colour, bold, swatch }: EndLabel, left: number, centre: number): void {
  const textLeft = swatch ? left + SWATCH + 4 : left;
  if (swatch) {
    pen.fillStyle = colour;
    pen.fillRect(left, centre - SWATCH / 2, SWATCH, SWATCH);
  }
  lines.forEach((line, row) => {
    const y = centre + (row - (lines.length - 1) / 2) * LINE_HEIGHT;
    write(pen, line, textLeft, y, { colour: swatch ? INK : colour, bold });
  });
}

/** A dotted rule before the first month of the new definition, named at its head. */
export function definitionRules(
  months: readonly string[],
  breaks: readonly DefinitionBreak[],
): Plugin<'bar' | 'line'> {
  return {
    id: 'definition-rules',
    afterDraw: chart => {
      const { pen, area, slotStart } = partsOf(chart);
      for (const { month, changed } of breaks) {
        const index = months.indexOf(month);
        if (index < 0) continue;
        const x = slotStart(index);
        const head = area.top - LINE_HEIGHT;
        strokeLine(
          pen,
          [
            [x, head],
            [x, area.bottom],
          ],
          { colour: BREAK, width: 1.25, dash: [2, 2] },
        );
        const text = `${changed ? 'Definition changed' : 'Counted from'} ${shortMonthName(month)}`;
        const toTheLeft = index > months.length / 2;
        write(pen, text, toTheLeft ? x - 4 : x + 4, head + 3, {
          colour: BREAK,
          bold: false,
          align: toTheLeft ? 'right' : 'left',
        });
      }
    },
  };
}

/** A dot at every month of a line: a month between two gaps would be seen no other way. */
export function monthDots(points: readonly ChartPoint[], colour: string): Plugin<'bar' | 'line'> {
  return {
    id: 'month-dots',
    afterDatasetsDraw: chart => {
      const { pen, heightOf, slotStart } = partsOf(chart);
      points.forEach(({ value }, index) => {
        if (value === null) return;
        const middle = (slotStart(index) + slotStart(index + 1)) / 2;
        strokeDot(pen, middle, heightOf(value), { colour, width: DOT });
      });
    },
  };
}

/** "no data" or "no cases" where the mark would stand, so that a gap is never taken for a zero. */
export function absentMonths(points: readonly ChartPoint[]): Plugin<'bar' | 'line'> {
  return {
    id: 'absent-months',
    afterDatasetsDraw: chart => {
      const { pen, area, slotStart } = partsOf(chart);
      points.forEach((point, index) => {
        if (point.value !== null) return;
        const middle = (slotStart(index) + slotStart(index + 1)) / 2;
        const words = point.shown.split(' ');
        words.forEach((word, row) => {
          const y = area.bottom - 8 - (words.length - 1 - row) * LINE_HEIGHT;
          write(pen, word, middle, y, { colour: QUIET_INK, bold: false, align: 'center' });
        });
      });
    },
  };
}

/** The target of each month: a dashed line, and between two edges a tint. It steps where the target changes. */
export function targetMarks(target: readonly (TargetEdges | null)[]): Plugin<'bar' | 'line'> {
  return {
    id: 'target',
    beforeDatasetsDraw: chart => {
      const { pen, heightOf, slotStart } = partsOf(chart);
      target.forEach((edges, index) => {
        if (!edges || edges.low === null || edges.high === null) return;
        const [left, right] = [slotStart(index), slotStart(index + 1)];
        pen.fillStyle = TARGET_BAND;
        pen.fillRect(left, heightOf(edges.high), right - left, heightOf(edges.low) - heightOf(edges.high));
      });
    },
    afterDatasetsDraw: chart => {
      drawEdge(
        chart,
        target.map(edges => edges?.low ?? null),
      );
      drawEdge(
        chart,
        target.map(edges => edges?.high ?? null),
      );
    },
  };
}

function drawEdge(chart: DrawnChart, values: readonly (number | null)[]): void {
  const { pen, heightOf, slotStart } = partsOf(chart);
  let run: (readonly [number, number])[] = [];
  const finish = () => {
    if (run.length > 0) strokeLine(pen, run, { colour: TARGET, width: 1.5, dash: [7, 4] });
    run = [];
  };
  values.forEach((value, index) => {
    if (value === null) finish();
    else run.push([slotStart(index), heightOf(value)], [slotStart(index + 1), heightOf(value)]);
  });
  finish();
}

interface TextStyle {
  readonly colour: string;
  readonly bold: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

function write(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  { colour, bold, align = 'left' }: TextStyle,
): void {
  pen.save();
  pen.font = `${bold ? 600 : 400} ${TEXT_SIZE}px "${FONT_FAMILY}"`;
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  pen.fillText(text, x, y);
  pen.restore();
}

function partsOf(chart: DrawnChart) {
  const { x, y } = chart.scales;
  if (!x || !y) throw new Error('A chart of months has an x and a y axis');
  const slot = (x.right - x.left) / (chart.data.labels?.length ?? 1);
  return {
    pen: chart.ctx as Pen,
    area: chart.chartArea,
    heightOf: (value: number) => y.getPixelForValue(value),
    /** Left edge of a month's share of the axis. */
    slotStart: (index: number) => x.left + index * slot,
  };
}

/** Keeps neighbouring parts of a stack apart where their colours are alike in grey. */
export const PART_EDGE = { color: PAPER, width: 0.75 } as const;
