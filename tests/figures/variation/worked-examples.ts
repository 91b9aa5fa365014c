import type { SeriesPoint } from '../../../src/figures/variation/read-series.js';
import { readSeries, type SeriesReading } from '../../../src/figures/variation/read-series.js';
import { someVariation } from '../../support/examples.js';

/** Series as they are written on paper: "." is a gap, "|" begins a segment. */
export function pointsOf(series: string): SeriesPoint[] {
  const points: SeriesPoint[] = [];
  let startsSegment = false;
  for (const word of series.trim().split(/\s+/)) {
    if (word === '|') {
      startsSegment = true;
      continue;
    }
    points.push({ value: word === '.' ? null : Number(word), startsSegment });
    startsSegment = false;
  }
  return points;
}

export function reading(series: string, parts: Parameters<typeof someVariation>[0] = {}): SeriesReading {
  return readSeries(pointsOf(series), someVariation(parts));
}

/** "R1 high" at the places that are marked, counted from 1. */
export function marks(series: string, parts: Parameters<typeof someVariation>[0] = {}): string[] {
  return reading(series, parts).signals.flatMap((signal, index) =>
    signal ? [`${index + 1} ${signal.rule} ${signal.side}`] : [],
  );
}

/** The same mark at places from one to another. */
export function each(from: number, to: number, mark: string): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${from + index} ${mark}`);
}
