import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WatchedFiles } from '../../../src/cli/preview/watched-files.js';
import { WorkspaceFolder } from '../../support/workspace-folder.js';

describe('watched files', () => {
  let folder: WorkspaceFolder;
  let watched: WatchedFiles | undefined;
  let told: string[][];
  beforeEach(() => {
    folder = new WorkspaceFolder({ 'targets.csv': 'a', 'commentary/2020-09.md': 'a', 'out/a.html': 'a' });
    told = [];
  });
  afterEach(() => {
    watched?.end();
    folder.remove();
  });

  /** The changes that are told next. */
  let next: () => Promise<string[]>;
  async function watch(everyMilliseconds?: number) {
    let hear = () => {};
    watched = await WatchedFiles.begin(folder.path, {
      ...(everyMilliseconds ? { everyMilliseconds } : {}),
      onChange: files => {
        told.push([...files]);
        hear();
      },
    });
    next = async () => {
      if (told.length === 0) await new Promise<void>(resolve => (hear = resolve));
      return told.shift() ?? [];
    };
  }

  it('when a file is edited, added, renamed or deleted then it is told', async () => {
    await watch();
    folder.write('commentary/2020-09.md', 'b');
    expect(await next()).toEqual(['commentary/2020-09.md']);
    folder.write('measures/visits.sql', 'SELECT 1');
    expect(await next()).toEqual(['measures/visits.sql']);
    folder.write('targets.csv.new', 'bb');
    renameSync(join(folder.path, 'targets.csv.new'), join(folder.path, 'targets.csv'));
    expect((await next()).at(0)).toBe('targets.csv');
    rmSync(join(folder.path, 'measures'), { recursive: true });
    expect(await next()).toEqual(['measures/visits.sql']);
  });

  it('when packs or what nobody sees change then nothing is told', async () => {
    await watch(50);
    for (const file of ['out/a.html', '.git/index', 'node_modules/a.js']) folder.write(file, 'b');
    folder.write('targets.csv', 'b');
    expect(await next()).toEqual(['targets.csv']);
    expect(told).toEqual([]);
  });

  it('when the system tells nothing, as of a folder behind a link, then it is found by looking', async () => {
    const elsewhere = new WorkspaceFolder({ 'visits.csv': 'a' });
    symlinkSync(elsewhere.path, join(folder.path, 'extracts'), 'junction');
    await watch(50);
    elsewhere.write('visits.csv', 'b');
    expect(await next()).toEqual(['extracts/visits.csv']);
    elsewhere.remove();
  });

  it('when it has ended then nothing is told any more', async () => {
    await watch(20);
    watched?.end();
    folder.write('targets.csv', 'b');
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(told).toEqual([]);
  });
});
