/** Words that look like abbreviations: MASH, DfE, CIN's, MASH-led, V3. */

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?(?:-[\p{L}\p{N}]+(?:['’][\p{L}]+)?)*/gu;
/** Beyond ten, II is as likely two letters as a number; L, C, D and M stand in too many abbreviations. */
const ROMAN_NUMERAL = /^[IVX]+$/;
const LETTERS_THEN_DIGITS = /^(\p{L}+)(\d*)$/u;
/** DD/MM/YYYY and its like say how a date is written. */
const DATE_PATTERN = /^[DMYH]+$/;
/** In a line that is all capitals, words this long are words and not abbreviations. */
const LONG_WORD = 5;

/** Two capitals in a word, or one before a number: most sentences have neither, and are seen through at once. */
const ANY_ABBREVIATION = /\p{Lu}\p{L}*\p{Lu}|\p{Lu}\d/u;

/** A block of text in sentences. */
export function sentencesOf(block: string): string[] {
  return block
    .split(/(?<=[.!?])\s+|\n/)
    .map(sentence => sentence.replaceAll(/\s+/g, ' ').trim())
    .filter(sentence => sentence !== '');
}

/** Abbreviations of a sentence, each once, without plural and possessive. @param known those that have a meaning */
export function capitalWords(sentence: string, known: ReadonlySet<string>): string[] {
  if (!ANY_ABBREVIATION.test(sentence)) return [];
  const found = (sentence.match(WORD) ?? [])
    .flatMap(word => word.split('-'))
    .map(withoutEnding)
    .filter(isAbbreviation);
  // In a heading or value that is all capitals, such as EMOTIONAL ABUSE, any word looks like one.
  return [...new Set(isShouted(sentence) ? found.filter(word => known.has(word)) : found)];
}

/** "CIN's" and "SGOs" as CIN and SGO. */
function withoutEnding(word: string): string {
  return word.replace(/['’]\p{L}+$/u, '').replace(/(?<=\p{Lu})s$/u, '');
}

/** Two capitals and no more small letters than capitals, so that DfE is one and McDonald is not; or a letter and its number. */
function isAbbreviation(word: string): boolean {
  const [, letters = '', digits = ''] = LETTERS_THEN_DIGITS.exec(word) ?? [];
  const capitals = letters.match(/\p{Lu}/gu)?.length ?? 0;
  if (capitals === 0 || ROMAN_NUMERAL.test(word) || DATE_PATTERN.test(word)) return false;
  // A letter with a long number is somebody's reference.
  if (capitals === 1) return letters.length === 1 && digits.length > 0 && digits.length <= 2;
  return digits.length <= 3 && letters.length - capitals <= capitals;
}

function isShouted(sentence: string): boolean {
  const words = sentence.match(/\p{L}+/gu) ?? [];
  const longest = Math.max(0, ...words.map(word => word.length));
  return !/\p{Ll}/u.test(sentence) && longest >= (words.length > 1 ? LONG_WORD : LONG_WORD + 1);
}
