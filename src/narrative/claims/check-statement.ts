import type { Measure } from '../../measures/measure.js';
import { type ClaimSource, Sentence, type Verdict } from './claim.js';
import { FORMS } from './forms.js';
import { setAside } from './number-claims.js';

/**
 * Holds a statement against the figures of the measures that it names, form by form. What no form understands is not
 * judged: the check contradicts what it can show to be wrong, and never guesses.
 * @param trusted stretches of the text that were filled in from figures
 */
export function checkStatement(
  text: string,
  measures: readonly Measure[],
  source: ClaimSource,
  trusted: readonly (readonly [number, number])[] = [],
): Verdict[] {
  const sentence = new Sentence(text, trusted, measures, source);
  return FORMS.flatMap(form => {
    if (form.comesAfterDates) setAside(sentence);
    return form.check(sentence);
  });
}
