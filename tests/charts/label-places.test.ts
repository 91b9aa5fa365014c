import { describe, expect, it } from 'vitest';
import { namedLabel, placeLabels, wrapLabel } from '../../src/charts/label-places.js';

const PLACES = { top: 0, bottom: 100, lineHeight: 10 };
const one = (at: number) => ({ at, lines: ['x'] });

describe('placing labels', () => {
  const cases: { when: string; at: number[]; places: number[] }[] = [
    { when: 'labels are apart', at: [20, 60], places: [20, 60] },
    { when: 'two points are the same', at: [50, 50], places: [50, 60] },
    { when: 'labels are given out of order', at: [52, 50], places: [60, 50] },
    { when: 'a point is at the top', at: [0, 3], places: [5, 15] },
    { when: 'points crowd at the foot', at: [99, 100, 100], places: [75, 85, 95] },
  ];
  it.each(cases)('when $when, then no label covers another', ({ at, places }) => {
    expect(placeLabels(at.map(one), PLACES)).toEqual(places);
  });

  it('when a label has two lines, then it takes the height of two', () => {
    expect(placeLabels([{ at: 50, lines: ['a', 'b'] }, one(52)], PLACES)).toEqual([50, 65]);
  });
});

describe('wrapping labels', () => {
  it('when a label is too wide, then it breaks at a space and a long word stays whole', () => {
    expect(wrapLabel('Target between 135 and 155', 14)).toEqual(['Target between', '135 and 155']);
    expect(wrapLabel('Unaccompanied', 5)).toEqual(['Unaccompanied']);
  });

  it('when a name needs more than two lines, then it loses its last words and keeps its value', () => {
    expect(namedLabel('Physical abuse', '12', 19)).toEqual(['Physical abuse 12']);
    expect(namedLabel('Abuse or neglect by someone outside the family', '1,203', 19)).toEqual([
      'Abuse or neglect by',
      'someone… 1,203',
    ]);
    expect(namedLabel('Donaudampfschifffahrt', '7', 10)).toEqual(['Donaudamp…', '7']);
  });
});
