import { meaningOf } from '../../figures/direction.js';
import type { Figure, Variation } from '../../figures/figure.js';
import { targetFor } from '../../figures/labels.js';
import type { Measure } from '../../measures/measure.js';
import type { Side } from './fact.js';
import type { EvidenceSource } from './source.js';

/** Whether going from one figure to the other is for the better. */
export function sideOfMove(now: Figure, before: Figure, measure: Measure, source: EvidenceSource): Side {
  if (now.value === null || before.value === null || now.value === before.value) return 'neither';
  const target = targetFor(now, measure, source.targets);
  const meaning = meaningOf(now.value > before.value ? 'up' : 'down', measure.polarity, now, before, target);
  if (meaning === 'improving') return 'good';
  return meaning === 'worsening' ? 'bad' : 'neither';
}

/** Whether high, or low, is good: by polarity, and for a band by which side of it the figure lies on. */
export function sideOfExtreme(
  direction: 'high' | 'low',
  figure: Figure,
  measure: Measure,
  source: EvidenceSource,
): Side {
  const { polarity } = measure;
  if (polarity === 'none') return 'neither';
  if (polarity === 'higher' || polarity === 'lower')
    return (polarity === 'higher') === (direction === 'high') ? 'good' : 'bad';
  const target = targetFor(figure, measure, source.targets);
  const value = figure.value ?? 0;
  if (target?.high != null && value > target.high) return direction === 'high' ? 'bad' : 'good';
  if (target?.low != null && value < target.low) return direction === 'low' ? 'bad' : 'good';
  return 'neither';
}

export function sideOfVariation(variation: Variation | null): Side {
  if (variation === 'special-cause improvement') return 'good';
  return variation === 'special-cause concern' ? 'bad' : 'neither';
}
