import { beforeAll, describe, expect, it } from 'vitest';
import { alternativeText } from '../../src/charts/alternative-text.js';
import type { ChartPoint, SpecialCause } from '../../src/charts/chart.js';
import { type DrawChart, openCharts } from '../../src/charts/renderer.js';
import { causeOfAllText, specialCausesIn, specialCausesText } from '../../src/charts/special-causes.js';
import { aSeries, points } from './examples.js';

/** March to September 2020. */
function marked(causes: readonly (SpecialCause | null)[]): ChartPoint[] {
  return points([90, 96, 88, 93, 94, 95, 96], '%').map((point, index) => {
    const specialCause = causes[index];
    return specialCause ? { ...point, specialCause } : point;
  });
}

describe('special causes in words', () => {
  it('when neighbours are alike then they are one stretch, the worse told first', () => {
    const given = marked([null, 'better', 'better', null, 'better', 'worse', 'worse']);
    expect(specialCausesText(given)).toBe(
      'Special causes: worse than usual in August 2020 to September 2020; better than usual in April 2020 to May 2020 and July 2020.',
    );
  });

  it('when nothing is special then nothing is said', () => {
    expect(specialCausesText(marked([]))).toBe('');
    expect(alternativeText(aSeries({ points: marked([]) }))).not.toContain('Special');
  });

  it('when a month is not shown then it is not told', () => {
    const hidden = marked(['worse']).map(point => ({ ...point, value: null, shown: 'c' }));
    expect(specialCausesIn(hidden)).toEqual([]);
    expect(specialCausesText(hidden)).toBe('');
  });

  const better: SpecialCause[] = Array.from({ length: 7 }, () => 'better');

  it('when every month is of one kind then it is said once, and no kind is left for the key', () => {
    expect(causeOfAllText(marked(better))).toBe('All 7 months are better than usual.');
    expect(specialCausesIn(marked(better))).toEqual([]);
    expect(alternativeText(aSeries({ points: marked(better) }))).toContain(
      ' All 7 months are better than usual.',
    );
  });

  it('when a month has no figure then those that have one are counted', () => {
    const gap = marked(better).map((point, index) =>
      index === 2 ? { ...point, value: null, shown: 'no data' } : point,
    );
    expect(causeOfAllText(gap)).toBe('All 6 months that can be compared are better than usual.');
  });

  it('when one month is unmarked, of another kind or alone then months are told one by one', () => {
    expect(causeOfAllText(marked(better.slice(1)))).toBe('');
    expect(causeOfAllText(marked([...better.slice(1), 'worse']))).toBe('');
    expect(causeOfAllText(marked(['better']).slice(0, 1))).toBe('');
    expect(specialCausesIn(marked(['better']).slice(0, 1))).toEqual(['better']);
  });

  it('when a chart has them then its alternative text says so', () => {
    const text = alternativeText(aSeries({ points: marked([null, null, 'high', null, null, null, 'low']) }));
    expect(text).toContain('Special causes: unusually high in May 2020; unusually low in September 2020.');
  });

  it('when a step is explained then the alternative text names its month', () => {
    const breaks = [{ month: '2020-05', changed: false, isStep: true }];
    expect(alternativeText(aSeries({ breaks }))).toContain('An explained step in May 2020.');
  });
});

describe('special causes on a chart', () => {
  let draw: DrawChart;
  beforeAll(async () => {
    draw = await openCharts();
  });

  /** The ways of filled shapes in a colour, as the steps between their corners. */
  function shapesIn(svg: string, colour: string): string[] {
    const paths = [...svg.matchAll(/<path\b[^>]*>/g)].map(match => match[0]);
    return paths.filter(path => path.includes(`fill="${colour}"`)).map(path => path.replace(/[\d.-]+/g, ''));
  }

  it('when kinds differ then so do shapes, and not colours alone', () => {
    const causes: SpecialCause[] = ['worse', 'better', 'high'];
    const svgs = causes.map(cause => draw(aSeries({ points: marked([null, null, null, cause]) })));
    const shapes = [
      ['#BF4A00', '#bf4a00'],
      ['#0069B3', '#0069b3'],
      ['#5F3B8F', '#5f3b8f'],
    ].map((colours, index) => colours.flatMap(colour => shapesIn(svgs[index] ?? '', colour)));
    expect(shapes.map(found => found.length)).toEqual([1, 1, 1]);
    expect(new Set(shapes.map(([way = '']) => /d="([^"]*)"/.exec(way)?.[1])).size).toBe(3);
  });

  it('when every month is of one kind then no month is marked', () => {
    const svg = draw(aSeries({ points: marked(Array.from({ length: 7 }, () => 'better')) }));
    expect(shapesIn(svg.toLowerCase(), '#0069b3')).toEqual([]);
  });

  it('when bars carry them then they are drawn there too', () => {
    const svg = draw(aSeries({ marks: 'bars', points: marked([null, null, null, 'worse']) }));
    expect(shapesIn(svg.toLowerCase(), '#bf4a00')).toHaveLength(1);
  });

  it('when a step is explained then a rule names it and the line goes on', () => {
    const svg = draw(aSeries({ breaks: [{ month: '2020-08', changed: false, isStep: true }] }));
    expect(svg).toContain('>Explained step Aug 20</text>');
  });
});
