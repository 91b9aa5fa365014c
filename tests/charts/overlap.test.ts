import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { OTHER_EXAMPLES } from '../../scripts/gallery/other-examples.js';
import { SERIES_EXAMPLES } from '../../scripts/gallery/series-examples.js';
import { FONT_FAMILY, fontFile } from '../../src/charts/font.js';
import { type DrawChart, openCharts } from '../../src/charts/renderer.js';
import { textWidth } from '../../src/charts/text-width.js';

/** Texts are measured with the real font, by a canvas that had no part in placing them. */
interface Ruler {
  font: string;
  measureText(text: string): { readonly width: number };
}
interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const SIZE = 11;
/** Letters above and below the line that they stand on, without the font's empty space. */
const [ABOVE, BELOW] = [8, 2.5];

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const plain = (text: string) => text.replace(/&[^;]+;/g, entity => ENTITIES[entity] ?? entity);

describe('words on a chart', () => {
  let draw: DrawChart;
  let ruler: Ruler;

  beforeAll(async () => {
    draw = await openCharts();
    const canvas = createRequire(import.meta.url)('canvas') as {
      registerFont(path: string, font: { family: string; weight: string }): void;
      createCanvas(width: number, height: number): { getContext(kind: '2d'): Ruler };
    };
    for (const weight of [400, 600] as const) {
      canvas.registerFont(fontFile(weight), { family: FONT_FAMILY, weight: String(weight) });
    }
    ruler = canvas.createCanvas(10, 10).getContext('2d');
  });

  function widthOf(text: string, weight: number): number {
    ruler.font = `${weight} ${SIZE}px "${FONT_FAMILY}"`;
    return ruler.measureText(text).width;
  }

  function boxesOf(svg: string): Box[] {
    return [...svg.matchAll(/<text\b([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', escaped = '']) => {
      const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
      const text = plain(escaped);
      const width = widthOf(text, Number(of('font-weight') ?? 400));
      const share = { start: 0, middle: 0.5, end: 1 }[of('text-anchor') ?? 'start'] ?? 0;
      const [x, y] = [Number(of('x')) - share * width, Number(of('y'))];
      const turned = of('transform');
      if (turned === undefined) return { text, left: x, right: x + width, top: y - ABOVE, bottom: y + BELOW };
      const [a = 0, b = 0, , , e = 0, f = 0] = (/matrix\(([^)]+)\)/.exec(turned)?.[1] ?? '')
        .split(' ')
        .map(Number);
      const isUpwards = turned.startsWith('rotate(-90') || (Math.abs(a) < 0.01 && b < 0);
      if (!isUpwards) throw new Error(`A turn that is not upwards: ${turned}`);
      const [, left = e, top = f] = /translate\((-?[\d.]+)[ ,](-?[\d.]+)\)/.exec(turned)?.map(Number) ?? [];
      return { text, left: left + y - ABOVE, right: left + y + BELOW, top: top - x - width, bottom: top - x };
    });
  }

  const examples = [...SERIES_EXAMPLES, ...OTHER_EXAMPLES];

  it.each(examples)('when it shows "$heading", then no words cover others and none is cut', ({ chart }) => {
    const svg = draw(chart);
    const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.map(Number) ?? [];
    const boxes = boxesOf(svg);
    expect(boxes.length).toBeGreaterThan(0);
    const outside = boxes.filter(
      ({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height,
    );
    expect(outside).toEqual([]);
    const covering = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(other => one.left < other.right && other.left < one.right)
        .filter(other => one.top < other.bottom && other.top < one.bottom)
        .map(other => [one, other]),
    );
    expect(covering).toEqual([]);
  });

  it('when a width is worked out without the font, then it is at most a tenth off', () => {
    const texts = examples.flatMap(({ chart }) => boxesOf(draw(chart)).map(({ text }) => text));
    for (const text of new Set(texts.filter(each => each.length > 3))) {
      for (const bold of [false, true]) {
        const real = widthOf(text, bold ? 600 : 400);
        expect(textWidth(text, { bold }), text).toBeGreaterThan(real * 0.98);
        expect(textWidth(text, { bold }), text).toBeLessThan(real * 1.1);
      }
    }
  });

  it('when a chart is hard, then it is still small: a pack holds a hundred', () => {
    for (const { heading, chart } of examples) expect(draw(chart).length, heading).toBeLessThan(14_000);
  });
});
