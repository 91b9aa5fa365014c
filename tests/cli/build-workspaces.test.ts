import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { UserError } from '../../src/problems.js';
import { CapturedConsole } from '../support/captured-console.js';
import { workspacePath } from '../support/figures-of.js';

interface Told {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly rules: readonly string[];
}

describe('a build of many workspaces', () => {
  const root = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
  const council = (name: string) => join(root, 'Régions', name);
  const pattern = `${root}/Régions/*`;

  beforeAll(() => {
    for (const name of ['North', 'South', 'West'])
      cpSync(workspacePath('small'), council(name), { recursive: true });
    writeFileSync(join(council('South'), 'scorecard.yml'), 'council: { nam: Southshire }\n');
    mkdirSync(council('notes'));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  async function build(...words: string[]): Promise<Told> {
    const console = new CapturedConsole();
    const some = ['--month', '2020-09', '--allow-errors', '--pack', 'data-quality', '--format', 'html'];
    let error: unknown;
    try {
      await createProgram(console).parseAsync(['node', 'scorecard', 'build', ...some, ...words]);
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      error = thrown;
    }
    const { exitCode, problems } = error instanceof UserError ? error : { exitCode: 0, problems: [] };
    return {
      stdout: console.stdout,
      stderr: console.stderr,
      exitCode,
      rules: problems.map(({ rule }) => rule),
    };
  }

  const figures = (name: string) => statSync(join(council(name), 'out', '2020-09', 'figures.csv')).mtimeMs;

  it('when one fails then the others are made, and it says what is wrong where', async () => {
    const { stdout, stderr, exitCode, rules } = await build('--workspaces', pattern, '--workers', '2');
    expect(stdout).toMatch(/made +1 +\d+ +\d+\.\d +.*North/);
    expect(stdout).toMatch(/made +1 +\d+ +\d+\.\d +.*West/);
    expect(stdout).toMatch(/failed +- +- +\d+\.\d +.*South/);
    expect(stdout.split('\n').at(-1)).toBe('3 workspaces: 2 made, 0 unchanged, 1 failed.');
    expect(stderr).toMatch(/South\/scorecard\.yml:1.*error: .*nam/);
    expect(stderr).toMatch(/notes: warning: .*no scorecard\.yml/);
    expect(stderr).toMatch(/\[3\/3\]/);
    expect([exitCode, rules]).toEqual([2, ['workspaces-failed']]);
  }, 300_000);

  it('when it is mended and run again then only what is missing is made', async () => {
    cpSync(join(workspacePath('small'), 'scorecard.yml'), join(council('South'), 'scorecard.yml'));
    const before = figures('North');
    const { stdout, exitCode } = await build('--workspaces', pattern, '--json');
    const { builds } = JSON.parse(stdout) as {
      builds: { workspace: string; outcome: string; packs: string[] }[];
    };
    expect(builds.map(({ outcome }) => outcome)).toEqual(['unchanged', 'made', 'unchanged']);
    expect(builds.map(({ packs }) => packs)).toEqual([['data-quality'], ['data-quality'], ['data-quality']]);
    expect([exitCode, figures('North')]).toEqual([0, before]);
  }, 300_000);

  it('when it is a share of the whole then only that share is built', async () => {
    const { stdout } = await build('--workspaces', pattern, '--shard', '2/2');
    // The second of North, South and West.
    expect(stdout).toMatch(/unchanged .*South/);
    expect(stdout).not.toMatch(/North|West/);
  }, 300_000);

  it('when a folder is named that is no workspace then nothing is built', async () => {
    const missing = `${root}/Regions/*`;
    expect(await build('--workspaces', pattern, missing)).toMatchObject({
      exitCode: 2,
      rules: ['no-workspace'],
    });
    expect(await build('--workspaces', council('notes'))).toMatchObject({ exitCode: 2 });
  });

  it('when a single workspace or an output folder is named too then the command is wrong', async () => {
    for (const more of [
      ['--workspace', '.'],
      ['--out', 'x'],
    ])
      await expect(build('--workspaces', pattern, ...more)).rejects.toThrow(/cannot be used with/);
  });
});
