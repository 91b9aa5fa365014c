import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { filesBelow } from '../files.js';
import { type Problem, UserError } from '../problems.js';
import { newMark, stateOf } from '../run-marks.js';
import { isLeftLocked, withLock } from './folder-lock.js';

/**
 * Output is made in a folder beside its place and moved there when it is whole, so a failed run leaves what was there.
 * What a person put among our files stays; what an earlier run made goes.
 *
 * No system replaces one folder by another in one step. So the earlier pack is moved aside, the new one into its place,
 * and then the earlier one goes; what a run that was killed between two of these left is put right by the next.
 */

export interface OutputFile {
  /** Relative to the output folder, with forward slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

const RECORD = 'run.json';
/** What a run on another machine left is nobody's after a day. */
const ABANDONED_AFTER_MILLISECONDS = 24 * 60 * 60 * 1000;

export class OutputFolder {
  private constructor(
    readonly folder: string,
    private readonly making: string,
    /** What earlier runs that were killed had left, and was put right. */
    readonly recovered: readonly Problem[],
  ) {}

  /**
   * Opened before the work starts, so that a place that cannot be written is known in a second, not in a minute.
   * @throws UserError 2 when the place cannot be written to, or holds something that is not ours to replace
   */
  static async open(folder: string): Promise<OutputFolder> {
    const recovered = await writing(folder, () => recover(folder));
    if (existsSync(folder) && !isOurs(folder)) {
      const message = `It holds files that scorecard did not make (there is no ${RECORD}). Choose an empty folder with --out.`;
      throw UserError.of(2, 'not-our-folder', message, { file: folder });
    }
    const making = beside(folder, `making-${newMark()}`);
    await writing(folder, () => makeFolder(making));
    return new OutputFolder(folder, making, recovered);
  }

  /** Writes all files and puts them in place. */
  async publish(files: readonly OutputFile[]): Promise<Problem[]> {
    try {
      return await writing(this.folder, () => {
        checkNames(files);
        for (const file of files) writeFile(this.making, file);
        return withLock(beside(this.folder, 'lock'), () => {
          const kept = keepStrangers(this.folder, this.making);
          swap(this.folder, this.making);
          return kept;
        });
      });
    } finally {
      this.discard();
    }
  }

  /** Takes away what was being made; harmless afterwards. */
  discard(): void {
    removeQuietly(this.making);
  }
}

/** @throws UserError 2 for what the system refuses */
async function writing<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw cannotWrite(folder, String(error.code));
    throw error;
  }
}

/** Our own names beside the output folder begin with a dot, so that nobody takes them for a pack. */
function beside(folder: string, what: string): string {
  return join(dirname(folder), `.${basename(folder)}.${what}`);
}

/** Inside the folder, and each another also where a system takes capitals for small letters. */
function checkNames(files: readonly OutputFile[]): void {
  const seen = new Set<string>();
  for (const { file } of files) {
    const isOutside = file.split('/').some(name => name === '' || name === '..' || /[\\:]/.test(name));
    if (isOutside || seen.has(file.toLowerCase())) throw new Error(`"${file}" is no name of an output`);
    seen.add(file.toLowerCase());
  }
}

/** On the disk when this returns: a pack that is whole in name only would be worse than none. */
function writeFile(making: string, { file, bytes }: OutputFile): void {
  const names = file.split('/');
  mkdirSync(join(making, ...names.slice(0, -1)), { recursive: true });
  writeFileSync(join(making, ...names), bytes, { flush: true });
}

/** Puts right what runs that were killed left beside the folder. */
async function recover(folder: string): Promise<Problem[]> {
  const leftAs = (kind: string) => {
    const prefix = basename(beside(folder, kind));
    const names = existsSync(dirname(folder)) ? readdirSync(dirname(folder)) : [];
    return names.filter(name => name.startsWith(prefix)).map(name => join(dirname(folder), name));
  };
  for (const kind of ['making-', 'lock-']) {
    const isLeft = (path: string) => isAbandoned(path, basename(beside(folder, kind)).length);
    for (const path of leftAs(kind).filter(isLeft)) removeQuietly(path);
  }
  const lock = beside(folder, 'lock');
  if (leftAs('earlier-').length === 0 && !isLeftLocked(lock)) return [];
  return withLock(lock, () => leftAs('earlier-').flatMap(path => putBack(folder, path)));
}

function isAbandoned(path: string, prefixLength: number): boolean {
  const state = stateOf(basename(path).slice(prefixLength));
  if (state !== 'not known') return state === 'ended';
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return mtimeMs !== undefined && Date.now() - mtimeMs > ABANDONED_AFTER_MILLISECONDS;
}

/** The earlier pack comes back where the new one did not reach its place, and goes where it did. */
function putBack(folder: string, earlier: string): Problem[] {
  const isEmpty = existsSync(folder) && statSync(folder).isDirectory() && readdirSync(folder).length === 0;
  if (isEmpty) rmdirSync(folder);
  if (existsSync(folder)) {
    removeQuietly(earlier);
    return [];
  }
  renameSync(earlier, folder);
  const message =
    'A run was stopped while it put its packs here. The packs that were here before are in their place again.';
  return [{ severity: 'warning', rule: 'restored', message, place: { file: folder } }];
}

/** What cannot be removed now, for it is open in another program, is left to the next run. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}

/** One level after another: Node's own way never ends where a file system refuses, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Ours: empty, or with the record of a run. */
function isOurs(folder: string): boolean {
  if (!statSync(folder).isDirectory()) return false;
  return readdirSync(folder).length === 0 || existsSync(join(folder, RECORD));
}

/** Copies what no run of ours made into the new folder; in public/, where it might be published, with a warning. */
function keepStrangers(folder: string, making: string): Problem[] {
  if (!existsSync(folder)) return [];
  const ours = new Set([...recordedOutputs(folder), RECORD, 'run.log.json']);
  const strangers = filesBelow(folder).filter(file => !ours.has(file));
  return strangers.flatMap(file => {
    // A name that we have taken since: the person's file stands beside ours.
    const place = existsSync(join(making, file)) ? `${file}.kept` : file;
    mkdirSync(dirname(join(making, place)), { recursive: true });
    cpSync(join(folder, file), join(making, place));
    return [
      ...(place === file ? [] : [renamed(join(folder, place))]),
      ...(file.startsWith('public/') ? [notOurs(join(folder, place))] : []),
    ];
  });
}

function renamed(file: string): Problem {
  const message =
    'A file that scorecard did not make had the name of one that it makes, and was renamed to this.';
  return { severity: 'warning', rule: 'renamed-file', message, place: { file } };
}

function notOurs(file: string): Problem {
  const message =
    'scorecard did not make this file. Only what may be published belongs in public/: check it, or take it away.';
  return { severity: 'warning', rule: 'not-our-file', message, place: { file } };
}

function recordedOutputs(folder: string): string[] {
  try {
    const record = JSON.parse(readFileSync(join(folder, RECORD), 'utf8')) as {
      outputs?: { file?: unknown }[];
    };
    return (record.outputs ?? []).map(output => String(output.file));
  } catch {
    // A record that cannot be read tells nothing of what is ours: everything stays.
    return [];
  }
}

function swap(folder: string, making: string): void {
  if (!existsSync(folder)) {
    renameSync(making, folder);
    return;
  }
  const earlier = beside(folder, `earlier-${newMark()}`);
  renameSync(folder, earlier);
  try {
    renameSync(making, folder);
  } catch (error) {
    renameSync(earlier, folder);
    throw error;
  }
  removeQuietly(earlier);
}

/** What to do about what a system says. */
const ADVICE: Readonly<Record<string, string>> = {
  EBUSY: 'Close any of its files that are open in another program, and run again.',
  EPERM: 'Close any of its files that are open in another program, and run again.',
  ENOSPC: 'The disk is full: make room and run again, or choose another folder with --out.',
  EDQUOT: 'Your share of the disk is used up: make room and run again, or choose another folder with --out.',
};

function cannotWrite(folder: string, code: string): UserError {
  const advice = ADVICE[code] ?? 'Choose another folder with --out.';
  return UserError.of(2, 'cannot-write', `The output cannot be written here (${code}). ${advice}`, {
    file: folder,
  });
}
