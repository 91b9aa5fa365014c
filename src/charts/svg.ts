/** Skia's drawing made fit to stand in a page: one element, a label for those who do not see it, ids of its own. */
import { escapeHtml } from './escape.js';
import { FONT_FAMILY } from './font.js';
import type { ChartSize } from './frame.js';

const DECIMALS = 2;

export interface SvgDetails extends ChartSize {
  /** Starts every id inside, so that two charts of a page never share one. */
  readonly id: string;
  readonly label: string;
}

/** The attributes hold no text of ours yet: `restoreText` puts it in afterwards. */
export function inlineSvg(drawn: string, { id, label, width, height }: SvgDetails): string {
  const inside = /<svg\b[^>]*>([\s\S]*)<\/svg>\s*$/.exec(drawn)?.[1];
  if (inside === undefined) throw new Error('The canvas did not draw an SVG');
  const body = withOwnIds(inside, id)
    .replace(/<rect fill-opacity="0"[^>]*\/>/g, '')
    // Platforms differ in the last digits of a single-precision number.
    .replace(/-?\d+\.\d{3,}/g, number => String(Number(Number(number).toFixed(DECIMALS))));
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  const font = `font-family="'${FONT_FAMILY}', sans-serif"`;
  return `<svg class="chart" role="img" aria-label="${escapeHtml(label)}" ${size} ${font}>${body}</svg>`;
}

/** Skia counts its ids through the whole process; here they start at 1 in every drawing. */
function withOwnIds(svg: string, prefix: string): string {
  const own = new Map<string, string>();
  for (const [, found = ''] of svg.matchAll(/\bid="([^"]+)"/g)) own.set(found, `${prefix}-${own.size + 1}`);
  return svg
    .replace(/\bid="([^"]+)"/g, (_, found: string) => `id="${own.get(found)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, found: string) => `url(#${own.get(found) ?? found})`);
}
