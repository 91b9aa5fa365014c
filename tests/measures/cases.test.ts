import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/extracts/database.js';
import { createCalendar, readBankHolidays } from '../../src/measures/calendar.js';
import { createSharedSql } from '../../src/measures/cases.js';
import type { Measure } from '../../src/measures/measure.js';
import { formatProblem, UserError } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';
import { aMeasure, aVersion } from '../support/examples.js';
import { createCaseTable, listCases } from '../support/list-cases.js';

const holidays = readBankHolidays(toolPath('reference', 'bank-holidays.json'), 'bank-holidays.json');

function asking(sql: string, parts: Partial<Measure> = {}): Measure {
  return aMeasure({ versions: [aVersion({ sql })], ...parts });
}

describe('listCases', () => {
  let database: Database;

  beforeAll(async () => {
    database = await Database.open();
    await createCalendar(database, holidays, '2020-04', '2020-09');
    await createCaseTable(database);
    await database.run(`CREATE TABLE people (person_id VARCHAR, born VARCHAR, number BIGINT);
      INSERT INTO people VALUES ('P-4711', '14/03/2012', 4711), ('O''Dowd "Quim" 99', 'x', 4712)`);
  });

  afterEach(() => database.run('DELETE FROM cases'));

  afterAll(() => database.close());

  async function told(sql: string, parts: Partial<Measure> = { kind: 'count' }): Promise<string[]> {
    return (await listCases(database, asking(sql, parts))).map(formatProblem);
  }

  async function listed(columns: string): Promise<unknown[]> {
    return database.rows(`SELECT ${columns} FROM cases ORDER BY ALL`);
  }

  it('when a query returns two columns then a case weighs 1 and the rest is not known', async () => {
    expect(await told(`SELECT '2020-09' AS month, 'R1' AS record_id`)).toEqual([]);
    expect(await listed('* EXCLUDE (weight, amount), CAST(weight AS DOUBLE) AS weight')).toEqual([
      {
        measure: 'example',
        version: 'v1',
        month: '2020-09',
        record_id: 'R1',
        person_id: null,
        team: null,
        event_on: null,
        limit_on: null,
        met: null,
        not_judged: null,
        category_1: null,
        category_2: null,
        not_yet_due: false,
        weight: 1,
      },
    ]);
  });

  it.each([
    'SELECT {};',
    'SELECT {} ;\n\n',
    '-- a comment\nSELECT {}',
    'SELECT {} -- at the end',
    'SELECT {};\n-- after\n',
  ])('when a query is written %j then it runs', async shape => {
    expect(await told(shape.replace('{}', `'2020-09' AS month, 'R1' AS record_id`))).toEqual([]);
    expect(await listed('record_id')).toEqual([{ record_id: 'R1' }]);
  });

  it('when cases lie outside the months of the run then they are left out; its edges are in', async () => {
    const months = ['2020-03', '2020-04', '2020-09', '2020-10'].map(month => `('${month}')`);
    await told(`SELECT m AS month, m AS record_id FROM (VALUES ${months.join(', ')}) AS t(m)`);
    expect(await listed('record_id')).toEqual([{ record_id: '2020-04' }, { record_id: '2020-09' }]);
  });

  it('when a definition changes then each month is listed by the version in force, once', async () => {
    const both = (name: string) =>
      `SELECT m AS month, '${name}' AS record_id FROM (VALUES ('2020-07'), ('2020-08'), ('2020-09')) AS t(m)`;
    const versions = [
      aVersion({ to: '2020-08', sql: both('old') }),
      aVersion({ label: 'v2', from: '2020-09', sql: both('new') }),
    ];
    expect(await listCases(database, aMeasure({ kind: 'count', versions }))).toEqual([]);
    expect(await listed('month, version, record_id')).toEqual([
      { month: '2020-07', version: 'v1', record_id: 'old' },
      { month: '2020-08', version: 'v1', record_id: 'old' },
      { month: '2020-09', version: 'v2', record_id: 'new' },
    ]);
  });

  it('when a limit falls after the report month then the case is not yet due, where limits are waited for', async () => {
    const limits = ['2020-09-30', '2020-10-01'].map(day => `('${day}', DATE '${day}')`);
    const sql = `SELECT '2020-09' AS month, id AS record_id, day AS limit_on, true AS met
      FROM (VALUES ${limits.join(', ')}, ('none', NULL)) AS t(id, day)`;
    await told(sql, { judged: 'after limit' });
    expect(await listed('record_id, not_yet_due')).toEqual([
      { record_id: '2020-09-30', not_yet_due: false },
      { record_id: '2020-10-01', not_yet_due: true },
      { record_id: 'none', not_yet_due: false },
    ]);
    await database.run('DELETE FROM cases');
    await told(sql, { judged: 'at once' });
    expect(await listed('DISTINCT not_yet_due')).toEqual([{ not_yet_due: false }]);
  });

  it('when a required column is not returned then it is named, with the file', async () => {
    expect(await told('SELECT 1 AS weight')).toEqual([
      'measures/area/example.sql: error: It returns no column "month". [wrong-columns]',
      'measures/area/example.sql: error: It returns no column "record_id". [wrong-columns]',
    ]);
    expect(await listed('*')).toEqual([]);
  });

  it('when it returns an unknown column then the nearest is named, or all that there are', async () => {
    expect(await told(`SELECT '2020-09' AS month, 'R1' AS record_id, 1 AS wieght, 2 AS population`)).toEqual([
      'measures/area/example.sql: error: It returns a column "wieght". Did you mean "weight"? [wrong-columns]',
      'measures/area/example.sql: error: It returns a column "population". A measure returns month, record_id, person_id, team, event_on, limit_on, met, not_judged, amount, weight, category_1, category_2. [wrong-columns]',
    ]);
  });

  it.each([
    ['a ratio', 'met', { kind: 'ratio' }],
    ['an average', 'amount', { kind: 'average', unit: 'days' }],
    ['a breakdown', 'category_1', { kind: 'breakdown', category: { titles: ['Need'], codes: [[]] } }],
    ['a measure that waits for limits', 'limit_on', { kind: 'count', judged: 'after limit' }],
  ] as const)(
    'when %s returns no column "%s" then that is told, for it could have no figure',
    async (_, column, parts) => {
      expect(await told(`SELECT '2020-09' AS month, 'R1' AS record_id`, parts)).toEqual([
        `measures/area/example.sql: error: It returns no column "${column}". [wrong-columns]`,
      ]);
    },
  );

  it('when the query is empty then it is told that it returns nothing', async () => {
    expect((await told('')).length).toBeGreaterThan(0);
    expect((await told('-- to be written\n')).length).toBeGreaterThan(0);
  });

  it('when a table or column does not exist then its name and the line of the file are told', async () => {
    expect(await told('-- first line\nSELECT 1 AS month\nFROM peopel')).toEqual([
      'measures/area/example.sql:3: error: The engine cannot run this query: Catalog Error: Table with name peopel does not exist. [sql-failed]',
    ]);
    expect(await told('SELECT\n  bron AS month\nFROM people')).toEqual([
      'measures/area/example.sql:2: error: The engine cannot run this query: Binder Error: Referenced column "bron" not found in FROM clause. [sql-failed]',
    ]);
  });

  it('when the SQL is not SQL then the line is told', async () => {
    const [problem] = await told('SELECT month\nFROM people\nWHERE AND');
    expect(problem).toMatch(
      /^measures\/area\/example\.sql:3: error: .*Parser Error: .*"AND".* \[sql-failed\]$/,
    );
  });

  it.each([
    ['an identifier', 'CAST(person_id AS INTEGER)', "person_id = 'P-4711'"],
    ['a date of birth', 'CAST(born AS DATE)', "person_id = 'P-4711'"],
    ['a date of birth', "strptime(born, '%Y-%m-%d')", "person_id = 'P-4711'"],
    ['an identifier with quotes in it', 'CAST(person_id AS INTEGER)', "born = 'x'"],
    ['an identifier with quotes in it', 'CAST(person_id AS DATE)', "born = 'x'"],
    ['a number out of range', 'CAST(number AS TINYINT)', "born <> 'x'"],
    ['an arithmetic overflow', 'CAST(number AS SMALLINT) * CAST(number AS SMALLINT)', "born <> 'x'"],
  ])('when %s cannot be converted by %s then its value is not told', async (_, expression, where) => {
    const sql = `SELECT '2020-09' AS month,\n  ${expression} AS record_id\nFROM people WHERE ${where}`;
    const [problem, ...others] = await told(sql);
    expect(others).toEqual([]);
    expect(problem).toContain('[sql-failed]');
    for (const value of ['P-4711', '4711', '14/03/2012', 'Dowd', 'Quim', '99'])
      expect(problem).not.toContain(value);
  });

  it('when a value cannot be converted then the line is that of the file', async () => {
    const sql = `SELECT '2020-09' AS month,\n  CAST(person_id AS INTEGER) AS record_id\nFROM people`;
    expect((await told(sql))[0]).toMatch(/^measures\/area\/example\.sql:2: error: /);
  });

  it('when one version cannot run then the others are still looked at', async () => {
    const versions = [
      aVersion({ to: '2020-08', sql: 'SELECT 1 FROM nowhere', sqlFile: 'measures/a/old.sql' }),
      aVersion({ from: '2020-09', sql: 'SELECT 1 AS month', sqlFile: 'measures/a/new.sql' }),
    ];
    const problems = await listCases(database, aMeasure({ kind: 'count', versions }));
    expect(problems.map(problem => problem.place?.file)).toEqual([
      'measures/a/old.sql',
      'measures/a/new.sql',
    ]);
  });
});

describe('createSharedSql', () => {
  it('when shared SQL cannot run then its file and line are told', async () => {
    const database = await Database.open();
    try {
      const shared = [
        { file: 'measures/shared/10-a.sql', sql: 'CREATE MACRO one() AS 1;' },
        { file: 'measures/shared/20-b.sql', sql: '-- views\nCREATE VIEW two AS\nSELECT * FROM nowhere;' },
      ];
      await expect(createSharedSql(database, shared)).rejects.toThrow(
        /^measures\/shared\/20-b\.sql:3: error: The engine cannot run this query: Catalog Error: Table with name nowhere does not exist\. \[sql-failed\]$/,
      );
      await expect(createSharedSql(database, shared)).rejects.toThrow(UserError);
      expect(await database.rows('SELECT one() AS one')).toEqual([{ one: 1 }]);
    } finally {
      await database.close();
    }
  });
});
