import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { workspacePath } from '../../support/figures-of.js';
import { readExtracts } from '../../support/read-extracts.js';
import { runSql } from '../../support/table-files.js';
import { WorkspaceFolder } from '../../support/workspace-folder.js';

/** Tables that are in a layout of others, known by their headings whatever the form. */

const SSD = workspacePath('layout-ssd');
const NAMES = ['people', 'contacts', 'care_episodes'];

let folder: WorkspaceFolder | undefined;
afterEach(() => folder?.remove());

it('when the tables of a layout stand in one DuckDB file then the rows are those of its CSV files', async () => {
  folder = new WorkspaceFolder({}, SSD);
  const extracts = join(folder.path, 'extracts');
  rmSync(extracts, { recursive: true });
  mkdirSync(extracts);
  const files = readdirSync(join(SSD, 'extracts')).filter(file => file.endsWith('.csv'));
  const tables = files.map(
    file =>
      `CREATE TABLE "${basename(file, '.csv')}" AS SELECT * FROM read_csv('${join(SSD, 'extracts', file)}', header = true, all_varchar = true)`,
  );
  await runSql(tables.join(';'), join(extracts, 'warehouse.duckdb'));
  const ofCsv = await readExtracts(SSD, NAMES);
  const ofTables = await readExtracts(folder.path, NAMES);
  expect(ofCsv.loaded.every(({ through }) => through?.layout !== undefined)).toBe(true);
  expect(ofTables.rows).toEqual(ofCsv.rows);
  expect(ofTables.loaded.map(({ columns }) => columns)).toEqual(ofCsv.loaded.map(({ columns }) => columns));
  expect(ofTables.loaded.flatMap(each => each.files).every(({ file }) => file.includes('.duckdb/'))).toBe(
    true,
  );
});
