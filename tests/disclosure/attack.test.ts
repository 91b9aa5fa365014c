import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INVENTED_MEASURES, packsOf, sameCases, serviceArbitrary, sumsOf } from './invented.js';
import { Reader, truthsOf } from './reader.js';

const TIME = 600_000;

describe('a reader with thirteen packs and a solver', () => {
  it.each([
    ['all small numbers', 1, 10],
    ['small', 3, 15],
    ['middling', 8, 15],
    ['large', 30, 10],
  ])('narrows no small count of a service of %s', { timeout: TIME }, (_, most, runs) => {
    let hidden = 0;
    fc.assert(
      fc.property(serviceArbitrary(most), service => {
        const { full, printed } = packsOf(sumsOf(service));
        const truths = truthsOf(full, INVENTED_MEASURES);
        const reader = new Reader(printed, INVENTED_MEASURES, sameCases());
        hidden += reader.targets(truths).length;
        const found = reader.attack(truths);
        expect(found.slice(0, 5)).toEqual([]);
      }),
      { numRuns: runs, seed: 6, endOnFailure: true },
    );
    expect(hidden).toBeGreaterThan(100);
  });
});
