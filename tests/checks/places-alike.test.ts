import { describe, expect, it } from 'vitest';
import { placesAlike, stretchesOf } from '../../src/checks/places-alike.js';

function at(line: number, message: string, file = 'extracts/posts.csv') {
  return { file, line, column: 'team', message };
}

describe('places of which the same is said', () => {
  it('when they are in one file and column then they are one, where the first stands', () => {
    const places = [at(3, 'Blank.'), at(5, 'Unknown.'), at(9, 'Blank.')];
    expect(placesAlike(places).map(({ place, lines }) => [place.line, lines])).toEqual([
      [3, [3, 9]],
      [5, [5]],
    ]);
  });

  it('when they are in two files then each is its own', () => {
    expect(placesAlike([at(3, 'Blank.'), at(4, 'Blank.', 'extracts/b.csv')])).toHaveLength(2);
  });

  it('when a place is a file as a whole then it has no line', () => {
    expect(placesAlike([{ file: 'extracts/posts.csv', message: 'Empty.' }])[0]?.lines).toEqual([]);
  });
});

describe('lines as stretches', () => {
  it.each([
    [[], ''],
    [[4], '4'],
    [[4, 5], '4–5'],
    [[2, 5, 6, 7, 9], '2, 5–7, 9'],
  ])('when lines are %j then they are %s', (lines, words) => {
    expect(stretchesOf(lines)).toBe(words);
  });
});
