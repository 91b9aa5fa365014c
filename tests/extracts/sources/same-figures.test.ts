import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/checks/run-checks.js';
import { prepare } from '../../../src/cli/prepare.js';
import type { Figure } from '../../../src/figures/figure.js';
import { figuresOf, workspacePath } from '../../support/figures-of.js';
import { runSql } from '../../support/table-files.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../../support/workspace-folder.js';

/** The same children in every form that an extract may have. */

const SMALL = workspacePath('small');
const MEASURES = [
  'adoption-care-to-order',
  'contacts-mash-24h',
  'cp-plans-by-category',
  'cp-plans-open',
  'placements-long-term-stable',
  'posts-agency',
  're-referrals',
  's47-in-15-days',
];
const CSV_FILES = readdirSync(join(SMALL, 'extracts'));

let folder: WorkspaceFolder | undefined;
afterEach(() => folder?.remove());

function emptied(): { extracts: string; path: string } {
  folder = new WorkspaceFolder({}, SMALL);
  const extracts = join(folder.path, 'extracts');
  rmSync(extracts, { recursive: true });
  mkdirSync(extracts);
  return { extracts, path: folder.path };
}

async function figures(path: string): Promise<readonly Figure[]> {
  return (await figuresOf(path, '2020-09', MEASURES)).figures;
}

/** A file's rows, with dates and times of their own type. */
function typed(file: string): string {
  const heading = readFileSync(join(SMALL, 'extracts', file), 'utf8').split('\n')[0] ?? '';
  const columns = heading.split(',').map(name => {
    const formats = "['%d/%m/%Y %H:%M', '%d/%m/%Y']";
    if (name.endsWith('_at')) return `strptime("${name}", ${formats}) AS "${name}"`;
    if (name.endsWith('_on')) return `CAST(strptime("${name}", ${formats}) AS DATE) AS "${name}"`;
    return `"${name}"`;
  });
  const from = `read_csv('${join(SMALL, 'extracts', file)}', header = true, all_varchar = true, delim = ',')`;
  return `SELECT ${columns.join(', ')} FROM ${from}`;
}

describe('a workspace whose extracts have another form', () => {
  let ofCsv: readonly Figure[];

  beforeAll(async () => {
    ofCsv = await figures(SMALL);
  });

  it('when they are CSV then there are figures to compare with', () => {
    const measured = new Set(ofCsv.filter(({ status }) => status === 'ok').map(({ measure }) => measure));
    expect(measured).toEqual(new Set(MEASURES));
  });

  it('when they are compressed then the figures are the same', async () => {
    const { extracts, path } = emptied();
    for (const file of CSV_FILES) {
      const bytes = gzipSync(readFileSync(join(SMALL, 'extracts', file)));
      folder?.write(`extracts/${file}.gz`, bytes);
    }
    expect(readdirSync(extracts)).toHaveLength(CSV_FILES.length);
    expect(await figures(path)).toEqual(ofCsv);
  });

  it('when they are Parquet then the figures are the same', async () => {
    const { extracts, path } = emptied();
    const copies = CSV_FILES.map(file => {
      const name = `${basename(file, '.csv')}.parquet`;
      return `COPY (${typed(file)}) TO '${join(extracts, name)}' (FORMAT parquet)`;
    });
    await runSql(copies.join(';'));
    expect(await figures(path)).toEqual(ofCsv);
  });

  it('when they are tables of one DuckDB file then the figures are the same', async () => {
    const { extracts, path } = emptied();
    const tables = CSV_FILES.map(file => `CREATE TABLE ${basename(file, '.csv')} AS ${typed(file)}`);
    await runSql(tables.join(';'), join(extracts, 'Case system 2020.duckdb'));
    expect(await figures(path)).toEqual(ofCsv);
  });
});

describe('checks of a table', () => {
  it('when an id stands in two rows then the second row is named', async () => {
    folder = new WorkspaceFolder({ 'scorecard.yml': SMALLEST_SETTINGS });
    mkdirSync(join(folder.path, 'extracts'));
    await runSql(
      `COPY (SELECT * FROM (VALUES ('A', 'Agency', 1, 'T', DATE '2020-04-01'), ('B', 'Agency', 1, 'T', DATE '2020-04-01'),
         ('A', 'Permanent', 1, 'T', DATE '2020-05-01')) AS t (post_id, status, fte, team, started_on))
       TO '${join(folder.path, 'extracts', 'posts.parquet')}' (FORMAT parquet)`,
    );
    const { findings } = await runChecks({ ...prepare(folder.path), month: '2020-09' });
    const repeated = findings.find(({ rule }) => rule === 'repeated-key');
    expect(repeated?.places).toEqual([
      {
        file: 'extracts/posts.parquet',
        line: 3,
        message: 'The same id stands on row 1 of extracts/posts.parquet.',
      },
    ]);
  });
});
