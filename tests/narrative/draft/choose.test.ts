import { describe, expect, it } from 'vitest';
import { FigureSet } from '../../../src/figures/figure-set.js';
import type { Measure } from '../../../src/measures/measure.js';
import { type Candidate, chooseCandidates, chooseFrom } from '../../../src/narrative/draft/choose.js';
import type { ListSide } from '../../../src/narrative/draft/score.js';
import { aFigure, aMeasure, aTarget } from '../../support/examples.js';
import { ORDINARY, sourceOf } from '../evidence/examples.js';

function candidate(
  id: string,
  score: number,
  side: ListSide = 'bad',
  parts: Partial<Measure> = {},
): Candidate {
  const statement = { said: '# of cases', topic: id, weight: 3, reason: 'Example', base: [] };
  const measure = aMeasure({ id, statement, ...parts });
  return { measure, score: { side, grounds: [], strength: 1, score }, facts: [], text: id };
}

const ids = (list: readonly Candidate[]) => list.map(each => each.measure.id);

describe('chooseFrom', () => {
  it('when there are more than five then the highest scores are kept', () => {
    const all = [1, 7, 3, 5, 2, 6, 4].map(score => candidate(`m${score}`, score));
    expect(ids(chooseFrom([...all, candidate('count', 8, 'good', { unit: 'count' })]).worriedAbout)).toEqual([
      'm7',
      'm6',
      'm5',
      'm4',
      'm3',
    ]);
  });

  it('when two are about one topic then the stronger stands, on whichever side', () => {
    const statement = { said: '#', topic: 'visits', weight: 3, reason: 'Example', base: [] };
    const chosen = chooseFrom([
      candidate('one', 3, 'good', { statement }),
      candidate('two', 4, 'bad', { statement }),
      candidate('three', 2, 'bad', { statement }),
    ]);
    expect([ids(chosen.goingWell), ids(chosen.worriedAbout)]).toEqual([[], ['two']]);
  });

  it('when the page has no volume then the best one takes the place of the least', () => {
    const all = [7, 6, 5, 4, 3].map(score => candidate(`m${score}`, score));
    const volume = candidate('volume', 1.5, 'bad', { unit: 'count' });
    expect(ids(chooseFrom([...all, volume]).worriedAbout)).toEqual(['m7', 'm6', 'm5', 'm4', 'volume']);
  });

  it('when the page has volume only then quality takes the place of the least', () => {
    const all = [7, 6, 5, 4, 3].map(score => candidate(`m${score}`, score, 'bad', { unit: 'count' }));
    expect(ids(chooseFrom([...all, candidate('quality', 1.5)]).worriedAbout)).toEqual([
      'm7',
      'm6',
      'm5',
      'm4',
      'quality',
    ]);
  });

  it('when nothing is called for then the lists are empty', () => {
    expect(chooseFrom([])).toEqual({ goingWell: [], worriedAbout: [] });
  });
});

describe('chooseCandidates', () => {
  const measure = aMeasure({ polarity: 'lower' });
  const cases = { numerator: 40, denominator: 100 };
  const texts = (...given: Parameters<typeof sourceOf>) => {
    const { goingWell, worriedAbout } = chooseCandidates(sourceOf(...given));
    return { well: goingWell.map(each => each.text), worries: worriedAbout.map(each => each.text) };
  };

  it('when a month is ordinary then nothing is said, though it is the highest of the year', () => {
    expect(texts(measure, [...ORDINARY, 23.5], { parts: cases })).toEqual({ well: [], worries: [] });
  });

  it('when a month is far out then it is a worry, with what it stands beside', () => {
    expect(texts(measure, [...ORDINARY, 39], { parts: cases }).worries).toEqual([
      '{{figure "example"}} of cases met the standard, up from {{figure "example" month="2019-09"}} a year ago and the highest in over a year.',
    ]);
  });

  it('when a target is missed for good then the worry is the level, and no movement is spoken of', () => {
    const targets = [aTarget({ atMost: 10 })];
    expect(texts(measure, ORDINARY, { parts: cases, targets }).worries).toEqual([
      '{{figure "example"}} of cases met the standard. The target of at most 10% has been missed in each of the last 13 months.',
    ]);
  });

  it('when a target is met for good then that goes well', () => {
    const targets = [aTarget({ atMost: 40 })];
    expect(texts(measure, ORDINARY, { parts: cases, targets }).well).toEqual([
      '{{figure "example"}} of cases met the standard. The target of at most 40% has been met in each of the last 13 months.',
    ]);
  });

  it('when every case met the standard for months then that goes well', () => {
    const all = aMeasure({ polarity: 'higher', disclosure: 'process' });
    expect(texts(all, [98, 100, 100, 100], { parts: { numerator: 25, denominator: 25 } }).well).toEqual([
      '{{figure "example"}} of cases met the standard, for the third month in a row.',
    ]);
  });

  it('when the year to date has clearly changed then both are given', () => {
    const year = (month: string, value: number) =>
      aFigure({ period: 'ytd', month, value, numerator: value * 10, denominator: 1000 });
    const figures = [year('2020-09', 26), year('2019-09', 19)];
    expect(texts(measure, ORDINARY, { parts: cases, figures }).worries).toEqual([
      '{{figure "example"}} of cases met the standard. So far this year it is {{figure "example" period="ytd"}}, against {{figure "example" period="ytd" month="2019-09"}} in the same months of last year.',
    ]);
  });

  it.each([
    ['nine cases', { numerator: 4, denominator: 9 }, 'process'],
    ['five children', { numerator: 5, denominator: 100 }, 'attribute'],
    ['all but three children', { numerator: 97, denominator: 100 }, 'attribute'],
  ] as const)('when it is about %s then nothing is said', (_, parts, disclosure) => {
    const few = aMeasure({ polarity: 'lower', disclosure });
    expect(texts(few, [...ORDINARY, 39], { parts })).toEqual({ well: [], worries: [] });
  });

  it('when a public pack would hide the month then nothing is said, and no hidden month is mentioned', () => {
    const source = sourceOf(measure, [...ORDINARY, 39], { parts: cases });
    const hide = (month: string) => {
      const hidden = { value: null, status: 'suppressed' } as const;
      return new FigureSet(
        source.figures.all.map(each => (each.month === month ? { ...each, ...hidden } : each)),
      );
    };
    expect(chooseCandidates({ ...source, published: hide('2020-09') }).worriedAbout).toEqual([]);
    const [worry] = chooseCandidates({ ...source, published: hide('2019-09') }).worriedAbout;
    expect(worry?.text).toBe('{{figure "example"}} of cases met the standard, the highest in over a year.');
  });

  it('when there is one child then it is one child', () => {
    const statement = {
      said: '# children were overdue a review',
      topic: 'reviews',
      weight: 3,
      reason: 'Example',
      base: [],
    };
    const counts = aMeasure({
      kind: 'snapshot',
      unit: 'count',
      polarity: 'lower',
      disclosure: 'none',
      datedBy: 'month end',
      statement,
    });
    const values = [30, 34, 29, 33, 31, 35, 28, 32, 30, 34, 31, 33, 1];
    expect(texts(counts, values, { parts: { period: 'snapshot' } }).well).toEqual([
      '{{figure "example"}} child was overdue a review, down from {{figure "example" month="2019-09"}} a year ago and the lowest in a year.',
    ]);
  });
});
