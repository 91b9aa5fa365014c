import { describe, expect, it } from 'vitest';
import { findFacts } from '../../../src/narrative/evidence/find-facts.js';
import { aFigure, aMeasure, aTarget } from '../../support/examples.js';
import { ORDINARY, sourceOf } from './examples.js';

const lower = aMeasure({ polarity: 'lower' });
const higher = aMeasure({ polarity: 'higher' });

function factsOf(kind: string, ...given: Parameters<typeof sourceOf>) {
  return findFacts(given[0], sourceOf(...given)).filter(fact => fact.kind === kind);
}

describe('findFacts', () => {
  it('when the month has no value then nothing is said', () => {
    expect(findFacts(lower, sourceOf(lower, [...ORDINARY, null]))).toEqual([]);
  });

  it('when the month is suppressed then nothing is said', () => {
    const hidden = sourceOf(lower, [...ORDINARY, null], { parts: { status: 'suppressed' } });
    expect(findFacts(lower, hidden)).toEqual([]);
  });

  it('when the month is ordinary then it is no special cause', () => {
    expect(factsOf('special cause', lower, ORDINARY)).toEqual([]);
  });

  it('when the month is far out then it is one, of the side that polarity says', () => {
    const far = [...ORDINARY, 39];
    expect(factsOf('special cause', lower, far)).toMatchObject([
      { rule: 'R1', direction: 'high', side: 'bad', months: 1 },
    ]);
    expect(factsOf('special cause', higher, far)).toMatchObject([{ side: 'good' }]);
    expect(factsOf('special cause', aMeasure({ polarity: 'none' }), far)).toMatchObject([
      { side: 'neither' },
    ]);
  });

  it('when an earlier month is suppressed then no special cause is told', () => {
    const source = sourceOf(lower, [...ORDINARY, 39]);
    const [first] = source.figures.all;
    if (first) Object.assign(first, { status: 'suppressed', value: null });
    expect(findFacts(lower, source).filter(fact => fact.kind === 'special cause')).toEqual([]);
  });

  it('when seven months are beyond the mean then the run is counted', () => {
    // Mean 25, ranges of 5 on average but for the step: limits 13.1 and 36.9 at the least.
    const shifted = [26, 31, 26, 31, 26, 31, 26, 20, 24, 20, 24, 20, 24, 20];
    expect(factsOf('special cause', lower, shifted)).toMatchObject([
      { rule: 'R4', direction: 'low', side: 'good', months: 7 },
    ]);
  });

  it('when a target is missed then how far and for how long', () => {
    const targets = [aTarget({ atLeast: 95 })];
    const facts = findFacts(higher, sourceOf(higher, [96, 90, 88, 91], { targets }));
    expect(facts).toContainEqual(
      expect.objectContaining({ kind: 'standing', rating: 'amber', missedBy: 4, target: 'at least 95%' }),
    );
    expect(facts).toContainEqual(
      expect.objectContaining({ kind: 'run', what: 'missed', months: 3, isWholeSeries: false }),
    );
  });

  it('when the printed figure repeats then the run counts what is printed', () => {
    expect(factsOf('run', higher, [98, 99.6, 100, 100.2])).toMatchObject([{ what: 'same', months: 3 }]);
    expect(factsOf('run', higher, [98, 99.4, 100, 100])).toEqual([]);
  });

  it('when twelve months were lower then it is the highest, and a tie is none', () => {
    expect(factsOf('record', lower, [...ORDINARY, 24])).toMatchObject([
      { extreme: 'highest', months: 13, side: 'bad', isOfYear: true },
    ]);
    expect(factsOf('record', lower, [...ORDINARY, 23])).toEqual([]);
  });

  it('when only the months since April were higher then it is the lowest of the year', () => {
    // August and September 2020 are the last of six months from April.
    const values = [...ORDINARY.slice(0, 7), 30, 31, 30, 31, 30, 29];
    expect(factsOf('record', lower, values)).toMatchObject([
      { extreme: 'lowest', months: 5, isOfYear: true },
    ]);
  });

  it('when the definition changed then earlier months are not compared', () => {
    const source = sourceOf(lower, [...ORDINARY, 39]);
    // July 2020 is the last month under the old one.
    for (const figure of source.figures.all.slice(0, 12)) Object.assign(figure, { definition: 'v0' });
    const found = findFacts(lower, source).filter(fact => fact.kind === 'record' || fact.kind === 'change');
    expect(found).toMatchObject([{ kind: 'change', against: 'month', from: 21, to: 39 }]);
  });

  it('when the year to date moved by more than chance then it is clear', () => {
    const year = (month: string, numerator: number, denominator: number) =>
      aFigure({ period: 'ytd', month, value: (100 * numerator) / denominator, numerator, denominator });
    const clear = [year('2020-09', 260, 1000), year('2019-09', 190, 1000)];
    const unclear = [year('2020-09', 26, 100), year('2019-09', 19, 100)];
    // Pooled 0.225: the standard error is the root of 0.225 x 0.775 x 2 / 1000, 0.01868; 0.07 is 3.75 of it.
    const [change] = factsOf('change', lower, [21], { figures: clear });
    expect(change).toMatchObject({ period: 'ytd', side: 'bad', isClear: true });
    expect(change?.kind === 'change' && change.errors).toBeCloseTo(3.748, 2);
    expect(factsOf('change', lower, [21], { figures: unclear })).toMatchObject([{ isClear: false }]);
  });

  it('when what should be few is more than half all year then it is a majority', () => {
    const year = aFigure({ period: 'ytd', value: 66, numerator: 66, denominator: 100 });
    expect(factsOf('majority', lower, [69], { figures: [year] })).toMatchObject([{ share: 66, side: 'bad' }]);
    expect(factsOf('majority', lower, [49], { figures: [year] })).toEqual([]);
    expect(factsOf('majority', higher, [69], { figures: [year] })).toEqual([]);
  });

  it('when others published then the latest year of each group stands beside our twelve months', () => {
    const national = aMeasure({ polarity: 'lower', national: 'same' });
    const row = { measure: 'example', of: 'value', group: 'England' } as const;
    const comparators = [
      { ...row, year: '2017/18', value: 20 },
      { ...row, year: '2018/19', value: 21 },
    ];
    const figures = [aFigure({ period: 'rolling-12', value: 24, numerator: 240, denominator: 1000 })];
    // The root of 0.21 x 0.79 / 1000 is 0.01288; 0.03 is 2.3 of it.
    expect(factsOf('comparator', national, [39], { figures, comparators })).toMatchObject([
      { group: 'England', year: '2018/19', ours: 24, theirs: 21, side: 'bad', isClear: false },
    ]);
    expect(factsOf('comparator', lower, [39], { figures, comparators })).toEqual([]);
  });

  it('when there are categories then the largest is told, unless two share it', () => {
    const counts = aMeasure({
      unit: 'count',
      kind: 'breakdown',
      polarity: 'none',
      category: { titles: ['Kind'], codes: [['A', 'B']] },
    });
    const part = (category: string, value: number) => aFigure({ category, value, unit: 'count' });
    expect(factsOf('largest part', counts, [10], { figures: [part('A', 7), part('B', 3)] })).toMatchObject([
      { category: 'A', count: 7, total: 10 },
    ]);
    expect(factsOf('largest part', counts, [10], { figures: [part('A', 5), part('B', 5)] })).toEqual([]);
  });

  it('when teams differ then those with ten cases or more are compared', () => {
    const team = (name: string, value: number, denominator: number) =>
      aFigure({ team: name, value, denominator });
    const figures = [team('North', 80, 20), team('South', 60, 10), team('East', 10, 9)];
    expect(factsOf('spread', higher, [70], { figures })).toMatchObject([
      { lowest: { team: 'South', value: 60 }, highest: { team: 'North', value: 80 } },
    ]);
  });
});
