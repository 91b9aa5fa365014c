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
  }

  done(stage: string, detail: string): void {
    const time = this.now();
    const seconds = Math.round(time - this.last) / 1000;
    this.last = time;
    this.timings.push({ stage, seconds });
    const number = this.stages.indexOf(stage) + 1;
    const name = stage.padEnd(Math.max(...this.stages.map(each => each.length)));
    this.console.say(`[${number}/${this.stages.length}] ${name}  ${detail}  ${seconds.toFixed(1)}s`);
  }
}
