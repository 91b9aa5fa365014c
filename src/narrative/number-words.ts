/** Numbers as words: up to twelve in letters, as print does. */

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const ORDINALS = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

/** "six", "25". */
export function numberWord(count: number): string {
  return WORDS[count] ?? String(count);
}

/** "third", "25th". */
export function ordinalWord(count: number): string {
  return ORDINALS[count] ?? `${count}${ending(count)}`;
}

/** The number that a word or digits say: "six", "25", "a", "third", "3rd"; null for any other word. */
export function numberFrom(word: string): number | null {
  const text = word.toLowerCase();
  if (text === 'a' || text === 'an') return 1;
  const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  const index = Math.max(WORDS.indexOf(text), text === '' ? -1 : ORDINALS.indexOf(text));
  return index < 0 ? null : index;
}

/** For patterns: any number in digits or letters. */
export const NUMBER_WORD = `\\d+|${WORDS.slice(1).join('|')}`;
export const ORDINAL_WORD = `\\d+(?:st|nd|rd|th)|${ORDINALS.slice(1).join('|')}`;

function ending(count: number): string {
  const teens = count % 100 >= 11 && count % 100 <= 13;
  return (!teens && ['', 'st', 'nd', 'rd'][count % 10]) || 'th';
}
