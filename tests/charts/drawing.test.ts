import { beforeAll, describe, expect, it } from 'vitest';
import { type DrawChart, openCharts } from '../../src/charts/renderer.js';
import { aSeries, aStack, points } from './examples.js';

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
      /^<svg class="chart" role="img" aria-label="Contacts decided in 24 hours: line chart/,
    );
    expect(svg).toMatch(/<\/svg>$/);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['Sep 20', '100%', '93% in Sep 20']));
  });

  it('when a name holds letters that the font joins or lacks, then none is lost', () => {
    const series = [{ category: 'Office flŵr 東', points: points([3, 5], '') }];
    expect(textsOf(draw(aStack({ series })))).toContain('Office flŵr 東 5');
  });

  it('when a category is hostile, then it is text and nothing else', () => {
    const series = [{ category: HOSTILE, points: points([3, 5], '') }];
    const svg = draw(aStack({ series, name: HOSTILE }));
    expect(svg).not.toContain('<script');
    expect(textsOf(svg).join(' ')).toContain('&lt;script&gt;alert(1)&lt;');
    expect(svg).toContain('aria-label="&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; by');
  });

  it('when two charts are drawn, then they share no id and every reference is to an own one', () => {
    const [first, second] = [draw(aSeries({ id: 'one' })), draw(aSeries({ id: 'two' }))];
    const ids = (svg: string) => [...svg.matchAll(/\bid="([^"]+)"/g)].map(match => match[1]);
    expect(ids(first).length).toBeGreaterThan(0);
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
    expect(texts).toEqual(expect.arrayContaining(['no', 'data', 'Definition changed Sep 20']));
  });
});
