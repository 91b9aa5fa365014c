import { describe, expect, it } from 'vitest';
import { seriesConfiguration, seriesLabels } from '../../src/charts/series-chart.js';
import { atMost, stackedConfiguration, stackedLabels } from '../../src/charts/stacked-chart.js';
import { aSeries, aStack, points } from './examples.js';

const valuesAxis = (options: unknown) =>
  (options as { scales: { y: { suggestedMin: number; suggestedMax: number } } }).scales.y;

describe('a series chart', () => {
  it('when it is a percentage, then its axis runs from 0 to 100', () => {
    const { options, data } = seriesConfiguration(aSeries());
    expect(valuesAxis(options)).toMatchObject({ suggestedMin: 0, suggestedMax: 100 });
    expect(data.labels).toEqual(['Jun 20', 'Jul 20', 'Aug 20', 'Sep 20']);
  });

  it('when it is a count, then its axis starts at 0 and reaches the target', () => {
    const chart = aSeries({ marks: 'bars', unit: 'count', target: [{ low: 135, high: 155 }] });
    expect(valuesAxis(seriesConfiguration(chart).options)).toMatchObject({
      suggestedMin: 0,
      suggestedMax: 155,
    });
  });

  it('when a month has no figure, then it is a gap, not a zero', () => {
    const { data } = seriesConfiguration(aSeries({ points: points([1, null, 3], '') }));
    expect(data.datasets[0]?.data).toEqual([1, null, 3]);
  });

  it('when there are figures of the year before, then they are a second, dashed line', () => {
    const { data } = seriesConfiguration(aSeries({ yearEarlier: points([1, 2, 3, 4], '') }));
    expect(data.datasets.map(({ label }) => label)).toEqual(['A year earlier', 'This year']);
    expect(data.datasets[0]).toMatchObject({ borderDash: [4, 3], pointRadius: 0 });
  });

  it('when it is drawn, then each line is named beside its end with its displayed value', () => {
    const chart = aSeries({
      yearEarlier: points([81], '%'),
      target: [{ low: 135, high: 155 }],
      targetInWords: 'between 135 and 155',
    });
    expect(seriesLabels(chart).map(({ value, lines }) => [value, lines])).toEqual([
      [93, ['93% in Sep 20']],
      [81, ['81% a year earlier']],
      [145, ['Target', 'between 135 and 155']],
    ]);
  });

  it('when the last month has no figure, then nothing is named there', () => {
    expect(seriesLabels(aSeries({ points: points([1, null], '') }))).toEqual([]);
  });
});

describe('a stacked chart', () => {
  it('when it is drawn, then its parts keep the order of the codes and are named at their middles', () => {
    const { data } = stackedConfiguration(aStack());
    expect(data.datasets.map(({ label }) => label)).toEqual(['Neglect', 'Abuse']);
    expect(stackedLabels(aStack().series).map(({ value, lines }) => [value, lines])).toEqual([
      [2.5, ['Neglect 5']],
      [6, ['Abuse 2']],
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
