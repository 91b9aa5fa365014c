import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { OutputFolder } from '../../src/packs/output-folder.js';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../src/temporary-folder.js';
import { toolPath } from '../../src/tool-folder.js';

/** A tiny workspace with a pack of an earlier run, on which runs are made to fail. */

export const MONTH = '2020-09';
const MOTHER = toolPath('tests', 'workspaces', 'small');
/** One for the public, two that are not; the others take longer and are written in the same way. */
const PACKS = ['scrutiny', 'scrutiny-internal', 'data-quality'];
const EXTRACTS = ['contacts.csv', 'people.csv'];
const NOTE = { file: 'notes.txt', text: "A person's own notes, which no run may lose." };
const LONGEST_RUN_MILLISECONDS = 180_000;
/** A browser whose run was killed ends by itself. */
const BROWSER_ENDS_WITHIN_MILLISECONDS = 15_000;

export interface RunOptions {
  /** Loaded before the program. */
  readonly preload?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly out?: string;
  /** Takes what it can from the cache of earlier runs; without it all is made again. */
  readonly usesCache?: boolean;
  /** Told of every line on stderr. */
  readonly onLine?: (line: string, child: ChildProcess) => void;
  /** Told when it has started. */
  readonly onStart?: (child: ChildProcess) => void;
}

export interface Run {
  /** null where a signal ended it */
  readonly exitCode: number | null;
  readonly told: string;
}

export class Ground {
  readonly workspace: string;
  /** Holds the output folder and nothing else. */
  readonly outputs: string;
  readonly temporary: string;
  readonly root: string;
  private readonly earlier: string;
  private readonly earlierCache: string;

  constructor() {
    this.root = mkdtempSync(join(tmpdir(), 'survive-faults-'));
    this.workspace = join(this.root, 'workspace');
    this.outputs = join(this.root, 'out');
    this.temporary = join(this.root, 'temporary');
    this.earlier = join(this.root, 'earlier');
    this.earlierCache = join(this.root, 'earlier-cache');
    for (const folder of [join(this.workspace, 'extracts'), this.outputs, this.temporary])
      mkdirSync(folder, { recursive: true });
    for (const file of EXTRACTS)
      cpSync(join(MOTHER, 'extracts', file), join(this.workspace, 'extracts', file));
    this.settings('');
  }

  get out(): string {
    return join(this.outputs, MONTH);
  }

  /** What runs keep for one another. */
  get cache(): string {
    return join(this.workspace, 'out', '.cache');
  }

  /** Few months and few measures on the pages: what fails is the same, and a run takes two seconds. */
  settings(more: string): void {
    const lines = [
      'council: { name: Testshire Council (synthetic) }',
      'extracted_on: 2020-10-05',
      'covers_from: 2018-04-01',
      'series_months: 13',
      'report: { measures_asked_by: [none] }',
      more,
    ];
    writeFileSync(join(this.workspace, 'scorecard.yml'), lines.join('\n'));
  }

  /**
   * Makes the pack of the earlier run. Its record says that it is the earlier one.
   * @param isForCache whether the next run is to find that nothing has changed
   */
  async prepare(isForCache: boolean): Promise<void> {
    const run = await this.run();
    if (run.exitCode !== 0) throw new Error(`The first build fails:\n${run.told}`);
    writeFileSync(join(this.out, NOTE.file), NOTE.text);
    // Now the cache knows the folder with the note in it.
    if (isForCache) await this.run({ usesCache: true });
    cpSync(this.out, this.earlier, { recursive: true });
    cpSync(this.cache, this.earlierCache, { recursive: true });
  }

  /** The earlier pack in its place, and nothing beside it. @param out where that is, if elsewhere */
  reset(out = this.out): void {
    const folder = join(out, '..');
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    cpSync(this.earlier, out, { recursive: true });
  }

  /** The cache as the earlier run left it. */
  resetCache(): void {
    rmSync(this.cache, { recursive: true, force: true });
    cpSync(this.earlierCache, this.cache, { recursive: true });
  }

  async run(options: RunOptions = {}): Promise<Run> {
    const { preload, environment = {}, out = this.out, usesCache = false, onLine, onStart } = options;
    const words = ['--import', 'tsx', ...(preload ? ['--import', pathToFileURL(preload).href] : [])];
    const command = ['build', '--workspace', this.workspace, '--month', MONTH, '--out', out];
    command.push('--pack', ...PACKS, ...(usesCache ? [] : ['--again']));
    const child = spawn(process.execPath, [...words, toolPath('src', 'cli', 'main.ts'), ...command], {
      cwd: toolPath(),
      timeout: LONGEST_RUN_MILLISECONDS,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...temporaryIn(this.temporary), ...environment },
    });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      const before = told.lastIndexOf('\n') + 1;
      told += part;
      for (const line of told.slice(before).split('\n').slice(0, -1)) onLine?.(line, child);
    });
    onStart?.(child);
    const [exitCode] = (await once(child, 'close')) as [number | null];
    return { exitCode, told };
  }

  /**
   * What is wrong after a run that failed, in words; '' where nothing is: a pack stands there whole, or will when the next
   * run begins, and no trace of the failed run is left when it has begun.
   */
  async wrongAfter(out = this.out): Promise<string> {
    // Straight after the failure: whole, or moved aside whole.
    if (existsSync(out)) {
      const wrong = wrongWith(out);
      if (wrong !== '') return `straight after it ${wrong}`;
    }
    if (!(await this.browsersEnd())) return 'a browser still runs';
    await this.nextRunBegins(out);
    const wrong = wrongWith(out);
    if (wrong !== '') return wrong;
    const left = [
      ...readdirSync(join(out, '..')).filter(name => name !== MONTH),
      ...readdirSync(this.temporary).filter(name => name.startsWith('scorecard-')),
    ];
    return left.length === 0 ? '' : `${left.join(', ')} is left behind`;
  }

  /** The first thing that every run does. */
  private async nextRunBegins(out: string): Promise<void> {
    const before = process.env.TMPDIR;
    Object.assign(process.env, temporaryIn(this.temporary));
    try {
      const output = await OutputFolder.open(out);
      output.discard();
      removeTemporaryFolder(makeTemporaryFolder());
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  }

  private async browsersEnd(): Promise<boolean> {
    const start = performance.now();
    while (this.browsers().length > 0) {
      if (performance.now() - start > BROWSER_ENDS_WITHIN_MILLISECONDS) return false;
      await setTimeout(100);
    }
    return true;
  }

  /** Processes of browsers that our runs started. Only Linux tells. */
  browsers(): number[] {
    if (process.platform !== 'linux') return [];
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .filter(pid => commandOf(pid).includes(`--user-data-dir=${this.temporary}`))
      .map(Number);
  }

  figures(): string {
    return readFileSync(join(this.out, 'figures.csv'), 'utf8');
  }

  /** Whether the pack is the earlier one to the byte: its record names every file with its hash, and what it is made from. */
  isAsEarlier(): boolean {
    const [now, earlier] = [this.out, this.earlier].map(folder => hashOf(join(folder, 'run.json')));
    return now !== '' && now === earlier;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The names that systems have for it. */
function temporaryIn(folder: string): Record<string, string> {
  return process.platform === 'win32' ? { TEMP: folder, TMP: folder } : { TMPDIR: folder };
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** A pack is whole when every file that its record names is there with the bytes that it names. */
function wrongWith(out: string): string {
  if (!existsSync(join(out, 'run.json'))) return 'there is no pack';
  const record = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as {
    outputs: { file: string; sha256: string }[];
  };
  const wrong = record.outputs.filter(({ file, sha256 }) => sha256 !== hashOf(join(out, file)));
  if (wrong.length > 0) return `${wrong.map(each => each.file).join(', ')} is not whole`;
  if (!existsSync(join(out, 'run.log.json'))) return 'run.log.json is not there';
  return hashOf(join(out, NOTE.file)) === sha256Of(NOTE.text) ? '' : "a person's file is lost";
}

function hashOf(path: string): string {
  return existsSync(path) ? sha256Of(readFileSync(path)) : '';
}

function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
