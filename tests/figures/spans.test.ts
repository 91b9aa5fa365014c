import { describe, expect, it } from 'vitest';
import { earliestMonth, neededFrom, type Span, spansOf } from '../../src/figures/spans.js';
import type { Measure } from '../../src/measures/measure.js';
import { aMeasure, aSnapshot } from '../support/examples.js';

function spanOf(measure: Measure, period: Span['period'], month: string): Span {
  const span = spansOf(measure, [month]).find(each => each.period === period);
  if (!span) throw new Error(`no ${period}`);
  return span;
}

describe('spansOf', () => {
  it.each([
    ['month', '2020-09', '2020-09'],
    ['ytd', '2020-04', '2020-04'],
    ['ytd', '2020-03', '2019-04'],
    ['ytd', '2020-12', '2020-04'],
    ['ytd', '2021-01', '2020-04'],
    ['rolling-12', '2020-09', '2019-10'],
    ['rolling-12', '2020-12', '2020-01'],
    ['rolling-12', '2021-01', '2020-02'],
  ] as const)('when the %s of %s is asked for then it begins in %s', (period, month, from) => {
    expect(spanOf(aMeasure(), period, month)).toEqual({ period, month, from, to: month });
  });

  it('when a measure counts events then it has a month, a year to date and twelve months', () => {
    expect(spansOf(aMeasure(), ['2020-09']).map(span => span.period)).toEqual(['month', 'ytd', 'rolling-12']);
  });

  it('when a measure is of the month end then it has a snapshot only', () => {
    expect(spansOf(aSnapshot(), ['2020-09'])).toEqual([
      { period: 'snapshot', month: '2020-09', from: '2020-09', to: '2020-09' },
    ]);
  });

  it('when its month ends are pooled then it has a year to date too', () => {
    expect(spansOf(aSnapshot({ pooled: true }), ['2020-03'])).toEqual([
      { period: 'snapshot', month: '2020-03', from: '2020-03', to: '2020-03' },
      { period: 'ytd', month: '2020-03', from: '2019-04', to: '2020-03' },
    ]);
  });

  it('when a measure has a window then its snapshot begins that many months back', () => {
    expect(spansOf(aMeasure({ window: 36 }), ['2020-09'])).toEqual([
      { period: 'snapshot', month: '2020-09', from: '2017-10', to: '2020-09' },
    ]);
    expect(spanOf(aMeasure({ window: 1 }), 'snapshot', '2020-09').from).toBe('2020-09');
  });

  it('when there is no month then there is no span', () => {
    expect(spansOf(aMeasure(), [])).toEqual([]);
  });
});

describe('neededFrom', () => {
  it.each([
    ['no history', aMeasure(), 'month', '2020-09', '2020-09-01'],
    ['no history', aMeasure(), 'ytd', '2020-03', '2019-04-01'],
    ['no history', aMeasure(), 'rolling-12', '2020-09', '2019-10-01'],
    ['12 months of history', aMeasure({ history: 12 }), 'month', '2020-09', '2019-09-01'],
    ['12 months of history', aMeasure({ history: 12 }), 'ytd', '2020-09', '2019-04-01'],
    ['12 months of history', aMeasure({ history: 12 }), 'rolling-12', '2020-09', '2018-10-01'],
    ['history as far as it goes', aMeasure({ history: 'all' }), 'month', '2020-09', '2020-09-01'],
  ] as const)(
    'when events have %s then the %s of %s needs data from that far back',
    (_, measure, period, month, needed) => {
      expect(neededFrom(measure, spanOf(measure, period, month))).toBe(needed);
    },
  );

  it.each([
    ['has no history', aSnapshot(), 'snapshot', '2020-02-29'],
    ['has 3 months of history', aSnapshot({ history: 3 }), 'snapshot', '2019-12-01'],
    ['has 12 months of history', aSnapshot({ history: 12 }), 'snapshot', '2019-03-01'],
    ['has history as far as it goes', aSnapshot({ history: 'all' }), 'snapshot', '2020-02-29'],
    ['is pooled from April', aSnapshot({ pooled: true }), 'ytd', '2019-04-30'],
    ['is pooled with 3 months of history', aSnapshot({ pooled: true, history: 3 }), 'ytd', '2019-02-01'],
    ['has a window of 36 months', aMeasure({ window: 36 }), 'snapshot', '2017-03-01'],
    ['has a window and as much history', aMeasure({ window: 36, history: 36 }), 'snapshot', '2017-03-01'],
    ['has a window and more history', aMeasure({ window: 12, history: 24 }), 'snapshot', '2018-03-01'],
    ['has a window and less history', aMeasure({ window: 36, history: 12 }), 'snapshot', '2017-03-01'],
    ['has a window and all history', aMeasure({ window: 12, history: 'all' }), 'snapshot', '2019-03-01'],
  ] as const)(
    'when the end of a leap February %s then that day is the first needed',
    (_, measure, period, needed) => {
      expect(neededFrom(measure, spanOf(measure, period, '2020-02'))).toBe(needed);
    },
  );
});

describe('earliestMonth', () => {
  it('when a year to date reaches further back than the series then it counts', () => {
    expect(earliestMonth([aMeasure()], ['2020-02', '2020-03'])).toBe('2019-03');
    expect(earliestMonth([aSnapshot({ pooled: true })], ['2020-02', '2020-03'])).toBe('2019-04');
  });

  it('when one measure has a long window then that decides', () => {
    expect(earliestMonth([aSnapshot(), aMeasure({ window: 36 })], ['2020-08', '2020-09'])).toBe('2017-09');
  });

  it('when there is no measure then it is the first month asked for', () => {
    expect(earliestMonth([], ['2020-08', '2020-09'])).toBe('2020-08');
  });
});
