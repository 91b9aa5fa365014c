import { symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileHashes } from '../../src/cache/file-hashes.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

describe('hashes of files', () => {
  let folder: WorkspaceFolder;
  beforeEach(() => {
    folder = new WorkspaceFolder({ 'extracts/visits.csv': 'abc' });
  });
  afterEach(() => folder.remove());

  const path = () => join(folder.path, 'extracts', 'visits.csv');
  /** Of the text "abc", as FIPS 180-2 prints it. */
  const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

  it('are those of the bytes, by file', () => {
    expect(new FileHashes().below(folder.path)).toEqual([['extracts/visits.csv', ABC]]);
  });

  it('when a file is written again with as many bytes and the date of before then it is another', () => {
    const hashes = new FileHashes();
    expect(hashes.of(path())).toBe(ABC);
    const then = new Date('2020-10-05T08:00:00Z');
    utimesSync(path(), then, then);
    const before = hashes.of(path());
    writeFileSync(path(), 'abd');
    utimesSync(path(), then, then);
    expect(hashes.of(path())).not.toBe(before);
  });

  it('when there is a folder, a link to nothing, or no file then it is said, and nothing fails', () => {
    symlinkSync(join(folder.path, 'gone'), join(folder.path, 'link'));
    const hashes = new FileHashes();
    const found = ['extracts', 'link', 'none'].map(name => hashes.of(join(folder.path, name)));
    expect(found).toEqual(['no file', 'no file', 'no file']);
  });
});
