/** An axis of values from zero, in round steps: for the charts that are written as SVG directly. */
import type { Unit } from '../figures/figure.js';
import { exact } from '../figures/rounding.js';

export interface ValueScale {
  readonly top: number;
  /** From 0 to the top. */
  readonly ticks: readonly number[];
}

const ROUND_STEPS = [1, 2, 2.5, 5, 10];

/** The fewest round steps, at most `steps` of them, that hold every value. Counts have no halves. */
export function valueScale(values: readonly number[], unit: Unit, steps: number): ValueScale {
  const highest = Math.max(0, ...values);
  if (highest === 0) {
    const top = unit === 'percent' ? 100 : 1;
    return { top, ticks: [0, top] };
  }
  const least = highest / steps;
  const power = 10 ** Math.floor(Math.log10(least));
  const candidates = ROUND_STEPS.map(step => exact(step * power));
  const allowed = unit === 'count' ? candidates.map(step => Math.max(1, Math.ceil(step))) : candidates;
  const step = allowed.find(candidate => exact(candidate * steps) >= highest) ?? power * 10;
  const count = Math.ceil(exact(highest / step));
  const ticks = Array.from({ length: count + 1 }, (_, index) => exact(index * step));
  return { top: ticks.at(-1) ?? 1, ticks };
}
