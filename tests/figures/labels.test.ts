import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import { targetFor } from '../../src/figures/labels.js';
import { aFigure, aMeasure, aSnapshot, aTarget } from '../support/examples.js';
import { labelFigures } from '../support/label-figures.js';

const target = aTarget({ atLeast: 95 });

function lastOf(figures: readonly Figure[], parts = {}, targets = [target]): Figure | undefined {
  return labelFigures(figures, [aMeasure(parts)], targets).at(-1);
}

describe('labelsOf', () => {
  it('when there is a target then the words and the rating stand beside the number', () => {
    expect(lastOf([aFigure({ value: 94.6 })])).toMatchObject({ target: 'at least 95%', rating: 'amber' });
  });

  it('when there is no target then there is no rating', () => {
    expect(lastOf([aFigure()], {}, [])).toMatchObject({ target: '', rating: null });
  });

  it('when there is no value then there is a target and no rating', () => {
    const none = aFigure({ value: null, status: 'no-cases' });
    expect(lastOf([none])).toMatchObject({
      target: 'at least 95%',
      rating: null,
      movement: null,
      meaning: null,
    });
  });

  it('when a target starts later then earlier months are held against the one before', () => {
    const targets = [aTarget({ atLeast: 80 }), aTarget({ from: '2020-09', atLeast: 95 })];
    const figures = [aFigure({ month: '2020-08', value: 85 }), aFigure({ value: 85 })];
    expect(labelFigures(figures, [aMeasure()], targets).map(figure => figure.rating)).toEqual([
      'green',
      'red',
    ]);
  });

  it.each([
    ['month', '2020-08'],
    ['snapshot', '2020-08'],
    ['ytd', '2019-09'],
    ['rolling-12', '2019-09'],
  ] as const)('when a %s is compared then with that of %s', (period, month) => {
    const figures = ['2019-09', '2020-08'].map(each =>
      aFigure({ period, month: each, value: each === month ? 60 : 99 }),
    );
    expect(lastOf([...figures, aFigure({ period, value: 80 })])).toMatchObject({
      movement: 'up',
      meaning: 'improving',
    });
  });

  it('when the year turns then January is compared with December', () => {
    const figures = [aFigure({ month: '2020-12', value: 60 }), aFigure({ month: '2021-01', value: 50 })];
    expect(lastOf(figures, { polarity: 'lower' })).toMatchObject({ movement: 'down', meaning: 'improving' });
  });

  it('when a team or category has no earlier figure then the total does not stand in for it', () => {
    const figures = [aFigure({ month: '2020-08', value: 60 }), aFigure({ team: 'North', value: 80 })];
    expect(lastOf(figures)).toMatchObject({ movement: null, meaning: null });
  });

  it('when two numbers round to the same then the movement is "same" as a reader sees it', () => {
    const figures = [aFigure({ month: '2020-08', value: 96.6 }), aFigure({ value: 97.4 })];
    expect(lastOf(figures)).toMatchObject({ movement: 'same', meaning: 'no judgement' });
  });

  it('when the rating makes more decimals be shown then the movement is of the numbers shown', () => {
    // Both are amber and so printed 94.6% and 94.8%; as whole numbers both would be 95%.
    const figures = [aFigure({ month: '2020-08', value: 94.6 }), aFigure({ value: 94.8 })];
    expect(lastOf(figures)).toMatchObject({ movement: 'up', meaning: 'improving' });
  });

  it('when a rate is compared then with one decimal, whatever the count has', () => {
    const figures = [
      aFigure({ of: 'rate', period: 'snapshot', month: '2020-08', value: 30.04 }),
      aFigure({ of: 'rate', period: 'snapshot', value: 30.06 }),
    ];
    expect(lastOf(figures, {}, [])).toMatchObject({ movement: 'up' });
  });
});

describe('targetFor', () => {
  it.each([
    ['the month', {}],
    ['the year to date', { period: 'ytd' }],
    ['a team', { team: 'North' }],
  ] as const)('when a percentage is of %s then it is held against the target', (_, parts) => {
    expect(targetFor(aFigure(parts), aMeasure(), [target])).toBe(target);
  });

  it('when a percentage is of one category then it is not', () => {
    expect(targetFor(aFigure({ category: 'Neglect' }), aMeasure(), [target])).toBeUndefined();
  });

  it.each([
    ['the month', {}, true],
    ['the year to date', { period: 'ytd' }, false],
    ['twelve months', { period: 'rolling-12' }, false],
    ['a team', { team: 'North' }, false],
  ] as const)('when a count is of %s then being held against the target is %s', (_, parts, isHeld) => {
    const count = aMeasure({ kind: 'count', unit: 'count' });
    expect(targetFor(aFigure(parts), count, [target]) !== undefined).toBe(isHeld);
  });

  it("when a count is of the month end then the snapshot is its own month's figure", () => {
    expect(targetFor(aFigure({ period: 'snapshot' }), aSnapshot(), [target])).toBe(target);
  });

  it("when a target is on the rate then a month's count is not held against it", () => {
    const onRate = aTarget({ of: 'rate', atMost: 30 });
    const count = aMeasure({ kind: 'count', unit: 'count', rate: true });
    expect(targetFor(aFigure(), count, [onRate])).toBeUndefined();
    expect(targetFor(aFigure({ of: 'rate', period: 'rolling-12' }), count, [onRate])).toBe(onRate);
  });
});
