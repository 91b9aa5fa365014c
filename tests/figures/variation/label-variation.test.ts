import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/figures/figure.js';
import { hasVariation, seriesLabels } from '../../../src/figures/variation/label-variation.js';
import { monthsTo } from '../../../src/months.js';
import { aFigure, aMeasure, aSnapshot, aTarget, someVariation } from '../../support/examples.js';

const STABLE = [20, 22, 19, 21, 23, 20, 18, 21, 22, 20, 19, 23, 21];
const measure = aMeasure({ polarity: 'lower' });

/** Figures of the months to September 2020. */
function series(values: readonly (number | null)[], versions: readonly string[] = []): Figure[] {
  const months = monthsTo('2020-09', values.length);
  return values.map((value, index) =>
    aFigure({ month: months[index] ?? '', value, definition: versions[index] ?? 'v1' }),
  );
}

function labels(figures: readonly Figure[], targets = [aTarget({ atMost: 30 })], settings = someVariation()) {
  return seriesLabels(figures, measure, targets, settings);
}

describe('seriesLabels', () => {
  it('when nothing is special then every month is common cause and the last has its assurance', () => {
    const found = labels(series(STABLE));
    expect(found.map(each => each.variation)).toEqual(STABLE.map(() => 'common cause'));
    expect(found.map(each => each.assurance)).toEqual([
      ...STABLE.slice(1).map(() => null),
      'consistently met',
    ]);
  });

  it('when there are twelve points then limits are a trial and assurance waits', () => {
    const last = labels(series(STABLE.slice(1))).at(-1);
    expect(last).toEqual({ variation: 'common cause', assurance: null });
  });

  it('when there are six points then nothing is said', () => {
    expect(labels(series(STABLE.slice(7))).at(-1)).toEqual({ variation: null, assurance: null });
  });

  it('when the last month has no figure then it has no variation', () => {
    expect(labels(series([...STABLE, null])).at(-1)).toEqual({ variation: null, assurance: null });
  });

  it('when there is no target then there is no assurance', () => {
    expect(labels(series(STABLE), []).at(-1)).toEqual({ variation: 'common cause', assurance: null });
  });

  it('when the definition changed six months ago then the six are too few', () => {
    const versions = STABLE.map((_, index) => (index < 7 ? 'v1' : 'v2'));
    const found = labels(series(STABLE, versions));
    expect(found.map(each => each.variation)).toEqual(
      STABLE.map((_, index) => (index < 7 ? 'common cause' : null)),
    );
  });

  it('when the definition changed while there was no figure then limits start anew at the next', () => {
    const values = [...STABLE.slice(0, 7), null, null, ...STABLE.slice(0, 4)];
    const versions = values.map((_, index) => (index < 8 ? 'v1' : 'v2'));
    expect(labels(series(values, versions)).at(-1)?.variation).toBeNull();
  });

  it('when a step is dated then a new level is not a special cause', () => {
    const levels = [...STABLE.slice(0, 7), ...STABLE.slice(0, 7).map(value => value + 40)];
    const without = labels(series(levels)).at(-1);
    const step = { measure: 'example', from: '2020-03', reason: 'A second team began.' };
    const withStep = labels(series(levels), [], someVariation({ steps: [step] })).at(-1);
    expect(without?.variation).toBe('special-cause concern');
    expect(withStep?.variation).toBe('common cause');
  });

  it('when a step is about another measure then limits go on', () => {
    const step = { measure: 'another', from: '2020-03', reason: 'A second team began.' };
    const found = labels(series(STABLE), undefined, someVariation({ steps: [step] }));
    expect(found.at(-1)?.assurance).toBe('consistently met');
  });
});

describe('hasVariation', () => {
  it.each([
    [aMeasure(), 'month', true],
    [aMeasure(), 'ytd', false],
    [aMeasure(), 'rolling-12', false],
    [aSnapshot(), 'snapshot', true],
    [aSnapshot({ pooled: true }), 'ytd', false],
    [aMeasure({ window: 36 }), 'snapshot', false],
  ] as const)('when months share cases then they are no series', (of, period, expected) => {
    expect(hasVariation(of, period)).toBe(expected);
  });
});
