/** SVG written directly, for charts of rows and panels: each element is a few letters, with its words escaped. */
import { escapeHtml } from './escape.js';
import { TEXT_SIZE } from './sizes.js';

export interface Drawing {
  readonly inside: string;
  readonly size: { readonly width: number; readonly height: number };
}

export interface TextLook {
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** From the middle of a line of words to the line that its letters stand on. */
const BASELINE = 0.33 * TEXT_SIZE;

/** Words about the height `middle`. */
export function textAt(x: number, middle: number, words: string, look: TextLook): string {
  const anchor = look.anchor && look.anchor !== 'start' ? ` text-anchor="${look.anchor}"` : '';
  const weight = look.bold ? ' font-weight="600"' : '';
  const place = `x="${short(x)}" y="${short(middle + BASELINE)}"`;
  return `<text fill="${look.fill}" ${place}${anchor}${weight}>${escapeHtml(words)}</text>`;
}

export interface StrokeLook {
  readonly stroke: string;
  readonly width?: number;
}

/** All of one look as one path, such as the lines of a grid. */
export function strokes(ways: readonly string[], { stroke, width = 1 }: StrokeLook): string {
  if (ways.length === 0) return '';
  const thickness = width === 1 ? '' : ` stroke-width="${width}"`;
  return `<path fill="none" stroke="${stroke}"${thickness} d="${ways.join('')}"/>`;
}

export function fills(ways: readonly string[], fill: string): string {
  return ways.length === 0 ? '' : `<path fill="${fill}" d="${ways.join('')}"/>`;
}

export function circle(x: number, y: number, radius: number, look: string): string {
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${radius}" ${look}/>`;
}

/** The way along the points. */
export function wayAlong(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');
}

export function wayAcross(left: number, right: number, y: number): string {
  return `M${short(left)} ${short(y)}H${short(right)}`;
}

export function wayDown(x: number, top: number, bottom: number): string {
  return `M${short(x)} ${short(top)}V${short(bottom)}`;
}

export function wayAround(left: number, top: number, right: number, bottom: number): string {
  return `M${short(left)} ${short(top)}H${short(right)}V${short(bottom)}H${short(left)}Z`;
}

/** The diamond of a figure that is not printed. */
export function wayAroundMark(x: number, y: number, reach: number): string {
  return `M${short(x)} ${short(y - reach)}l${reach} ${reach}l${-reach} ${reach}l${-reach} ${-reach}Z`;
}

/** A tenth of a pixel is finer than any eye. */
function short(value: number): string {
  return String(Number(value.toFixed(1)));
}
