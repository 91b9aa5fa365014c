import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { UserError } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';
import { CapturedConsole } from '../support/captured-console.js';
import { csv } from '../support/check-extracts.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

/** Most extracts are not there in these tests. */
const SETTINGS = `${SMALLEST_SETTINGS}checks: { missing-extract: { severity: note, reason: A test } }\n`;
const POSTS = 'post_id,status,fte,team,started_on,ended_on,remark';

describe('scorecard check', () => {
  let folder: WorkspaceFolder | undefined;

  afterEach(() => folder?.remove());

  async function check(path: string, ...words: string[]) {
    const console = new CapturedConsole();
    const result = { exitCode: 0, message: '', console };
    try {
      const line = ['node', 'scorecard', 'check', '--workspace', path, '--month', '2020-09', ...words];
      await createProgram(console).parseAsync(line);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { ...result, exitCode: error.exitCode, message: error.message };
    }
    return result;
  }

  function posts(...rows: readonly string[]): string {
    folder = new WorkspaceFolder({
      'scorecard.yml': SETTINGS,
      'extracts/posts.csv': csv(POSTS, ...rows),
    });
    return folder.path;
  }

  it('when the sample is checked then there are notes only, and nothing is said but the report', async () => {
    const { exitCode, console } = await check(toolPath('sample-data'), '--strict');
    expect(exitCode).toBe(0);
    expect(console.stdout).toContain('Nothing needs to be mended before the packs are made');
    expect(console.stdout).toContain(
      '  contacts: contacts.csv; 37,284 rows; 7 of 7 columns; from 1 April 2016; last date',
    );
    expect(console.stderr).toBe('');
  });

  it('when a row is faulty then the report reads as a note: what, where, what to do, and why', async () => {
    const path = posts('A,Agency,1,T,01/04/2020,,', 'B,Agencey,1,T,02/04/2020,01/04/2020,');
    const { exitCode, console } = await check(path);
    expect(exitCode).toBe(0);
    const [head, ...rest] = console.stdout.split('\n');
    expect(head).toBe('Test, September 2020: 2 warnings and 2 notes in 1 extract.');
    expect(rest).toContain(
      '  posts: posts.csv; 2 rows; 6 of 6 columns; from 1 April 2016; last date 2 April 2020',
    );
    expect(rest).toContain('    headings not read: "remark"');
    expect(rest).toContain('1. WARNING: 1 row of posts has ended_on before started_on.');
    expect(rest).toContain(
      '   extracts/posts.csv:3: ended_on: warning: ended_on (01/04/2020) is before started_on (02/04/2020). [ended-before-started]',
    );
    expect(rest).toContain('   What to do: Correct the date that is wrong in the case system.');
    expect(rest).toContain(
      '2. WARNING: 1 row of posts has "Agencey" in status, which is not a code of it. Did you mean "Agency"?',
    );
  });

  it('when a person reads it on a screen then what is said of several lines alike stands once, and in a log of each', async () => {
    const path = posts(
      ...['A', 'B', 'C', 'D'].map(id => `${id},${id === 'B' ? 'Agency' : 'Agencey'},1,T,01/04/2020,,`),
    );
    const place = (line: number) =>
      `   extracts/posts.csv:${line}: status: warning: A code outside its list. [unknown-code]`;
    const inLog = (await check(path)).console.stdout.split('\n');
    expect(inLog.filter(line => line.includes('[unknown-code]'))).toEqual([2, 4, 5].map(place));

    const screen = new CapturedConsole(100);
    await createProgram(screen).parseAsync([
      'node',
      'scorecard',
      'check',
      '--workspace',
      path,
      '--month',
      '2020-09',
    ]);
    const onScreen = screen.stdout.split('\n');
    expect(onScreen.filter(line => line.includes('[unknown-code]'))).toEqual([place(2)]);
    expect(onScreen).toContain('     and the same on lines 4–5');
  });

  it('when there are warnings then --strict ends with 1, and without it the run ends with 0', async () => {
    const path = posts('B,Agencey,1,T,01/04/2020,,');
    expect((await check(path)).exitCode).toBe(0);
    expect(await check(path, '--strict')).toMatchObject({
      exitCode: 1,
      message: 'error: The extracts have 1 warning and 2 notes; the report says what to do. [checks-failed]',
    });
  });

  it('when there is an error then the report is printed and the run ends with 1', async () => {
    const { exitCode, console } = await check(posts('A,Agency,1,"T,01/04/2020,,'));
    expect(exitCode).toBe(1);
    expect(console.stdout).toContain(
      'extracts/posts.csv:2: error: A double quote from here on is never closed',
    );
  });

  it('when more than ten places are found then ten are shown and all are in the file', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `A${index},Agency,1,T,02/04/2020,01/04/2020,`);
    const path = posts(...rows);
    const out = join(path, 'lists', 'data-quality.csv');
    const { console } = await check(path, '--out', out);
    expect(console.stdout.match(/\[ended-before-started\]/g)).toHaveLength(10);
    expect(console.stdout).toContain(`   … and 2 more; all are in ${out}`);
    const lines = readFileSync(out, 'utf8').trim().split('\n');
    expect(lines.filter(line => line.includes(',posts,'))).toHaveLength(12);
    expect(lines[0]).toBe('severity,rule,extract,file,line,column,message,what_to_do');
    expect(lines[12]).toBe(
      'warning,ended-before-started,posts,extracts/posts.csv,13,ended_on,ended_on (01/04/2020) is before started_on (02/04/2020).,Correct the date that is wrong in the case system.',
    );
  });

  it('when --json is given then a program can read extracts and findings', async () => {
    const { console } = await check(posts('B,Agencey,1,T,01/04/2020,,'), '--json');
    const report = JSON.parse(console.stdout);
    expect(report.findings[0]).toMatchObject({
      rule: 'unknown-code',
      places: [{ line: 2, column: 'status' }],
    });
    expect(report).toMatchObject({
      month: '2020-09',
      extracts: [
        { extract: 'posts', files: [{ file: 'extracts/posts.csv', rowsRead: 1, unknown: ['remark'] }] },
      ],
    });
  });

  it('when a cell holds what moves the cursor or a formula then neither reaches a terminal or a spreadsheet', async () => {
    const path = posts('A,=1+1,1,T,01/04/2020,,', 'B,\u001b[2J,1,T,01/04/2020,,');
    const { console } = await check(path, '--out', join(path, 'found.csv'));
    expect(console.stdout).not.toContain('\u001b');
    expect(readFileSync(join(path, 'found.csv'), 'utf8')).not.toMatch(/(^|,)=/m);
  });

  it('when the file cannot be written then it ends with 2 and says so', async () => {
    const path = posts('A,Agency,1,T,01/04/2020,,');
    const { exitCode, message } = await check(path, '--out', join(path, 'extracts'));
    expect(exitCode).toBe(2);
    expect(message).toContain('This file cannot be written.');
    expect(existsSync(join(path, 'extracts', 'posts.csv'))).toBe(true);
  });
});
