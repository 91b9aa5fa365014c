import { exact } from '../rounding.js';

/**
 * Why a figure changed, part by part. A share or an average changes because its parts do better or worse (rate), or
 * because more of the cases are in parts that did better or worse all along (mix). With the mean of both months in each
 * product the two add up to the whole change, and nothing is left over:
 *
 *   rate of a part = its mean share of the cases × the change of its own figure
 *   mix of a part  = the change of its share of the cases × (its mean figure − the mean figure of all)
 *
 * A count changes by what each part adds: that is all mix, and no rate.
 */

export interface Part {
  readonly name: string;
  readonly before: Fraction;
  readonly now: Fraction;
}

/** Of a count: the count, over 1. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export interface PartOfChange extends Part {
  readonly mix: number;
  readonly rate: number;
}

export interface Decomposition {
  readonly difference: number;
  readonly parts: readonly PartOfChange[];
}

/** @param scale 100 for percentages · @returns null where one of the two months has no case */
export function decomposeShare(parts: readonly Part[], scale: number): Decomposition | null {
  const [before, now] = [sumOf(parts.map(part => part.before)), sumOf(parts.map(part => part.now))];
  if (before.denominator === 0 || now.denominator === 0) return null;
  const [whole, wholeNow] = [quotient(before), quotient(now)];
  const mean = (whole + wholeNow) / 2;
  return {
    difference: scale * (wholeNow - whole),
    parts: parts.map(part => {
      const [share, shareNow] = [
        part.before.denominator / before.denominator,
        part.now.denominator / now.denominator,
      ];
      // A part that had no case, or has none any more, can only have changed the mix.
      const own = part.before.denominator === 0 ? quotient(part.now) : quotient(part.before);
      const ownNow = part.now.denominator === 0 ? own : quotient(part.now);
      const rate = scale * ((share + shareNow) / 2) * (ownNow - own);
      const mix = scale * (shareNow - share) * ((own + ownNow) / 2 - mean);
      return { ...part, mix, rate };
    }),
  };
}

export function decomposeCount(parts: readonly Part[]): Decomposition {
  const changes = parts.map(part => ({ ...part, mix: part.now.numerator - part.before.numerator, rate: 0 }));
  return { difference: changes.reduce((sum, { mix }) => sum + mix, 0), parts: changes };
}

function sumOf(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(
    (sum, each) => ({
      numerator: sum.numerator + each.numerator,
      denominator: sum.denominator + each.denominator,
    }),
    { numerator: 0, denominator: 0 },
  );
}

function quotient({ numerator, denominator }: Fraction): number {
  return denominator === 0 ? 0 : numerator / denominator;
}

/**
 * The decomposition in so many decimals, rounded so that what is printed adds up to the printed whole: the parts that
 * rounding wronged most give or take the last digit.
 */
export function roundedToSum({ difference, parts }: Decomposition, decimals: number): Decomposition {
  const unit = 10 ** decimals;
  const cells = parts.flatMap(({ mix, rate }) => [exact(mix * unit), exact(rate * unit)]);
  const whole = Math.round(exact(difference * unit));
  const rounded = cells.map(Math.round);
  let missing = whole - rounded.reduce((sum, each) => sum + each, 0);
  const byWrong = cells
    .map((cell, index) => ({ index, wrong: cell - (rounded[index] ?? 0) }))
    .sort((a, b) => (missing > 0 ? b.wrong - a.wrong : a.wrong - b.wrong) || a.index - b.index);
  for (const { index } of byWrong) {
    if (missing === 0) break;
    rounded[index] = (rounded[index] ?? 0) + Math.sign(missing);
    missing -= Math.sign(missing);
  }
  // Adding 0 makes -0 a plain 0.
  const cell = (index: number) => (rounded[index] ?? 0) / unit + 0;
  return {
    difference: whole / unit + 0,
    parts: parts.map((part, index) => ({ ...part, mix: cell(2 * index), rate: cell(2 * index + 1) })),
  };
}
