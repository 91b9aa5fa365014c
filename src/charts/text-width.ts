/**
 * How wide words will be, from the font's own widths kept here as numbers: a platform that measures text its own way
 * would break lines in other places and make another drawing of the same figures.
 */
import { TEXT_SIZE } from './sizes.js';

/** Widths of Source Sans 3 at weight 400, in thousandths of its size, rounded up to the next 20. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [200, ' '],
  [260, "',.:;ijl|’"],
  [280, 'I'],
  [300, '!f'],
  [320, '()-[]{}'],
  [340, 't'],
  [360, '/\\r'],
  [420, '*s'],
  [440, '"?z'],
  [460, 'cx'],
  [480, 'JYvy'],
  [500, '#$+0123456789<=>FL^_ek~–£'],
  [520, 'VXag'],
  [540, 'ESTZ'],
  [560, 'A`bdhnopqu'],
  [580, 'CKPR'],
  [600, 'B'],
  [620, '&DG'],
  [660, 'HNU'],
  [680, 'OQ'],
  [720, 'w'],
  [740, 'M'],
  [800, 'W'],
  [840, '%m'],
  [860, '@'],
  [960, '…'],
];
const WIDTH_OF = new Map(
  WIDTHS.flatMap(([width, characters]) => [...characters].map(character => [character, width] as const)),
);
/** Letters with accents are as wide as without; signs that the font lacks come from another font, often square. */
const OTHER_LETTER = 600;
const SQUARE = 1000;
const FIRST_SQUARE = 0x2e80;
/** Weight 600 against 400, at most, over whole words. */
const BOLD = 1.04;

export function textWidth(text: string, { bold = false, size = TEXT_SIZE } = {}): number {
  let thousandths = 0;
  for (const character of text) {
    const isSquare = (character.codePointAt(0) ?? 0) >= FIRST_SQUARE;
    thousandths += WIDTH_OF.get(character) ?? (isSquare ? SQUARE : OTHER_LETTER);
  }
  return (thousandths / 1000) * size * (bold ? BOLD : 1);
}

/** The text, or as much of it as fits with the sign that something is cut. */
export function cutToFit(text: string, width: number, bold = false): string {
  if (textWidth(text, { bold }) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, { bold }) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
