import { describe, expect, it } from 'vitest';
import { directionView, shownBare, shownFigure, unitDetail, workings } from '../../src/packs/figure-text.js';
import { aFigure, aMeasure, aTarget } from '../support/examples.js';

const measure = aMeasure();

describe('figures as printed', () => {
  it('when rounding would contradict the rating, then a decimal more is shown', () => {
    const targets = [aTarget({ atLeast: 95 })];
    const figure = aFigure({ value: 94.6, rating: 'amber' });
    expect(shownFigure(figure, measure, targets)).toBe('94.6%');
  });

  it('when there is no value, then the words say which kind of none', () => {
    expect(shownFigure(undefined, measure, [])).toBe('no data');
    expect(shownFigure(aFigure({ value: null, status: 'no-data' }), measure, [])).toBe('no data');
    expect(shownFigure(aFigure({ value: null, status: 'no-cases' }), measure, [])).toBe('no cases');
    expect(shownFigure(aFigure({ value: null, status: 'suppressed' }), measure, [])).toBe('c');
  });

  it('when a row names the unit, then its cells have the number alone, and words for a missing one stay', () => {
    const caseload = aMeasure({ name: 'Average caseload', unit: 'cases per worker' });
    const figure = { unit: caseload.unit, value: 16 };
    expect(unitDetail(caseload)).toBe('cases per worker');
    expect(shownBare(aFigure(figure), caseload, [])).toBe('16');
    expect(shownBare(aFigure({ ...figure, value: null, status: 'no-cases' }), caseload, [])).toBe('no cases');
    expect(unitDetail(aMeasure({ name: 'Days to match', unit: 'days' }))).toBe('');
    expect(shownBare(aFigure({ value: 39 }), measure, [])).toBe('39%');
    expect(unitDetail(measure)).toBe('');
  });

  it('when a figure is a share, an average or a rate, then its workings are in the words of each', () => {
    const counts = { numerator: 4812, denominator: 12 };
    expect(workings(aFigure({ numerator: 37, denominator: 40 }), measure)).toBe('37 of 40');
    expect(workings(aFigure(counts), aMeasure({ kind: 'average' }))).toBe('4,812 ÷ 12');
    expect(workings(aFigure({ numerator: 20.5, denominator: 148.25 }), measure)).toBe('20.5 of 148.25');
    const rate = aFigure({ of: 'rate', unit: 'per 10000', numerator: 151, denominator: 36100 });
    expect(workings(rate, measure)).toBe('151 in 36,100 children');
    expect(workings(aFigure(), measure)).toBe('');
  });

  it('when no value may be printed, then neither are the counts behind it', () => {
    const counts = { value: null, numerator: 2, denominator: 40 };
    expect(workings(aFigure({ ...counts, status: 'suppressed' }), measure)).toBe('');
    expect(workings(aFigure({ ...counts, status: 'no-cases' }), measure)).toBe('');
  });

  it('when a number moved, then the arrow follows it and the words say what it means', () => {
    expect(directionView('down', 'improving')).toEqual({ arrow: 'down', words: 'Down, improving' });
    expect(directionView('same', 'no judgement')).toEqual({ arrow: 'same', words: 'Same' });
    expect(directionView(null, null)).toBeNull();
  });
});
