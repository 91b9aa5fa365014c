import { describe, expect, it } from 'vitest';
import { each, marks } from './worked-examples.js';

describe('the rules', () => {
  it('when a series is stable then nothing is special', () => {
    expect(marks('20 22 19 21 23 20 18 21 22 20 19 23')).toEqual([]);
  });

  it.each([true, false])(
    'when a month leaps out (screened: %s) then it and the run that it lifts the mean from are marked',
    screensOutliers => {
      expect(marks('50 52 49 51 50 48 51 90 50 52 49 50 51 49', { screensOutliers })).toEqual([
        ...each(1, 7, 'R4 low'),
        '8 R1 high',
      ]);
    },
  );

  it('when the level shifts then both levels are runs on one side', () => {
    expect(marks('70 74 69 73 71 75 72 60 62 59 61 63 60 62')).toEqual([
      ...each(1, 7, 'R4 high'),
      ...each(8, 14, 'R4 low'),
    ]);
  });

  it('when seven rise then all seven are a trend, those below the mean too', () => {
    expect(marks('40 44 39 43 41 38 40 42 43 45 47 48 43 41')).toEqual(each(6, 12, 'R2 high'));
  });

  it('when two of three are near a limit then those two are marked and the third is not', () => {
    expect(marks('100 104 98 102 99 103 97 101 100 104 98 101 99 111 106 111')).toEqual([
      '14 R3 high',
      '16 R3 high',
    ]);
  });

  it('when two near points lie on opposite sides then they are no pattern', () => {
    // Mean 100; ranges sum to 75 over 15, 5 each: near from 108.87 and to 91.13, limits 113.3 and 86.7.
    const series = '100 104 98 102 97 103 98 102 99 104 96 101 109 100 91 96';
    expect(marks(series, { screensOutliers: false })).toEqual([]);
  });

  it('when limits start anew then each level is ordinary by its own', () => {
    expect(marks('80 82 79 81 80 83 78 81 80 82 79 81 | 91 93 90 92 94 91 93 92 90 93 91 92')).toEqual([]);
  });

  it('when six months are low before new limits and one after then they are no run', () => {
    // Without the bar the last seven would all be below the mean.
    const before = '14 16 14 16 15 16 14 10 11 10 11 10 11';
    expect(marks(`${before} 10 11`)).toContain('8 R4 low');
    expect(marks(`${before} | 10 11 10 11 10 11 10 11`).filter(mark => mark.includes('R4 low'))).toEqual([]);
  });

  it('when two months of a rise are equal then it is no trend', () => {
    expect(marks('1 2 3 3 4 5 6 2 5 1 6 3').filter(mark => mark.includes('R2'))).toEqual([]);
  });

  it('when months lie on the mean then they are on no side', () => {
    expect(marks('2 4 2 4 2 4 3 4 2 4 2 3')).toEqual([]);
  });

  it('when a rise turns at a peak then the peak belongs to the fall', () => {
    const rising = '10 12 14 16 18 20 22';
    const falling = '20 18 16 14 12 10';
    // What comes before keeps the limits wide.
    const found = marks(`2 30 2 30 2 30 . ${rising} ${falling}`, { screensOutliers: false });
    expect(found).toEqual([...each(8, 13, 'R2 high'), ...each(14, 20, 'R2 low')]);
  });

  it('when a gap lies in a run then it is no run', () => {
    const series = '9 11 9 11 10 9 . 10 11 9 20 21 20';
    expect(marks(`${series} . 21 20 21 20`).filter(mark => mark.includes('R4 high'))).toEqual([]);
  });

  it('when there are six points then nothing is read from them', () => {
    expect(marks('1 1 1 1 1 90')).toEqual([]);
  });
});
