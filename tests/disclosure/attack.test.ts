import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import { attackInvented, inventedPacks, type Packs } from './invented.js';
import type { Narrowed } from './reader.js';

/** `npm run attack-pack` tries fifty services and the sample with every measure; here one of each size. */

const TIME = 600_000;

describe('a reader with thirteen packs and a solver for whole numbers', () => {
  it.each([
    ['small numbers only', 1],
    ['small numbers', 3],
    ['middling numbers', 8],
    ['large numbers', 30],
  ])('when a service is of %s, then he narrows no count of 1 to 5', { timeout: TIME }, (_, most) => {
    for (const packs of inventedPacks(most, 1)) {
      expect(disagreements(packs.printed)).toEqual([]);
      const { found, targets, untrue, unexpectedNoughts, saidByPattern } = attackInvented(packs);
      expect(targets.length).toBeGreaterThan(100);
      expect(found.slice(0, 5)).toEqual([]);
      expect(untrue).toEqual([]);
      expect(unexpectedNoughts).toEqual([]);
      expect(saidByPattern.filter(each => !isOnlyFromBelow(each))).toEqual([]);
      expect(saidByPattern.length).toBeLessThan(targets.length / 10);
    }
  });

  it('when nothing but the small counts themselves is hidden, then he works many out', {
    timeout: TIME,
  }, () => {
    const packs = one(8);
    const referrals = packs.full.filter(({ measure }) => measure.startsWith('referrals'));
    const onlySmall = referrals.map(figure =>
      isSmall(figure) ? { ...figure, status: 'suppressed' as const, value: null } : figure,
    );
    const { found } = attackInvented({ ...packs, printed: [onlySmall] });
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(({ values }) => values.length === 1).length).toBeGreaterThan(10);
  });

  it('when the mask of a small part is printed after all, then he finds it', { timeout: TIME }, () => {
    const packs = one(30);
    const small = packs.full.find(
      ({ measure, period, month, category, value }) =>
        measure === 'referrals' &&
        period === 'month' &&
        month > '2018-09' &&
        category !== '' &&
        value !== null &&
        value >= 1 &&
        value <= 5,
    );
    const others = packs.full.filter(
      ({ measure, period, month, category }) =>
        measure === 'referrals' &&
        period === 'month' &&
        month === small?.month &&
        category !== small.category,
    );
    expect(small).toBeDefined();
    const { found } = attackInvented({ ...packs, printed: [...packs.printed, others] });
    expect(found.map(({ count }) => count)).toContain(
      `referrals|month|${small?.month}|${small?.category}|all`,
    );
  });
});

function one(most: number): Packs {
  const [packs] = inventedPacks(most, 1);
  if (!packs) throw new Error('no service');
  return packs;
}

/** Nothing but that so many c's add up to so much. */
function isOnlyFromBelow({ values }: Narrowed): boolean {
  return values.at(-1) === 5 && values.length === 6 - (values[0] ?? 0);
}

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
