import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { readExtractDefinitions } from '../../../src/extracts/definitions.js';
import { findExtractFiles } from '../../../src/extracts/files.js';
import { unpack } from '../../../src/extracts/read.js';
import { ExtractSources } from '../../../src/extracts/sources/extract-sources.js';
import { formatProblem } from '../../../src/problems.js';
import { sha256 } from '../../../src/sha256.js';
import { openWorkspace } from '../../../src/workspace/workspace.js';
import { type ReadExtracts, readExtracts } from '../../support/read-extracts.js';
import { runSql } from '../../support/table-files.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../../support/workspace-folder.js';

/** Extracts that are no plain CSV file. */

const POSTS = 'post_id,status,fte,team,started_on,ended_on';
const TEXT = `${POSTS}\nA,Agency,1,"North, ""A""",01/04/2020,\nB,Permanent,0.5,Süd,29/02/2020,31/03/2021\n`;
const ROWS = [
  {
    post_id: 'A',
    status: 'Agency',
    fte: '1.000000',
    team: 'North, "A"',
    started_on: '2020-04-01',
    ended_on: null,
  },
  {
    post_id: 'B',
    status: 'Permanent',
    fte: '0.500000',
    team: 'Süd',
    started_on: '2020-02-29',
    ended_on: '2021-03-31',
  },
];
/** The same two rows with types of their own: dates, times at midnight, and numbers with a fraction. */
const TYPED = `SELECT * FROM (VALUES
  ('A', 'Agency', 1.0::DOUBLE, 'North, "A"', DATE '2020-04-01', NULL::TIMESTAMP),
  ('B', 'Permanent', 0.5, 'Süd', DATE '2020-02-29', TIMESTAMP '2021-03-31 00:00:00')
) AS t (post_id, status, fte, team, started_on, ended_on)`;

let folder: WorkspaceFolder | undefined;
afterEach(() => folder?.remove());

function workspace(files: Readonly<Record<string, string | Uint8Array>> = {}, settings = ''): string {
  folder = new WorkspaceFolder({ 'scorecard.yml': SMALLEST_SETTINGS + settings, ...files });
  mkdirSync(join(folder.path, 'extracts'), { recursive: true });
  return join(folder.path, 'extracts');
}

async function read(extract = 'posts'): Promise<ReadExtracts & { told: string[] }> {
  const found = await readExtracts(folder?.path ?? '', [extract]);
  return { ...found, told: found.problems.map(formatProblem) };
}

async function parquet(select: string, name = 'posts.parquet'): Promise<void> {
  const extracts = workspace();
  await runSql(`COPY (${select}) TO '${join(extracts, name)}' (FORMAT parquet)`);
}

async function database(sql: string, settings = ''): Promise<string> {
  const path = join(workspace({}, settings), 'cases.duckdb');
  await runSql(sql, path);
  return path;
}

describe('an extract in another form than CSV', () => {
  it('when it is compressed with gzip then its rows are those of the text', async () => {
    const bytes = gzipSync(TEXT);
    workspace({ 'extracts/posts.csv.gz': bytes });
    const { rows, told, loaded } = await read();
    expect(told).toEqual([]);
    expect(rows.posts).toEqual(ROWS);
    expect(loaded[0]?.files).toMatchObject([
      { file: 'extracts/posts.csv.gz', sha256: sha256(bytes), rowsRead: 2, rowsLeftOut: 0 },
    ]);
  });

  it('when it is Parquet with types of its own then its rows are those of the text', async () => {
    await parquet(TYPED);
    const { rows, told, loaded } = await read();
    expect(told).toEqual([]);
    expect(rows.posts).toEqual(ROWS);
    expect(loaded[0]?.files).toMatchObject([{ file: 'extracts/posts.parquet', rowsRead: 2 }]);
  });

  it('when it is a table of a DuckDB file then its rows are those of the text', async () => {
    await database(`CREATE TABLE posts AS ${TYPED}`);
    const { rows, told, loaded } = await read();
    expect(told).toEqual([]);
    expect(rows.posts).toEqual(ROWS);
    expect(loaded[0]?.files).toMatchObject([{ file: 'extracts/cases.duckdb/posts', rowsRead: 2 }]);
  });

  it('when a table has another name then the settings say which it is', async () => {
    await database(
      `CREATE TABLE staff AS ${TYPED}`,
      '\nextracts:\n  posts:\n    files: [cases.duckdb/staff]\n    delimiter: semicolon\n    encoding: windows-1252\n    dates: YYYY-MM-DD\n',
    );
    const { rows, told } = await read();
    expect(told).toEqual([]);
    expect(rows.posts).toEqual(ROWS);
  });

  it('when a whole number was stored as one with a fraction then it is still read', async () => {
    await parquet(
      `SELECT 12345.0::DOUBLE AS contact_id, 7.00::DECIMAL(9, 2) AS person_id, 'NaN'::DOUBLE AS outcome,
         TIMESTAMP '2020-04-01 23:59:30' AS received_at, 'Police' AS source`,
      'contacts.parquet',
    );
    const { rows } = await read('contacts');
    expect(rows.contacts).toMatchObject([
      { contact_id: '12345', person_id: '7', outcome: null, received_at: '2020-04-01 23:59:30' },
    ]);
  });

  it('when a cell cannot be read then its row is told, counted below the headings', async () => {
    await parquet(
      `SELECT 'A' AS post_id, 'Agency' AS status, '1' AS fte, E'two\\nlines' AS team, '01/04/2020' AS started_on
       UNION ALL SELECT 'B', 'Agency', 'many', 'T', '01/04/2020'`,
    );
    const { rows, told } = await read();
    expect(rows.posts).toHaveLength(1);
    expect(told).toEqual([
      'extracts/posts.parquet: row 2: fte: warning: Found "many"; expected a number. The row was left out. [unreadable-cell]',
    ]);
  });

  it('when a column must be there and is not then no line is named, for a table has none', async () => {
    await parquet(`SELECT 'A' AS post_id, 'Agency' AS status, 1 AS fte, 'T' AS team`);
    const { told } = await read();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^extracts\/posts\.parquet: started_on: error: There is no heading "started_on"/);
  });

  it('when a time has a time zone then the column is not read and it is told', async () => {
    await parquet(
      `SELECT 'A' AS post_id, 'Agency' AS status, 1 AS fte, 'T' AS team, DATE '2020-04-01' AS started_on, TIMESTAMPTZ '2020-04-01 00:00:00+00' AS ended_on`,
    );
    const { rows, told } = await read();
    expect(rows.posts).toMatchObject([{ post_id: 'A', ended_on: null }]);
    expect(told).toEqual([
      'extracts/posts.parquet: warning: Not read: ended_on (TIMESTAMP WITH TIME ZONE). A time with a time zone may be an hour off: write it as local time, without one. [unread-column]',
    ]);
  });

  it('when an extract is there in two forms then neither is chosen in silence', async () => {
    workspace({ 'extracts/posts.csv': TEXT, 'extracts/posts.csv.gz': gzipSync(TEXT) });
    const { told } = await read();
    expect(told[0]).toBe(
      'extracts/posts.csv: error: posts is here in several forms: posts.csv, posts.csv.gz. Its rows would be counted twice. Keep one, or name what is to be read in scorecard.yml under extracts.posts.files. [several-forms]',
    );
  });

  it('when the settings name files of several teams in several forms then all are read', async () => {
    const second = `${POSTS}\nC,Agency,1,T,01/04/2020,\n`;
    workspace(
      { 'extracts/posts north.csv': TEXT, 'extracts/posts south.csv.gz': gzipSync(second) },
      '\nextracts:\n  posts:\n    files: [posts*]\n',
    );
    const { rows, told } = await read();
    expect(told).toEqual([]);
    expect(rows.posts?.map(row => row.post_id)).toEqual(['A', 'B', 'C']);
  });
});

describe('a file that is not what its name says', () => {
  it.each([
    ['posts.csv.gz', 'not compressed with gzip'],
    ['posts.parquet', 'no Parquet file'],
    ['cases.duckdb', 'no DuckDB file'],
  ])('when %s holds plain text then it is told', async (name, words) => {
    workspace({ [`extracts/${name}`]: TEXT, 'extracts/contacts.csv': 'contact_id\n' });
    const { told } = await read();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^extracts/${name}: error: .*${words}`));
  });

  it('when a compressed file is cut off then it is told', async () => {
    const whole = gzipSync(TEXT);
    workspace({ 'extracts/posts.csv.gz': whole.subarray(0, whole.length - 12) });
    const { told } = await read();
    expect(told).toEqual([
      'extracts/posts.csv.gz: error: The compressed file ends too soon, so the export or the copy was cut off. Export it again. [damaged-file]',
    ]);
  });

  it('when a program has the DuckDB file open then it is told', async () => {
    const path = await database(`CREATE TABLE posts AS ${TYPED}`);
    writeFileSync(`${path}.wal`, 'x');
    writeFileSync(join(path, '..', 'contacts.csv'), 'contact_id\n');
    const { told } = await read();
    expect(told[0]).toMatch(/^extracts\/cases\.duckdb: error: cases\.duckdb\.wal stands beside the file/);
  });
});

describe('a hostile file', () => {
  it('when a DuckDB file holds views then they are no tables, whatever they are called', async () => {
    const path = await database(`CREATE TABLE contacts (contact_id VARCHAR);
      CREATE VIEW posts AS SELECT * FROM (${TYPED})`);
    const { rows, loaded } = await read();
    expect(path).toContain('cases.duckdb');
    expect(rows.posts).toEqual([]);
    expect(loaded[0]?.files).toEqual([]);
  });

  it('when a table works a column out as it is read then it is not read', async () => {
    await database(`CREATE TABLE posts (post_id VARCHAR, status VARCHAR, fte DOUBLE, team VARCHAR, started_on DATE,
        ended_on DATE GENERATED ALWAYS AS (started_on + 1));
      CREATE TABLE contacts (contact_id VARCHAR)`);
    const { told, rows } = await read();
    expect(rows.posts).toEqual([]);
    expect(told).toEqual([
      'extracts/cases.duckdb/posts: warning: The table is not read: it has a column that is worked out when it is read. Write its rows into a plain table. [generated-column]',
    ]);
  });

  it('when a database has its own idea of the functions that read it then ours are used', async () => {
    await database(`CREATE TABLE posts AS ${TYPED};
      CREATE MACRO strftime(a, b) AS '01/01/1999'; CREATE MACRO regexp_replace(a, b, c, d) AS 'changed'`);
    const { rows } = await read();
    expect(rows.posts).toEqual(ROWS);
  });

  async function unpacked(most: number): Promise<string[]> {
    const path = folder?.path ?? '';
    const settings = openWorkspace(path).workspace?.settings;
    if (!settings) throw new Error('no settings');
    const sources = await ExtractSources.open(path);
    try {
      const found = findExtractFiles(path, settings, readExtractDefinitions(), sources);
      const { extracts, problems } = await unpack(sources, found.extracts, most);
      const files = extracts.flatMap(extract => extract.files);
      return [...files, ...problems.map(({ rule, place }) => `${rule} ${place?.file}`)];
    } finally {
      sources.close();
    }
  }

  it('when a small compressed file unpacks to more than may be read then it is given up', async () => {
    const rows = 'A,Agency,1,T,01/04/2020,\n'.repeat(10_000);
    workspace({ 'extracts/posts.csv.gz': gzipSync(`${POSTS}\n${rows}`) });
    expect(await unpacked(200_000)).toEqual(['files-too-large extracts/posts.csv.gz']);
    expect(await unpacked(300_000)).toEqual(['posts.csv.gz']);
  });

  it('when a small Parquet file holds more than may be read then it is given up', async () => {
    await parquet(
      `SELECT 'A' AS post_id, 'Agency' AS status, 1 AS fte, 'T' AS team, '01/04/2020' AS started_on FROM range(10_000)`,
    );
    // A row has 1 + 6 + 1 + 1 + 10 letters, four delimiters and a line end.
    expect(await unpacked(239_999)).toEqual(['files-too-large extracts/posts.parquet']);
    expect(await unpacked(240_000)).toEqual(['posts.parquet']);
  });
});
