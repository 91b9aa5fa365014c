import { describe, expect, it } from 'vitest';
import { alternativeText } from '../../src/charts/alternative-text.js';
import { aSeries, aStack, points } from './examples.js';

describe('alternative text of a series', () => {
  it('when it has a target and a year before, then it says first, last, highest, lowest and both', () => {
    const chart = aSeries({
      yearEarlier: points([80, 81, 82, 83], '%', '2020-09'),
      target: Array(4).fill({ low: 95, high: null }),
      targetInWords: 'at least 95%',
    });
    expect(alternativeText(chart)).toBe(
      'Contacts decided in 24 hours: line chart by month, June 2020 to September 2020. First 90% (June 2020). ' +
        'Last 93% (September 2020). Highest 96% (July 2020), lowest 88% (August 2020). A thinner line shows the ' +
        'same months a year earlier, ending with 83%. Target at least 95%.',
    );
  });

  it('when months have no figure, then it names them with the reason printed', () => {
    const gaps = points([7, null, null, 9, 9], '').map(point =>
      point.month === '2020-07' ? { ...point, shown: 'no cases' } : point,
    );
    expect(alternativeText(aSeries({ marks: 'bars', points: gaps }))).toBe(
      'Contacts decided in 24 hours: bar chart by month, May 2020 to September 2020. First 7 (May 2020). ' +
        'Last 9 (September 2020). Highest 9 (August 2020), lowest 7 (May 2020). No data in June 2020. ' +
        'No cases in July 2020.',
    );
  });

  it('when the last month has no figure, then it says so in its place', () => {
    expect(alternativeText(aSeries({ points: points([7, null], '') }))).toContain(
      'First 7 (August 2020). In the last month no data (September 2020).',
    );
  });

  it('when every month is the same, then none is called highest', () => {
    expect(alternativeText(aSeries({ points: points([5, 5, 5], '') }))).toContain(
      'The same in every month that has a figure.',
    );
  });

  it('when the definition changed or began, then it says when', () => {
    const breaks = [
      { month: '2020-08', changed: true },
      { month: '2020-07', changed: false },
    ];
    expect(alternativeText(aSeries({ breaks }))).toMatch(
      /The definition changed in August 2020; earlier months are not comparable\. Counted from July 2020\.$/,
    );
  });
});

describe('alternative text of a stack', () => {
  it('when it has two months, then it gives the parts of both', () => {
    expect(alternativeText(aStack())).toBe(
      'Plans by category of need: stacked bars by month, August 2020 to September 2020. ' +
        'August 2020: Neglect 3, Abuse 1; total 4. September 2020: Neglect 5, Abuse 2; total 7.',
    );
  });
});
