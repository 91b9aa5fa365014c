import type { Database } from '../../src/extracts/database.js';
import { CASE_COLUMNS, caseQueries, sqlProblem } from '../../src/measures/cases.js';
import type { Measure } from '../../src/measures/measure.js';
import type { Problem } from '../../src/problems.js';

/** The cases themselves, which a run only adds up, in a table that a test can ask. */

export async function createCaseTable(database: Database): Promise<void> {
  const columns = Object.entries(CASE_COLUMNS).map(([name, type]) => `${name} ${type}`);
  await database.run(
    `CREATE TABLE cases (measure VARCHAR, version VARCHAR, ${columns.join(', ')}, not_yet_due BOOLEAN)`,
  );
}

/** Lists the cases of a measure in the table `cases`. */
export async function listCases(database: Database, measure: Measure, firstMonth = ''): Promise<Problem[]> {
  const { queries, problems } = await caseQueries(database, measure, firstMonth);
  for (const { version, sql } of queries) {
    try {
      await database.run(`INSERT INTO cases BY NAME ${sql}`);
    } catch (error) {
      problems.push(sqlProblem(version.sqlFile, error));
    }
  }
  return problems;
}
