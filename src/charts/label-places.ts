/** Where the labels beside the last points go, so that none covers another. Pure arithmetic, tested by table. */
import { cutToFit, textWidth } from './text-width.js';

export interface Label {
  /** The height of the point that it names. */
  readonly at: number;
  readonly lines: readonly string[];
}

export interface LabelPlaces {
  readonly top: number;
  readonly bottom: number;
  readonly lineHeight: number;
}

/** The centre of each label, in the order given: as near to its point as the others allow, within top and bottom. */
export function placeLabels(labels: readonly Label[], { top, bottom, lineHeight }: LabelPlaces): number[] {
  const order = labels.map((label, index) => ({
    index,
    at: label.at,
    height: label.lines.length * lineHeight,
  }));
  order.sort((a, b) => a.at - b.at || a.index - b.index);
  const centres = order.map(label => label.at);
  // Downwards each label makes room for the one above; upwards again from the foot, which may not be crossed.
  let edge = top;
  order.forEach((label, place) => {
    const centre = Math.max(centres[place] ?? 0, edge + label.height / 2);
    centres[place] = centre;
    edge = centre + label.height / 2;
  });
  edge = bottom;
  for (let place = order.length - 1; place >= 0; place--) {
    const height = order[place]?.height ?? 0;
    const centre = Math.min(centres[place] ?? 0, edge - height / 2);
    centres[place] = centre;
    edge = centre - height / 2;
  }
  const placed: number[] = [];
  order.forEach((label, place) => {
    placed[label.index] = centres[place] ?? label.at;
  });
  return placed;
}

export interface LabelRoom {
  readonly width: number;
  readonly bold?: boolean;
}

/** Breaks words into lines that fit the width, at spaces; a word that is wider alone is cut. */
export function wrapLabel(text: string, { width, bold = false }: LabelRoom): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, { bold }) <= width) lines[lines.length - 1] = longer;
    else lines.push(cutToFit(word, width, bold));
  }
  return lines;
}

/**
 * A name and its value on so many lines at most: a longer name loses words, never the value. `kept` is the end of the
 * name that stays, such as the year of a comparator.
 */
export function namedLabel(name: string, value: string, room: LabelRoom, most = 2, kept = ''): string[] {
  const words = name.split(' ');
  const ending = kept === '' ? value : `${kept} ${value}`;
  let longest = '';
  for (let count = words.length; count > 0; count--) {
    longest = `${count === words.length ? name : `${words.slice(0, count).join(' ')}…`} ${ending}`;
    const lines = wrapLabel(longest, room);
    if (lines.length <= most) return lines;
  }
  return wrapAtMost(longest, room, most);
}

/** Two things on a line, or each on its own lines, unless they take fewer as they fall. */
export function pairedLabel(first: string, second: string, room: LabelRoom, most: number): string[] {
  const together = wrapLabel(`${first} ${second}`, room);
  const apart = [...wrapLabel(first, room), ...wrapLabel(second, room)];
  if (together.length < apart.length && together.length <= most) return together;
  return apart.length <= most ? apart : wrapAtMost(`${first} ${second}`, room, most);
}

/** Words on so many lines at most, the last one cut where there are more. */
export function wrapAtMost(text: string, room: LabelRoom, most: number): string[] {
  const lines = wrapLabel(text, room);
  if (lines.length <= most) return lines;
  const rest = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1), cutToFit(`${rest}…`.replace(/……$/, '…'), room.width, room.bold)];
}
