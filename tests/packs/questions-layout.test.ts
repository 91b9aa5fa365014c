import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/packs/questions-layout.js';

const statement = (letters: number) => ({
  html: 'word '.repeat(letters / 5),
  figure: { name: 'Children seen within 3 working days of assessment start', shown: '79%' },
  measures: [],
});
const action = (letters: number) => ({
  action: 'word '.repeat(letters / 5),
  lead: 'Head of Assessment',
  due: '30 November 2020',
  status: 'Open',
  progress: ['Re-referrals within 12 months: 23% in August 2020, 39% now.'],
  outcome: 'The shift has run since May 2020.',
});
const five = <T>(one: T) => Array.from({ length: 5 }, () => one);

function page(letters: number, ended = 1) {
  return {
    goingWell: five(statement(letters)),
    worriedAbout: five(statement(letters)),
    actions: five(action(Math.min(letters, 150))),
    finished: Array.from({ length: ended }, () => action(100)),
    stillOpen: '',
  };
}

describe('layOut', () => {
  it('when there is little then words are large and months are drawn', () => {
    expect(layOut(page(60))).toEqual({ size: 'size-15', hasLines: true, finishedShown: 1 });
  });

  it('when there is more then words are smaller, and never below 9 pt', () => {
    const sizes = [60, 120, 200, 320].map(letters => layOut(page(letters)).size);
    expect([...sizes].sort().reverse()).toEqual(sizes);
    expect(new Set(sizes).size).toBeGreaterThan(2);
    expect(sizes.at(-1)).toBe('size-12');
  });

  it('when it is full then the lines of months give way, then ended actions', () => {
    expect(layOut(page(320, 12))).toMatchObject({ size: 'size-12', hasLines: false });
    expect(layOut(page(320, 12)).finishedShown).toBeLessThan(12);
  });

  it('when there is nothing then nothing is left out', () => {
    const empty = { goingWell: [], worriedAbout: [], actions: [], finished: [], stillOpen: '' };
    expect(layOut(empty)).toEqual({ size: 'size-15', hasLines: true, finishedShown: 0 });
  });
});
