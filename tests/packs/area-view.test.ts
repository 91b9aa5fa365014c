import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import type { Measure } from '../../src/measures/measure.js';
import { areaStatements } from '../../src/packs/area-statements.js';
import { type HalfWidth, inRows } from '../../src/packs/area-view.js';
import type { CardView } from '../../src/packs/card-view.js';
import { glanceView } from '../../src/packs/glance-view.js';
import { headlineOf } from '../../src/packs/headline.js';
import { monthsTable } from '../../src/packs/months-table.js';
import type { PackInput } from '../../src/packs/pack-input.js';
import { leadOf } from '../../src/packs/telling.js';
import type { Target } from '../../src/workspace/tables.js';
import { aFigure, aMeasure, aSnapshot, aTarget } from '../support/examples.js';
import { labelFigures } from '../support/label-figures.js';
import { packInput } from './fixture.js';

function inputOf(measures: Measure[], figures: Figure[], targets: Target[] = []): PackInput {
  return {
    ...packInput(),
    measures,
    targets,
    comparators: [],
    figures: new FigureSet(labelFigures(figures, measures, targets)),
  };
}

/** Example measure: percentages by month, September 2020 and the months before it. */
function percentages(values: Readonly<Record<string, number>>, parts: Partial<Figure> = {}): Figure[] {
  return Object.entries(values).map(([month, value]) =>
    aFigure({ month, value, numerator: value, denominator: 100, ...parts }),
  );
}

describe('the headline of a card', () => {
  const said = (figures: Figure[], measure = aMeasure(), targets: Target[] = []) =>
    headlineOf(measure, inputOf([measure], figures, targets));

  it('when both earlier months lie on one side, then the verb stands once', () => {
    expect(said(percentages({ '2019-09': 52, '2020-08': 47, '2020-09': 39 }))).toBe(
      '39% (39 of 100) of cases met the standard, down from 47% the month before and 52% a year before.',
    );
  });

  it('when they lie on two sides, then each has its own', () => {
    expect(said(percentages({ '2019-09': 30, '2020-08': 47, '2020-09': 39 }))).toBe(
      '39% (39 of 100) of cases met the standard, down from 47% the month before and up from 30% a year before.',
    );
  });

  it('when numbers look the same as printed, then they are the same', () => {
    expect(said(percentages({ '2019-09': 30, '2020-08': 38.6, '2020-09': 39 }))).toBe(
      '39% (39 of 100) of cases met the standard, the same as the month before and up from 30% a year before.',
    );
    expect(said(percentages({ '2019-09': 39, '2020-08': 39, '2020-09': 39 }))).toBe(
      '39% (39 of 100) of cases met the standard, the same as the month before and as a year before.',
    );
  });

  // From September 2020 at least 90% is asked for: 89.9% would be printed as 90%, and be rated amber.
  const fromSeptember = [aTarget({ from: '2020-09', atLeast: 90 })];

  it('when one of its figures has decimals more beside its target, then all of them have', () => {
    expect(
      said(percentages({ '2019-09': 89.7, '2020-08': 91, '2020-09': 89.9 }), aMeasure(), fromSeptember),
    ).toBe(
      '89.9% (89.9 of 100) of cases met the standard, down from 91.0% the month before and up from 89.7% a year before.',
    );
  });

  it('when only the printed digits are known, then figures are compared by as many as both have', () => {
    const published = { numerator: null, denominator: null };
    // The 90% of a year before may have been 89.7% or 90.2%.
    expect(
      said(
        percentages({ '2019-09': 90, '2020-08': 91, '2020-09': 89.9 }, published),
        aMeasure(),
        fromSeptember,
      ),
    ).toBe('89.9% of cases met the standard, down from 91% the month before and the same as a year before.');
    // Under the same target 90% is green and so not below 90.
    const always = [aTarget({ atLeast: 90 })];
    expect(said(percentages({ '2019-09': 90, '2020-09': 89.9 }, published), aMeasure(), always)).toBe(
      '89.9% of cases met the standard, down from 90% a year before.',
    );
  });

  it('when the definition changed between, then the months are not compared', () => {
    const before = percentages({ '2019-09': 52, '2020-08': 47 }, { definition: 'v1' });
    const now = percentages({ '2020-09': 39 }, { definition: 'v2' });
    expect(said([...before, ...now])).toBe('39% (39 of 100) of cases met the standard.');
  });

  it('when there are no cases or no data, then it says so, with the reason', () => {
    expect(said([aFigure({ value: null, status: 'no-cases', reason: 'no case was judged' })])).toBe(
      'No cases in September 2020.',
    );
    expect(said([aFigure({ value: null, status: 'no-data', reason: 'no extract visits' })])).toBe(
      'No data in September 2020: no extract visits.',
    );
    expect(said([])).toBe('No data in September 2020.');
  });

  it('when a month is hidden, then it says so, with the latest that can be shown', () => {
    const hidden = aFigure({ value: null, status: 'suppressed', numerator: null, denominator: null });
    expect(said([...percentages({ '2020-07': 52, '2020-08': 47 }), hidden])).toBe(
      'Not shown in September 2020: a small number, or one that would give a small number away. The latest month that can be shown is August 2020: 47%.',
    );
    const snapshot = { ...hidden, period: 'snapshot', unit: 'count' } as const;
    expect(said([snapshot], aSnapshot())).toMatch(/^Not shown at the end of September 2020: .* away\.$/);
  });

  const year = ['2019-09', '2019-10', '2019-11', '2019-12', '2020-01', '2020-02', '2020-03'];
  const months = [...year, '2020-04', '2020-05', '2020-06', '2020-07', '2020-08', '2020-09'];

  it('when a month is beyond the twelve before it as they are printed, then it is a record', () => {
    const ending = (last: number) =>
      percentages(Object.fromEntries(months.map((month, index) => [month, index === 12 ? last : 50])));
    expect(said(ending(51))).toMatch(/, the highest in 13 months\.$/);
    expect(said(ending(49))).toMatch(/, the lowest in 13 months\.$/);
    // 50.4% is printed as 50%, like the others.
    expect(said(ending(50.4))).not.toMatch(/highest/);
    expect(said(ending(51), aMeasure({ unsettled: 'It can rise.' }))).not.toMatch(/highest/);
  });

  it('when England published the same measure, then it stands beside; a near definition does not', () => {
    const input = (measure: Measure) => ({
      ...inputOf([measure], percentages({ '2020-09': 39 })),
      comparators: [
        { measure: measure.id, of: 'value' as const, group: 'England', year: '2018/19', value: 21 },
      ],
    });
    const same = aMeasure({ national: 'same' });
    expect(headlineOf(same, input(same))).toMatch(/ England had 21% in 2018\/19\.$/);
    const near = aMeasure({ national: 'near' });
    expect(headlineOf(near, input(near))).not.toMatch(/England/);
  });

  const byKind = aMeasure({
    kind: 'breakdown',
    unit: 'count',
    category: { titles: ['Kind'], codes: [['A', 'B', 'C']] },
    statement: { ...aMeasure().statement, said: '# cases were met' },
  });
  const parts = (month: string, values: Readonly<Record<string, number | null>>) =>
    Object.entries(values).map(([category, value]) =>
      aFigure({
        month,
        category,
        value,
        unit: 'count',
        numerator: null,
        denominator: null,
        status: value === null ? 'suppressed' : 'ok',
      }),
    );

  it('when it counts by category, then the largest part comes first, with what it was a year before', () => {
    const figures = [
      ...parts('2019-09', { '': 20, A: 5, B: 15 }),
      ...parts('2020-09', { '': 20, A: 12, B: 8 }),
    ];
    expect(said(figures, byKind)).toBe(
      'By kind, the largest part is A: 12 of 20 (60%), after 5 of 20 (25%) a year before. 20 cases were met, the same as a year before.',
    );
  });

  it('when a hidden part might be larger, then none is called the largest', () => {
    // 9 are printed, and 11 of 20 hidden.
    expect(said(parts('2020-09', { '': 20, A: 9, B: null, C: null }), byKind)).toBe('20 cases were met.');
    // 12 are printed, and 8 of 20 hidden.
    expect(said(parts('2020-09', { '': 20, A: 12, B: null, C: null }), byKind)).toMatch(
      /^By kind, the largest part is A: 12 /,
    );
    // Of 20 children 12 are in A; a child may be in C too, so 15 of them may be.
    expect(said(parts('2020-09', { '': 20, A: 12, B: 10, C: null }), { ...byKind, distinct: true })).toBe(
      '20 cases were met.',
    );
  });

  it('when the year before was counted by another definition, then the largest part is not held against it', () => {
    const earlier = parts('2019-09', { '': 20, A: 5, B: 15 }).map(figure => ({
      ...figure,
      definition: 'before',
    }));
    expect(said([...earlier, ...parts('2020-09', { '': 20, A: 12, B: 8 })], byKind)).toBe(
      'By kind, the largest part is A: 12 of 20 (60%). 20 cases were met.',
    );
  });
});

describe('what the numbers of an area say', () => {
  const measure = (id: string) => aMeasure({ id, name: `Measure ${id}` });
  const target = (id: string) => aTarget({ measure: id, atLeast: 90 });

  it('when measures have targets, then they are named by rating, the furthest first, and that one leads', () => {
    const ids = ['a', 'b', 'c', 'd'];
    // 90 meets it, 86 misses it by 4 points (amber), 60 and 45 by more than 5 (red).
    const values = [90, 86, 60, 45];
    const figures = ids.map((id, index) => aFigure({ measure: id, value: values[index] ?? 0 }));
    const input = inputOf(ids.map(measure), figures, ids.map(target));
    expect(areaStatements(ids.map(measure), input)).toEqual([
      'Red: Measure d (45%; target at least 90%); Measure c (60%; target at least 90%). Amber: Measure b (86%; target at least 90%). Green: Measure a (90%; target at least 90%).',
    ]);
    expect(leadOf(ids.map(measure), input)).toBe(
      '45% of cases met the standard. The target, at least 90%, is missed.',
    );
  });

  it('when measures moved against the year before, then the worse and the better are named with both numbers', () => {
    const measures = ['a', 'b', 'c'].map(measure);
    const pairs = [
      ['a', 52, 39],
      ['b', 30, 39],
      ['c', 39, 39],
    ] as const;
    const figures = pairs.flatMap(([id, before, now]) => [
      aFigure({ measure: id, month: '2019-09', value: before }),
      aFigure({ measure: id, value: now }),
    ]);
    expect(areaStatements(measures, inputOf(measures, figures))).toEqual([
      'Worse than a year before: Measure a (39%, after 52%).',
      'Better than a year before: Measure b (39%, after 30%).',
    ]);
  });

  it('when a measure moved by less than its own decimals show, then it is no news', () => {
    const measures = ['a', 'b'].map(measure);
    const figures = [
      ['a', 89.64, 89.54],
      ['b', 89.6, 89.4],
    ].flatMap(([id, before, now]) => [
      aFigure({ measure: String(id), month: '2019-09', value: Number(before) }),
      aFigure({ measure: String(id), value: Number(now) }),
    ]);
    // 90% after 90%, and 89% after 90%.
    expect(areaStatements(measures, inputOf(measures, figures))).toEqual([
      'Worse than a year before: Measure b (89%, after 90%).',
    ]);
  });

  /** Neither high nor low is better, so that only records are told. */
  const unjudged = aMeasure({ polarity: 'none' });
  const year = ['2019-09', '2019-10', '2019-11', '2019-12', '2020-01', '2020-02', '2020-03'];
  const months = [...year, '2020-04', '2020-05', '2020-06', '2020-07', '2020-08', '2020-09'];
  const series = (last: number, parts: Partial<Figure> = {}) =>
    months.map((month, index) => aFigure({ month, value: index === 12 ? last : 50 + index, ...parts }));

  it('when a month is beyond each of the twelve before it, then it is named', () => {
    // The twelve months before run from 50 to 61.
    expect(areaStatements([unjudged], inputOf([unjudged], series(62)))).toEqual([
      'Highest in 13 months: Example measure (62%).',
    ]);
    expect(areaStatements([unjudged], inputOf([unjudged], series(49)))).toEqual([
      'Lowest in 13 months: Example measure (49%).',
    ]);
  });

  it.each([
    ['it only equals one', series(61)],
    ['a month is missing', series(62).slice(1)],
    [
      'the definition changed',
      series(62).map((figure, i) => (i === 0 ? { ...figure, definition: 'v0' } : figure)),
    ],
  ])('when %s, then it is no record', (_, figures) => {
    expect(areaStatements([unjudged], inputOf([unjudged], figures))).toEqual([]);
  });
});

describe('the service at a glance', () => {
  it('when measures are rated and moved, then each area counts them and the red ones are listed', () => {
    const measures = [
      aMeasure({ id: 'a', area: 'Front door' }),
      aMeasure({ id: 'b', area: 'Front door', name: 'Second' }),
      aMeasure({ id: 'c', area: 'Adoption' }),
    ];
    const figures = [
      aFigure({ measure: 'a', month: '2020-08', value: 80 }),
      aFigure({ measure: 'a', value: 95 }),
      aFigure({ measure: 'b', month: '2020-08', value: 80 }),
      aFigure({ measure: 'b', value: 60 }),
      aFigure({ measure: 'c', value: 60 }),
    ];
    const targets = ['a', 'b'].map(id => aTarget({ measure: id, atLeast: 90 }));
    const view = glanceView(inputOf(measures, figures, targets));
    expect(view.notRated).toBe('Of 3 measures 1 has no rating, for want of a target or of a figure.');
    expect(view.sentence).toBe('1 of 2 targets is met and 1 is missed by more than the tolerance.');
    expect(
      view.areas.map(row => [row.name, row.measures, row.green, row.red, row.notRated, row.improving]),
    ).toEqual([
      ['Front door', 2, 1, 1, 0, 1],
      ['Adoption', 1, 0, 0, 1, 0],
    ]);
    expect(view.total).toMatchObject({
      measures: 3,
      green: 1,
      amber: 0,
      red: 1,
      notRated: 1,
      worsening: 1,
    });
    expect(view.byTwoNumbers).toBe(
      'Improving or worsening by two numbers alone, which may be chance: Example measure; Second.',
    );
    expect(view.missed).toMatchObject([
      { name: 'Second', shown: '60%', rating: { word: 'Red' }, direction: { words: 'Down, worsening' } },
    ]);
  });

  it('when more than eight moves may be chance, as in a first year, then they are counted and not named', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const figures = ids.flatMap(measure => [
      aFigure({ measure, month: '2020-08', value: 80 }),
      aFigure({ measure, value: 95 }),
    ]);
    expect(
      glanceView(
        inputOf(
          ids.map(id => aMeasure({ id, name: id })),
          figures,
        ),
      ).byTwoNumbers,
    ).toBe('Improving or worsening by two numbers alone, which may be chance: 9 measures.');
  });

  it('when months are read as a series, then no move is by two numbers alone', () => {
    const figures = percentages({ '2020-08': 80, '2020-09': 60 }, { variation: 'special-cause concern' });
    const view = glanceView(inputOf([aMeasure()], figures));
    expect([view.total.worsening, view.byTwoNumbers]).toEqual([1, '']);
  });
});

describe('the numbers under a chart', () => {
  const series = {
    kind: 'series',
    id: 'x',
    name: 'X',
    marks: 'line',
    unit: 'per 10000',
    yearEarlier: [],
    target: [],
    targetInWords: '',
    breaks: [],
    comparators: [],
  } as const;

  it('when a month has no number, then a sign stands in its place and is explained', () => {
    const points = [
      { month: '2020-06', value: 34.6, shown: '34.6 per 10,000' },
      { month: '2020-07', value: null, shown: 'no data' },
      { month: '2020-08', value: null, shown: 'no cases' },
      { month: '2020-09', value: null, shown: 'c' },
    ];
    expect(monthsTable({ ...series, points })).toMatchObject({
      months: ['Jun', 'Jul', 'Aug', 'Sep'].map(name => ({ name, year: '20' })),
      rows: [{ name: 'Month, per 10,000', values: ['34.6', ':', 'z', 'c'] }],
      key: ': no data; z no cases; c too small to print, or would give that away',
    });
  });
});

describe('cards in rows', () => {
  const card = (name: string, isWide: boolean, dots: object | null = null) =>
    ({ name, isWide, dots }) as CardView;

  const dots = (name: string) => ({ name: `${name}, others` });

  it('when a wide card stands between two others, then those stand beside each other and none is lost', () => {
    const { rows, alone } = inRows([card('a', false), card('B', true), card('c', false), card('d', false)]);
    expect(rows.map(row => row.halves.map(each => each.card?.name))).toEqual([['a', 'c'], ['B']]);
    expect(alone.map(each => each.card?.name)).toEqual(['d']);
  });

  it('when measures have dot plots, then these follow the cards, two to a row, and an odd one stands beside an odd card', () => {
    const { rows, plots, alone } = inRows([
      card('A', true, dots('A')),
      card('b', false, dots('b')),
      card('C', true, dots('C')),
    ]);
    const names = (row: readonly HalfWidth[]) => row.map(each => (each.card ?? each.dots)?.name);
    expect(rows.map(row => names(row.halves))).toEqual([['A'], ['C'], ['b', 'C, others']]);
    expect(plots.map(row => names(row.halves))).toEqual([['A, others', 'b, others']]);
    expect(alone).toEqual([]);
  });

  it('when a card and the only plot are left, then the definitions flow about them', () => {
    const { rows, plots, alone } = inRows([card('b', false, dots('b'))]);
    expect([rows, plots]).toEqual([[], []]);
    expect(alone.map(each => (each.card ?? each.dots)?.name)).toEqual(['b', 'b, others']);
  });

  it('when the only chart of a page has no neighbour, then it is drawn larger, and one without a chart is not', () => {
    const drawn = { ...card('a', false), chartAbsence: '' };
    expect(inRows([drawn]).rows).toMatchObject([{ isLarge: true, halves: [{ card: { name: 'a' } }] }]);
    const absent = inRows([{ ...drawn, chartAbsence: 'No chart.' }]);
    expect([absent.rows, absent.alone.length]).toEqual([[], 1]);
  });
});
