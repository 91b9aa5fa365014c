import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { toolPath } from '../../src/tool-folder.js';

/** What was measured last, size by size; docs/scale.md prints it. */

/** Seconds, seconds of processor, and bytes. */
export interface Taken {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakBytes: number;
}

export interface SizeResult {
  readonly size: string;
  readonly title: string;
  readonly councils: number;
  /** Of them, so many were measured. */
  readonly measured: number;
  /** Of those measured. */
  readonly rows: number;
  readonly floor: Taken;
  readonly compute: Taken;
  /** Where the time of computing goes; the parts are worked on side by side. */
  readonly parts: {
    readonly read: number;
    readonly shared: number;
    readonly measures: number;
    readonly figures: number;
  };
  /** `build`, of all packs or of those named. */
  readonly whole: Taken;
  readonly packs: readonly string[];
  /** Of the first council: drawing its pages, printing them, and the browser alone printing the same. */
  readonly pages?: {
    readonly drawSeconds: number;
    readonly printSeconds: number;
    readonly floorSeconds: number;
  };
  /** `build` once more with nothing changed; of the first council. */
  readonly unchangedSeconds: number;
  /** Others' work on the machine before and after: processes that wanted a processor. */
  readonly load: readonly [number, number];
}

export interface Results {
  readonly machine: string;
  readonly versions: string;
  readonly helpSeconds: number;
  readonly sizes: readonly SizeResult[];
}

const FILE = toolPath('scripts', 'bench', 'results.json');

export function readResults(): Results | null {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Results) : null;
}

/** Sizes that were not measured this time keep what was measured before. */
export function writeResults(results: Results, order: readonly string[]): Results {
  const before = readResults()?.sizes ?? [];
  const kept = before.filter(({ size }) => !results.sizes.some(each => each.size === size));
  const sizes = [...kept, ...results.sizes].sort((a, b) => order.indexOf(a.size) - order.indexOf(b.size));
  const all = { ...results, sizes };
  writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`);
  return all;
}
