import type { Target } from '../workspace/tables.js';
import { formatNumber, formatValue } from './display.js';
import type { Rating, Unit } from './figure.js';
import { exact, round } from './rounding.js';

/** RAG against a target, as the contract defines it; blue belongs to plan objectives and is never worked out here. */

const PERCENT_TOLERANCE_POINTS = 5;
const OTHER_TOLERANCE_SHARE = 0.1;
const EXTRA_DECIMALS = 2;

/** The target of a measure in force in a month: the latest row that starts on or before it. */
export function targetInForce(
  targets: readonly Target[],
  measure: string,
  of: 'value' | 'rate',
  month: string,
): Target | undefined {
  return targets
    .filter(target => target.measure === measure && target.of === of && target.from <= month)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}

/** Green meets the target, amber misses it within tolerance, red is beyond. Compares exact numbers. */
export function rate(value: number, target: Target, unit: Unit): Rating {
  const shortfall = distance(value, target);
  if (shortfall === 0) return 'green';
  return shortfall <= tolerance(value, target, unit) ? 'amber' : 'red';
}

/** How far a value misses the target, in the unit's own points; 0 when it is met. */
export function distance(value: number, target: Target): number {
  const [low, high] = edges(target);
  // 9.2 of 11.5 is 80%, though in binary it is a hair less.
  const number = exact(value);
  if (number < low) return exact(low - number);
  if (number > high) return exact(number - high);
  return 0;
}

function edges({ atLeast, atMost, low, high }: Target): [number, number] {
  return [atLeast ?? low ?? Number.NEGATIVE_INFINITY, atMost ?? high ?? Number.POSITIVE_INFINITY];
}

function tolerance(value: number, target: Target, unit: Unit): number {
  const [low, high] = edges(target);
  const nearest = value < low ? low : high;
  if (target.amber !== null) return target.amber;
  if (nearest === 0) return 0;
  return unit === 'percent' ? PERCENT_TOLERANCE_POINTS : exact(Math.abs(nearest) * OTHER_TOLERANCE_SHARE);
}

/**
 * Decimals to show so that the printed number does not contradict its rating: 94.6% against "at least 95%" is amber,
 * and "95%" beside that word would look wrong. At most two more than usual.
 */
export function decimalsBesideRating(value: number, target: Target, unit: Unit, decimals: number): number {
  const rating = rate(value, target, unit);
  for (let extra = 0; extra < EXTRA_DECIMALS; extra++) {
    if (rate(round(value, decimals + extra), target, unit) === rating) return decimals + extra;
  }
  return decimals + EXTRA_DECIMALS;
}

const inWords = new WeakMap<Target, Map<Unit, string>>();

/** "at least 95%", "between 135 and 155". The same few targets are asked for with every figure. */
export function targetInWords(target: Target, unit: Unit): string {
  const byUnit = inWords.get(target) ?? new Map<Unit, string>();
  inWords.set(target, byUnit);
  const words = byUnit.get(unit) ?? wordsOf(target, unit);
  byUnit.set(unit, words);
  return words;
}

function wordsOf(target: Target, unit: Unit): string {
  const show = (value: number) => formatValue(value, unit, decimalsOf(value));
  if (target.atLeast !== null) return `at least ${show(target.atLeast)}`;
  if (target.atMost !== null) return `at most ${show(target.atMost)}`;
  const low = target.low ?? 0;
  return `between ${formatNumber(low, decimalsOf(low))} and ${show(target.high ?? 0)}`;
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}
