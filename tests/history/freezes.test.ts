import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkHistory } from '../../src/history/check-history.js';
import { commitFreeze, type FreezeContent } from '../../src/history/commit-freeze.js';
import { findFreeze, readFrozenFile, readHistory } from '../../src/history/frozen.js';
import { formatProblem } from '../../src/problems.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

const content = (text: string): FreezeContent => ({
  files: [{ file: 'figures.csv', bytes: Buffer.from(text) }],
  packs: [{ file: 'public/scrutiny.pdf', bytes: 3, sha256: 'abc' }],
});

describe('frozen months', () => {
  let folder: WorkspaceFolder;

  beforeEach(() => {
    folder = new WorkspaceFolder({});
  });
  afterEach(() => folder.remove());

  function freeze(month: string, reason = '', text = month) {
    const facts = { month, reason, frozenOn: '2020-10-20', toolVersion: '1.0.0' };
    return commitFreeze(folder.path, facts, () => content(text));
  }

  const told = () => checkHistory(folder.path).map(formatProblem);
  const inHistory = (...path: string[]) => join(folder.path, 'history', ...path);

  it('when months are frozen then they stand under their numbers, each with the hash of the one before', () => {
    const first = freeze('2020-08');
    freeze('2020-09');
    const [august, september] = readHistory(folder.path);
    expect(august?.record.previous).toBeNull();
    expect(september?.record.previous).toEqual({ folder: '0001/2020-08.r1', sha256: first.sha256 });
    expect(told()).toEqual([]);
  });

  it('when a frozen month is frozen again then there must be a reason, and both revisions stay', () => {
    freeze('2020-08');
    expect(() => freeze('2020-08')).toThrow(/A correction is a new revision: give its reason with --reason/);
    freeze('2020-08', 'Two plans were recorded twice', 'mended');
    const history = readHistory(folder.path);
    expect(history.map(each => each.folder)).toEqual(['0001/2020-08.r1', '0002/2020-08.r2']);
    expect(readFrozenFile(findFreeze(history, '2020-08'), 'figures.csv').toString()).toBe('mended');
    expect(readFrozenFile(findFreeze(history, '2020-08.r1'), 'figures.csv').toString()).toBe('2020-08');
  });

  it('when a number of a frozen file is changed by hand then check names the file, and it is not used', () => {
    freeze('2020-08');
    freeze('2020-09');
    writeFileSync(inHistory('0001', '2020-08.r1', 'figures.csv'), '2020-8');
    expect(told()).toEqual([
      'history/0001/2020-08.r1/figures.csv: error: A file of a frozen month: it is not as it was frozen. Put it back from version control or a backup; a correction is a new revision. [history-changed]',
    ]);
    expect(() => readFrozenFile(findFreeze(readHistory(folder.path), '2020-08'), 'figures.csv')).toThrow(
      /it is not as it was frozen/,
    );
  });

  it('when the record is made to fit a changed file then the freeze after it tells', () => {
    freeze('2020-08');
    freeze('2020-09');
    const record = inHistory('0001', '2020-08.r1', 'record.json');
    writeFileSync(record, readFileSync(record, 'utf8').replace('2020-10-20', '2020-10-21'));
    expect(told()).toEqual([
      expect.stringContaining('history/0002/2020-09.r1: error: 0001/2020-08.r1, as it'),
    ]);
  });

  it('when a file or a whole month is lost, or a file is added, then check says which', () => {
    for (const month of ['2020-06', '2020-07', '2020-08', '2020-09']) freeze(month);
    rmSync(inHistory('0001', '2020-06.r1', 'figures.csv'));
    rmSync(inHistory('0002'), { recursive: true });
    writeFileSync(inHistory('0003', '2020-08.r1', 'notes.txt'), 'x');
    expect(checkHistory(folder.path).map(({ rule, place }) => [rule, place?.file])).toEqual([
      ['history-lost', 'history/0001/2020-06.r1/figures.csv'],
      ['history-lost', 'history/0002'],
      ['history-stranger', 'history/0003/2020-08.r1/notes.txt'],
    ]);
  });

  it('when two freeze the same month at once then one wins and the other is told', () => {
    const facts = { month: '2020-08', reason: '', frozenOn: '2020-10-20', toolVersion: '1.0.0' };
    let isFirst = true;
    const slow = () =>
      commitFreeze(folder.path, facts, () => {
        // Another run takes the number after this one has read the history.
        if (isFirst) freeze('2020-08', '', 'the winner');
        isFirst = false;
        return content('the other');
      });
    expect(slow).toThrow(/2020-08 was frozen on 2020-10-20 as revision 1/);
    expect(readHistory(folder.path)).toHaveLength(1);
    expect(readFrozenFile(findFreeze(readHistory(folder.path), '2020-08'), 'figures.csv').toString()).toBe(
      'the winner',
    );
    expect(readdirSync(inHistory())).toEqual(['.gitattributes', '0001']);
  });

  it('when two freeze different months at once then both stand, one after the other', () => {
    let isFirst = true;
    const facts = { month: '2020-09', reason: '', frozenOn: '2020-10-20', toolVersion: '1.0.0' };
    commitFreeze(folder.path, facts, history => {
      if (isFirst) freeze('2020-08');
      isFirst = false;
      return content(`after ${history.length}`);
    });
    const september = findFreeze(readHistory(folder.path), '2020-09');
    expect(september.folder).toBe('0002/2020-09.r1');
    expect(readFrozenFile(september, 'figures.csv').toString()).toBe('after 1');
    expect(told()).toEqual([]);
  });

  it('when a freeze was stopped in the middle then the next one takes its remains away', () => {
    // No process has the number 2^22 + 1: systems count up to 2^22.
    const dead = inHistory(`.making-${hostname()}-4194305-00000000`);
    const living = inHistory(`.making-${hostname()}-${process.pid}-00000000`);
    for (const path of [dead, living]) mkdirSync(path, { recursive: true });
    freeze('2020-08');
    expect([existsSync(dead), existsSync(living)]).toEqual([false, true]);
    expect(told()).toEqual([]);
  });
});
