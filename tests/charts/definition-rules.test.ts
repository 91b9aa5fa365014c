import { describe, expect, it } from 'vitest';
import { absentRuns } from '../../src/charts/absent-months.js';
import { placeRuleTexts } from '../../src/charts/definition-rules.js';
import { points } from './examples.js';

describe('the words of definition rules', () => {
  // "0000" is 22 px wide; words stand 4 px from their rule.
  const rule = (x: number) => ({ x, text: '0000' });

  it('when there is room to the right, then they stand there, else to the left', () => {
    expect(placeRuleTexts([rule(10)], 100)).toEqual([{ text: '0000', left: 14, row: 0 }]);
    expect(placeRuleTexts([rule(90)], 100)).toEqual([{ text: '0000', left: 64, row: 0 }]);
  });

  it('when two are close, then the second stands a line lower', () => {
    expect(placeRuleTexts([rule(10), rule(20), rule(60)], 100).map(({ row }) => row)).toEqual([0, 1, 0]);
  });
});

describe('months without a value', () => {
  it('when neighbours share a reason, then they are one run; another reason is another', () => {
    const given = points([1, null, null, null, 2], '').map((point, index) =>
      index === 3 ? { ...point, shown: 'no cases' } : point,
    );
    expect(absentRuns(given)).toEqual([
      { from: 1, to: 3, shown: 'no data' },
      { from: 3, to: 4, shown: 'no cases' },
    ]);
  });
});
