import { beforeAll, describe, expect, it } from 'vitest';
import { type DrawChart, openCharts } from '../../src/charts/renderer.js';
import { aDotPlot, aMultiple, aSeries, aStack, points } from './examples.js';

const HOSTILE = '<script>alert(1)</script> & "x"';

const textsOf = (svg: string) => [...svg.matchAll(/<text\b[^>]*>([^<]*)<\/text>/g)].map(match => match[1]);

describe('drawing charts', () => {
  let draw: DrawChart;
  beforeAll(async () => {
    draw = await openCharts();
  });

  it('when a chart is drawn, then it is one labelled image with real text', () => {
    const svg = draw(aSeries());
    expect(svg).toMatch(
      /^<svg class="chart chart-series" role="img" aria-label="Contacts decided in 24 hours: line chart/,
    );
    expect(svg).toMatch(/<\/svg>$/);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['Sep', '2020', '100%', '93% in Sep 20']));
  });

  it('when a name holds letters that the font joins or lacks, then none is lost', () => {
    const series = [{ category: 'Office flŵr 東', points: points([3, 5], '') }];
    expect(textsOf(draw(aStack({ series })))).toContain('Office flŵr 東: 5');
  });

  it('when a category is hostile, then it is text and nothing else', () => {
    const series = [{ category: HOSTILE, points: points([3, 5], '') }];
    const svg = draw(aStack({ series, name: HOSTILE }));
    expect(svg).not.toContain('<script');
    expect(textsOf(svg).join(' ')).toContain('&lt;script&gt;alert(1)&lt;');
    expect(svg).toContain('aria-label="&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; by');
  });

  it('when two charts are drawn, then they share no id and every reference is to an own one', () => {
    const [first, second] = [draw(aStack({ id: 'one' })), draw(aStack({ id: 'two' }))];
    const ids = (svg: string) => [...svg.matchAll(/\bid="([^"]+)"/g)].map(match => match[1]);
    expect(ids(first).filter(id => ids(second).includes(id))).toEqual([]);
    for (const [, id] of first.matchAll(/url\(#([^)]+)\)/g)) expect(ids(first)).toContain(id);
  });

  it('when the same chart is drawn again, then it is the same', () => {
    const chart = aStack();
    const first = draw(chart);
    draw(aSeries());
    expect(draw(chart)).toBe(first);
  });

  it('when a month has no figure or the definition changes, then the chart says so', () => {
    const texts = textsOf(
      draw(
        aSeries({ points: points([90, null, 88, 93], '%'), breaks: [{ month: '2020-09', changed: true }] }),
      ),
    );
    expect(texts).toEqual(expect.arrayContaining(['no data', 'Definition changed Sep 20']));
  });

  it('when a figure may not be printed, then its letter stands on a dotted line, not at the axis', () => {
    const withheld = points([4, null, 6], '').map(point =>
      point.value === null ? { ...point, shown: 'c' } : point,
    );
    const svg = draw(aSeries({ points: withheld }));
    expect(textsOf(svg)).toContain('c');
    expect(svg).toContain('stroke-dasharray="1 3"');
    const [, height] = /<text[^>]* y="([\d.]+)"[^>]*>c</.exec(svg) ?? [];
    // The axis is below 100 of the chart's 134.
    expect(Number(height)).toBeLessThan(80);
  });

  it('when there is a year before, then its dashes stay dashes in the SVG', () => {
    const svg = draw(aSeries({ yearEarlier: points([80, 81, 82, 83], '%') }));
    expect(svg).toContain('stroke-dasharray="4 3"');
    expect(svg.length).toBeLessThan(4000);
  });

  it('when a council has its own colours, then its figures and targets take them, the next pack not', async () => {
    const target = { target: Array(4).fill({ low: 95, high: null }), targetInWords: 'at least 95%' };
    const own = (await openCharts({ main: '#5b2a86', accent: '#00622f' }))(aSeries(target));
    expect(own.toLowerCase()).toContain('stroke="#5b2a86"');
    expect(own.toLowerCase()).toContain('stroke="#00622f"');
    expect(own.toLowerCase()).not.toContain('#12436d');
    expect(draw(aSeries(target)).toLowerCase()).not.toContain('#5b2a86');
  });
});

describe('drawing rows and panels', () => {
  let draw: DrawChart;
  beforeAll(async () => {
    draw = await openCharts();
  });

  it('when there are more rows, then the dot plot is higher, each with its name and value', () => {
    const svg = draw(aDotPlot());
    // Three rows of 13 + 4, 4 above, 20 for the axis.
    expect(svg).toContain('viewBox="0 0 505 75"');
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['England 2019-20', '22%', 'Aldermarsh, September 2020', '27%', '0%', '30%']),
    );
  });

  it('when this council is one of the rows, then its dot alone is filled', () => {
    const dots = [...draw(aDotPlot()).matchAll(/<circle [^>]*fill="(#\w+)"/g)].map(match => match[1]);
    expect(dots).toEqual(['#ffffff', '#12436d', '#ffffff']);
  });

  it('when a row has no figure, then its words stand in place of a dot', () => {
    const rows = [{ name: 'England 2019-20', isOwn: false, value: null, shown: 'not published' }];
    const svg = draw(aDotPlot({ rows }));
    expect(textsOf(svg)).toContain('not published');
    expect(svg).not.toContain('<circle');
  });

  it('when there are five panels, then they take two rows of one scale', () => {
    const panels = ['A', 'B', 'C', 'D', 'E'].map(name => ({ name, points: points([10, 20], '%') }));
    const svg = draw(aMultiple({ panels }));
    // A row: a name of 13, 8, a plot of 84, months of 18, 10 to the next.
    expect(svg).toContain('viewBox="0 0 1040 266"');
    expect(textsOf(svg).filter(text => text === '20%')).toHaveLength(5 + 2);
  });

  it('when names are hostile, then they are text', () => {
    const rows = [{ name: HOSTILE, isOwn: true, value: 5, shown: HOSTILE }];
    const panels = [{ name: HOSTILE, points: points([1], '') }];
    for (const svg of [draw(aDotPlot({ rows, name: HOSTILE })), draw(aMultiple({ panels, name: HOSTILE }))]) {
      expect(svg).not.toContain('<script');
      expect(svg).toContain('&lt;script&gt;');
    }
  });
});
