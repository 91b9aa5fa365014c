import { describe, expect, it } from 'vitest';
import { coloursFrom } from '../../src/charts/colours.js';
import { seriesConfiguration, seriesLabels } from '../../src/charts/series-chart.js';
import { atMost, stackedConfiguration, stackedLabels } from '../../src/charts/stacked-chart.js';
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
});
