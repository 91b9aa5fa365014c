import type { Polarity } from '../measures/measure.js';
import type { Target } from '../workspace/tables.js';
import type { Figure, Meaning, Movement, Variation } from './figure.js';
import { distance } from './rating.js';
import { round } from './rounding.js';

/** Direction of travel: the movement is about the number, the meaning about performance. Both are said. */

/** Up, down or the same as displayed; null when either figure has no value. */
export function movementBetween(
  current: Figure | undefined,
  earlier: Figure | undefined,
  decimals: number,
): Movement | null {
  if (current?.value == null || earlier?.value == null) return null;
  if (current.value === earlier.value) return 'same';
  const [now, before] = [round(current.value, decimals), round(earlier.value, decimals)];
  if (now === before) return 'same';
  return now > before ? 'up' : 'down';
}

/** What a movement means by the measure's polarity; towards its band where it has one. */
export function meaningOf(
  movement: Movement | null,
  polarity: Polarity,
  current: Figure | undefined,
  earlier: Figure | undefined,
  target: Target | undefined,
): Meaning | null {
  if (movement === null) return null;
  if (movement === 'same' || polarity === 'none') return 'no judgement';
  if (polarity === 'target') return towardsTarget(current, earlier, target);
  return (movement === 'up') === (polarity === 'higher') ? 'improving' : 'worsening';
}

function towardsTarget(
  current: Figure | undefined,
  earlier: Figure | undefined,
  target: Target | undefined,
): Meaning {
  if (!target || current?.value == null || earlier?.value == null) return 'no judgement';
  const [now, before] = [distance(current.value, target), distance(earlier.value, target)];
  if (now === before) return 'no judgement';
  return now < before ? 'improving' : 'worsening';
}

/** A move within common cause is chance: it may not be called better or worse. */
export function meaningBeside(variation: Variation | null, meaning: Meaning | null): Meaning | null {
  return meaning !== null && variation === 'common cause' ? 'no clear change' : meaning;
}
