/** Where the labels beside the last points go, so that none covers another. Pure arithmetic, tested by table. */

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

/** Breaks a label into lines of at most `width` characters, at spaces; a longer word stays whole. */
export function wrapLabel(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const MOST_LINES = 2;

/** A name and its value on two lines at most: a longer name loses its last words, never the value. */
export function namedLabel(name: string, value: string, width: number): string[] {
  const words = name.split(' ');
  for (let kept = words.length; kept > 1; kept--) {
    const shortened = kept === words.length ? name : `${words.slice(0, kept).join(' ')}…`;
    const lines = wrapLabel(`${shortened} ${value}`, width);
    if (lines.length <= MOST_LINES && lines.every(line => line.length <= width)) return lines;
  }
  const cut = name.length > width ? `${name.slice(0, width - 1)}…` : name;
  return wrapLabel(`${cut} ${value}`, width);
}
