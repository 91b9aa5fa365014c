import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../src/files.js';
import { toolPath } from '../../src/tool-folder.js';
import {
  cacheAsLeft,
  cacheOfOthers,
  cacheOnFullDisk,
  cacheReadOnly,
  cacheShared,
  countSteps,
  killedInCache,
  killing,
  spoiltCache,
} from './cache-faults.js';
import { type Ground, MONTH, type Run, type RunOptions } from './ground.js';

/** Everything that is done to a build. A try that goes well gives '', another says what went wrong. */

export interface FaultKind {
  readonly name: string;
  /** Why it is not tried here; '' where it is. */
  readonly notHere: string;
  readonly tries: readonly (() => Promise<string>)[];
}

const STAGES = 7;
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const;
const RANDOM_MOMENTS = 50;
const STOPPED = /Stopped before the end\. Packs that were made before are as they were\./;

const isLinux = process.platform === 'linux';
const isLinuxRoot = isLinux && process.getuid?.() === 0;
const NEEDS_ROOT = isLinuxRoot ? '' : 'needs root on Linux, to mount a disk of its own';
const NEEDS_LINUX = isLinux ? '' : 'needs Linux, to find the browser';
const NEEDS_SCRIPTS = process.platform === 'win32' ? 'needs a system where a script can be a browser' : '';

export interface Extent {
  /** Enough to see that each kind is survived, in half a minute. */
  readonly isShort: boolean;
  /** A word in the names of the kinds that are wanted; '' for all. */
  readonly wanted: string;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export async function faultKinds(ground: Ground, { isShort, wanted, random }: Extent): Promise<FaultKind[]> {
  const start = performance.now();
  await ground.prepare(!isShort && 'cache as it was left'.includes(wanted));
  const usual = performance.now() - start;
  const moments = Array.from({ length: isShort ? 0 : RANDOM_MOMENTS }, () => random() * usual);
  const steps = await stepsOnDisk(ground, isShort);
  const cacheSteps = isShort ? [] : numbersTo(await countSteps(ground, ground.cache));
  const few = <T>(tries: readonly T[], count = 1) => (isShort ? tries.slice(0, count) : tries);
  const here = (name: string, tries: FaultKind['tries'], notHere = ''): FaultKind => ({
    name,
    tries,
    notHere,
  });
  return [
    here('killed at the end of a stage', few(atStages(ground).slice(isShort ? 7 : 0))),
    here(
      'killed at a random moment',
      moments.map((moment, index) => atMoment(ground, moment, index)),
    ),
    here(
      'killed at a step on the disk',
      steps.map(step => atStep(ground, step)),
    ),
    here('disk full', few(onFullDisk(ground)), NEEDS_ROOT),
    here('no room for temporary files', few([noTemporaryRoom(ground)], 0), NEEDS_ROOT),
    here('output cannot be written', few(onReadOnly(ground))),
    here('builds at once', few([2, 2, 2, 3, 4].map(count => atOnce(ground, count)))),
    here('browser killed', few(browserKilled(ground)), NEEDS_LINUX),
    here('browser hangs while it prints', few([browserStops(ground)], 0), NEEDS_LINUX),
    here('browser that is none', few(falseBrowsers(ground), 0), NEEDS_SCRIPTS),
    here('clock jumps', few(clockJumps(ground))),
    here('cache as it was left', few(cacheAsLeft(ground), 0)),
    here('cache spoilt', few(spoiltCache(ground))),
    here('cache of other inputs', few(cacheOfOthers(ground), 0)),
    here('cache shared by builds at once', few(cacheShared(ground), 0)),
    here('killed at a step in the cache', killedInCache(ground, cacheSteps)),
    here('cache on a full disk', few(cacheOnFullDisk(ground), 0), NEEDS_ROOT),
    here('cache that cannot be written', few(cacheReadOnly(ground), 0), NEEDS_ROOT),
  ].filter(kind => kind.tries.length > 0 && kind.name.includes(wanted));
}

function atStages(ground: Ground): FaultKind['tries'] {
  const stages = Array.from({ length: STAGES }, (_, index) => index + 1);
  // The last stage first: it is the one that changes the disk.
  return stages.reverse().flatMap(stage =>
    SIGNALS.map(signal => async () => {
      ground.reset();
      const run = await ground.run({
        onLine: (line, child) => {
          if (line.startsWith(`[${stage}/`)) child.kill(signal);
        },
      });
      return (await ground.wrongAfter()) || notStopped(run, signal);
    }),
  );
}

/** A signal that asks is answered, unless the run had ended. */
function notStopped({ exitCode, told }: Run, signal: (typeof SIGNALS)[number]): string {
  if (signal === 'SIGKILL' || exitCode === 0 || process.platform === 'win32') return '';
  return STOPPED.test(told) ? '' : `it does not say that it was stopped: ${told}`;
}

function atMoment(ground: Ground, moment: number, index: number): () => Promise<string> {
  return async () => {
    ground.reset();
    const signal = SIGNALS[index % SIGNALS.length] ?? 'SIGKILL';
    let timer: NodeJS.Timeout | undefined;
    await ground.run({
      onStart: child => {
        timer = setTimeout(() => child.kill(signal), moment);
      },
    });
    clearTimeout(timer);
    return ground.wrongAfter();
  };
}

async function stepsOnDisk(ground: Ground, isShort: boolean): Promise<string[]> {
  // The worst moment: the earlier packs have been moved aside, and the new ones are not yet in their place.
  if (isShort) return ['.earlier-'];
  ground.reset();
  return numbersTo(await countSteps(ground, ground.outputs)).map(String);
}

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

function atStep(ground: Ground, step: string): () => Promise<string> {
  return async () => {
    ground.reset();
    const run = await ground.run(killing(ground.outputs, step));
    const wrong = await ground.wrongAfter();
    return wrong && `after step ${step} ${wrong}\n${run.told}`;
  };
}

const KILOBYTE = 1000;
/** Of the room that another pack would take. */
const ROOM_LEFT = [0.01, 0.1, 0.3, 0.6, 0.9];

/** A disk that holds the earlier pack and so much more. */
function onFullDisk(ground: Ground): FaultKind['tries'] {
  return ROOM_LEFT.map(share => () => {
    ground.reset();
    const size = Math.ceil(sizeOf(ground.out) * (1 + share));
    return mounted(ground, `size=${size}`, async out => {
      const run = await ground.run({ out });
      return (await ground.wrongAfter(out)) || without(run, 2, /The disk is full: make room and run again/);
    });
  });
}

/** With what a small file takes: a disk gives whole pages. */
function sizeOf(folder: string): number {
  const page = 4096;
  const sizes = filesBelow(folder).map(file => statSync(join(folder, file)).size);
  return sizes.reduce((sum, size) => sum + Math.ceil(size / page) * page, 8 * page);
}

function noTemporaryRoom(ground: Ground): () => Promise<string> {
  return async () => {
    ground.reset();
    return mounted(ground, 'size=64k', async (_, disk) => {
      writeFileSync(join(disk, 'full'), Buffer.alloc(40 * KILOBYTE));
      const run = await ground.run({ environment: { TMPDIR: disk } });
      return (await ground.wrongAfter()) || without(run, 3, /error: /);
    });
  };
}

function onReadOnly(ground: Ground): FaultKind['tries'] {
  const refused = /The output cannot be written here \(E[A-Z]+\)/;
  if (!isLinuxRoot)
    return [
      async () => {
        ground.reset();
        chmodSync(ground.outputs, 0o555);
        const run = await ground.run();
        chmodSync(ground.outputs, 0o755);
        return (await ground.wrongAfter()) || without(run, 2, refused);
      },
    ];
  // Root may write where nobody may, so that the disk itself must refuse: from the start, and after the run has begun.
  return ['', '[5/'].map(when => () => {
    ground.reset();
    return mounted(ground, 'size=64m', async (out, disk) => {
      const refuse = (how: string) => execFileSync('mount', ['-o', `remount,${how}`, disk]);
      if (when === '') refuse('ro');
      const onLine = (line: string) => {
        if (when !== '' && line.startsWith(when)) refuse('ro');
      };
      const run = await ground.run({ out, onLine });
      refuse('rw');
      return (await ground.wrongAfter(out)) || without(run, 2, refused);
    });
  });
}

/** On a disk of its own, with the earlier pack on it. */
async function mounted(
  ground: Ground,
  options: string,
  work: (out: string, disk: string) => Promise<string>,
): Promise<string> {
  const disk = join(ground.root, 'disk');
  mkdirSync(disk, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]);
  try {
    const out = join(disk, MONTH);
    if (!options.endsWith('k')) ground.reset(out);
    return await work(out, disk);
  } finally {
    execFileSync('umount', [disk]);
  }
}

function atOnce(ground: Ground, count: number): () => Promise<string> {
  return async () => {
    ground.reset();
    const runs = await Promise.all(Array.from({ length: count }, () => ground.run()));
    const failed = runs.find(run => run.exitCode !== 0);
    return (await ground.wrongAfter()) || (failed ? `one failed: ${failed.told}` : '');
  };
}

function browserKilled(ground: Ground): FaultKind['tries'] {
  // One that is killed while it starts may leave a process that holds its pipe open: then silence tells, at the time limit.
  const words = /browser-(stopped|fails|slow)\]/;
  return ['[5/', '[4/', '[3/'].map(stage => async () => {
    ground.reset();
    const run = await ground.run(signallingBrowser(ground, stage, 'SIGKILL'));
    return (await ground.wrongAfter()) || without(run, 3, words);
  });
}

/** A signal to the browser after a stage, as soon as there is one. */
function signallingBrowser(ground: Ground, stage: string, signal: NodeJS.Signals): RunOptions {
  return {
    onLine: (line, child) => {
      if (!line.startsWith(stage)) return;
      const looking = setInterval(() => {
        const browsers = ground.browsers();
        signalAll(browsers, signal);
        if (browsers.length > 0) clearInterval(looking);
      }, 10);
      child.once('close', () => clearInterval(looking));
    },
  };
}

function browserStops(ground: Ground): () => Promise<string> {
  return async () => {
    ground.reset();
    ground.settings('browser_timeout_seconds: 10');
    const run = await ground.run(signallingBrowser(ground, '[4/', 'SIGSTOP'));
    ground.settings('');
    signalAll(ground.browsers(), 'SIGKILL');
    return (await ground.wrongAfter()) || without(run, 3, /browser_timeout_seconds/);
  };
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Programs in the place of the browser: one that ends, one that talks nonsense, one that never answers. */
function falseBrowsers(ground: Ground): FaultKind['tries'] {
  const tries = [
    { script: 'exit 1', words: /does not start/ },
    { script: 'echo nonsense >&4; echo nonsense; sleep 1', words: /does not start|browser_timeout_seconds/ },
    { script: 'exec sleep 600', words: /browser_timeout_seconds/ },
  ];
  return tries.map(({ script, words }) => async () => {
    ground.reset();
    const browser = join(ground.root, 'browser.sh');
    writeFileSync(browser, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    ground.settings(`browser: ${JSON.stringify(browser)}\nbrowser_timeout_seconds: 10`);
    const run = await ground.run();
    ground.settings('');
    return (await ground.wrongAfter()) || without(run, 3, words);
  });
}

const TEN_YEARS = '3650';

/** The pack of a run whose clock is wrong is the pack of any other. */
function clockJumps(ground: Ground): FaultKind['tries'] {
  const jumps = [
    { CLOCK_JUMP: '-1', CLOCK_AFTER: '1000' },
    { CLOCK_JUMP: TEN_YEARS, CLOCK_AFTER: '1000' },
    { CLOCK_JUMP: `-${TEN_YEARS}`, CLOCK_AFTER: '1500' },
    { CLOCK_OFF: TEN_YEARS },
  ];
  return jumps.map(environment => async () => {
    ground.reset();
    const before = ground.figures();
    const run = await ground.run({
      preload: toolPath('scripts', 'survive-faults', 'shift-clock.mjs'),
      environment,
    });
    if (run.exitCode !== 0) return `it failed: ${run.told}`;
    return (await ground.wrongAfter()) || (ground.figures() === before ? '' : 'the figures differ');
  });
}

/** '' where the run ended with this code and said this. */
function without({ exitCode, told }: Run, expected: number, words: RegExp): string {
  if (exitCode !== expected) return `it ended with ${exitCode}, not ${expected}: ${told}`;
  return words.test(told) && !told.includes('fault of the tool') ? '' : `it does not say ${words}: ${told}`;
}
