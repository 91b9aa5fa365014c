import { randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { filesBelow } from '../files.js';
import { type Problem, UserError } from '../problems.js';

/**
 * Output is made in a folder beside its place and moved there when it is whole, so a failed run leaves what was there.
 * What a person put among our files stays; what an earlier run made goes.
 */

export interface OutputFile {
  /** Relative to the output folder, with forward slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

const RECORD = 'run.json';

/** @throws UserError 2 when the place cannot be written to, or holds something that is not ours to replace */
export class OutputFolder {
  private constructor(
    readonly folder: string,
    private readonly making: string,
  ) {}

  /** Opened before the work starts, so that a place that cannot be written is known in a second, not in a minute. */
  static open(folder: string): OutputFolder {
    if (existsSync(folder) && !isOurs(folder)) {
      const message = `It holds files that scorecard did not make (there is no ${RECORD}). Choose an empty folder with --out.`;
      throw UserError.of(2, 'not-our-folder', message, { file: folder });
    }
    const making = join(dirname(folder), `.${basename(folder)}.making-${randomBytes(4).toString('hex')}`);
    try {
      makeFolder(making);
    } catch (error) {
      throw cannotWrite(folder, error);
    }
    return new OutputFolder(folder, making);
  }

  /** Writes all files and puts them in place. */
  publish(files: readonly OutputFile[]): Problem[] {
    try {
      for (const { file, bytes } of files) {
        mkdirSync(dirname(join(this.making, file)), { recursive: true });
        writeFileSync(join(this.making, file), bytes);
      }
      const kept = keepStrangers(this.folder, this.making);
      swap(this.folder, this.making);
      return kept;
    } catch (error) {
      throw cannotWrite(this.folder, error);
    } finally {
      this.discard();
    }
  }

  /** Takes away what was being made; harmless afterwards. */
  discard(): void {
    rmSync(this.making, { recursive: true, force: true });
  }
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
  const old = `${making}-old`;
  renameSync(folder, old);
  try {
    renameSync(making, folder);
  } catch (error) {
    renameSync(old, folder);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

function cannotWrite(folder: string, error: unknown): UserError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isOpen = code === 'EBUSY' || code === 'EPERM';
  const advice = isOpen
    ? 'Close any of its files that are open in another program, and run again.'
    : 'Choose another folder with --out.';
  return UserError.of(
    2,
    'cannot-write',
    `The output cannot be written here (${code || 'unknown reason'}). ${advice}`,
    { file: folder },
  );
}
