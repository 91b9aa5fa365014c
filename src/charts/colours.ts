/** A council's two colours of its own, and the lighter ones that follow from them. */
import { contrastOnWhite } from '../workspace/contrast.js';
import type { CouncilColours } from '../workspace/council-colours.js';
import { BARS, SERIES } from './palette.js';

export interface ChartColours {
  readonly series: string;
  readonly bars: string;
  readonly target: string;
  readonly targetBand: string;
}

/** Marks without words need 3:1 on white (WCAG 1.4.11); a little more, for rounding. */
const LEAST_CONTRAST = 3.1;
const BAND_OPACITY = 0.12;
const STEPS = 50;

export function coloursFrom({ main, accent }: CouncilColours): ChartColours {
  const [red, green, blue] = channels(accent);
  return {
    series: main,
    bars: main === SERIES ? BARS : lightened(main),
    target: accent,
    targetBand: `rgba(${red}, ${green}, ${blue}, ${BAND_OPACITY})`,
  };
}

/** As light as bars may be, so that lines across them are seen; the colour itself where it is light already. */
function lightened(colour: string): string {
  for (let step = STEPS; step > 0; step--) {
    const mixed = mixedWithPaper(colour, step / STEPS);
    if (contrastOnWhite(mixed) >= LEAST_CONTRAST) return mixed;
  }
  return colour;
}

function mixedWithPaper(colour: string, share: number): string {
  const parts = channels(colour).map(part => Math.round(part + (255 - part) * share));
  return `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map(start => Number.parseInt(colour.slice(start, start + 2), 16));
}
