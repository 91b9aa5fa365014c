import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { filesBelow } from '../../src/files.js';
import { UserError } from '../../src/problems.js';
import { CapturedConsole } from '../support/captured-console.js';
import { workspacePath } from '../support/figures-of.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

interface Row {
  readonly edition: string;
  readonly line: string;
  readonly text: string;
}

describe('scorecard freeze', () => {
  let folder: WorkspaceFolder;

  beforeAll(async () => {
    folder = new WorkspaceFolder({}, workspacePath('small'));
    await run('build', '--allow-errors');
  }, 120_000);
  afterAll(() => folder.remove());

  async function run(command: string, ...words: string[]): Promise<CapturedConsole> {
    const console = new CapturedConsole();
    const line = ['node', 'scorecard', command, '--workspace', folder.path, '--month', '2020-09', ...words];
    await createProgram(console).parseAsync(line);
    return console;
  }

  async function refusal(...words: string[]): Promise<UserError> {
    try {
      await run('freeze', ...words);
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
    throw new Error('it was frozen');
  }

  /** Changes a file for as long as something is tried. */
  async function whileEdited<T>(file: string, attempt: () => Promise<T>): Promise<T> {
    const path = join(folder.path, file);
    const before = readFileSync(path);
    appendFileSync(path, '\n');
    try {
      return await attempt();
    } finally {
      writeFileSync(path, before);
    }
  }

  it('when no packs were built then it says to build them, with the month', async () => {
    const { exitCode, message } = await refusal('--out', join(folder.path, 'elsewhere'));
    expect(exitCode).toBe(2);
    expect(message).toContain('Build them first: scorecard build --month 2020-09');
  });

  it('when a pack was edited after it was built then it is not frozen, and the file is named', async () => {
    const { message } = await whileEdited('out/2020-09/public/scrutiny.html', () => refusal());
    expect(message).toMatch(/public\/scrutiny\.html: error: This file is not as the run made it/);
  });

  it('when an extract has changed since then it is not frozen, and the file is named', async () => {
    const { message } = await whileEdited('extracts/contacts.csv', () => refusal());
    expect(message).toMatch(
      /^extracts\/contacts\.csv: error: The packs were made from this file, which has ch/,
    );
  });

  it('when it is frozen then figures, words, tables, definitions and hashes are kept, in 200 kB', async () => {
    const console = await run('freeze', '--json');
    const { folder: place, revision, sha256 } = JSON.parse(console.stdout);
    expect([place, revision]).toEqual([join(folder.path, 'history', '0001', '2020-09.r1'), 1]);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(filesBelow(place)).toEqual([
      ...['actions-printed.csv', 'cases.csv', 'commentary.md', 'comparators.csv', 'definitions.csv'],
      ...['earlier-months.csv', 'figures.csv', 'populations.csv', 'record.json', 'run.json'],
      ...['statements.csv', 'targets.csv', 'teams.csv'],
    ]);
    const record = JSON.parse(readFileSync(join(place, 'record.json'), 'utf8'));
    expect(record.packs.map((pack: { file: string }) => pack.file)).toContain('public/scrutiny.pdf');
    const built = readFileSync(join(folder.path, 'out/2020-09/figures.csv'), 'utf8').split('\n');
    const frozen = readFileSync(join(place, 'figures.csv'), 'utf8').split('\n');
    expect(frozen.slice(1)).toEqual(built.filter(line => line.split(',')[3] === '2020-09').concat(''));
    const sizes = filesBelow(place).map(file => gzipSync(readFileSync(join(place, file))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
  });

  it('keeps the words of each edition as it printed them', () => {
    const place = join(folder.path, 'history', '0001', '2020-09.r1');
    const rows = parse(readFileSync(join(place, 'statements.csv'), 'utf8'), { columns: true }) as Row[];
    const packs = { internal: 'scrutiny-internal.html', public: 'public/scrutiny.html' };
    const wordsOf = (file: string) =>
      readFileSync(join(folder.path, 'out/2020-09', file), 'utf8')
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&quot;', '"')
        .replaceAll('&#x27;', "'");
    for (const [edition, file] of Object.entries(packs)) {
      const own = rows.filter(row => row.edition === edition);
      // As many as there are in the commentary.
      expect(own).toHaveLength(8);
      for (const { text } of own) expect(wordsOf(file)).toContain(text);
    }
    // Three of the referrals of August are too few to be published.
    const of = (edition: string) => rows.find(row => row.edition === edition && row.line === '6')?.text;
    expect(of('public')).not.toBe(of('internal'));
  });

  it('when it is frozen already then there must be a reason', async () => {
    const { message } = await refusal();
    expect(message).toContain('as revision 1, and what was published does not change');
  });
});
