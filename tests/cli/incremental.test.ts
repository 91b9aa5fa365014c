import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { filesBelow } from '../../src/files.js';
import { CapturedConsole } from '../support/captured-console.js';
import { workspacePath } from '../support/figures-of.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

describe('a build after one that differs in little', () => {
  let folder: WorkspaceFolder;
  let first: string;
  beforeAll(async () => {
    folder = new WorkspaceFolder({}, workspacePath('small'));
    first = await build();
  }, 300_000);
  afterAll(() => folder.remove());

  /** @returns what it told */
  async function build(...words: string[]): Promise<string> {
    const console = new CapturedConsole();
    const packs = ['--pack', 'scrutiny', 'data-quality', '--allow-errors'];
    const given = ['--workspace', folder.path, '--month', '2020-09', ...packs, ...words];
    await createProgram(console).parseAsync(['node', 'scorecard', 'build', ...given]);
    return console.stderr;
  }

  const out = () => join(folder.path, 'out', '2020-09');
  const cache = () => join(folder.path, 'out', '.cache');

  /** Every file but the one that says when the run was. */
  function made(): Map<string, string> {
    const files = filesBelow(out()).filter(file => file !== 'run.log.json');
    return new Map(files.map(file => [file, readFileSync(join(out(), file), 'latin1')]));
  }

  /** The names of what differs. */
  function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
    expect([...one.keys()]).toEqual([...other.keys()]);
    return [...one].filter(([file, bytes]) => bytes !== other.get(file)).map(([file]) => file);
  }

  function changeAWord(): void {
    const text = folder.read('commentary/2020-09.md');
    expect(text).toMatch(/ the /);
    folder.write('commentary/2020-09.md', text.replace(/ the /, ' the very '));
  }

  it('when one word of commentary has changed then no extract is read and no other pack printed, byte for byte as without a cache', async () => {
    expect(first).not.toContain('as before');
    const before = made();
    changeAWord();
    const told = await build();
    expect(told).toContain('Extracts  as before, not read again');
    expect(told).toMatch(/Measures {2}as before, \d+ figures/);
    expect(told).toMatch(/(\d+) of \1 charts as before/);
    expect(told).toContain('; 1 of 2 PDFs as before');
    const after = made();
    expect(differing(before, after)).toEqual(['public/scrutiny.html', 'public/scrutiny.pdf', 'run.json']);
    rmSync(cache(), { recursive: true });
    expect(await build()).not.toContain('as before');
    expect(differing(after, made())).toEqual([]);
  }, 300_000);

  it('when what is kept was spoilt then it is made again, and comes to the same', async () => {
    const before = made();
    for (const file of filesBelow(cache())) {
      const bytes = readFileSync(join(cache(), file));
      writeFileSync(join(cache(), file), bytes.subarray(0, bytes.length / 2));
    }
    expect(await build()).not.toContain('as before');
    expect(differing(before, made())).toEqual([]);
  }, 300_000);

  it('when a PDF was changed by hand then it is printed again', async () => {
    const before = made();
    writeFileSync(join(out(), 'data-quality.pdf'), 'by hand');
    expect(await build()).toContain('; 1 of 2 PDFs as before');
    expect(differing(before, made())).toEqual([]);
  }, 300_000);

  it('when all is to be made again then nothing is taken from before', async () => {
    expect(await build('--again')).not.toContain('as before');
  }, 300_000);

  it('what is kept lies beside the packs, and in none of their folders', () => {
    expect(readdirSync(join(folder.path, 'out')).sort()).toEqual(['.cache', '2020-09']);
    expect(readdirSync(cache()).sort()).toEqual(['builds', 'charts', 'figures', 'outputs']);
    expect(filesBelow(cache()).filter(file => /\.(html|pdf|csv)$/.test(file))).toEqual([]);
  });
});
