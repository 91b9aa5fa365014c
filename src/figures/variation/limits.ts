/** The arithmetic of an XmR chart over one segment of a series. The constants are the published ones, as they are rounded. */

/** 3 / 1.128, the limits of single values from their moving ranges. */
const LIMIT_FACTOR = 2.66;
/** The two-sigma limits, which rule R3 asks for: two thirds of the way, unrounded. */
const NEAR_FACTOR = (2 * LIMIT_FACTOR) / 3;
/** D4 for ranges of two: a moving range of this many times the mean is an outlier. */
const SCREEN_FACTOR = 3.267;
/** A share of 0.7 summed seven times is not seven times 0.7 in binary; such dust is no distance. */
const DUST = 1e-9;

export interface Limits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly nearLower: number;
  readonly nearUpper: number;
  /** Mean of the moving ranges that count; 0 where nothing varies, and the limits then mean nothing. */
  readonly range: number;
}

/**
 * Process limits of a segment. A point without a value has no part in the mean, and the two moving ranges that touch it
 * are left out: a gap is never bridged. Limits are not clamped, so a percentage's may pass 100.
 * @param values in the order of time, at least one of them a number
 * @param screensOutliers leaves out moving ranges that are outliers, once; the mean always keeps every value
 */
export function limitsOf(values: readonly (number | null)[], screensOutliers: boolean): Limits {
  const present = values.filter(value => value !== null);
  const mean = average(present);
  const ranges = movingRanges(values);
  const all = average(ranges);
  const kept = screensOutliers ? ranges.filter(each => isLess(each, SCREEN_FACTOR * all)) : ranges;
  const counted = average(kept);
  const range = isSame(counted, 0, mean) ? 0 : counted;
  return {
    mean,
    lower: mean - LIMIT_FACTOR * range,
    upper: mean + LIMIT_FACTOR * range,
    nearLower: mean - NEAR_FACTOR * range,
    nearUpper: mean + NEAR_FACTOR * range,
    range,
  };
}

function movingRanges(values: readonly (number | null)[]): number[] {
  return values.slice(1).flatMap((value, index) => {
    const earlier = values[index];
    return value === null || earlier == null ? [] : [Math.abs(value - earlier)];
  });
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The same but for the dust of binary fractions. @param scale how large the numbers are that it came from */
export function isSame(
  one: number,
  other: number,
  scale = Math.min(Math.abs(one), Math.abs(other)),
): boolean {
  return Math.abs(one - other) <= DUST * Math.max(1, Math.abs(scale));
}

/** Less by more than dust. */
export function isLess(one: number, other: number): boolean {
  return one < other && !isSame(one, other);
}
