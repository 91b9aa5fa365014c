import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import type { Measure } from '../../src/measures/measure.js';
import { monthsTo } from '../../src/months.js';
import { breakdownView } from '../../src/packs/breakdown-view.js';
import { cardView } from '../../src/packs/card-view.js';
import { chartsOf } from '../../src/packs/chart-view.js';
import { aFigure, aMeasure } from '../support/examples.js';
import { packInput } from './fixture.js';

/** What is drawn and listed where most numbers are held back. */

const MONTHS = monthsTo('2020-09', 13);
const HIDDEN = { value: null, status: 'suppressed' } as const;
const draw = () => '<svg></svg>';

const plain = aMeasure({ kind: 'count', unit: 'count', polarity: 'none' });
const byKind = aMeasure({
  ...plain,
  category: { titles: ['Kind'], codes: [['A', 'B', 'C']] },
});

function inputOf(measure: Measure, figures: readonly Figure[]) {
  return {
    ...packInput(),
    measures: [measure],
    targets: [],
    comparators: [],
    figures: new FigureSet(figures),
  };
}

function count(month: string, value: number | null, category = ''): Figure {
  const parts = { month, category, unit: 'count', numerator: null, denominator: null } as const;
  return value === null ? aFigure({ ...parts, ...HIDDEN }) : aFigure({ ...parts, value });
}

/** One value for each of the thirteen months. */
function series(values: readonly (number | null)[], category = ''): Figure[] {
  return MONTHS.map((month, index) => count(month, values[index] ?? null, category));
}

function times(number: number, value: number | null): (number | null)[] {
  return Array.from({ length: number }, () => value);
}

describe('a chart of numbers that are held back', () => {
  it.each([
    ['7 months of 13 are hidden', [...times(7, null), ...times(6, 8)], true],
    ['6 months of 13 are hidden', [...times(6, null), ...times(7, 8)], false],
    ['the months that are not hidden are 0', [...times(6, null), ...times(7, 0)], true],
    ['none is hidden and all are 0', times(13, 0), false],
  ])('when %s, then it is left out: %#', (_, values, isLeftOut) => {
    const [chart] = cardView(plain, inputOf(plain, series(values)), draw).charts;
    expect(chart?.svg === '').toBe(isLeftOut);
    expect(chart?.withheld !== '').toBe(isLeftOut);
    expect(chart?.table?.rows[0]?.values).toHaveLength(13);
  });

  it('when it says why, then by what is printed', () => {
    const figures = series([...times(7, null), ...times(6, 8)]);
    expect(cardView(plain, inputOf(plain, figures), draw).charts[0]?.withheld).toBe(
      'No chart: 7 of these 13 months are too small to print, or would give a small number away.',
    );
    const one = series([null, ...times(12, 0)]);
    expect(cardView(plain, inputOf(plain, one), draw).charts[0]?.withheld).toMatch(
      /^No chart: 1 of these 13 months is too small /,
    );
  });

  it('when no month has a number and one is hidden, then nobody is told that none has a figure', () => {
    const none = MONTHS.map(month => aFigure({ month, value: null, status: 'no-data', unit: 'count' }));
    const absence = (figures: readonly Figure[]) =>
      cardView(plain, inputOf(plain, figures), draw).chartAbsence;
    expect(absence(none)).toBe('No chart: none of the last 13 months has a figure.');
    expect(absence([count('2019-09', null), ...none.slice(1)])).toBe(
      'No chart: none of the last 13 months can be shown.',
    );
  });

  it('when most parts are hidden, then the total is drawn alone and the card says so', () => {
    const figures = [
      ...series(times(13, 20)),
      ...series(times(13, 9), 'A'),
      ...series(times(13, null), 'B'),
      ...series(times(13, null), 'C'),
    ];
    const input = inputOf(byKind, figures);
    expect(chartsOf(byKind, input).map(({ kind }) => kind)).toEqual(['series']);
    expect(cardView(byKind, input, draw).chartNote).toMatch(
      /^By kind, only A can be printed: 9 \(45%\) in September 2020, /,
    );
  });

  it('when most parts were hidden before this month, then the card says why they are not drawn', () => {
    const onlyNow = (value: number) => [...times(12, null), value];
    const figures = [
      ...series(times(13, 20)),
      ...series(onlyNow(9), 'A'),
      ...series(onlyNow(8), 'B'),
      ...series(onlyNow(0), 'C'),
    ];
    expect(cardView(byKind, inputOf(byKind, figures), draw).chartNote).toBe(
      'By kind, more numbers are held back (c) than there are to draw: the chart has the total alone.',
    );
  });

  it('when as many parts can be read as are hidden, then they are drawn', () => {
    const figures = [
      ...series(times(13, 20)),
      ...series(times(13, 9), 'A'),
      ...series(times(13, null), 'B'),
      ...series(times(13, 0), 'C'),
    ];
    const input = inputOf(byKind, figures);
    expect(chartsOf(byKind, input).map(({ kind }) => kind)).toEqual(['series', 'stacked']);
    expect(cardView(byKind, input, draw).chartNote).not.toMatch(/the total alone/);
  });
});

describe('a table by category of numbers that are held back', () => {
  const byFive = { ...byKind, category: { titles: ['Kind'], codes: [['A', 'B', 'C', 'D', 'E']] } };
  const inputWith = (values: readonly (number | null)[], before = values) =>
    inputOf(
      byFive,
      ['2019-09', '2020-08', '2020-09'].flatMap(month => [
        count(month, 20),
        ...(month === '2020-09' ? values : before).map((value, index) =>
          count(month, value, byFive.category.codes[0]?.[index]),
        ),
      ]),
    );
  const table = (...values: readonly (number | null)[]) => breakdownView(byFive, inputWith(values));

  it('when most of it is hidden, then rows of 0 and c alone are named under it', () => {
    const view = table(7, 6, null, null, null);
    expect(view?.rows.map(row => row.category)).toEqual(['A', 'B', 'Total']);
    expect(view?.note).toMatch(/Not listed, for want of a number above 0 that can be printed: C; D; E\.$/);
  });

  it('when one row has numbers, or none has, then a sentence with all of them stands for the table', () => {
    const noteOf = (input: ReturnType<typeof inputWith>) => cardView(byFive, input, draw).chartNote;
    expect(table(9, null, null)).toBeNull();
    expect(noteOf(inputWith([9, null, null]))).toBe(
      'By kind, only A can be printed: 9 (45%) in September 2020, 9 (45%) in August 2020 and 9 (45%) in September 2019. Every other number above 0 is small, or would give a small one away (c).',
    );
    expect(noteOf(inputWith([null, null, null], [8, null, null]))).toMatch(
      /^By kind, only A can be printed: 8 \(40%\) in August 2020 and 8 \(40%\) in September 2019\. /,
    );
    expect(noteOf(inputWith([null, null, 0]))).toBe(
      'By kind, nothing above 0 can be printed: every number above 0 is small, or would give a small one away (c).',
    );
    expect(cardView(byFive, inputWith([9, null, null]), draw).isWide).toBe(false);
    // Nothing is hidden where one kind has all there is.
    expect(table(20, 0)?.rows.map(row => row.category)).toEqual(['A', 'B', 'Total']);
  });

  it('when a row of months before can be printed beside one of this month, then the table stands', () => {
    const view = breakdownView(byFive, inputWith([null, 8, null], [9, null, null]));
    expect(view?.rows.map(row => row.cells.map(({ value }) => value))).toEqual([
      ['c', '9', '9', 'no data'],
      ['8', 'c', 'c', 'no data'],
      ['20', '20', '20', 'no data'],
    ]);
  });

  it('when a share is of cases of which none met the standard, then it is a number like any other', () => {
    const byAnswer: Measure = { ...byFive, kind: 'ratio', unit: 'percent' };
    const share = (category: string, of: Partial<Figure>) =>
      aFigure({ month: '2020-09', category, unit: 'percent', ...of });
    const input = inputOf(byAnswer, [
      share('', { value: 50, numerator: 20, denominator: 40 }),
      share('A', { value: 0, numerator: 0, denominator: 12 }),
      share('B', { value: null, numerator: null, denominator: null, status: 'suppressed' }),
    ]);
    expect(cardView(byAnswer, input, draw).chartNote).toMatch(
      /^By kind, only A can be printed: 0% \(0 of 12\) in September 2020\. /,
    );
  });

  it('when half of it can be read, then every row stands', () => {
    expect(table(9, 8, null)?.rows.map(row => row.category)).toEqual(['A', 'B', 'C', 'Total']);
  });

  it('when no row has a number, then there is no table', () => {
    expect(table(null, null, 0)).toBeNull();
  });
});
