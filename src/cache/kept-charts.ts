import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Chart } from '../charts/chart.js';
import type { DrawChart } from '../charts/renderer.js';
import { type Cache, keyOf } from './cache.js';

/** Pictures of charts, by what they show: most of a page's time goes into drawing them, and few change from word to word. */
export class KeptCharts {
  private drawn = 0;
  private readonly key: string;
  private readonly earlier: ReadonlyMap<string, string>;
  private readonly used = new Map<string, string>();

  /** @param made what else decides what a picture looks like: the council's colours, the tool */
  constructor(
    private readonly cache: Cache,
    made: readonly unknown[],
  ) {
    this.key = keyOf('charts', made);
    this.earlier = read(cache, this.key);
  }

  /** Draws each chart once, however many packs show it, and none that was drawn before. */
  drawing(draw: DrawChart): DrawChart {
    return chart => {
      const key = keyOf(chart);
      const known = this.used.get(key) ?? this.earlier.get(key) ?? this.draw(draw, chart);
      this.used.set(key, known);
      return known;
    };
  }

  /** Those of this run, and of earlier ones as many as there is room for: another run may have been of one pack. */
  keep(): void {
    if (this.drawn === 0) return;
    const others = [...this.earlier].filter(([key]) => !this.used.has(key));
    const kept = [...this.used, ...others].slice(0, MOST_CHARTS);
    this.cache.write('charts', this.key, gzipSync(JSON.stringify(Object.fromEntries(kept)), { level: 1 }));
  }

  /** How many were drawn by an earlier run, in words; '' where none was. */
  get summary(): string {
    const before = this.used.size - this.drawn;
    return before === 0 ? '' : `; ${before} of ${this.used.size} charts as before`;
  }

  private draw(draw: DrawChart, chart: Chart): string {
    this.drawn += 1;
    return draw(chart);
  }
}

/** The charts of about five builds of every pack. */
const MOST_CHARTS = 4000;

const schema = z.record(z.string(), z.string());

function read(cache: Cache, key: string): ReadonlyMap<string, string> {
  const bytes = cache.read('charts', key);
  if (!bytes) return new Map();
  try {
    return new Map(Object.entries(schema.parse(JSON.parse(gunzipSync(bytes).toString('utf8')))));
  } catch {
    return new Map();
  }
}
