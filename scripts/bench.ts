/**
 * `npm run bench [-- --sizes small --sizes county --councils 10 --write]`: makes workspaces of a size, runs the compiled tool and its
 * parts over them beside a floor (scripts/bench/floor-*.mjs), and prints how long each took. Of a size of many councils at most
 * `--councils` are measured. `--write` puts what was measured into docs/scale.md. Nothing is asserted, because time depends on
 * the machine. Run `npm run build` first, and nothing else meanwhile.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../src/packs/find-browser.js';
import { makeTemporaryFolder } from '../src/temporary-folder.js';
import { toolPath } from '../src/tool-folder.js';
import { makeWorkspace } from './bench/make-workspaces.mjs';
import { type Measured, measure, together } from './bench/measured.js';
import { pageWith, tables } from './bench/page.js';
import { type Results, readResults, type SizeResult, type Taken, writeResults } from './bench/results.js';
import { SIZES, type Size } from './bench/sizes.js';

const MONTH = '2020-09';
const TRIES = 5;
const PAGE = toolPath('docs', 'scale.md');
const TOOL = toolPath('bin', 'scorecard.js');
const part = (name: string) => toolPath('scripts', 'bench', `${name}.mjs`);

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', multiple: true, default: [] },
    councils: { type: 'string', default: '1000' },
    write: { type: 'boolean', default: false },
    'tables-only': { type: 'boolean', default: false },
  },
});

if (values['tables-only']) {
  const results = readResults();
  if (results) writePage(results);
} else {
  const order = SIZES.map(({ id }) => id);
  const chosen = SIZES.filter(({ id }) => values.sizes.length === 0 || values.sizes.includes(id));
  const sizes: SizeResult[] = [];
  for (const size of chosen) {
    sizes.push(await measureSize(size, Math.min(size.councils, Number(values.councils))));
    const results = { ...machineOf(), helpSeconds: help(), sizes };
    console.log(`\n${tables(results)}\n`);
    // After each size, so that a run that is stopped has not measured in vain.
    if (values.write) writePage(writeResults(results, order));
  }
}

async function measureSize(size: Size, councils: number): Promise<SizeResult> {
  const root = makeTemporaryFolder();
  try {
    const load = loadavg()[0] ?? 0;
    const folders: string[] = [];
    for (let number = 1; number <= councils; number++) {
      const folder = join(root, `council-${number}`);
      await makeWorkspace(folder, size.rows);
      folders.push(folder);
    }
    console.log(
      `${size.title}: ${councils} of ${size.councils} councils with ${Math.round(size.rows)} rows each`,
    );
    const computed = folders.map(measureComputing);
    const packs = size.packs.length === 0 ? [] : ['--pack', ...size.packs];
    const words = ['build', '--month', MONTH, '--allow-errors', ...packs];
    const whole = measure(TOOL, ...words, '--workspaces', `${root}/council-*`);
    const [first = root] = folders;
    // By itself, as the browser prints by itself: side by side with another council it would take longer.
    measure(TOOL, ...words, '--again', '--workspace', first);
    const pages = pagesOf(join(first, 'out', MONTH));
    const unchanged = measure(TOOL, ...words, '--workspace', first);
    return {
      size: size.id,
      title: size.title,
      councils: size.councils,
      measured: councils,
      rows: computed.reduce((sum, each) => sum + each.rows, 0),
      floor: taken(together(computed.map(({ floor }) => floor))),
      compute: taken(together(computed.map(({ tool }) => tool))),
      parts: {
        read: sumOf(computed, ({ parts }) => parts.readSeconds),
        shared: sumOf(computed, ({ parts }) => parts.sharedSeconds),
        measures: sumOf(computed, ({ parts }) => parts.measuresSeconds),
        figures: sumOf(computed, ({ parts }) => parts.figuresSeconds),
      },
      whole: taken(whole),
      packs: size.packs,
      pages,
      unchangedSeconds: unchanged.seconds,
      load: [load, loadavg()[0] ?? 0],
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What scripts/bench/compute.mjs prints. */
interface Parts {
  readonly rows: number;
  readonly readSeconds: number;
  readonly sharedSeconds: number;
  readonly measuresSeconds: number;
  readonly figuresSeconds: number;
  readonly longest: readonly { readonly name: string; readonly milliseconds: number }[];
}

/** One straight after the other, so that what else the machine does slows both. */
function measureComputing(folder: string): { rows: number; parts: Parts; tool: Measured; floor: Measured } {
  const floor = measure(part('floor-compute'), folder);
  const tool = measure(part('compute'), folder, MONTH);
  const parts = JSON.parse(tool.stdout) as Parts;
  const longest = parts.longest.map(({ name, milliseconds }) => `${name} ${Math.round(milliseconds)} ms`);
  console.log(
    `  ${basename(folder)}: ${tool.seconds.toFixed(1)} s, floor ${floor.seconds.toFixed(1)} s; longest ${longest.join(', ')}`,
  );
  return { rows: parts.rows, parts, tool, floor };
}

function pagesOf(out: string): NonNullable<SizeResult['pages']> {
  const { stages } = JSON.parse(readFileSync(join(out, 'run.log.json'), 'utf8')) as {
    stages: { stage: string; seconds: number }[];
  };
  const secondsOf = (name: string) => stages.find(({ stage }) => stage === name)?.seconds ?? 0;
  const floor = measure(part('floor-print'), out, findBrowser());
  return {
    drawSeconds: secondsOf('Pages'),
    printSeconds: secondsOf('Packs'),
    floorSeconds: Number(floor.stdout),
  };
}

/** The best: whatever else the machine is doing only ever adds. */
function help(): number {
  return Math.min(...Array.from({ length: TRIES }, () => measure(TOOL, '--help').seconds));
}

function taken({ seconds, processorSeconds, peakBytes }: Measured): Taken {
  return { seconds, processorSeconds, peakBytes };
}

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

function machineOf(): Pick<Results, 'machine' | 'versions'> {
  const model = cpus()[0]?.model.trim() || process.arch;
  return {
    machine: `${availableParallelism()} processors (${model}), ${Math.round(totalmem() / 1e9)} GB of memory, ${process.platform}`,
    versions: `Node ${process.versions.node}`,
  };
}

function writePage(results: Results): void {
  writeFileSync(PAGE, pageWith(readFileSync(PAGE, 'utf8'), results));
}
