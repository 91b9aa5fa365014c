import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../src/nearest.js';

const known = ['re-referrals', 'referrals', 'contacts-mash-24h', 'of', 'from'];

describe('nearest', () => {
  it.each([
    ['re-referals', 're-referrals'],
    ['RE-REFERRALS', 're-referrals'],
    ['referal', 'referrals'],
    ['contacts-mash', 'contacts-mash-24h'],
    ['form', 'from'],
    ['fo', 'of'],
  ])('when somebody writes %s then %s was probably meant', (word, name) => {
    expect(nearest(word, known)).toBe(name);
  });

  it('when the name itself has capitals then it is given as it is written', () => {
    expect(nearest('not startd', ['Not started', 'Done'])).toBe('Not started');
  });

  it.each(['children', 'xxxxxxxxxxxx'])('when %s is like none then nothing is suggested', word => {
    expect(nearest(word, known)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['another short word', 'id'],
  ])('when %s is written then a short name that shares no letter with it is not suggested', (_, word) => {
    expect(nearest(word, ['of', 'measure'])).toBeUndefined();
  });

  it('when nothing is known then nothing is suggested', () => {
    expect(nearest('referrals', [])).toBeUndefined();
  });
});

describe('didYouMean', () => {
  it('when a name is near then a sentence follows the message; else nothing does', () => {
    expect(didYouMean('referal', known)).toBe(' Did you mean "referrals"?');
    expect(didYouMean('children', known)).toBe('');
  });
});
