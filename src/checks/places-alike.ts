import { formatPlace } from '../problems.js';
import type { FoundPlace } from './rule.js';

/** Places of one file and column of which the same is said: read as one, they leave room for what differs. */
export interface PlacesAlike {
  /** The first of them. */
  readonly place: FoundPlace;
  /** Of all of them, ascending; empty where the place is a file or a column as a whole. */
  readonly lines: readonly number[];
}

export function placesAlike(places: readonly FoundPlace[]): PlacesAlike[] {
  const groups = new Map<string, { place: FoundPlace; lines: number[] }>();
  for (const place of places) {
    const key = JSON.stringify([place.file, place.column, place.message]);
    const group = groups.get(key) ?? { place, lines: [] };
    if (place.line !== undefined) group.lines.push(place.line);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The file and the line, without the column: "extracts/posts.csv:3". */
export function placeName({ file, line }: FoundPlace): string {
  return formatPlace({ file, ...(line === undefined ? {} : { line }) });
}

/**
 * "5–9, 12": lines that follow one another as a stretch.
 *
 * @param lines ascending
 */
export function stretchesOf(lines: readonly number[]): string {
  const stretches: [number, number][] = [];
  for (const line of lines) {
    const last = stretches.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else stretches.push([line, line]);
  }
  return stretches.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
