import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { UserError } from '../../src/problems.js';
import { CapturedConsole } from '../support/captured-console.js';
import { workspacePath } from '../support/figures-of.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

/** What a hurried analyst gets wrong: each has one clear message and its exit code, and changes nothing. */
describe('a build that cannot be done', () => {
  let folder: WorkspaceFolder;
  const browser = process.env.SCORECARD_BROWSER;

  beforeEach(() => {
    folder = new WorkspaceFolder({}, workspacePath('small'));
  });

  afterEach(() => {
    folder.remove();
    if (browser === undefined) delete process.env.SCORECARD_BROWSER;
    else process.env.SCORECARD_BROWSER = browser;
  });

  async function build(...words: string[]): Promise<{ exitCode: number; message: string }> {
    const silent = new CapturedConsole();
    try {
      const place = words.includes('--workspace') ? [] : ['--workspace', folder.path];
      await createProgram(silent).parseAsync(['node', 'scorecard', 'build', ...place, ...words]);
    } catch (error) {
      if (error instanceof UserError) return { exitCode: error.exitCode, message: error.message };
      throw error;
    }
    return { exitCode: 0, message: '' };
  }

  it.each(['2020-13', '2020-9', 'September', ''])(
    'when the month is "%s" then it ends with 2',
    async month => {
      expect(await build('--month', month)).toEqual({
        exitCode: 2,
        message: `error: "${month}" is not a month. Give --month as YYYY-MM, such as 2020-09, or last. [unknown-month]`,
      });
    },
  );

  it('when the month had not begun when the extracts were made then it ends with 2', async () => {
    expect(await build('--month', '2020-11')).toEqual({
      exitCode: 2,
      message:
        'error: November 2020 had not begun when the extracts were made (2020-10-05). Choose a month up to 2020-10, or extract again. [unknown-month]',
    });
  });

  it('when the month lies outside the bank holidays then the file to replace is named', async () => {
    const { exitCode, message } = await build('--month', '2029-01');
    expect(exitCode).toBe(2);
    expect(message).toContain(
      'bank-holidays.json: error: The bank holidays run from 2012 to 2028, and this run needs 2029-01.',
    );
  });

  it('when the folder is empty then it ends with 2 and says what a workspace has', async () => {
    mkdirSync(join(folder.path, 'empty'));
    const { exitCode, message } = await build('--workspace', join(folder.path, 'empty'));
    expect(exitCode).toBe(2);
    expect(message).toContain('is not a workspace: it has no scorecard.yml.');
  });

  it('when there are no extracts then it ends with 1', async () => {
    const bare = new WorkspaceFolder({ 'scorecard.yml': 'council: { name: Test }\n' });
    const { exitCode, message } = await build('--workspace', bare.path, '--month', '2020-09');
    bare.remove();
    expect(exitCode).toBe(1);
    expect(message).toContain('There is no extract here. Put CSV files such as contacts.csv into it');
  });

  it('when several hand-kept files have slips then all are told at once', async () => {
    folder.write('scorecard.yml', 'council: { name: Test }\nextracted: 2020-10-05\nseries_months: 5\n');
    folder.write(
      'targets.csv',
      'measure,of,from,at_least,at_most,low,high,amber\nre-referals,value,,,22,,,\n',
    );
    folder.write('populations.csv', 'from,ages,population,source\nSep-20,0-17,36100,ONS\n');
    const { exitCode, message } = await build('--month', '2020-09');
    expect(exitCode).toBe(2);
    expect(message.split('\n').sort()).toEqual([
      'populations.csv:2: from: error: Found "Sep-20"; expected a month as YYYY-MM (Excel has changed it: format the column as Text before typing). [wrong-value]',
      'scorecard.yml:2: extracted: error: "extracted" is not a setting here. Did you mean "extracts"? [unknown-key]',
      'scorecard.yml:3: series_months: error: Found "5"; expected 13 or more. [wrong-value]',
    ]);
  });

  it('when a target names a measure with a slip then the nearest is named', async () => {
    folder.write(
      'targets.csv',
      'measure,of,from,at_least,at_most,low,high,amber\nre-referals,value,,,22,,,\n',
    );
    expect(await build('--month', '2020-09')).toEqual({
      exitCode: 2,
      message:
        'targets.csv:2: measure: error: There is no measure "re-referals". Did you mean "re-referrals"? [unknown-measure]',
    });
  });

  it('when the output cannot be written then it ends with 2 before the work starts', async () => {
    folder.write('taken', 'a file, not a folder');
    const { exitCode, message } = await build(
      '--month',
      '2020-09',
      '--out',
      join(folder.path, 'taken', 'out'),
    );
    expect(exitCode).toBe(2);
    expect(message).toContain('The output cannot be written here');
  });

  it.runIf(existsSync('/proc'))(
    'when a file system refuses folders then it ends with 2 and does not try for ever',
    async () => {
      const { exitCode, message } = await build('--month', '2020-09', '--out', '/proc/scorecard/2020-09');
      expect(exitCode).toBe(2);
      expect(message).toContain('The output cannot be written here');
    },
  );

  it('when the output folder holds something else then it is left alone', async () => {
    folder.write('mine/notes.txt', 'keep me');
    const { exitCode, message } = await build('--month', '2020-09', '--out', join(folder.path, 'mine'));
    expect(exitCode).toBe(2);
    expect(message).toContain('It holds files that scorecard did not make');
    expect(readFileSync(join(folder.path, 'mine', 'notes.txt'), 'utf8')).toBe('keep me');
  });

  it('when the browser that was asked for is not there then it ends with 3', async () => {
    process.env.SCORECARD_BROWSER = join(folder.path, 'no-browser');
    const { exitCode, message } = await build('--month', '2020-09');
    expect(exitCode).toBe(3);
    expect(message).toContain('SCORECARD_BROWSER');
  });

  it('when a run fails then earlier output stays as it was and nothing is left behind', async () => {
    const out = join(folder.path, 'out', '2020-09');
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'run.json'), '{"outputs":[]}');
    folder.write(
      'commentary/2020-09.md',
      '## What is going well?\n- We had 471% re-referrals. [re-referrals]\n',
    );
    const { exitCode, message } = await build('--month', '2020-09', '--strict');
    expect(exitCode).toBe(1);
    expect(message).toContain('commentary/2020-09.md:2: warning: "471%" is not what the figures say:');
    // What was worked out before it failed is kept for the next run, out of sight.
    expect(readdirSync(join(folder.path, 'out'))).toEqual(['.cache', '2020-09']);
    expect(readdirSync(out)).toEqual(['run.json']);
  });

  it('when the commentary is not approved then --strict ends with 1 and makes nothing', async () => {
    folder.write('commentary/2020-09.md', '## What is going well?\n');
    const { exitCode, message } = await build('--month', '2020-09', '--strict');
    expect(exitCode).toBe(1);
    expect(message).toContain('The commentary for September 2020 has not been approved. [not-approved]');
    expect(existsSync(join(folder.path, 'out', '2020-09'))).toBe(false);
  });
});
