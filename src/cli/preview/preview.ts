import { resolve } from 'node:path';
import { monthName } from '../../months.js';
import { type Problem, UserError } from '../../problems.js';
import { checkFolder } from '../../workspace/workspace.js';
import { bugInWords } from '../bug-in-words.js';
import { type Console, sayProblems } from '../console.js';
import { localDate } from '../local-date.js';
import { readMonth } from '../month.js';
import { LivePack } from './live-pack.js';
import { openPreviewServer, type PreviewServer } from './preview-server.js';
import { WatchedFiles } from './watched-files.js';

/** `scorecard preview`: a pack in the browser while its workspace is edited. Nothing of it is written anywhere. */

export interface PreviewOptions {
  readonly workspace: string;
  readonly month: string;
  readonly pack: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly allowErrors: boolean;
  readonly json: boolean;
}

/**
 * Shows it until it is told to end.
 * @throws UserError 2 where there is no workspace, no such month or pack, or the port is taken
 */
export async function preview(options: PreviewOptions, console: Console, ended: AbortSignal): Promise<void> {
  const month = readMonth(options.month, localDate(new Date()));
  const folder = resolve(options.workspace);
  checkFolder(folder);
  const pack = new LivePack({ ...options, workspace: folder, month });
  pack.checkName();
  const server = await openPreviewServer(`Preview of ${options.pack}, ${monthName(month)}`, options.port);
  const made = new Making(pack, server, console);
  const watched = await WatchedFiles.begin(folder, { onChange: files => made.again(files) });
  const { url } = server;
  console.result(options.json ? JSON.stringify({ url }) : url);
  console.say('Open this address in a browser of this machine. Ctrl-C ends the preview.');
  made.again(null);
  await new Promise<void>(resolve => {
    if (ended.aborted) resolve();
    ended.addEventListener('abort', () => resolve(), { once: true });
  });
  watched.end();
  await server.close();
  await made.end();
  await pack.close();
}

/** When somebody stops it, by Ctrl-C or otherwise: that is how a preview ends, and no fault. */
export function whenStopped(): AbortSignal {
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.removeAllListeners(signal);
    process.once(signal, () => stopped.abort());
  }
  return stopped.signal;
}

/** One page after another: what changes while one is made is in the next. */
class Making {
  private readonly changed = new Set<string>();
  /** Whether all is to be made, whatever has changed. */
  private isAll = false;
  private underWay: Promise<void> | undefined;
  private isOver = false;

  constructor(
    private readonly pack: LivePack,
    private readonly server: PreviewServer,
    private readonly console: Console,
  ) {}

  /** @param files that have changed; null for all */
  again(files: readonly string[] | null): void {
    for (const file of files ?? []) this.changed.add(file);
    if (files === null) this.isAll = true;
    this.underWay ??= this.makeAll();
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.underWay;
  }

  private async makeAll(): Promise<void> {
    while (!this.isOver && (this.isAll || this.changed.size > 0)) {
      const changed = this.isAll ? null : [...this.changed];
      this.isAll = false;
      this.changed.clear();
      await this.makeOnce(changed);
    }
    this.underWay = undefined;
  }

  private async makeOnce(changed: readonly string[] | null): Promise<void> {
    this.server.show({ state: 'making', said: 'Making the page …' });
    const start = performance.now();
    const made = await this.pack.make(changed).catch((error: unknown) => ({ faults: problemsOf(error) }));
    if (this.isOver) return;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const time = new Date().toLocaleTimeString('en-GB');
    const what = changed === null ? 'The page' : whatChanged(changed);
    if ('faults' in made) {
      this.server.show({ state: 'faulty', said: `Not made at ${time}`, problems: made.faults });
      this.console.say(`${what}: not made, ${seconds} s`);
      sayProblems(this.console, made.faults);
      return;
    }
    this.server.show({ state: 'made', said: `Made at ${time} in ${seconds} s`, ...made });
    this.console.say(`${what}: made in ${seconds} s`);
    sayProblems(this.console, made.problems);
  }
}

/** What is no fault of the user's is shown too: a file that was gone for a moment is there again at the next change. */
function problemsOf(error: unknown): Problem[] {
  if (error instanceof UserError) return [...error.problems];
  const message = `Something went wrong inside scorecard: ${bugInWords(error, false)}`;
  return [{ severity: 'error', rule: 'fault', message }];
}

function whatChanged(files: readonly string[]): string {
  const [first = '', ...others] = files;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
