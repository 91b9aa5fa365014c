import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolPath } from '../../src/tool-folder.js';

/** A process, timed from outside as whoever waits for it would, with what it and the processes that it started took. */

export interface Measured {
  readonly seconds: number;
  /** Of all Node processes together; the browser is not among them. */
  readonly processorSeconds: number;
  /** The highest of any one Node process. */
  readonly peakBytes: number;
  readonly stdout: string;
}

/** @throws Error where it ends with anything else than 0 */
export function measure(...words: readonly string[]): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-bench-'));
  const file = join(folder, 'usage');
  const hook = `--import=${toolPath('scripts', 'bench', 'usage.mjs')}`;
  try {
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      encoding: 'utf8',
      maxBuffer: 1e9,
      env: { ...process.env, NODE_OPTIONS: hook, SCORECARD_BENCH: file },
    });
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}:\n${stderr.slice(-2000)}`);
    const usages = readFileSync(file, 'utf8').trim().split('\n').map(readUsage);
    return {
      seconds,
      processorSeconds: usages.reduce((sum, usage) => sum + usage.processorSeconds, 0),
      peakBytes: Math.max(...usages.map(usage => usage.peakBytes)),
      stdout,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readUsage(line: string): { peakBytes: number; processorSeconds: number } {
  return JSON.parse(line) as { peakBytes: number; processorSeconds: number };
}

/** One after another, as one. */
export function together(measured: readonly Measured[]): Measured {
  const sum = (of: (each: Measured) => number) => measured.reduce((total, each) => total + of(each), 0);
  return {
    seconds: sum(each => each.seconds),
    processorSeconds: sum(each => each.processorSeconds),
    peakBytes: Math.max(...measured.map(each => each.peakBytes)),
    stdout: '',
  };
}
