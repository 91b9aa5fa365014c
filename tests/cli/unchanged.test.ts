import { appendFileSync, existsSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileHashes } from '../../src/cache/file-hashes.js';
import { createProgram } from '../../src/cli/program.js';
import { buildKey } from '../../src/cli/unchanged.js';
import { CapturedConsole } from '../support/captured-console.js';
import { workspacePath } from '../support/figures-of.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

describe('a build of which nothing has changed', () => {
  let folder: WorkspaceFolder;
  beforeAll(async () => {
    folder = new WorkspaceFolder({}, workspacePath('small'));
    await build();
  }, 300_000);
  afterAll(() => folder.remove());

  async function build(): Promise<CapturedConsole> {
    const console = new CapturedConsole();
    const words = [
      '--workspace',
      folder.path,
      '--month',
      '2020-09',
      '--allow-errors',
      '--pack',
      'data-quality',
    ];
    await createProgram(console).parseAsync(['node', 'scorecard', 'build', ...words]);
    return console;
  }

  const figures = () => join(folder.path, 'out', '2020-09', 'figures.csv');
  const madeAt = () => statSync(figures()).mtimeMs;
  const NOTHING = /Nothing has changed since these packs were made: \d+ files are as they were/;

  it('when nothing has changed then nothing is made, and it says so', async () => {
    const before = madeAt();
    const { stdout } = await build();
    expect(stdout).toMatch(NOTHING);
    expect(madeAt()).toBe(before);
  });

  it('when one word of a hand-kept file has changed then it is made again', async () => {
    appendFileSync(join(folder.path, 'commentary', '2020-09.md'), '\n');
    expect((await build()).stdout).not.toMatch(NOTHING);
    expect((await build()).stdout).toMatch(NOTHING);
  }, 300_000);

  it('when a file of the output was edited by hand then the cache is not believed', async () => {
    writeFileSync(figures(), 'edited');
    expect((await build()).stdout).not.toMatch(NOTHING);
    expect((await build()).stdout).toMatch(NOTHING);
  }, 300_000);

  it('when the cache is deleted then the packs are made, and nothing else is lost', async () => {
    const cache = join(folder.path, 'out', '.cache');
    expect(existsSync(cache)).toBe(true);
    rmSync(cache, { recursive: true });
    expect((await build()).stdout).not.toMatch(NOTHING);
  }, 300_000);
});

it('when the extracts lie elsewhere, behind a link, then they are looked at there', () => {
  const elsewhere = new WorkspaceFolder({ 'visits.csv': 'visit_id' });
  const folder = new WorkspaceFolder({ 'scorecard.yml': 'council: { name: Test }\n' });
  symlinkSync(elsewhere.path, join(folder.path, 'extracts'), 'junction');
  const words = { workspace: folder.path, month: '2020-09', pack: [], strict: false, allowErrors: false };
  const key = () => buildKey({ ...words, json: false }, '2020-09', new FileHashes());
  const before = key();
  elsewhere.append('visits.csv', '\n');
  expect(key()).not.toBe(before);
  folder.remove();
  elsewhere.remove();
});
