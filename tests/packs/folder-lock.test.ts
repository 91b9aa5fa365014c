import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../src/packs/folder-lock.js';
import { newMark } from '../../src/run-marks.js';

describe('withLock', () => {
  let root: string;
  let lock: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
    lock = join(root, 'lock');
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function heldBy(mark: string): void {
    mkdirSync(lock);
    writeFileSync(join(lock, mark), '');
  }

  it('when the work is done then its result is given and the lock is gone', async () => {
    expect(await withLock(lock, () => readdirSync(root))).toEqual(['lock']);
    expect(readdirSync(root)).toEqual([]);
  });

  it('when the work fails then the lock is gone too', async () => {
    const failing = withLock(lock, () => {
      throw new Error('the work fails');
    });
    await expect(failing).rejects.toThrow('the work fails');
    expect(readdirSync(root)).toEqual([]);
  });

  it('when many want it at once then each has its turn alone', async () => {
    const turns = Array.from({ length: 20 }, (_, turn) =>
      withLock(lock, () => {
        expect(readdirSync(lock)).toHaveLength(1);
        return turn;
      }),
    );
    expect(await Promise.all(turns)).toEqual(Array.from({ length: 20 }, (_, turn) => turn));
    expect(readdirSync(root)).toEqual([]);
  });

  it('when a living run keeps it then the message names the run and what to do if there is none', async () => {
    const [host = ''] = newMark().split('-');
    heldBy(`${host}-${process.ppid}-0123abcd`);
    const waiting = withLock(lock, () => 'never', 0.1);
    await expect(waiting).rejects.toMatchObject({ exitCode: 2 });
    await expect(withLock(lock, () => 'never', 0.1)).rejects.toThrow(
      `Another run (process ${process.ppid} on ${host}) is putting its packs here. Run again when it has ended; if there is none, delete the folder lock.`,
    );
    expect(readdirSync(root)).toEqual(['lock']);
  });

  it('when its owner is on another machine then nothing is known of it, and it is left alone', async () => {
    heldBy('elsewhere-1-0123abcd');
    expect(hostname()).not.toBe('elsewhere');
    await expect(withLock(lock, () => 'never', 0.1)).rejects.toThrow('(process 1 on elsewhere)');
  });

  it('when a process of our own number held it before this one began then it is taken over', async () => {
    const [host = ''] = newMark().split('-');
    heldBy(`${host}-${process.pid}-ffffffff`);
    expect(await withLock(lock, () => 'done')).toBe('done');
    expect(readdirSync(root)).toEqual([]);
  });
});
