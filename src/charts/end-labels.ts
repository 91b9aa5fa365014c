/** Labels beside the last points, in place of a legend: each line and part is named where it ends. */
import type { Chart as DrawnChart, Plugin } from 'chart.js';
import { placeLabels } from './label-places.js';
import { INK } from './palette.js';
import { type Pen, strokeLine } from './pen.js';
import { partsOf, write } from './plot.js';
import { BREAK_TOP_ROOM, type ChartSize, LINE_HEIGHT, MONTHS_HEIGHT } from './sizes.js';

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

/** Lines that fit beside a chart: the plot, and a line above and below it. */
export function linesBeside({ height }: ChartSize): number {
  return Math.floor((height - BREAK_TOP_ROOM - MONTHS_HEIGHT) / LINE_HEIGHT) + 2;
}

export function endLabels(labels: readonly EndLabel[]): Plugin<'bar' | 'line'> {
  return { id: 'end-labels', afterDraw: chart => drawEndLabels(chart, labels) };
}

function drawEndLabels(chart: DrawnChart, labels: readonly EndLabel[]): void {
  const { pen, area, heightOf } = partsOf(chart);
  const points = labels.map(label => ({ at: heightOf(label.value), lines: label.lines }));
  const bottom = Math.min(area.bottom + LINE_HEIGHT, chart.height);
  const places = { top: area.top - LINE_HEIGHT, bottom, lineHeight: LINE_HEIGHT };
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
