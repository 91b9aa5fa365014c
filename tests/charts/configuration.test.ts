import { describe, expect, it } from 'vitest';
import { coloursFrom } from '../../src/charts/colours.js';
import { seriesConfiguration, seriesLabels } from '../../src/charts/series-chart.js';
import {
  atMost,
  heldBack,
  partsDrawn,
  stackedConfiguration,
  stackedLabels,
} from '../../src/charts/stacked-chart.js';
import { DEFAULT_COLOURS } from '../../src/workspace/council-colours.js';
import { aSeries, aStack, points } from './examples.js';

const COLOURS = coloursFrom(DEFAULT_COLOURS);

const valuesAxis = (options: unknown) =>
  (options as { scales: { y: { suggestedMin: number; suggestedMax: number } } }).scales.y;

describe('a series chart', () => {
  it('when it is a percentage, then its axis runs from 0 to 100', () => {
    const { options, data } = seriesConfiguration(aSeries(), COLOURS);
    expect(valuesAxis(options)).toMatchObject({ suggestedMin: 0, suggestedMax: 100 });
    expect(data.labels).toEqual(['Jun 20', 'Jul 20', 'Aug 20', 'Sep 20']);
  });

  it('when it is a count, then its axis starts at 0 and reaches the target', () => {
    const chart = aSeries({ marks: 'bars', unit: 'count', target: [{ low: 135, high: 155 }] });
    expect(valuesAxis(seriesConfiguration(chart, COLOURS).options)).toMatchObject({
      suggestedMin: 0,
      suggestedMax: 155,
    });
  });

  it('when a month has no figure, then it is a gap, not a zero', () => {
    const { data } = seriesConfiguration(aSeries({ points: points([1, null, 3], '') }), COLOURS);
    expect(data.datasets[0]?.data).toEqual([1, null, 3]);
  });

  it('when there are figures of the year before, then they are a second, dashed line', () => {
    const { data } = seriesConfiguration(aSeries({ yearEarlier: points([1, 2, 3, 4], '') }), COLOURS);
    expect(data.datasets.map(({ label }) => label)).toEqual(['A year earlier', 'This year']);
    expect(data.datasets[0]).toMatchObject({ borderDash: [4, 3], pointRadius: 0 });
  });

  it('when it is drawn, then each line is named beside its end with its displayed value', () => {
    const chart = aSeries({
      yearEarlier: points([81], '%'),
      target: [{ low: 135, high: 155 }],
      targetInWords: 'between 135 and 155',
    });
    expect(seriesLabels(chart, COLOURS).map(({ value, lines }) => [value, lines])).toEqual([
      [93, ['93% in Sep 20']],
      [81, ['81% a year earlier']],
      [145, ['Target', 'between 135 and 155']],
    ]);
  });

  it('when others published figures, then the axis reaches them and each is named with its year', () => {
    const comparators = [
      { name: 'England 2019-20', value: 122, shown: '122' },
      { name: 'Statistical neighbours 2019-20', value: 130.5, shown: '130.5 per 10,000' },
    ];
    const chart = aSeries({ unit: 'per 10000', comparators });
    expect(valuesAxis(seriesConfiguration(chart, COLOURS).options).suggestedMax).toBe(130.5);
    expect(seriesLabels(chart, COLOURS).map(({ value, lines }) => [value, lines])).toEqual([
      [93, ['93% in Sep 20']],
      [122, ['England 2019-20: 122']],
      [130.5, ['Statistical neighbours', '2019-20:', '130.5 per 10,000']],
    ]);
  });

  it('when six labels share the room, then each has two lines at most and keeps its year and value', () => {
    const shown = '34.6 per 10,000';
    const comparators = ['England', 'Statistical neighbours', 'West Midlands region'].map(group => ({
      name: `${group} 2019-20`,
      value: 35,
      shown,
    }));
    const last = { month: '2020-09', value: 34.6, shown };
    const chart = aSeries({
      points: [last],
      yearEarlier: [last],
      target: [{ low: null, high: 30 }],
      targetInWords: 'at most 30.0 per 10,000',
      comparators,
    });
    expect(seriesLabels(chart, COLOURS).map(({ lines }) => lines)).toEqual([
      ['34.6 per 10,000', 'in Sep 20'],
      ['34.6 per 10,000', 'a year earlier'],
      ['Target at most 30.0', 'per 10,000'],
      ['England 2019-20:', '34.6 per 10,000'],
      ['Statistical… 2019-20:', '34.6 per 10,000'],
      ['West… 2019-20:', '34.6 per 10,000'],
    ]);
  });

  it('when the last month has no figure, then nothing is named there', () => {
    expect(seriesLabels(aSeries({ points: points([1, null], '') }), COLOURS)).toEqual([]);
  });
});

describe('a stacked chart', () => {
  it('when it is drawn, then its parts keep the order of the codes and are named at their middles', () => {
    const { data } = stackedConfiguration(aStack());
    expect(data.datasets.map(({ label }) => label)).toEqual(['Neglect', 'Abuse']);
    expect(stackedLabels(aStack().series).map(({ value, lines }) => [value, lines])).toEqual([
      [2.5, ['Neglect: 5']],
      [6, ['Abuse: 2']],
    ]);
  });

  it('when there are more parts than colours, then the smallest are one part and say how many', () => {
    const parts = [5, 1, 9, 2].map((value, index) => ({
      category: `C${index}`,
      points: points([value], ''),
    }));
    expect(
      atMost(3, parts).map(({ category, points: [last] }) => [category, last?.value, last?.shown]),
    ).toEqual([
      ['C0', 5, '5'],
      ['C2', 9, '9'],
      ['All other (2)', 3, '3'],
    ]);
  });

  /** Seven parts, of which six colours leave five their own: the two smallest are the rest. */
  const inSeven = (small: readonly (number | 'c')[]) =>
    [50, 40, 30, 20, 10, ...small].map((value, index) => ({
      category: `C${index}`,
      points: [
        value === 'c' ? { month: '2020-09', value: null, shown: 'c' } : points([value], '')[0],
      ].flatMap(point => point ?? []),
    }));
  const restOf = (total: number, small: readonly (number | 'c')[], parts = {}) => {
    const stack = aStack({ series: inSeven(small), totals: points([total], ''), ...parts });
    const drawn = partsDrawn(stack);
    const rest = drawn.at(-1)?.points[0];
    return [rest?.value, rest?.shown, heldBack(drawn, stack.totals).length];
  };

  it('when all that is hidden is in the rest, then the rest is what the total leaves, and is not named twice', () => {
    // 150 are printed of 177: 27 are in the two others, of whom neither is told.
    expect(restOf(177, ['c', 'c'])).toEqual([27, '27', 0]);
    // 50 + 40 + 30 + 20 + 10 of 190, and 9, 8 and two hidden in the four others.
    expect(restOf(190, [9, 8, 'c', 'c'])).toEqual([40, '40', 0]);
  });

  it('when the rest would be a small number, or parts overlap, then it stays hidden', () => {
    expect(restOf(155, ['c', 'c'])).toEqual([null, 'c', 1]);
    expect(restOf(177, ['c', 'c'], { overlaps: true })).toEqual([null, 'c', 1]);
  });

  it('when a part of its own is hidden too, then nobody can say what the rest is', () => {
    const hidden = { month: '2020-09', value: null, shown: 'c' };
    const series = inSeven(['c', 'c']).map((part, index) =>
      index === 4 ? { ...part, points: [hidden] } : part,
    );
    // Of the hidden one the size is not known, so it is among the smallest: 50 + 40 + 30 + 20 leave 37 of 177.
    const stack = aStack({ series: [...series, ...inSeven([9, 8]).slice(-2)], totals: points([194], '') });
    const drawn = partsDrawn(stack);
    expect(drawn.map(({ points: [point] }) => point?.shown)).toEqual(['50', '40', '30', '20', '9', '45']);
  });

  it('when the last month hides nothing, or too little to print, then the grey of other months has a name alone', () => {
    const grey = (value: number) => [{ category: 'All c together', points: points([value], '') }];
    const lines = (value: number) => stackedLabels(grey(value), 1, 5).map(label => label.lines);
    expect([lines(0), lines(4), lines(6)]).toEqual([
      [['All c together']],
      [['All c together']],
      [['All c together: 6']],
    ]);
  });
});
