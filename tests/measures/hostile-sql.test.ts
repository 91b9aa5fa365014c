import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { prepare } from '../../src/cli/prepare.js';
import { workOutFigures } from '../../src/figures/work-out.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

/** SQL of a workspace that reaches for what is not an extract: told in words, and nothing read, written or changed. */

const DESCRIPTION = `name: Hostile
area: Front door
kind: count
counts: rows
dated_by: received_at
polarity: none
unit: count
disclosure: none
source: None.
guide: None.
needs: { contacts: [received_at] }
`;

const CASES = "SELECT '2020-09' AS month, content AS record_id FROM";
const LISTED = "SELECT '2020-09' AS month, contact_id AS record_id FROM contacts";

const REACHING: readonly (readonly [sql: string, rule: string])[] = [
  [`${CASES} read_text('/etc/hostname')`, 'out-of-reach'],
  [`${CASES} read_blob('secrets.txt')`, 'out-of-reach'],
  [`SELECT '2020-09' AS month, column0 AS record_id FROM read_csv('/etc/passwd')`, 'out-of-reach'],
  [`SELECT '2020-09' AS month, file AS record_id FROM glob('/*')`, 'out-of-reach'],
  [`SELECT '2020-09' AS month, * FROM 'http://127.0.0.1:9/x.csv'`, 'out-of-reach'],
  [`SELECT '2020-09' AS month, * FROM '/etc/passwd'`, 'sql-failed'],
  [`COPY contacts TO 'stolen.csv'`, 'sql-failed'],
  [`COPY (${LISTED}) TO 'stolen.csv'`, 'sql-failed'],
  [`ATTACH 'stolen.db'`, 'sql-failed'],
  ['INSTALL httpfs', 'sql-failed'],
  ['LOAD httpfs', 'sql-failed'],
  [`SET enable_external_access = true`, 'sql-failed'],
  [`PRAGMA enable_profiling = 'json'`, 'sql-failed'],
  [`CALL enable_logging(storage = 'file', storage_path = 'stolen')`, 'sql-failed'],
  [`EXPORT DATABASE 'stolen'`, 'sql-failed'],
  [`DELETE FROM contacts RETURNING '2020-09' AS month, contact_id AS record_id`, 'sql-failed'],
  [`${LISTED}; DELETE FROM contacts`, 'not-one-query'],
  [`${LISTED}; COPY contacts TO 'stolen.csv';`, 'not-one-query'],
  [`${LISTED}) AS found; DROP TABLE contacts; SELECT * FROM (${LISTED}`, 'sql-failed'],
];

const DEFINING: readonly (readonly [sql: string, rule: string])[] = [
  [`COPY contacts TO 'stolen.csv';`, 'out-of-reach'],
  [`CREATE VIEW fine AS SELECT 1 AS x; UPDATE contacts SET source = 'Police';`, 'not-a-definition'],
  [`ATTACH 'stolen.db' AS other;`, 'not-a-definition'],
  ['INSTALL httpfs;', 'not-a-definition'],
  [`SET memory_limit = '1MB';`, 'not-a-definition'],
  [`CREATE TABLE stolen AS SELECT * FROM read_text('/etc/hostname');`, 'out-of-reach'],
  [`CREATE VIEW stolen AS SELECT * FROM read_csv('/etc/passwd');`, 'out-of-reach'],
];

describe('SQL that a workspace brings', () => {
  let folder: WorkspaceFolder;
  afterEach(() => folder.remove());

  async function told(files: Readonly<Record<string, string>>): Promise<string> {
    folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS,
      'extracts/contacts.csv': 'contact_id,person_id,received_at,source\nC1,P1,01/09/2020 10:00,School\n',
      'secrets.txt': 'secret',
      ...files,
    });
    const prepared = prepare(folder.path);
    // The others would only take time.
    const measures = prepared.catalogue.measures.filter(
      ({ id }) => id === 'hostile' || id === 'contacts-mash',
    );
    const question = { ...prepared, catalogue: { ...prepared.catalogue, measures }, month: '2020-09' };
    const error = await workOutFigures(question).then(
      () => '',
      (thrown: unknown) => String(thrown),
    );
    for (const stolen of ['stolen.csv', 'stolen.db', 'stolen'])
      for (const place of [folder.path, process.cwd()]) expect(existsSync(join(place, stolen))).toBe(false);
    return error;
  }

  it.each(REACHING)('when a measure says %s then it is refused as %s', async (sql, rule) => {
    const files = { 'measures/own/hostile.yml': DESCRIPTION, 'measures/own/hostile.sql': sql };
    expect(await told(files)).toMatch(new RegExp(`^UserError: measures/own/hostile\\.sql.*\\[${rule}\\]$`));
  });

  it.each(DEFINING)('when shared SQL says %s then it is refused as %s', async (sql, rule) => {
    expect(await told({ 'measures/shared/99-hostile.sql': sql })).toMatch(
      new RegExp(`^UserError: measures/shared/99-hostile\\.sql.*\\[${rule}\\]$`),
    );
  });

  it('when a description names SQL elsewhere then it is not read', () => {
    folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS,
      'measures/own/hostile.yml': `${DESCRIPTION}versions: [{ sql: ../../secrets.txt, definition: x }]\n`,
      'secrets.txt': 'secret',
    });
    expect(() => prepare(folder.path)).toThrow(/the name of a file beside this one/);
  });
});
