import { expect, it } from 'vitest';
import { numberFrom, numberWord, ordinalWord } from '../../src/narrative/number-words.js';

it.each([
  [1, 'one', 'first'],
  [3, 'three', 'third'],
  [12, 'twelve', 'twelfth'],
  [13, '13', '13th'],
  [21, '21', '21st'],
  [22, '22', '22nd'],
  [25, '25', '25th'],
  [111, '111', '111th'],
])(
  'when a number is %d then its words are "%s" and "%s", and they are read back',
  (number, word, ordinal) => {
    expect([numberWord(number), ordinalWord(number)]).toEqual([word, ordinal]);
    expect([numberFrom(word), numberFrom(ordinal)]).toEqual([number, number]);
  },
);

it('when a word is no number then it is none', () => {
  expect(['a', 'many', ''].map(numberFrom)).toEqual([1, null, null]);
});
