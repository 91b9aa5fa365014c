/** Colours, sizes and spaces as the styles define them, read from the style sheet itself. */
import { CATEGORIES } from '../../src/charts/palette.js';
import { contrastOnWhite } from '../../src/workspace/contrast.js';

export interface ColourSample {
  readonly name: string;
  readonly value: string;
  /** "10.2:1 on white". */
  readonly contrast: string;
}

export interface LengthSample {
  readonly name: string;
  readonly value: string;
}

export interface Tokens {
  readonly colours: readonly ColourSample[];
  readonly texts: readonly LengthSample[];
  readonly spaces: readonly LengthSample[];
}

export function tokensOf(sheet: string): Tokens {
  const found = [...sheet.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => ({
    name,
    value: value.trim(),
  }));
  const named = (start: string) => found.filter(({ name }) => name === start || name.startsWith(`${start}-`));
  return {
    colours: found.filter(({ value }) => /^#[0-9a-f]{6}$/i.test(value)).map(sampleOf),
    texts: named('text'),
    spaces: named('space'),
  };
}

export function categoryColours(): ColourSample[] {
  return CATEGORIES.map((value, index) => sampleOf({ name: `part ${index + 1} of a stack`, value }));
}

function sampleOf({ name, value }: LengthSample): ColourSample {
  return { name, value, contrast: `${contrastOnWhite(value).toFixed(1)}:1 on white` };
}
