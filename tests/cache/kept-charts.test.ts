import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CacheFolder, NO_CACHE } from '../../src/cache/cache.js';
import { KeptCharts } from '../../src/cache/kept-charts.js';
import type { Chart } from '../../src/charts/chart.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

describe('kept charts', () => {
  let workspace: WorkspaceFolder;
  beforeEach(() => {
    workspace = new WorkspaceFolder({});
  });
  afterEach(() => workspace.remove());

  const chart = (id: string) => ({ kind: 'sparkline', id }) as unknown as Chart;
  const opened = (made: string) => new KeptCharts(new CacheFolder(workspace.path, { reads: true }), [made]);

  /** What a run drew, and what it was given. */
  function run(charts: KeptCharts, ids: readonly string[]) {
    const drawn: string[] = [];
    const draw = charts.drawing(({ id }: Chart) => {
      drawn.push(id);
      return `<svg>${id}</svg>`;
    });
    const given = ids.map(id => draw(chart(id)));
    charts.keep();
    return { drawn, given };
  }

  it('when two packs show the same chart then it is drawn once, and another chart again', () => {
    const { drawn, given } = run(new KeptCharts(NO_CACHE, []), ['a', 'a', 'b']);
    expect(drawn).toEqual(['a', 'b']);
    expect(given).toEqual(['<svg>a</svg>', '<svg>a</svg>', '<svg>b</svg>']);
  });

  it('when an earlier run drew a chart then it is not drawn again, also after a run without it', () => {
    run(opened('blue'), ['a', 'b']);
    const later = opened('blue');
    expect(run(later, ['b', 'c'])).toEqual({ drawn: ['c'], given: ['<svg>b</svg>', '<svg>c</svg>'] });
    expect(later.summary).toBe('; 1 of 2 charts as before');
    expect(run(opened('blue'), ['a']).drawn).toEqual([]);
  });

  it('when the colours are others then every chart is drawn', () => {
    run(opened('blue'), ['a']);
    const green = opened('green');
    expect(run(green, ['a']).drawn).toEqual(['a']);
    expect(green.summary).toBe('');
  });
});
