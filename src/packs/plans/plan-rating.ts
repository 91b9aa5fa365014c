/** How an objective stands, by its measures and one rule for all; the key of the pack says the same to readers. */
import type { Meaning, Rating } from '../../figures/figure.js';

export type Travel = 'improving' | 'worsening' | 'mixed' | 'no clear change';

/**
 * Red where any measure is red, else amber where any is amber, else green where any is green; null where none is rated.
 * Finished and nothing slipped is blue.
 */
export function ratingByRule(ratings: readonly (Rating | null)[], isFinished: boolean): Rating | null {
  const worst = (['red', 'amber', 'green'] as const).find(each => ratings.includes(each)) ?? null;
  return isFinished && (worst === null || worst === 'green') ? 'blue' : worst;
}

/** By what the measures' moves since the quarter before mean; null where none can be compared or judged. */
export function travelByRule(meanings: readonly (Meaning | null)[]): Travel | null {
  const [better, worse] = [meanings.includes('improving'), meanings.includes('worsening')];
  if (better && worse) return 'mixed';
  if (better) return 'improving';
  if (worse) return 'worsening';
  return meanings.includes('no clear change') ? 'no clear change' : null;
}
