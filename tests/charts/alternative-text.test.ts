import { describe, expect, it } from 'vitest';
import { alternativeText } from '../../src/charts/alternative-text.js';
import { aDotPlot, aMultiple, aSeries, aStack, points } from './examples.js';

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

describe('alternative text of what others published', () => {
  it('when a series has comparators, then it says each with its year', () => {
    const comparators = [
      { name: 'England 2019-20', value: 22, shown: '22%' },
      { name: 'Our neighbours', value: 21, shown: '21%' },
    ];
    expect(alternativeText(aSeries({ comparators }))).toContain(
      'Published: England 22% (2019-20), Our neighbours 21%.',
    );
  });

  it('when a figure is not printed, then it says so in words', () => {
    const withheld = [{ month: '2020-09', value: null, shown: 'c' }];
    expect(alternativeText(aSeries({ points: [...points([5, 6], '', '2020-08'), ...withheld] }))).toContain(
      'In the last month suppressed (c) (September 2020).',
    );
  });
});

describe('alternative text of a dot plot', () => {
  it('when it has rows, then it says who is highest and lowest and where this council stands', () => {
    expect(alternativeText(aDotPlot())).toBe(
      'Re-referrals: dot plot of 3 rows, values from zero. Highest Aldermarsh, September 2020 (27%), lowest Target ' +
        '(20%). Aldermarsh, September 2020 27%: 0 above it, 2 below.',
    );
  });

  it('when values are the same or missing, then it says so', () => {
    const row = (name: string, value: number | null, isOwn = false) => ({
      name,
      isOwn,
      value,
      shown: value === null ? 'no data' : `${value}%`,
    });
    expect(
      alternativeText(aDotPlot({ rows: [row('Us', 5, true), row('England', 5), row('London', null)] })),
    ).toBe(
      'Re-referrals: dot plot of 3 rows, values from zero. All 2 are the same, 5%. Us 5%: 0 above it, 0 below. ' +
        'London: no data.',
    );
    expect(alternativeText(aDotPlot({ rows: [row('Us', null, true)] }))).toBe(
      'Re-referrals: dot plot of 1 row, values from zero. None has a figure. Us: no data.',
    );
  });
});

describe('alternative text of small multiples', () => {
  it('when it has panels, then it says the last value of each and of the whole', () => {
    expect(alternativeText(aMultiple({ whole: points([75, 85], '%') }))).toBe(
      'Visits in time: 2 small line charts by month on one scale, August 2020 to September 2020. ' +
        'In September 2020: North 90%, South no data. The whole service: 85%.',
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
