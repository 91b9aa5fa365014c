import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileHashes } from '../../src/cache/file-hashes.js';
import { createProgram } from '../../src/cli/program.js';
import { buildKey } from '../../src/cli/unchanged.js';
import { readRunRecord } from '../../src/history/run-record.js';
import { CapturedConsole } from '../support/captured-console.js';
import { workspacePath } from '../support/figures-of.js';
import { readWorkbook } from '../support/read-workbook.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

describe('build --format', () => {
  let folder: WorkspaceFolder;
  const browser = process.env.SCORECARD_BROWSER;

  beforeEach(() => {
    folder = new WorkspaceFolder({}, workspacePath('small'));
    process.env.SCORECARD_BROWSER = join(folder.path, 'no-browser');
  });

  afterEach(() => {
    folder.remove();
    if (browser === undefined) delete process.env.SCORECARD_BROWSER;
    else process.env.SCORECARD_BROWSER = browser;
  });

  async function build(...words: string[]): Promise<void> {
    const all = ['node', 'scorecard', 'build', '--workspace', folder.path, '--month', '2020-09', ...words];
    await createProgram(new CapturedConsole()).parseAsync(all);
  }

  it('when only workbooks are asked for, then no browser is, and each lies where its pack does, in the record too', async () => {
    // Its sentences hold numbers that are too small for the public.
    rmSync(join(folder.path, 'commentary'), { recursive: true });
    await build('--pack', 'scrutiny', 'scrutiny-internal', 'team', 'data-quality', '--format', 'xlsx');
    const out = join(folder.path, 'out', '2020-09');
    const record = readRunRecord(readFileSync(join(out, 'run.json'), 'utf8'));
    expect(record?.formats).toEqual(['xlsx']);
    const made = record?.outputs.map(({ file }) => file).filter(file => /\.(xlsx|html|pdf)$/.test(file));
    expect(made?.sort()).toEqual(['public/scrutiny.xlsx', 'scrutiny-internal.xlsx', 'team.xlsx']);

    const [published, internal] = ['public/scrutiny.xlsx', 'scrutiny-internal.xlsx'].map(file =>
      readWorkbook(readFileSync(join(out, file))),
    );
    const signs = (sheets: typeof published) =>
      sheets?.flatMap(({ cells }) => [...cells.values()]).filter(({ value }) => value === 'c').length;
    expect(signs(published)).toBeGreaterThan(50);
    expect(signs(internal)).toBe(0);
  });

  it('when the same is built in another format, then it is another build', () => {
    const words = {
      workspace: folder.path,
      month: '2020-09',
      pack: [],
      strict: false,
      allowErrors: false,
      json: false,
    };
    const hashes = new FileHashes();
    const key = buildKey(words, '2020-09', hashes);
    expect(buildKey({ ...words, format: ['html', 'pdf'] }, '2020-09', hashes)).toBe(key);
    expect(buildKey({ ...words, format: ['html', 'pdf', 'xlsx'] }, '2020-09', hashes)).not.toBe(key);
  });

  it('when a format is unknown, then the message names those that there are', async () => {
    await expect(build('--format', 'docx')).rejects.toThrow(
      "option '-f, --format <formats...>' argument 'docx' is invalid. Allowed choices are html, pdf, xlsx.",
    );
    expect(existsSync(join(folder.path, 'out'))).toBe(false);
  });
});
