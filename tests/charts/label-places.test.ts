import { describe, expect, it } from 'vitest';
import {
  namedLabel,
  pairedLabel,
  placeLabels,
  wrapAtMost,
  wrapLabel,
} from '../../src/charts/label-places.js';

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
  // At 11 px a digit is 5.5 wide, a space 2.2, "Target" 30.4 at most.
  it('when a label is too wide, then it breaks at a space and a long word is cut', () => {
    expect(wrapLabel('135 155', { width: 35.2 })).toEqual(['135 155']);
    expect(wrapLabel('135 155', { width: 35.1 })).toEqual(['135', '155']);
    expect(wrapLabel('12345678', { width: 33.1 })).toEqual(['1234…']);
  });

  it('when a name needs more than two lines, then it loses its last words and keeps its value', () => {
    const room = { width: 92 };
    expect(namedLabel('Physical abuse', '12', room)).toEqual(['Physical abuse 12']);
    const lines = namedLabel('Abuse or neglect by someone outside the family', '1,203', room);
    expect(lines).toHaveLength(2);
    expect(lines.join(' ')).toMatch(/^Abuse or neglect by .*… 1,203$/);
    expect(namedLabel('Donaudampfschifffahrt', '7', { width: 60 })).toEqual([
      expect.stringMatching(/^Donau.*…$/),
      '7',
    ]);
  });

  it('when a year ends a name, then it stays', () => {
    expect(namedLabel('Statistical neighbours', '22%', { width: 104 }, 1, '2019-20:')).toHaveLength(1);
    expect(namedLabel('Statistical neighbours', '34.6 per 10,000', { width: 104 }, 2, '2019-20:')).toEqual([
      'Statistical… 2019-20:',
      '34.6 per 10,000',
    ]);
  });

  it('when two things do not fit a line, then each has its own', () => {
    expect(pairedLabel('93%', 'in Sep 20', { width: 104 }, 2)).toEqual(['93% in Sep 20']);
    expect(pairedLabel('34.6 per 10,000', 'in Sep 20', { width: 104 }, 2)).toEqual([
      '34.6 per 10,000',
      'in Sep 20',
    ]);
  });

  it('when there are more words than lines, then the last is cut and says so', () => {
    const lines = wrapAtMost('one two three four', { width: 32 }, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });
});
