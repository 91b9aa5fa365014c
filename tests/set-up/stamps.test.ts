import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesOf, fingerprint, isStamped, stamp, unstamp } from '../../scripts/set-up/stamps.mjs';

let root = '';
const PLACES = ['src', 'package.json'];

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'scorecard-stamps-'));
  write('package.json', '{}');
  write('src/cli/main.ts', 'one');
  write('src/problems.ts', 'two');
});

afterEach(() => rmSync(root, { recursive: true }));

describe('fingerprint', () => {
  it('when nothing has changed then it is the same', () => {
    expect(fingerprint(root, PLACES, ['20.20.2'])).toBe(
      fingerprint(root, ['package.json', 'src'], ['20.20.2']),
    );
  });

  it.each([
    ['a file is edited', () => write('src/problems.ts', 'three')],
    ['a file is added', () => write('src/months.ts', '')],
    ['a file is removed', () => rmSync(path.join(root, 'src/problems.ts'))],
    [
      'a file is renamed',
      () => {
        rmSync(path.join(root, 'src/problems.ts'));
        write('src/faults.ts', 'two');
      },
    ],
    [
      'two files change places',
      () => {
        write('src/cli/main.ts', 'two');
        write('src/problems.ts', 'one');
      },
    ],
  ])('when %s then it is another', (_what, change) => {
    const before = fingerprint(root, PLACES, []);
    change();
    expect(fingerprint(root, PLACES, [])).not.toBe(before);
  });

  it('when a fact changes then it is another', () => {
    expect(fingerprint(root, PLACES, ['20.20.2'])).not.toBe(fingerprint(root, PLACES, ['22.1.0']));
  });

  it('when something outside the places changes then it is the same', () => {
    const before = fingerprint(root, PLACES, []);
    write('out/scrutiny.html', 'made');
    expect(fingerprint(root, PLACES, [])).toBe(before);
  });
});

describe('filesOf', () => {
  it('when a place is not there then it has no files', () => {
    expect(filesOf(root, [...PLACES, '.npmrc'])).toEqual([
      'package.json',
      'src/cli/main.ts',
      'src/problems.ts',
    ]);
  });
});

describe('stamp', () => {
  it('when a step was never done then it is not stamped', () => {
    expect(isStamped(root, 'install', 'abc')).toBe(false);
  });

  it('when a step was done then it is stamped for that print only', () => {
    stamp(root, 'install', 'abc');
    expect(isStamped(root, 'install', 'abc')).toBe(true);
    expect(isStamped(root, 'install', 'abd')).toBe(false);
    expect(isStamped(root, 'compile', 'abc')).toBe(false);
  });

  it('when a step begins again then its stamp is gone', () => {
    stamp(root, 'install', 'abc');
    unstamp(root, 'install');
    unstamp(root, 'install');
    expect(isStamped(root, 'install', 'abc')).toBe(false);
  });
});
