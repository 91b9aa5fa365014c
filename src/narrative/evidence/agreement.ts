/** "1 child was on a plan" out of "# children were on a plan". */

const VERBS: Readonly<Record<string, string>> = { were: 'was', are: 'is', have: 'has' };
const PLURALS: Readonly<Record<string, string>> = { children: 'child', people: 'person', families: 'family' };
const LEADING_WORDS = 6;

/**
 * A sentence about many made one about one: its first plural noun and its first verb. Only a sentence that begins with
 * the number is about that many; "# of children" and "the average was #" stay as they are.
 */
export function agreeing(said: string, isOne: boolean): string {
  const words = said.split(' ');
  if (!isOne || words[0] !== '#' || words[1] === 'of') return said;
  const noun = words.findIndex(
    (word, index) => index > 0 && index < LEADING_WORDS && singular(word) !== null,
  );
  if (noun < 0) return said;
  words[noun] = singular(words[noun] ?? '') ?? '';
  const verb = words.findIndex((word, index) => index > noun && word in VERBS);
  if (verb >= 0) words[verb] = VERBS[words[verb] ?? ''] ?? '';
  return words.join(' ');
}

/** "1 case", "2 cases" of a plural noun. */
export function counted(count: number, plural: string): string {
  return `${count} ${count === 1 ? (singular(plural) ?? plural) : plural}`;
}

function singular(word: string): string | null {
  if (word in PLURALS) return PLURALS[word] ?? null;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /[a-z]{2}s$/.test(word) && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : null;
}
