import { type Database, sqlText } from '../extracts/database.js';
import type { ReadExtracts } from '../extracts/read.js';
import { categorySql, judgedSql, personSql, successorOf } from '../figures/aggregate.js';
import { missingInput } from '../figures/availability.js';
import type { Question } from '../figures/work-out.js';
import { caseQueries } from '../measures/cases.js';
import type { Measure } from '../measures/measure.js';
import type { Team } from '../workspace/tables.js';

/** What a figure knows of a case: enough to say later which cases made it another figure, and no more. */

export type CaseStanding = 'met' | 'not met' | 'counted' | 'not yet due' | 'not judged';

export interface CaseState {
  readonly measure: string;
  readonly month: string;
  readonly record: string;
  /** 1 for the first row that a measure lists of a record in a month, 2 for the next. */
  readonly row: number;
  /** After renaming and merging; '' where none is recorded. */
  readonly team: string;
  readonly category: string;
  readonly standing: CaseStanding;
  /** null where the measure averages nothing. */
  readonly amount: number | null;
  readonly weight: number;
  /** Who, where the measure counts each child once in a figure; else ''. */
  readonly person: string;
}

/** @param monthsOf the months whose cases are asked for, of each measure */
export async function listCaseStates(
  database: Database,
  { catalogue, workspace }: Question,
  { loaded }: ReadExtracts,
  monthsOf: (measure: Measure) => readonly string[],
): Promise<CaseState[]> {
  const teams = workspace.teams.map(row => row.value);
  const answerable = catalogue.measures.filter(
    measure => measure.kind !== 'manual' && missingInput(measure, loaded) === '',
  );
  const states = await database.spread(answerable, (connection, measure) =>
    statesOf(connection, measure, monthsOf(measure), teams),
  );
  return states.flat();
}

async function statesOf(
  database: Database,
  measure: Measure,
  months: readonly string[],
  teams: readonly Team[],
): Promise<CaseState[]> {
  if (months.length === 0) return [];
  const { queries } = await caseQueries(database, measure, [...months].sort()[0]);
  const found: CaseState[] = [];
  for (const { sql } of queries) {
    const rows = await database.rows<CaseState & Record<string, string | number | null>>(
      `SELECT ${sqlText(measure.id)} AS measure, month, record_id AS record,
        CAST(row_number() OVER (PARTITION BY month, record_id ORDER BY event_on, limit_on, person_id, met, amount) AS INTEGER) AS "row",
        coalesce(team, '') AS team, ${categorySql(measure)} AS category,
        CASE
          WHEN not_yet_due THEN 'not yet due'
          WHEN NOT (${judgedSql(measure)}) THEN 'not judged'
          ${measure.kind === 'ratio' ? "WHEN met THEN 'met' ELSE 'not met'" : "ELSE 'counted'"}
        END AS standing,
        ${measure.kind === 'average' ? 'CAST(amount AS DOUBLE)' : 'NULL'} AS amount,
        CAST(coalesce(weight, 0) AS DOUBLE) AS weight, ${personSql(measure)} AS person
      FROM (${sql}) WHERE month IN (${months.map(sqlText).join(', ')}) AND record_id IS NOT NULL
      ORDER BY month, record, "row"`,
    );
    found.push(...rows);
  }
  return found.map(row => ({ ...row, team: successorOf(row.team, teams) }));
}
