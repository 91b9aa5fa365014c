import type { Polarity } from '../../measures/measure.js';
import type { Target } from '../../workspace/tables.js';
import type { Assurance, Variation } from '../figure.js';
import { isLess, type Limits } from './limits.js';
import type { Signal } from './signals.js';

/** What a signal means for performance, and what limits mean for a target. */

/** @param value the point's own @param target in force in its month */
export function variationOf(
  signal: Signal | null,
  value: number,
  polarity: Polarity,
  target: Target | undefined,
): Variation {
  if (!signal) return 'common cause';
  const better = betterSide(value, polarity, target);
  if (better === null) return signal.side === 'high' ? 'special-cause high' : 'special-cause low';
  return signal.side === better ? 'special-cause improvement' : 'special-cause concern';
}

/** Which side is the better one; of a measure with a band, the side from which the point is nearer to it. */
function betterSide(value: number, polarity: Polarity, target: Target | undefined): 'high' | 'low' | null {
  if (polarity === 'higher') return 'high';
  if (polarity === 'lower') return 'low';
  if (polarity === 'none' || !target) return null;
  if (value < (target.low ?? target.atLeast ?? Number.NEGATIVE_INFINITY)) return 'high';
  return value > (target.high ?? target.atMost ?? Number.POSITIVE_INFINITY) ? 'low' : null;
}

/** Whether ordinary variation stays within the target, stays without, or crosses it. A limit on the target crosses it. */
export function assuranceOf(limits: Limits, { atLeast, atMost, low, high }: Target): Assurance {
  const least = atLeast ?? low ?? Number.NEGATIVE_INFINITY;
  const most = atMost ?? high ?? Number.POSITIVE_INFINITY;
  if (isLess(least, limits.lower) && isLess(limits.upper, most)) return 'consistently met';
  if (isLess(limits.upper, least) || isLess(most, limits.lower)) return 'consistently missed';
  return 'hit and miss';
}
