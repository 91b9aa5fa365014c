/** Contrast of two colours as WCAG 2.2 defines it, and the nearest darker colour that can be read on white. */

/** Text must stand out from its ground by this much (WCAG 1.4.3). */
export const READABLE = 4.5;
const WHITE = '#ffffff';
/** What WCAG adds to each luminance for the light that a screen always reflects. */
const FLARE = 0.05;

/** @param one @param other as #rrggbb, in either order · 1 for two alike, 21 for black on white */
export function contrast(one: string, other: string): number {
  const lighter = Math.max(luminance(one), luminance(other));
  const darker = Math.min(luminance(one), luminance(other));
  return (lighter + FLARE) / (darker + FLARE);
}

export function isReadableOnWhite(colour: string): boolean {
  return contrast(colour, WHITE) >= READABLE;
}

export function contrastOnWhite(colour: string): number {
  return contrast(colour, WHITE);
}

/** The same hue with its strongest channel taken down step by step until it can be read on white. */
export function nearestReadable(colour: string): string {
  const channels = channelsOf(colour);
  const strongest = Math.max(...channels);
  for (let level = strongest; level > 0; level -= 1) {
    const darker = toHex(channels.map(channel => Math.round((channel * level) / strongest)));
    if (isReadableOnWhite(darker)) return darker;
  }
  return '#000000';
}

/** Relative luminance: 0 for black, 1 for white. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map(channel => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map(start => Number.parseInt(colour.slice(start, start + 2), 16));
}

function toHex(channels: readonly number[]): string {
  return `#${channels.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
}
