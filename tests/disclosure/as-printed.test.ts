import { expect, it } from 'vitest';
import { asPrinted } from '../../src/disclosure/as-printed.js';
import { aFigure, aMeasure } from '../support/examples.js';

const percentage = aMeasure({ id: 'seen', kind: 'ratio', decimals: 0 });
const target = {
  measure: 'seen',
  of: 'value',
  from: '',
  atLeast: 95,
  atMost: null,
  low: null,
  high: null,
  amber: null,
} as const;

function printed(value: number, counts: number | null = null, targets = [target]): number | null | undefined {
  const one = aFigure({ measure: 'seen', unit: 'percent', value, numerator: counts, denominator: counts });
  return asPrinted([one], [percentage], targets)[0]?.value;
}

it('a percentage without its counts keeps no digit behind the ones that are printed: 113 of 114', () => {
  expect(printed(99.12280702, null, [])).toBe(99);
});

it('where the rounded figure would contradict its rating, as many more digits as are printed: 94.7 misses 95', () => {
  expect(printed(94.6666, null)).toBe(94.7);
});

it('a percentage that stands with its counts stays exact', () => {
  expect(printed(99.12280702, 113)).toBe(99.12280702);
});

it('a count stays what it is', () => {
  const count = aMeasure({ id: 'contacts', kind: 'count' });
  const one = aFigure({ measure: 'contacts', unit: 'count', value: 7 });
  expect(asPrinted([one], [count], [])[0]).toBe(one);
});
