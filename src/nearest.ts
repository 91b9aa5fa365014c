import { closest, distance } from 'fastest-levenshtein';

/** The known name that somebody probably meant, or undefined when none is near enough to be worth suggesting. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lowered = new Map(known.map(name => [name.toLowerCase(), name]));
  const found = closest(word.toLowerCase(), [...lowered.keys()]);
  const tolerance = Math.max(2, Math.floor(word.length * 0.4));
  // Any two letters are two changes away from any other two: "id" is not meant for "of".
  const sharesLetter = [...word.toLowerCase()].some(letter => found.includes(letter));
  return sharesLetter && distance(word.toLowerCase(), found) <= tolerance ? lowered.get(found) : undefined;
}

/** ' Did you mean "re-referrals"?' or '' , to end a message with. */
export function didYouMean(word: string, known: readonly string[]): string {
  const name = nearest(word, known);
  return name === undefined ? '' : ` Did you mean "${name}"?`;
}
