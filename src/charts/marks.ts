/**
 * What Chart.js does not draw by itself: the rule where a definition changes, the words where a month has no figure,
 * dots and targets. Each is a Chart.js plugin for one chart.
 */
import type { Chart as DrawnChart, Plugin } from 'chart.js';
import { shortMonthName } from '../months.js';
import type { ChartPoint, DefinitionBreak, TargetEdges } from './chart.js';
import { LINE_HEIGHT } from './frame.js';
import { BREAK, QUIET_INK, TARGET, TARGET_BAND } from './palette.js';
import { strokeDot, strokeLine } from './pen.js';
import { partsOf, write } from './plot.js';

const DOT = 6.5;

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
