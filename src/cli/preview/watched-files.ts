import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Which files of a workspace have changed. What the system tells is only a reason to look: file shares tell nothing, editors
 * put a new file in the place of the old one, and some systems tell of files that nobody touched. What a look finds decides.
 */

export interface WatchOptions {
  /** Told of all that has changed since it was last told, when nothing has changed for a moment. */
  readonly onChange: (files: readonly string[]) => void;
  /** How often it looks where the system tells nothing. */
  readonly everyMilliseconds?: number;
}

/** Editors write a file in more than one step. */
const SETTLED_MILLISECONDS = 40;
const EVERY_MILLISECONDS = 2000;

/** Packs are made from none of these. */
const NOT_WATCHED = new Set(['out', 'node_modules']);

export class WatchedFiles {
  private states: ReadonlyMap<string, string> = new Map();
  private watcher: FSWatcher | undefined;
  private isOver = false;
  /** Something was told since it last looked. */
  private isHinted = false;
  private wake = () => {};

  private constructor(
    private readonly folder: string,
    private readonly options: WatchOptions,
  ) {}

  /** Watches from what is there now on. */
  static async begin(folder: string, options: WatchOptions): Promise<WatchedFiles> {
    const watched = new WatchedFiles(folder, options);
    watched.states = await statesBelow(folder);
    watched.listen();
    void watched.lookOn();
    return watched;
  }

  end(): void {
    this.isOver = true;
    this.watcher?.close();
    this.wake();
  }

  private listen(): void {
    const soon = (_: unknown, file: string | Buffer | null) => {
      const [top = ''] = String(file ?? '').split(/[\\/]/);
      if (!isWatched(top)) return;
      this.isHinted = true;
      this.wake();
    };
    try {
      this.watcher = watch(this.folder, { recursive: true }, soon);
      this.watcher.on('error', () => this.watcher?.close());
    } catch {
      // Not on every system, nor for every kind of drive: looking is enough.
    }
  }

  private async lookOn(): Promise<void> {
    for (;;) {
      await this.timeToLook();
      if (this.isOver) return;
      // What is told of while it looks makes it look again.
      this.isHinted = false;
      const changed = await this.settled();
      if (changed.length > 0 && !this.isOver) this.options.onChange(changed);
    }
  }

  private timeToLook(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, this.options.everyMilliseconds ?? EVERY_MILLISECONDS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.isHinted || this.isOver) this.wake();
    });
  }

  /** What has changed, when it has stopped changing. */
  private async settled(): Promise<string[]> {
    const before = this.states;
    let seen = before;
    for (;;) {
      this.states = await statesBelow(this.folder);
      if (differing(seen, this.states).length === 0) return differing(before, this.states);
      seen = this.states;
      await wait(SETTLED_MILLISECONDS);
    }
  }
}

function isWatched(name: string): boolean {
  return !name.startsWith('.') && !NOT_WATCHED.has(name);
}

function differing(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const files = new Set([...before.keys(), ...now.keys()]);
  return [...files].filter(file => before.get(file) !== now.get(file)).sort();
}

/** By file, with forward slashes: its size and when it was changed. */
async function statesBelow(folder: string): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  const look = async (path: string, prefix: string): Promise<void> => {
    const names = await readdir(path).catch(() => []);
    await Promise.all(
      names
        .filter(name => prefix !== '' || isWatched(name))
        .map(async name => {
          // What goes while it is looked at is gone.
          const found = await stat(join(path, name)).catch(() => null);
          const file = `${prefix}${name}`;
          if (found?.isFile())
            states.set(file, `${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`);
          // A link to a folder above would lead round in circles; extracts/ itself may be one.
          else if (found?.isDirectory() && file.split('/').length < DEEPEST)
            await look(join(path, name), `${file}/`);
        }),
    );
  };
  await look(folder, '');
  return states;
}

/** No file that packs are made from lies deeper. */
const DEEPEST = 8;
