/**
 * Skia's drawing made fit to stand in a page: one element, a label for those who do not see it, ids of its own, and as
 * few letters as will do, since a pack holds a hundred.
 */
import { escapeHtml } from './escape.js';
import { FONT_FAMILY } from './font.js';
import { type ChartSize, TEXT_SIZE } from './sizes.js';

const DECIMALS = 1;

export interface SvgDetails extends ChartSize {
  readonly kind: string;
  readonly label: string;
}

/** One image of a page: what stands inside is ready. `kind` is a class of the page's styles beside "chart". */
export function svgImage(inside: string, { kind, label, width, height }: SvgDetails): string {
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  const font = `font-family="'${FONT_FAMILY}', sans-serif" font-size="${TEXT_SIZE}"`;
  return `<svg class="chart chart-${kind}" role="img" aria-label="${escapeHtml(label)}" ${size} ${font}>${inside}</svg>`;
}

/** What the canvas drew, without its frame. Every id starts with `id`: no two charts of a page share one. The texts are not ours yet: they are put in afterwards. */
export function tidied(drawn: string, id: string): string {
  const inside = /<svg\b[^>]*>([\s\S]*)<\/svg>\s*$/.exec(drawn)?.[1];
  if (inside === undefined) throw new Error('The canvas did not draw an SVG');
  const rounded = inside
    .replace(/\n/g, '')
    .replace(/<rect fill-opacity="0"[^>]*\/>/g, '')
    .replace(/ stroke-width="1"/g, '')
    // Platforms differ in the last digits of a single-precision number.
    .replace(/-?\d+\.\d{2,}/g, number => String(Number(Number(number).toFixed(DECIMALS))));
  return withOwnIds(shortWays(merged(withoutClips(rounded))), id);
}

/** Chart.js clips axes and marks to their boxes, and nothing of ours reaches out of one. */
function withoutClips(svg: string): string {
  return svg.replace(
    /<clipPath id="[^"]+"><rect [^>]*\/><\/clipPath><g clip-path="[^"]+">((?:<text\b[^>]*>[^<]*<\/text>|<path\b[^>]*\/>)*)<\/g>/g,
    '$1',
  );
}

/** Neighbours drawn alike are one path; parts of one colour never overlap, so that fills stay whole. */
function merged(svg: string): string {
  const pattern = /<path ([^>]*?) ?d="([^"]*)"\/>/g;
  return svg.replace(/(?:<path [^>]*?d="[^"]*"\/>){2,}/g, run => {
    const paths: { look: string; way: string }[] = [];
    for (const [, look = '', way = ''] of run.matchAll(pattern)) {
      const last = paths.at(-1);
      if (last?.look === look) last.way += way;
      else paths.push({ look, way });
    }
    return paths.map(({ look, way }) => `<path ${look} d="${way}"/>`).join('');
  });
}

/** Level and upright steps by one number each, and no step back to the start before a way is closed. */
function shortWays(svg: string): string {
  return svg.replace(/ d="([MLZ\d. -]*)"/g, (_, way: string) => {
    const steps = way.match(/[MLZ][^MLZ]*/g) ?? [];
    let [start, at] = ['', ''];
    const short = steps.map((step, index) => {
      const [kind, place] = [step[0], step.slice(1)];
      const [[oldX, oldY], [x, y]] = [at.split(' '), place.split(' ')];
      at = kind === 'Z' ? start : place;
      if (kind === 'M') start = place;
      if (kind !== 'L' || place === `${oldX} ${oldY}`) return step;
      if (place === start && steps[index + 1] === 'Z') return '';
      if (y === oldY) return `H${x}`;
      return x === oldX ? `V${y}` : step;
    });
    return ` d="${short.join('')}"`;
  });
}

/** Skia counts its ids through the whole process; here they start at 1 in every drawing. */
function withOwnIds(svg: string, prefix: string): string {
  const own = new Map<string, string>();
  for (const [, found = ''] of svg.matchAll(/\bid="([^"]+)"/g)) own.set(found, `${prefix}-${own.size + 1}`);
  return svg
    .replace(/\bid="([^"]+)"/g, (_, found: string) => `id="${own.get(found)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, found: string) => `url(#${own.get(found) ?? found})`);
}
