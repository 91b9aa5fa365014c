import { describe, expect, it } from 'vitest';
import { makeFigures } from '../../src/figures/make-figures.js';
import { aMeasure, aVersion, someSums, someVariation } from '../support/examples.js';
import { figureIn, figuresFrom } from '../support/figures-from-sums.js';

describe('a ratio', () => {
  it('when some cases were met then numerator and denominator are kept and divided once', () => {
    const set = figuresFrom(aMeasure(), [
      someSums({ weight: 5, judged: 3, met: 1, notYetDue: 1, notJudged: 1 }),
    ]);
    expect(figureIn(set)).toMatchObject({
      numerator: 1,
      denominator: 3,
      notYetDue: 1,
      notJudged: 1,
      status: 'ok',
      reason: '',
      definition: 'v1',
    });
    expect(figureIn(set)?.value).toBeCloseTo(33.333_333_333, 8);
  });

  it('when no case was judged then there are "no cases", never 0% or 100%', () => {
    const set = figuresFrom(aMeasure(), [someSums({ weight: 2, notYetDue: 1, notJudged: 1 })]);
    expect(figureIn(set)).toMatchObject({
      value: null,
      numerator: 0,
      denominator: 0,
      notYetDue: 1,
      notJudged: 1,
      status: 'no-cases',
      reason: 'no case was judged',
      rating: null,
    });
  });

  it('when there is no case at all then every period has "no cases"', () => {
    expect(figuresFrom(aMeasure(), []).all.map(figure => [figure.period, figure.status])).toEqual([
      ['month', 'no-cases'],
      ['ytd', 'no-cases'],
      ['rolling-12', 'no-cases'],
    ]);
  });

  it('when months are pooled then it is not an average of their percentages, and April starts the year', () => {
    const sums = [
      someSums({ month: '2019-09', judged: 100, met: 100 }),
      someSums({ month: '2020-03', judged: 10, met: 10 }),
      someSums({ month: '2020-04', judged: 1, met: 1 }),
      someSums({ month: '2020-08', judged: 8, met: 2 }),
      someSums({ month: '2020-09', judged: 1, met: 1 }),
      someSums({ month: '2020-10', judged: 50, met: 50 }),
    ];
    const set = figuresFrom(aMeasure(), sums);
    expect(figureIn(set, { period: 'ytd' })).toMatchObject({ numerator: 4, denominator: 10, value: 40 });
    expect(figureIn(set, { period: 'rolling-12' })).toMatchObject({
      numerator: 14,
      denominator: 20,
      value: 70,
    });
  });

  it('when teams have cases then each has figures and those without a team are in the total only', () => {
    const sums = [
      someSums({ team: 'South', judged: 4, met: 1 }),
      someSums({ team: 'North', judged: 1, met: 1 }),
      someSums({ team: '', judged: 5, met: 5 }),
    ];
    const set = figuresFrom(aMeasure(), sums);
    expect(figureIn(set)).toMatchObject({ numerator: 7, denominator: 10 });
    expect(figureIn(set, { team: 'South' })).toMatchObject({ value: 25 });
    expect(figureIn(set, { team: 'North' })).toMatchObject({ value: 100 });
    expect([...new Set(set.all.map(figure => figure.team))]).toEqual(['', 'North', 'South']);
  });
});

describe('an average and a count', () => {
  it('when amounts are averaged then by the weight of the cases judged', () => {
    const measure = aMeasure({ kind: 'average', unit: 'days' });
    const set = figuresFrom(measure, [someSums({ weight: 4, judged: 3, amount: 50, notJudged: 1 })]);
    expect(figureIn(set)).toMatchObject({ numerator: 50, denominator: 3, notJudged: 1, unit: 'days' });
    expect(figureIn(set)?.value).toBeCloseTo(16.666_666_667, 8);
  });

  it('when nothing happened then a count is 0, which is an answer', () => {
    expect(figureIn(figuresFrom(aMeasure({ kind: 'count' }), []))).toMatchObject({
      value: 0,
      status: 'ok',
      numerator: null,
      denominator: null,
      notYetDue: null,
      notJudged: null,
    });
  });
});

describe('categories', () => {
  const category = { titles: ['Need'], codes: [['Neglect', 'Emotional', 'Physical']] };

  it('when a code has no case then it has a row at 0; codes first, then others, "Not recorded" last', () => {
    const sums = [
      someSums({ category: 'Not recorded', weight: 1 }),
      someSums({ category: 'Zebra', weight: 1 }),
      someSums({ category: 'Emotional', weight: 2 }),
    ];
    const set = figuresFrom(aMeasure({ kind: 'breakdown', category }), sums);
    const key = { measure: 'example', period: 'month', month: '2020-09' } as const;
    expect(set.categories(key).map(name => [name, set.get({ ...key, category: name })?.value])).toEqual([
      ['Neglect', 0],
      ['Emotional', 2],
      ['Physical', 0],
      ['Zebra', 1],
      ['Not recorded', 1],
    ]);
    expect(figureIn(set)?.value).toBe(4);
  });

  it('when nothing is left blank then there is no row for it', () => {
    const set = figuresFrom(aMeasure({ kind: 'breakdown', category }), [someSums({ category: 'Neglect' })]);
    expect(set.all.map(figure => figure.category)).not.toContain('Not recorded');
  });

  it('when there are two levels then every pair of codes has a row', () => {
    const pairs = {
      titles: ['Held', 'Outcome'],
      codes: [
        ['Yes', 'No'],
        ['ICPC', 'NFA'],
      ],
    };
    const set = figuresFrom(aMeasure({ kind: 'breakdown', category: pairs }), [
      someSums({ category: 'Yes / Not recorded', weight: 1 }),
    ]);
    expect(set.categories({ measure: 'example', period: 'month', month: '2020-09' })).toEqual([
      'Yes / ICPC',
      'Yes / NFA',
      'No / ICPC',
      'No / NFA',
      'Yes / Not recorded',
    ]);
  });
});

describe('what cannot be known', () => {
  const needing = aMeasure({
    kind: 'count',
    unit: 'count',
    rate: true,
    needs: { referrals: ['received_at'] },
  });
  const referrals = {
    name: 'referrals',
    columns: ['received_at'],
    files: [
      { file: 'extracts/referrals.csv', sha256: '', rowsRead: 1, rowsLeftOut: 0, text: '', headings: [] },
    ],
    problems: [],
    recorded: { earliest: '', latest: '' },
  };
  const from = (coversFrom: string) => ({
    loaded: [referrals],
    coverage: [{ extract: 'referrals', coversFrom, extractedOn: '2020-10-05', isAssumed: false }],
  });

  it('when an extract is missing then every figure is "no data" with the reason', () => {
    const set = figuresFrom(needing, []);
    expect(new Set(set.all.map(figure => `${figure.status}: ${figure.reason}`))).toEqual(
      new Set(['no-data: no extract referrals']),
    );
  });

  it('when the extract begins with a period then it stands; when a day later then it is not shown too low', () => {
    const sums = [someSums({ weight: 3 })];
    const whole = figuresFrom(needing, sums, from('2020-04-01'));
    expect(figureIn(whole, { period: 'ytd' })).toMatchObject({ value: 3, status: 'ok' });
    expect(figureIn(whole, { period: 'rolling-12' })).toMatchObject({
      value: null,
      status: 'no-data',
      reason:
        'history: records are needed from 1 October 2019, and are complete for referrals from 1 April 2020',
    });
    expect(figureIn(whole, { period: 'rolling-12', of: 'rate' })?.reason).toContain('history: ');
    const late = figuresFrom(needing, sums, from('2020-04-02'));
    expect(figureIn(late, { period: 'ytd' })).toMatchObject({ value: null, status: 'no-data' });
    expect(figureIn(late)).toMatchObject({ value: 3, status: 'ok' });
  });
});

describe('versions of a definition', () => {
  const changed = aMeasure({
    versions: [aVersion({ to: '2020-08' }), aVersion({ label: 'v2', from: '2020-09' })],
  });

  it.each([
    ['2020-08', 'month', 'v1'],
    ['2020-09', 'month', 'v2'],
    ['2020-09', 'ytd', 'v1+v2'],
    ['2020-08', 'ytd', 'v1'],
    ['2021-08', 'ytd', 'v2'],
    ['2021-08', 'rolling-12', 'v2'],
    ['2021-07', 'rolling-12', 'v1+v2'],
  ] as const)('when the %s %s is asked for then its definition is %s', (month, period, definition) => {
    const set = figuresFrom(changed, [], { months: ['2020-08', '2020-09', '2021-07', '2021-08'] });
    expect(figureIn(set, { month, period })?.definition).toBe(definition);
  });

  it('when the definition starts later then the months before have no data', () => {
    const later = aMeasure({ kind: 'count', versions: [aVersion({ from: '2020-09' })] });
    const set = figuresFrom(later, [someSums({ weight: 2 })], { months: ['2020-08', '2020-09'] });
    expect(figureIn(set, { month: '2020-08' })).toMatchObject({
      value: null,
      status: 'no-data',
      reason: 'definition: starts 2020-09',
    });
    expect(figureIn(set, { month: '2020-09' })).toMatchObject({ value: 2, status: 'ok' });
    expect(figureIn(set, { month: '2020-09', period: 'ytd' })).toMatchObject({ value: 2, status: 'ok' });
  });
});

it('when there is no measure then there is no figure', () => {
  expect(
    makeFigures({
      ...{ measures: [], months: ['2020-09'], sums: [], loaded: [] },
      coverage: [],
      targets: [],
      populations: [],
      returns: [],
      variation: someVariation(),
    }),
  ).toEqual([]);
});

describe('movement', () => {
  const months = Array.from({ length: 13 }, (_, index) =>
    index < 4 ? `2019-${String(index + 9).padStart(2, '0')}` : `2020-${String(index - 3).padStart(2, '0')}`,
  );
  const count = aMeasure({ kind: 'count', unit: 'count', polarity: 'lower', rate: true });
  const populations = [{ from: '', ages: '0-17', population: 10_000, source: 'Made up' }];
  // A year ago 5 in the North and 1 in the South; last month 1 and 4; this month 2 and 4.
  const sums = [
    someSums({ month: '2019-09', team: 'North', weight: 5 }),
    someSums({ month: '2019-09', team: 'South', weight: 1 }),
    someSums({ month: '2020-08', team: 'North', weight: 1 }),
    someSums({ month: '2020-08', team: 'South', weight: 4 }),
    someSums({ team: 'North', weight: 2 }),
    someSums({ team: 'South', weight: 4 }),
  ];
  const set = figuresFrom(count, sums, { months, populations });

  it.each([
    // 6 now, 5 last month.
    ['the month', {}, 'up'],
    ['the month of a team', { team: 'North' }, 'up'],
    ['the month of a team that stays', { team: 'South' }, 'same'],
    // April to September: 6 + 5 = 11 now, 6 a year ago.
    ['the year to date', { period: 'ytd' }, 'up'],
    // October to September: 3 now, 5 a year ago.
    ['the year to date of a team', { period: 'ytd', team: 'North' }, 'down'],
    // Twelve months: 11 of 10,000 children now, 6 a year ago.
    ['the rate of twelve months', { period: 'rolling-12', of: 'rate' }, 'up'],
  ] as const)('when %s moves then it is against its own earlier figure', (_, parts, movement) => {
    expect(figureIn(set, parts)?.movement).toBe(movement);
  });

  it('when there is no earlier month in the series then there is no movement', () => {
    expect(figureIn(set, { month: '2019-09' })?.movement).toBeNull();
  });
});
