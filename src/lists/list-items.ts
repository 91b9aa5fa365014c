import { type Database, sqlText } from '../extracts/database.js';
import type { LoadedExtract } from '../extracts/load.js';
import { successorOf } from '../figures/aggregate.js';
import { sqlProblem } from '../measures/cases.js';
import { type Problem, UserError } from '../problems.js';
import type { Team } from '../workspace/tables.js';
import type { List } from './lists.js';

/** What is owed to a child, or to a worker, and how urgent it is. */
export interface ListItem {
  readonly record: string;
  /** The child, or the worker whose supervision it is. */
  readonly person: string;
  readonly team: string;
  /** What it counts from: the last visit, or a start; '' where nothing is recorded. */
  readonly lastOn: string;
  /** '' where it has no day. */
  readonly dueOn: string;
  readonly urgency: Urgency;
  /** From the day it was due, or to it. */
  readonly workingDays: number | null;
  /** What the record does not say; '' where it says all. */
  readonly notRecorded: string;
}

/** Something due on the day of the list is due, and not overdue yet. */
export type Urgency = 'overdue' | 'not recorded' | 'due';

export interface FilledList {
  readonly list: List;
  readonly items: readonly ListItem[];
  /** Why it cannot be made; '' where it can. */
  readonly missing: string;
}

/**
 * @param asAt YYYY-MM-DD, the day of the list · @param within working days ahead
 * @throws UserError 2 with the faults of the queries
 */
export async function fillLists(
  database: Database,
  lists: readonly List[],
  { asAt, within, teams, loaded }: ListRequest,
): Promise<FilledList[]> {
  const faults: Problem[] = [];
  const filled = await database.spread(lists, async (connection, list): Promise<FilledList> => {
    const missing = missingOf(list, loaded);
    if (missing !== '') return { list, items: [], missing };
    try {
      const rows = await connection.rows<ListItem & Record<string, string | number | null>>(
        queryOf(list, asAt, within),
      );
      return { list, items: rows.map(row => ({ ...row, team: successorOf(row.team, teams) })), missing };
    } catch (error) {
      faults.push(sqlProblem(list.file, error));
      return { list, items: [], missing };
    }
  });
  if (faults.length > 0) throw new UserError(2, faults);
  return filled;
}

export interface ListRequest {
  readonly asAt: string;
  readonly within: number;
  readonly teams: readonly Team[];
  readonly loaded: readonly LoadedExtract[];
}

function missingOf({ needs }: List, loaded: readonly LoadedExtract[]): string {
  const faults = Object.entries(needs).flatMap(([name, columns]) => {
    const extract = loaded.find(each => each.name === name);
    if (!extract || extract.files.length === 0) return [`no extract ${name}`];
    return columns
      .filter(column => !extract.columns.includes(column))
      .map(column => `no column ${name}.${column}`);
  });
  return faults.join('; ');
}

function queryOf(list: List, asAt: string, within: number): string {
  const day = `DATE ${sqlText(asAt)}`;
  const workingDays = (date: string) => `(SELECT working_days_so_far FROM calendar WHERE day = ${date})`;
  const query = list.sql.replace(/;\s*$/, '');
  return `SELECT record_id AS record, coalesce(person_id, '') AS person,
      coalesce(team, allocated_team(person_id, ${day}), '') AS team,
      coalesce(CAST(last_on AS VARCHAR), '') AS "lastOn", coalesce(CAST(due_on AS VARCHAR), '') AS "dueOn",
      CASE WHEN due_on < ${day} THEN 'overdue' WHEN due_on IS NULL THEN 'not recorded' ELSE 'due' END AS urgency,
      CAST(abs(${workingDays(day)} - ${workingDays('CAST(due_on AS DATE)')}) AS INTEGER) AS "workingDays",
      coalesce(not_recorded, '') AS "notRecorded"
    FROM (${query}
    ) AS owed
    WHERE due_on IS NULL OR due_on <= working_days_after(${day}, ${within})
    ORDER BY list_position(['overdue', 'not recorded', 'due'], urgency), due_on, record`;
}
