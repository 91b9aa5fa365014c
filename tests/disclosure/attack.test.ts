import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import { INVENTED_MEASURES, packsOf, sameCases, serviceArbitrary, sumsOf } from './invented.js';
import { Reader, truthsOf } from './reader.js';

const TIME = 600_000;
/** Services tried by the long form: SCORECARD_ATTACKS=50 npx vitest run tests/disclosure/attack.test.ts */
const RUNS = Number(process.env.SCORECARD_ATTACKS ?? 3);

function services(most: number, count: number) {
  return fc
    .sample(serviceArbitrary(most), { numRuns: count, seed: 6 })
    .map(service => packsOf(sumsOf(service)));
}

function attack(full: readonly Figure[], printed: readonly (readonly Figure[])[]) {
  const truths = truthsOf(full, INVENTED_MEASURES);
  const reader = new Reader(printed, INVENTED_MEASURES, sameCases());
  return { found: reader.attack(truths), hidden: reader.targets(truths).length };
}

describe('a reader with thirteen packs and a solver', () => {
  it.each([
    ['small numbers only', 1, 1],
    ['small', 3, Math.ceil(RUNS / 3)],
    ['middling', 8, Math.ceil(RUNS / 3)],
    ['large', 30, Math.ceil(RUNS / 3)],
  ])('narrows no small count of a service of %s', { timeout: TIME }, (_, most, count) => {
    for (const { full, printed } of services(most, count)) {
      expect(disagreements(printed)).toEqual([]);
      const { found, hidden } = attack(full, printed);
      expect(hidden).toBeGreaterThan(100);
      expect(found.slice(0, 5)).toEqual([]);
    }
  });

  it('works many out where nothing but the small counts themselves is hidden', { timeout: TIME }, () => {
    const [pack] = services(8, 1);
    if (!pack) throw new Error('no service');
    const onlySmall = pack.full.map(figure =>
      isSmall(figure) ? { ...figure, status: 'suppressed' as const, value: null } : figure,
    );
    const { found } = attack(pack.full, [onlySmall]);
    expect(found.length).toBeGreaterThan(100);
    expect(found.some(({ lowest, highest }) => lowest === highest)).toBe(true);
  });

  it('finds what one forgotten figure gives away', { timeout: TIME }, () => {
    const [pack] = services(30, 1);
    if (!pack) throw new Error('no service');
    const [last = []] = pack.printed.slice(-1);
    // The mask of a small part, printed after all.
    const small = pack.full.find(
      ({ measure, period, month, category, value }) =>
        measure === 'referrals' &&
        period === 'month' &&
        month > '2018-09' &&
        category !== '' &&
        value !== null &&
        value >= 1 &&
        value <= 5,
    );
    const others = pack.full.filter(
      ({ measure, period, month, category }) =>
        measure === 'referrals' &&
        period === 'month' &&
        month === small?.month &&
        category !== small.category,
    );
    expect(small).toBeDefined();
    const { found } = attack(pack.full, [[...last, ...others]]);
    expect(found.map(({ count }) => count)).toContain(
      `referrals|month|${small?.month}|${small?.category}|all`,
    );
  });
});

/** Figures that one pack prints and another hides. */
function disagreements(printed: readonly (readonly Figure[])[]): string[] {
  const statuses = new Map<string, Set<string>>();
  for (const { measure, of, period, month, category, status } of printed.flat()) {
    const key = [measure, of, period, month, category].join(', ');
    statuses.set(key, (statuses.get(key) ?? new Set()).add(status));
  }
  return [...statuses].filter(([, found]) => found.size > 1).map(([key]) => key);
}

function isSmall({ value, numerator, denominator }: Figure): boolean {
  const counts = denominator === null ? [value] : [numerator, denominator, denominator - (numerator ?? 0)];
  return counts.some(count => count !== null && count >= 1 && count <= 5);
}
