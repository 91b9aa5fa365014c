/** What Chart.js does not draw by itself: dots, targets and comparators. Each is a Chart.js plugin for one chart. */
import type { Chart as DrawnChart, Plugin } from 'chart.js';
import type { ChartPoint, ComparatorLine, TargetEdges } from './chart.js';
import type { ChartColours } from './colours.js';
import { type LineStyle, strokeDot, strokeLine } from './pen.js';
import { partsOf } from './plot.js';

const DOT = 6.5;
/** Where dots at every month would make a chain. */
const SMALL_DOT = 3.5;
const ROOM_FOR_A_DOT = 12;

/** A dot at every month of a line, the last one large. */
export function monthDots(points: readonly ChartPoint[], colour: string): Plugin<'bar' | 'line'> {
  return {
    id: 'month-dots',
    afterDatasetsDraw: chart => {
      const { pen, heightOf, slotStart, slot } = partsOf(chart);
      const usual = slot < ROOM_FOR_A_DOT ? SMALL_DOT : DOT;
      points.forEach(({ value }, index) => {
        if (value === null) return;
        const width = index === points.length - 1 ? DOT : usual;
        strokeDot(pen, slotStart(index) + slot / 2, heightOf(value), { colour, width });
      });
    },
  };
}

/** A month between two gaps has no line, and would be seen no other way. */
export function loneDots(points: readonly ChartPoint[], colour: string): Plugin<'bar' | 'line'> {
  const isGap = (index: number) => points[index]?.value == null;
  return {
    id: 'lone-dots',
    afterDatasetsDraw: chart => {
      const { pen, heightOf, slotStart, slot } = partsOf(chart);
      points.forEach(({ value }, index) => {
        if (value === null || !isGap(index - 1) || !isGap(index + 1)) return;
        strokeDot(pen, slotStart(index) + slot / 2, heightOf(value), { colour, width: SMALL_DOT });
      });
    },
  };
}

/** What others published: a level line across the plot, its dashes unlike the year before's. */
export function comparatorLines(
  comparators: readonly ComparatorLine[],
  colour: string,
): Plugin<'bar' | 'line'> {
  return {
    id: 'comparators',
    afterDatasetsDraw: chart => {
      const { pen, area, heightOf } = partsOf(chart);
      for (const { value } of comparators) {
        const ends = [[area.left, heightOf(value)] as const, [area.right, heightOf(value)] as const];
        strokeLine(pen, ends, { colour, width: 1, dash: [9, 3, 2, 3] });
      }
    },
  };
}

/** The target of each month: a dashed line, and between two edges a tint. It steps where the target changes. */
export function targetMarks(
  target: readonly (TargetEdges | null)[],
  colours: ChartColours,
): Plugin<'bar' | 'line'> {
  return {
    id: 'target',
    beforeDatasetsDraw: chart => {
      const { pen, heightOf, slotStart } = partsOf(chart);
      pen.save();
      pen.fillStyle = colours.targetBand;
      for (const { from, to, low, high } of bandsOf(target)) {
        const [left, right] = [slotStart(from), slotStart(to)];
        pen.fillRect(left, heightOf(high), right - left, heightOf(low) - heightOf(high));
      }
      pen.restore();
    },
    afterDatasetsDraw: chart => {
      const style = { colour: colours.target, width: 1.5, dash: [7, 4] };
      drawEdge(
        chart,
        target.map(edges => edges?.low ?? null),
        style,
      );
      drawEdge(
        chart,
        target.map(edges => edges?.high ?? null),
        style,
      );
    },
  };
}

interface Band {
  readonly from: number;
  to: number;
  readonly low: number;
  readonly high: number;
}

/** One tint for months that share a band: seams between two would show. */
function bandsOf(target: readonly (TargetEdges | null)[]): Band[] {
  const bands: Band[] = [];
  target.forEach((edges, index) => {
    if (!edges || edges.low === null || edges.high === null) return;
    const { low, high } = edges;
    const last = bands.at(-1);
    if (last?.to === index && last.low === low && last.high === high) last.to = index + 1;
    else bands.push({ from: index, to: index + 1, low, high });
  });
  return bands;
}

/** A level stretch is one line however many months it takes. */
function drawEdge(chart: DrawnChart, values: readonly (number | null)[], style: LineStyle): void {
  const { pen, heightOf, slotStart } = partsOf(chart);
  let run: (readonly [number, number])[] = [];
  const finish = () => {
    if (run.length > 0) strokeLine(pen, run, style);
    run = [];
  };
  values.forEach((value, index) => {
    if (value === null) finish();
    else if (value === values[index - 1]) run[run.length - 1] = [slotStart(index + 1), heightOf(value)];
    else run.push([slotStart(index), heightOf(value)], [slotStart(index + 1), heightOf(value)]);
  });
  finish();
}
