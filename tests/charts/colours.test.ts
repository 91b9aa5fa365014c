import { describe, expect, it } from 'vitest';
import { coloursFrom } from '../../src/charts/colours.js';
import { BARS, CATEGORIES, COMPARATOR, COMPARATOR_ON_BARS, PAPER } from '../../src/charts/palette.js';
import { contrast } from '../../src/workspace/contrast.js';
import { DEFAULT_COLOURS } from '../../src/workspace/council-colours.js';

type Triple = readonly [number, number, number];

/**
 * What each colour blindness makes of linear red, green and blue, at its strongest: Machado, Oliveira and Fernandes, "A
 * physiologically-based model for simulation of color vision deficiency" (2009), severity 1.0.
 */
const SIGHTS: Readonly<Record<string, readonly Triple[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const TO_XYZ: readonly Triple[] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const WHITE: Triple = [0.95047, 1, 1.08883];

const times = (rows: readonly Triple[], [a, b, c]: Triple): Triple =>
  rows.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Triple;

function linear(colour: string): Triple {
  return [1, 3, 5].map(start => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
}

/** CIE L*a*b* of a colour as one who sees in this way sees it. */
function lab(colour: string, sight: readonly Triple[]): Triple {
  const seen = times(sight, linear(colour)).map(part => Math.min(1, Math.max(0, part))) as unknown as Triple;
  const [x, y, z] = times(TO_XYZ, seen).map((part, index) => {
    const share = part / (WHITE[index] ?? 1);
    return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116;
  }) as unknown as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference(one: string, other: string, sight: readonly Triple[]): number {
  const [a, b] = [lab(one, sight), lab(other, sight)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe('the colours of categories', () => {
  it('when black meets white, then the measures here give what is known of them', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(difference('#000000', '#ffffff', SIGHTS.usual ?? [])).toBeCloseTo(100, 1);
    // One who lacks red sees red as dark as brown: nearer to black than to white.
    const red = (other: string) => difference('#ff0000', other, SIGHTS.protanopia ?? []);
    expect(red('#000000')).toBeLessThan(red('#ffffff'));
  });

  it('when they are counted, then there are six at most, each 3:1 on white', () => {
    expect(CATEGORIES.length).toBeLessThanOrEqual(6);
    for (const colour of [...CATEGORIES, COMPARATOR])
      expect(contrast(colour, PAPER), colour).toBeGreaterThanOrEqual(3);
    expect(contrast(COMPARATOR_ON_BARS, BARS)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(SIGHTS))(
    'when seen with %s sight, then neighbours in a stack differ',
    (_, sight) => {
      CATEGORIES.slice(1).forEach((colour, index) => {
        const below = CATEGORIES[index] ?? '';
        expect(difference(colour, below, sight), `${below} under ${colour}`).toBeGreaterThan(20);
      });
    },
  );
});

describe("a council's own colours", () => {
  it('when it sets none, then the bars are the usual ones', () => {
    expect(coloursFrom(DEFAULT_COLOURS).bars).toBe(BARS);
  });

  it('when it sets one, then bars are lighter than it and still 3:1 on white', () => {
    const { bars, series, targetBand } = coloursFrom({ main: '#5b2a86', accent: '#00622f' });
    expect(series).toBe('#5b2a86');
    expect(contrast(bars, PAPER)).toBeGreaterThanOrEqual(3);
    expect(contrast(bars, PAPER)).toBeLessThan(3.5);
    // 00, 62 and 2f in tens.
    expect(targetBand).toBe('rgba(0, 98, 47, 0.12)');
  });

  it('when its colour is light already, then bars are no lighter', () => {
    expect(coloursFrom({ main: '#ffcc00', accent: '#00622f' }).bars).toBe('#ffcc00');
  });
});
