import { describe, expect, it } from 'vitest';
import { unaccountedNumbers } from '../../src/narrative/typed-numbers.js';
import { aFigure, aMeasure, aSource, aTarget } from '../support/examples.js';

const source = aSource(
  [
    aMeasure({ id: 'mash', name: 'MASH contacts decided in 24 hours' }),
    aMeasure({ id: 'contacts', kind: 'count', unit: 'count', of: '' }),
    aMeasure({ id: 'adoption', kind: 'average', unit: 'days', window: 36, counts: 'days to the order' }),
  ],
  [
    aFigure({ measure: 'mash', value: 94.6, numerator: 473, denominator: 500 }),
    aFigure({ measure: 'mash', value: 82, month: '2020-08', numerator: 1230, denominator: 1500 }),
    aFigure({ measure: 'contacts', value: 1203, unit: 'count' }),
    aFigure({ measure: 'contacts', value: null, unit: 'count', month: '2020-07', status: 'no-data' }),
    aFigure({
      measure: 'adoption',
      value: 511.5,
      period: 'snapshot',
      unit: 'days',
      numerator: 1023,
      denominator: 2,
    }),
  ],
  [aTarget({ measure: 'mash', atLeast: 95 }), aTarget({ measure: 'contacts', low: 1100, high: 1500 })],
);

const unaccounted = (sentence: string, ids = ['mash']) => unaccountedNumbers(sentence, ids, source);

describe('unaccountedNumbers', () => {
  it.each([
    ['a figure as the table prints it beside its rating', '94.6% were decided in time.'],
    ['a figure of another month', 'It was 82% in August.'],
    ['what a percentage is made of', '473 of 500 contacts, up from 1,230 of 1,500.'],
    ['a target', 'The target is 95%, that is 95 in a hundred.'],
    ["a word of the measure's name", 'Within 24 of them, in 24.'],
    ['a date, a year or a school year', 'On 5 October 2020, in 2020, in 2019/20, 2020-21 and on 1 May.'],
    ['a section or an order', 'Under section 47 and regulation 24, the 3rd of its kind.'],
    ['a number in a name', 'S47 and COVID-19 and Q2.'],
    ['days of a month', 'On 5-9 October, and from 12 to 16 October.'],
    ['an age', 'Young people aged 16-17, children aged 0 to 4 and those aged 15.'],
    ['a reference', '{{figure "mash" month="2020-08"}} it is.'],
    ['no number', 'Most were decided in time.'],
  ])('when a sentence holds %s then nothing is unaccounted for', (_, sentence) => {
    expect(unaccounted(sentence)).toEqual([]);
  });

  it.each([
    ['a percentage that is no figure', '93% were decided in time.', ['93%']],
    ['a figure rounded as no table rounds it', '95.0% were.', ['95.0%']],
    ['the same number without its sign', '82 were in time.', ['82']],
    ['several', 'From 71% to 73%, or 1,234.', ['71%', '73%', '1,234']],
    ['a number before a full stop or comma', 'There were 71, then 72.', ['71', '72']],
    ['a number beside a reference', '{{figure "mash"}} of 499', ['499']],
    ['a range', 'Some 71-73% were.', ['71', '73%']],
  ])('when a sentence holds %s then it is told', (_, sentence, numbers) => {
    expect(unaccounted(sentence)).toEqual(numbers);
  });

  it('when a number is the figure of a measure that the statement does not name then it is told', () => {
    expect(unaccounted('There were 1,203 contacts.')).toEqual(['1,203']);
    expect(unaccounted('There were 1,203 contacts.', ['contacts'])).toEqual([]);
    expect(unaccounted('There were 1,203 contacts.', ['mash', 'contacts'])).toEqual([]);
    expect(unaccounted('There were 1,203 contacts.', [])).toEqual(['1,203']);
  });

  it('when a target has thousands then it may be typed as the table prints it', () => {
    expect(unaccounted('We aim for between 1,100 and 1,500 contacts.', ['contacts'])).toEqual([]);
  });

  it('when a measure is in days then days typed by hand are checked like any other figure', () => {
    expect(unaccounted('It took 512 days on average.', ['adoption'])).toEqual([]);
    expect(unaccounted('It took 437 days on average.', ['adoption'])).toEqual(['437']);
  });

  it('when a measure is not in days then a length of time is part of the wording', () => {
    expect(unaccounted('Decided within 3 working days or 6.5 weeks, in 3-4 weeks, or 2 to 3.')).toEqual([
      '2',
      '3',
    ]);
  });

  it('when a number is typed with a minus sign then it is told', () => {
    expect(unaccounted('It changed by -7%.').join()).toContain('7%');
  });
});
