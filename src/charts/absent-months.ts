/**
 * Months without a value. A gap has its words where the mark would stand, so that it is never taken for a zero; a figure
 * that may not be printed has its letter half-way up a dotted line, so that it is taken neither for a gap nor for a zero.
 */
import type { Plugin } from 'chart.js';
import { type ChartPoint, SUPPRESSED } from './chart.js';
import { PAPER, QUIET_INK, TINT } from './palette.js';
import { type Pen, strokeLine } from './pen.js';
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

/** From the axis to the top: the figure may be anywhere. */
const ANYWHERE = { colour: QUIET_INK, width: 1, dash: [1, 3] };
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
        const middle = slotStart(index) + slot / 2;
        strokeLine(pen, [[middle, area.bottom] as const, [middle, area.top] as const], ANYWHERE);
      });
      for (const { from, to, shown } of slot < ROOM_FOR_A_LETTER ? runs : lettersApart(runs)) {
        const [left, right] = [slotStart(from), slotStart(to)];
        if (shown !== SUPPRESSED) edge = writeReason(pen, shown, { left, right, foot: area.bottom, edge });
        else edge = writeLetter(pen, (left + right) / 2, (area.top + area.bottom) / 2, edge);
      }
    },
  };
}

/** On paper of its own, so that no line crosses it. @returns where it ends, or the edge where there is no room for it */
function writeLetter(pen: Pen, x: number, y: number, edge: number): number {
  if (x - TEXT_SIZE / 2 < edge) return edge;
  pen.save();
  pen.fillStyle = PAPER;
  pen.fillRect(x - TEXT_SIZE / 2, y - TEXT_SIZE / 2, TEXT_SIZE, TEXT_SIZE);
  pen.restore();
  write(pen, SUPPRESSED, x, y, { colour: QUIET_INK, bold: false, align: 'center' });
  return x + TEXT_SIZE / 2;
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
  const width = lines.length > 0 ? Math.max(...lines.map(line => textWidth(line))) : TEXT_SIZE + GAP;
  if (middle - width / 2 < edge) return edge;
  const base = foot - WORDS_HEIGHT;
  if (lines.length === 0) writeUpwards(pen, shown, middle, foot - 3 - textWidth(shown) / 2, QUIET_INK);
  lines.forEach((line, row) => {
    const y = base - (lines.length - 1 - row) * LINE_HEIGHT;
    write(pen, line, middle, y, { colour: QUIET_INK, bold: false, align: 'center' });
  });
  return middle + width / 2;
}

function linesWithin(shown: string, room: number): string[] {
  if (textWidth(shown) <= room - GAP) return [shown];
  const words = shown.split(' ');
  return words.every(word => textWidth(word) <= room) ? words : [];
}
