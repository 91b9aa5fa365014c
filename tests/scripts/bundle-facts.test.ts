import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleFacts } from '../../scripts/bundle/facts.mjs';

const DUCKDB = 'app/node_modules/@duckdb/node-bindings-win32-x64';
const FILES: Readonly<Record<string, string>> = {
  'scorecard.cmd': '@echo off',
  'READ ME.txt': 'words',
  'node/node.exe': 'MZ…',
  'app/bin/scorecard.js': '',
  'app/dist/cli/main.js': '',
  [`${DUCKDB}/duckdb.node`]: 'MZ…',
  [`${DUCKDB}/duckdb.dll`]: 'MZ…',
  'app/node_modules/@napi-rs/canvas-win32-x64-msvc/skia.win32-x64-msvc.node': 'MZ…',
};

describe('the folder for Windows', () => {
  let folder = '';
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
    for (const [name, text] of Object.entries(FILES)) write(name, text);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('when all is there then it says how long the path of its folder may be', () => {
    const { problems, text } = bundleFacts(folder);
    expect(problems).toEqual([]);
    // 260 less the end of the text, the separator and the 72 characters of the longest path, that of the canvas.
    expect(text).toContain('8 files');
    expect(text).toContain('has 72 characters: put it into a folder whose path has at most 186.');
  });

  it('when a library is of another system, or something is missing, then it is no bundle', () => {
    write('app/node_modules/x/build/x.node', '\u007fELF');
    rmSync(join(folder, 'node', 'node.exe'));
    expect(bundleFacts(folder).problems).toEqual([
      'node/node.exe is missing.',
      'app/node_modules/x/build/x.node is no program of Windows.',
    ]);
  });

  it.skipIf(process.platform === 'win32')('when it holds a link then that is told', () => {
    symlinkSync('main.js', join(folder, 'app', 'dist', 'cli', 'link.js'));
    expect(bundleFacts(folder).problems).toEqual([
      'app/dist/cli/link.js is a link, which a zip file would lose.',
    ]);
  });
});
