import type { Database } from '../extracts/database.js';
import { sqlText } from '../extracts/database.js';
import type { Measure } from '../measures/measure.js';
import type { Team } from '../workspace/tables.js';

/** The sums of a group of cases: everything that any kind of figure is made from, and nothing that cannot be added up. */
export interface Sums {
  /** Sum of weights of all cases. */
  readonly weight: number;
  /** Sum of weights of the cases judged, and of those met. */
  readonly judged: number;
  readonly met: number;
  /** Sum of amounts of the cases judged. */
  readonly amount: number;
  readonly notYetDue: number;
  readonly notJudged: number;
}

export interface MonthlySums extends Sums {
  readonly measure: string;
  readonly month: string;
  /** '' where none is recorded. */
  readonly team: string;
  readonly category: string;
  /** Who, where the measure counts each child once in a figure; else ''. */
  readonly person: string;
}

/** Two levels of a category joined, as the contract writes them. */
export const LEVEL_BREAK = ' / ';
export const NOT_RECORDED = 'Not recorded';

/** Renames and merges the teams recorded on the cases, so that a trend follows its successor. */
export function renameTeams(sums: readonly MonthlySums[], teams: readonly Team[]): MonthlySums[] {
  const successors = new Map(teams.map(({ team }) => [team, successorOf(team, teams)]));
  return sums.map(row => ({ ...row, team: successors.get(row.team) ?? row.team }));
}

/** The team that stands at the end of a chain of mergers; a circle ends where it began. */
export function successorOf(team: string, teams: readonly Team[]): string {
  const passed = new Set<string>();
  let current = team;
  while (!passed.has(current)) {
    passed.add(current);
    const next = teams.find(each => each.team === current)?.mergedInto ?? '';
    if (next === '') return current;
    current = next;
  }
  return team;
}

/**
 * Adds up the cases of a measure by month, team and category (and by child, where each counts once in a figure). A
 * figure of any period is made from these rows, so the cases are read once however many figures are asked for.
 * @param cases a query or table of cases, in the columns of `cases`
 */
export async function sumCases(database: Database, measure: Measure, cases: string): Promise<MonthlySums[]> {
  // On one line up to the cases, so that the engine counts the lines of a measure's query as its file does.
  return database.rows<MonthlySums & Record<string, string | number>>(
    `FROM (SELECT *, ${judgedSql(measure)} AS judged FROM ${cases})
    SELECT ${sqlText(measure.id)} AS measure, month, coalesce(team, '') AS team,
      ${categorySql(measure)} AS category,
      ${personSql(measure)} AS person,
      CAST(coalesce(sum(weight), 0) AS DOUBLE) AS weight,
      CAST(coalesce(sum(weight) FILTER (judged), 0) AS DOUBLE) AS judged,
      CAST(coalesce(sum(weight) FILTER (judged AND met), 0) AS DOUBLE) AS met,
      CAST(coalesce(sum(amount) FILTER (judged), 0) AS DOUBLE) AS amount,
      CAST(count(*) FILTER (not_yet_due) AS INTEGER) AS "notYetDue",
      CAST(count(*) FILTER (NOT not_yet_due AND NOT judged) AS INTEGER) AS "notJudged"
    GROUP BY ALL
    ORDER BY ALL`,
  );
}

/**
 * Whether a case is judged, as an expression over its row. One that is neither met nor not met, or has no amount to
 * average, lacks something, whether or not the query says what.
 */
export function judgedSql({ kind }: Measure): string {
  const needs = { ratio: ' AND met IS NOT NULL', average: ' AND amount IS NOT NULL' };
  const needed = kind === 'ratio' || kind === 'average' ? needs[kind] : '';
  return `NOT not_yet_due AND not_judged IS NULL${needed}`;
}

/** The category of a case, its levels joined; '' where the measure has none. */
export function categorySql(measure: Measure): string {
  const level = (column: string) => `coalesce(nullif(trim(${column}), ''), ${sqlText(NOT_RECORDED)})`;
  const levels = (measure.category?.titles ?? []).map((_, index) => level(`category_${index + 1}`));
  return levels.join(` || ${sqlText(LEVEL_BREAK)} || `) || "''";
}

/** Who, where the measure counts each child once in a figure; else ''. */
export function personSql(measure: Measure): string {
  return measure.distinct ? 'coalesce(person_id, record_id)' : "''";
}

export const NO_SUMS: Sums = { weight: 0, judged: 0, met: 0, amount: 0, notYetDue: 0, notJudged: 0 };
