import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { UserError } from '../../src/problems.js';
import { CapturedConsole } from '../support/captured-console.js';
import { workspacePath } from '../support/figures-of.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

describe('scorecard verify', () => {
  let folder: WorkspaceFolder;
  /** The inputs as they were put by when the month was frozen. */
  const archive = join(mkdtempSync(join(tmpdir(), 'scorecard-archive-')), '2020-09');

  beforeAll(async () => {
    folder = new WorkspaceFolder({}, workspacePath('small'));
    // Every pack is printed, twice, side by side with other tests: a browser that has to wait is no fault.
    folder.append('scorecard.yml', 'browser_timeout_seconds: 900\n');
    cpSync(folder.path, archive, { recursive: true });
    const month = ['--workspace', folder.path, '--month', '2020-09'];
    // What goes wrong here would be told by every test but in its own words.
    expect(await run('build', ...month, '--allow-errors')).toMatchObject({ message: '', exitCode: 0 });
    expect(await run('freeze', ...month)).toMatchObject({ message: '', exitCode: 0 });
  }, 300_000);
  afterAll(() => {
    folder.remove();
    rmSync(join(archive, '..'), { recursive: true });
  });

  async function run(...words: string[]) {
    const console = new CapturedConsole();
    try {
      await createProgram(console).parseAsync(['node', 'scorecard', ...words]);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { stdout: console.stdout, exitCode: error.exitCode, message: error.message };
    }
    return { stdout: console.stdout, exitCode: 0, message: '' };
  }

  const inFolder = (...path: string[]) => join(folder.path, ...path);

  it('when a frozen month is made again from its archived inputs then it has the same bytes', async () => {
    const frozen = inFolder('history', '0001', '2020-09.r1');
    const { stdout, exitCode, message } = await run('verify', frozen, '--workspace', archive);
    expect(message).toBe('');
    expect(stdout).toMatch(/Made again {3}the same bytes, all \d+ files/);
    expect(exitCode).toBe(0);
  }, 300_000);

  it('when a pack was sent about then it is known by its bytes, from what was frozen', async () => {
    const sent = inFolder('sent.pdf');
    cpSync(inFolder('out', '2020-09', 'public', 'scrutiny.pdf'), sent);
    const { stdout, exitCode } = await run('verify', sent, '--no-rebuild');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('public/scrutiny.pdf of September 2020, frozen as 2020-09.r1');
    expect(stdout).toMatch(/Made from {4}\d+ extract files with [\d,]+ rows, extracted on/);
    expect(stdout).toContain('yes: it is as the run made it');
    appendFileSync(sent, ' ');
    expect((await run('verify', sent, '--no-rebuild')).message).toContain(
      'no frozen month of the workspace has a pack with these',
    );
  });

  it('when a file of the output was changed by hand then it is told, and ends with 1', async () => {
    const file = inFolder('out', '2020-09', 'figures.csv');
    const before = readFileSync(file);
    appendFileSync(file, 'x');
    const { stdout, exitCode } = await run('verify', inFolder('out', '2020-09'), '--no-rebuild');
    writeFileSync(file, before);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Unchanged    no: changed since it was made: figures.csv');
  });

  it('when an earlier month was frozen after the pack was made then that is told as the cause', async () => {
    const month = ['--workspace', folder.path, '--month', '2020-08'];
    const august = inFolder('out', '2020-08');
    await run('build', ...month, '--allow-errors', '--pack', 'data-quality', '--format', 'html');
    await run('freeze', ...month);
    const { stdout, exitCode } = await run('verify', inFolder('out', '2020-09', 'figures.csv'));
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      'history/0002/2020-08.r1/figures.csv: error: This month was frozen after the packs were made',
    );
    expect(stdout).not.toContain('Made again');
    rmSync(inFolder('history', '0002'), { recursive: true });
    rmSync(august, { recursive: true });
  }, 120_000);

  it('when an input has changed since then it is named, and nothing is made again', async () => {
    appendFileSync(inFolder('targets.csv'), '\n');
    const { stdout, exitCode } = await run('verify', inFolder('out', '2020-09', 'figures.csv'));
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/1 of \d+ are not as they were, so it was not made again/);
    expect(stdout).toContain('targets.csv: error: The packs were made from this file, which has changed.');
    expect(stdout).not.toContain('Made again');
  });
});
