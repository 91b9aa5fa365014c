import { isLess, isSame, type Limits } from './limits.js';

/** The special-cause rules of an XmR chart, over one segment: a pattern never reaches across its ends or a gap. */

/** R1 outside a limit · R2 trend of seven · R3 two of three near a limit · R4 seven on one side of the mean. */
export type Rule = 'R1' | 'R2' | 'R3' | 'R4';

export interface Signal {
  readonly rule: Rule;
  /** Of R2 the way that the trend goes, of the others the side of the mean. */
  readonly side: 'high' | 'low';
}

const LONG_RUN = 7;
const SHORT_RUN = 3;
const NEAR_POINTS = 2;

type Sign = -1 | 0 | 1;

interface Place {
  readonly value: number;
  readonly side: Sign;
  readonly isOutside: boolean;
  readonly isNear: boolean;
}

/** One for each value: the first rule that marks it, or null. A pattern marks all its points, the earlier ones too. */
export function signalsOf(values: readonly (number | null)[], limits: Limits): (Signal | null)[] {
  const places = values.map(value => (value === null ? null : placeOf(value, limits)));
  const trend = trends(places);
  const near = twoOfThree(places);
  const shift = shifts(places);
  return places.map((place, index) => {
    if (!place) return null;
    if (place.isOutside) return signal('R1', place.side);
    const direction = trend[index] ?? 0;
    if (direction !== 0) return signal('R2', direction);
    if (near[index]) return signal('R3', place.side);
    return shift[index] ? signal('R4', place.side) : null;
  });
}

function signal(rule: Rule, sign: Sign): Signal {
  return { rule, side: sign > 0 ? 'high' : 'low' };
}

function placeOf(value: number, limits: Limits): Place {
  const isOutside = isLess(limits.upper, value) || isLess(value, limits.lower);
  const isBeyondNear = isLess(limits.nearUpper, value) || isLess(value, limits.nearLower);
  return {
    value,
    side: isSame(value, limits.mean) ? 0 : value > limits.mean ? 1 : -1,
    isOutside,
    isNear: isBeyondNear && !isOutside,
  };
}

/** Each point's trend: of a point that ends one and begins another, the later one. A tie breaks it. */
function trends(places: readonly (Place | null)[]): Sign[] {
  const found: Sign[] = places.map(() => 0);
  for (const { start, run } of windows(places, LONG_RUN)) {
    const steps = run.slice(1).map((place, index) => stepBetween(run[index], place));
    const [first = 0] = steps;
    if (first !== 0 && steps.every(step => step === first)) found.fill(first, start, start + LONG_RUN);
  }
  return found;
}

function stepBetween(earlier: Place | undefined, later: Place): Sign {
  if (!earlier || isSame(earlier.value, later.value)) return 0;
  return later.value > earlier.value ? 1 : -1;
}

/** Only the points near a limit are marked; the third completes the pattern, and may be outside. */
function twoOfThree(places: readonly (Place | null)[]): boolean[] {
  const found = places.map(() => false);
  for (const { start, run } of windows(places, SHORT_RUN)) {
    if (!areOnOneSide(run) || run.filter(place => place.isNear).length < NEAR_POINTS) continue;
    run.forEach((place, index) => {
      if (place.isNear) found[start + index] = true;
    });
  }
  return found;
}

function shifts(places: readonly (Place | null)[]): boolean[] {
  const found = places.map(() => false);
  for (const { start, run } of windows(places, LONG_RUN))
    if (areOnOneSide(run)) found.fill(true, start, start + LONG_RUN);
  return found;
}

function areOnOneSide(run: readonly Place[]): boolean {
  const side = run[0]?.side ?? 0;
  return side !== 0 && run.every(place => place.side === side);
}

/** Every stretch of so many neighbours that all have a value. */
function windows(places: readonly (Place | null)[], length: number): { start: number; run: Place[] }[] {
  const found: { start: number; run: Place[] }[] = [];
  for (let start = 0; start + length <= places.length; start++) {
    const run = places.slice(start, start + length).filter(place => place !== null);
    if (run.length === length) found.push({ start, run });
  }
  return found;
}
