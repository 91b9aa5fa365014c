import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../src/files.js';
import { toolPath } from '../../src/tool-folder.js';
import type { Ground, Run } from './ground.js';

/**
 * What is done to the cache that runs keep for one another. Whatever it is, the next run comes to the bytes that a run without
 * a cache comes to, ends with 0 and says nothing of a fault.
 */

type Try = () => Promise<string>;

export const KILL_AT_STEP = toolPath('scripts', 'survive-faults', 'kill-at-step.mjs');

/** @param step its number, or a word of the names that it touches */
export function killing(folder: string, step: string) {
  return { preload: KILL_AT_STEP, environment: { KILL_BESIDE: folder, KILL_AT: step } };
}

/** How many steps a run takes on the disk beside a folder. */
export async function countSteps(ground: Ground, folder: string): Promise<number> {
  const { told } = await ground.run(killing(folder, '0'));
  const count = Number(/(\d+) steps on the disk/.exec(told)?.[1] ?? 0);
  if (count === 0) throw new Error(`No step on the disk was seen:\n${told}`);
  return count;
}

/** A run that finds that nothing has changed has none. */
const FIRST_STAGE = /^\[1\//m;

/** What is taken from it where nothing is wrong with it: without this the faults would show nothing. */
export function cacheAsLeft(ground: Ground): Try[] {
  return [true, false].map(isWork => async () => {
    ground.reset();
    ground.resetCache();
    if (isWork) rmSync(join(ground.cache, 'builds'), { recursive: true });
    const run = await ground.run({ usesCache: true });
    const isTaken = isWork ? run.told.includes('as before, not read again') : !FIRST_STAGE.test(run.told);
    return (await wrongWithRun(ground, run)) || (isTaken ? '' : `it took nothing: ${run.told}`);
  });
}

/** One way to spoil an entry: its bytes, and those of another entry. */
type Spoil = (bytes: Buffer, other: Buffer) => Buffer;

const SPOILT: readonly Spoil[] = [
  bytes => bytes.subarray(0, bytes.length / 2),
  bytes => bytes.subarray(0, -1),
  bytes => flipped(bytes, bytes.length - 1),
  bytes => flipped(bytes, Math.floor(bytes.length / 2)),
  bytes => Buffer.concat([bytes, bytes]),
  bytes => Buffer.alloc(bytes.length),
  () => Buffer.alloc(0),
  (_, other) => other,
];

/** A disk that gives back one bit wrong. */
function flipped(bytes: Buffer, place: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
}

export function spoiltCache(ground: Ground): Try[] {
  const ways = [() => foldersForFiles(ground), ...SPOILT.map(spoil => () => spoilAll(ground, spoil))];
  // The one entry that lets a run end at once, and those that each save it some of the work.
  return ways.flatMap(spoil => [true, false].map(isWork => () => afterSpoiling(ground, spoil, isWork)));
}

async function afterSpoiling(ground: Ground, spoil: () => void, isWork: boolean): Promise<string> {
  ground.reset();
  ground.resetCache();
  spoil();
  if (isWork) rmSync(join(ground.cache, 'builds'), { recursive: true });
  const run = await ground.run({ usesCache: true });
  const wrong = await wrongWithRun(ground, run);
  if (wrong !== '') return wrong;
  const isBelieved = !FIRST_STAGE.test(run.told) || run.told.includes('as before');
  return isBelieved ? `it believed what was spoilt: ${run.told}` : '';
}

function spoilAll(ground: Ground, spoil: Spoil): void {
  const files = filesBelow(ground.cache).map(file => join(ground.cache, file));
  const whole = files.map(file => readFileSync(file));
  for (const [index, file] of files.entries()) {
    const [bytes, other] = [whole[index], whole[(index + 1) % files.length]];
    if (bytes && other) writeFileSync(file, spoil(bytes, other));
  }
}

function foldersForFiles(ground: Ground): void {
  for (const file of filesBelow(ground.cache)) {
    rmSync(join(ground.cache, file));
    mkdirSync(join(ground.cache, file));
  }
}

/** Killed after every step that it takes in the cache; the next run takes what is there. */
export function killedInCache(ground: Ground, steps: readonly number[]): Try[] {
  return steps.map(step => async () => {
    ground.reset();
    rmSync(ground.cache, { recursive: true, force: true });
    await ground.run(killing(ground.cache, String(step)));
    const wrong = await wrongWithRun(ground, await ground.run({ usesCache: true }));
    return wrong && `after step ${step} ${wrong}`;
  });
}

/** Room for nothing, and for some of it. */
const DISK_SIZES = ['4k', '64k', '256k'];

export function cacheOnFullDisk(ground: Ground): Try[] {
  return DISK_SIZES.map(size => () => onDiskOfItsOwn(ground, `size=${size}`, () => {}));
}

export function cacheReadOnly(ground: Ground): Try[] {
  return ['empty', 'filled'].map(
    state => () =>
      onDiskOfItsOwn(ground, 'size=64m', async () => {
        if (state === 'filled') await ground.run();
        execFileSync('mount', ['-o', 'remount,ro', ground.cache]);
      }),
  );
}

async function onDiskOfItsOwn(
  ground: Ground,
  options: string,
  work: () => void | Promise<void>,
): Promise<string> {
  ground.reset();
  rmSync(ground.cache, { recursive: true, force: true });
  mkdirSync(ground.cache, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', ground.cache]);
  try {
    await work();
    // The second finds what the first could keep.
    for (const usesCache of [false, true]) {
      const wrong = await wrongWithRun(ground, await ground.run({ usesCache }));
      if (wrong !== '') return wrong;
    }
    return '';
  } finally {
    execFileSync('umount', [ground.cache]);
  }
}

/** Runs at once that keep and take in the same place; with nothing kept before, and with all of it. */
export function cacheShared(ground: Ground): Try[] {
  return [2, 3].flatMap(count =>
    [false, true].map(isFilled => async () => {
      ground.reset();
      ground.resetCache();
      if (!isFilled) rmSync(ground.cache, { recursive: true });
      rmSync(join(ground.cache, 'builds'), { recursive: true, force: true });
      const usesCache = true;
      const runs = await Promise.all(Array.from({ length: count }, () => ground.run({ usesCache })));
      const failed = runs.find(run => run.exitCode !== 0);
      if (failed) return `one failed: ${failed.told}`;
      return wrongWithRun(ground, await ground.run({ usesCache }));
    }),
  );
}

/** A cache of another workspace, and of an extract that has changed since: it holds nothing for this one. */
export function cacheOfOthers(ground: Ground): Try[] {
  return [
    async () => {
      ground.reset();
      rmSync(ground.cache, { recursive: true, force: true });
      const extract = join(ground.workspace, 'extracts', 'contacts.csv');
      const [kept, before] = [`${ground.cache}-kept`, readFileSync(extract, 'utf8')];
      writeFileSync(extract, withoutLastRow(before));
      const other = await ground.run();
      const isOther = other.exitCode === 0 && !ground.isAsEarlier();
      renameSync(ground.cache, kept);
      writeFileSync(extract, before);
      ground.reset();
      cpSync(kept, ground.cache, { recursive: true });
      rmSync(kept, { recursive: true });
      if (!isOther) return `the other run is no other: ${other.told}`;
      return wrongWithRun(ground, await ground.run({ usesCache: true }));
    },
  ];
}

function withoutLastRow(csv: string): string {
  return csv.trimEnd().split('\n').slice(0, -1).join('\n');
}

async function wrongWithRun(ground: Ground, run: Run): Promise<string> {
  if (run.exitCode !== 0) return `it ended with ${run.exitCode}: ${run.told}`;
  const wrong = await ground.wrongAfter();
  if (wrong !== '') return wrong;
  if (!ground.isAsEarlier()) return `the pack is not what a run without a cache makes: ${run.told}`;
  const left = filesBelow(ground.cache).filter(file => file.endsWith('.part'));
  return left.length === 0 ? '' : `${left.join(', ')} is left in the cache`;
}
