import type { Timing } from '../history/run-record.js';
import type { Console } from './console.js';

/** One line a stage: `[2/6] Extracts  39 files, 9,973 rows  1.2s`. */
export class Progress {
  readonly timings: Timing[] = [];
  private last: number;

  constructor(
    private readonly console: Console,
    private readonly stages: readonly string[],
    private readonly now: () => number,
  ) {
    this.last = now();
    this.begin(0);
  }

  done(stage: string, detail: string): void {
    const time = this.now();
    const seconds = Math.round(time - this.last) / 1000;
    this.last = time;
    this.timings.push({ stage, seconds });
    const index = this.stages.indexOf(stage);
    this.console.done({ name: stage, number: index + 1, of: this.stages.length, detail, seconds });
    this.begin(index + 1);
  }

  private begin(index: number): void {
    const name = this.stages[index];
    if (name !== undefined) this.console.begin({ name, number: index + 1, of: this.stages.length });
  }
}
