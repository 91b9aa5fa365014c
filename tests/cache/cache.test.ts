import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CacheFolder, keyOf } from '../../src/cache/cache.js';
import { newMark } from '../../src/run-marks.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

describe('the cache', () => {
  let workspace: WorkspaceFolder;
  let cache: CacheFolder;
  beforeEach(() => {
    workspace = new WorkspaceFolder({});
    cache = new CacheFolder(workspace.path, { reads: true });
  });
  afterEach(() => workspace.remove());

  const folder = () => join(workspace.path, 'out', '.cache', 'figures');
  const read = (key: string) => cache.read('figures', key)?.toString('utf8') ?? null;
  const write = (key: string, text: string) => cache.write('figures', key, Buffer.from(text));

  it('gives back what was written, byte for byte, also where it holds line ends', () => {
    write('a', 'one\ntwo\n');
    expect(read('a')).toBe('one\ntwo\n');
    expect(read('b')).toBeNull();
    expect(cache.read('charts', 'a')).toBeNull();
  });

  it('when an entry was cut off, changed, or put under another name then it is none', () => {
    for (const [key, spoil] of Object.entries({
      cut: (bytes: Buffer) => bytes.subarray(0, -1),
      changed: (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('content', 'contents')),
      'of others': () => Buffer.from('content'),
      empty: () => Buffer.alloc(0),
    })) {
      write(key, 'content');
      const path = join(folder(), key);
      writeFileSync(path, spoil(readFileSync(path)));
      expect([key, read(key)]).toEqual([key, null]);
    }
    write('right', 'content');
    renameSync(join(folder(), 'right'), join(folder(), 'wrong'));
    expect(read('wrong')).toBeNull();
  });

  it('when all is to be made anew then nothing is read, and what is made is there for others', () => {
    const anew = new CacheFolder(workspace.path, { reads: false });
    anew.write('figures', 'a', Buffer.from('new'));
    expect(anew.read('figures', 'a')).toBeNull();
    expect(read('a')).toBe('new');
  });

  it('when there are more than twenty then those used longest ago go, and nothing that is no entry', () => {
    const keys = Array.from({ length: 21 }, (_, index) => keyOf(index));
    for (const [index, key] of keys.slice(0, 20).entries()) {
      write(key, 'content');
      const then = new Date(Date.UTC(2020, 0, 1, 0, index));
      utimesSync(join(folder(), key), then, then);
    }
    const notes = join(folder(), 'notes.txt');
    writeFileSync(notes, 'of a person');
    utimesSync(notes, 0, 0);
    const [first = '', second = '', last = ''] = [keys[0], keys[1], keys[20]];
    expect(read(first)).toBe('content');
    write(last, 'content');
    expect(readdirSync(folder())).toHaveLength(21);
    expect(read(first)).toBe('content');
    expect(read(second)).toBeNull();
    expect(readFileSync(notes, 'utf8')).toBe('of a person');
  });

  it('when a run was killed while it wrote then the next clears away what it left, and nothing of one at work', () => {
    write(keyOf(1), 'content');
    const host = newMark().split('-')[0];
    const noProcess = 2 ** 31 - 1;
    const ended = `${keyOf(2)}.${host}-${noProcess}-0123abcd.part`;
    const atWork = `${keyOf(3)}.${newMark()}.part`;
    for (const name of [ended, atWork]) writeFileSync(join(folder(), name), 'half');
    write(keyOf(4), 'content');
    expect(readdirSync(folder()).sort()).toEqual([keyOf(1), atWork, keyOf(4)].sort());
  });

  it('when it cannot be written then nothing is kept, and nobody is stopped', () => {
    workspace.write('out/.cache', 'a file in place of the folder');
    write('a', 'content');
    expect(read('a')).toBeNull();
    rmSync(join(workspace.path, 'out'), { recursive: true });
    write('a', 'content');
    expect(existsSync(folder())).toBe(true);
  });

  it('when one part differs then so does the name, and parts are not run together', () => {
    expect(keyOf('a', ['b'])).toBe(keyOf('a', ['b']));
    expect(new Set([keyOf('ab', 'c'), keyOf('a', 'bc'), keyOf(['a', 'bc']), keyOf('abc')]).size).toBe(4);
  });
});
