/**
 * Months without a value. A gap has its words where the mark would stand, so that it is never taken for a zero; a figure
 * that may not be printed has an open mark, so that it is never taken for a gap.
 */
import type { Plugin } from 'chart.js';
import { type ChartPoint, SUPPRESSED } from './chart.js';
import { QUIET_INK, TINT } from './palette.js';
import { type Pen, strokeOpenMark } from './pen.js';
import { partsOf, write, writeUpwards } from './plot.js';
import { LINE_HEIGHT, TEXT_SIZE } from './sizes.js';
import { textWidth } from './text-width.js';

/** Months that follow each other and lack a value for the same reason. */
export interface AbsentRun {
  readonly from: number;
  /** The month after the last. */
  readonly to: number;
  readonly shown: string;
}

const OPEN_MARK_HEIGHT = 4;
/** From the axis to the middle of the words above it. */
const WORDS_HEIGHT = 8;
const GAP = 2;
/** Narrowest share of the axis on which each month has its own letter. */
export const ROOM_FOR_A_LETTER = 10;

export function absentRuns(points: readonly ChartPoint[]): AbsentRun[] {
  const runs: AbsentRun[] = [];
  points.forEach(({ value, shown }, index) => {
    if (value !== null) return;
    const last = runs.at(-1);
    if (last?.to === index && last.shown === shown) runs[runs.length - 1] = { ...last, to: index + 1 };
    else runs.push({ from: index, to: index + 1, shown });
  });
  return runs;
}

/** Figures that are not printed, a month each. */
export function lettersApart(runs: readonly AbsentRun[]): AbsentRun[] {
  return runs.flatMap(run => {
    if (run.shown !== SUPPRESSED) return [run];
    return Array.from({ length: run.to - run.from }, (_, index) => {
      return { ...run, from: run.from + index, to: run.from + index + 1 };
    });
  });
}

export function absentMonths(points: readonly ChartPoint[]): Plugin<'bar' | 'line'> {
  const runs = absentRuns(points);
  return {
    id: 'absent-months',
    beforeDatasetsDraw: chart => {
      const { pen, area, slotStart } = partsOf(chart);
      pen.save();
      pen.fillStyle = TINT;
      for (const { from, to, shown } of runs) {
        if (shown === SUPPRESSED) continue;
        pen.fillRect(slotStart(from), area.top, slotStart(to) - slotStart(from), area.bottom - area.top);
      }
      pen.restore();
    },
    afterDatasetsDraw: chart => {
      const { pen, area, slotStart, slot } = partsOf(chart);
      let edge = area.left - TEXT_SIZE;
      points.forEach(({ value, shown }, index) => {
        if (value !== null || shown !== SUPPRESSED) return;
        strokeOpenMark(pen, slotStart(index) + slot / 2, area.bottom - OPEN_MARK_HEIGHT, QUIET_INK);
      });
      for (const { from, to, shown } of slot < ROOM_FOR_A_LETTER ? runs : lettersApart(runs)) {
        const [left, right] = [slotStart(from), slotStart(to)];
        edge = writeReason(pen, shown, { left, right, foot: area.bottom, edge });
      }
    },
  };
}

interface RunPlace {
  readonly left: number;
  readonly right: number;
  readonly foot: number;
  /** Where the words before end: these may not reach it. */
  readonly edge: number;
}

/** Once for each run: on one line, on one a word, or upwards, as there is room; the tint alone where there is none. */
function writeReason(pen: Pen, shown: string, { left, right, foot, edge }: RunPlace): number {
  const middle = (left + right) / 2;
  const lines = linesWithin(shown, right - left);
  const isSuppressed = shown === SUPPRESSED;
  const width = lines.length > 0 ? Math.max(...lines.map(line => textWidth(line))) : TEXT_SIZE + GAP;
  if (middle - width / 2 < edge) return edge;
  const base = foot - WORDS_HEIGHT - (isSuppressed ? OPEN_MARK_HEIGHT + 2 : 0);
  if (lines.length === 0) writeUpwards(pen, shown, middle, foot - 3 - textWidth(shown) / 2, QUIET_INK);
  lines.forEach((line, row) => {
    const y = base - (lines.length - 1 - row) * LINE_HEIGHT;
    write(pen, line, middle, y, { colour: QUIET_INK, bold: false, align: 'center' });
  });
  return middle + width / 2;
}

function linesWithin(shown: string, room: number): string[] {
  if (shown === SUPPRESSED || textWidth(shown) <= room - GAP) return [shown];
  const words = shown.split(' ');
  return words.every(word => textWidth(word) <= room) ? words : [];
}
