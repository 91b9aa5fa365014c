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
export async function renameTeams(database: Database, teams: readonly Team[]): Promise<void> {
  const renamed = teams
    .map(({ team }) => [team, successorOf(team, teams)] as const)
    .filter(([from, to]) => from !== to);
  if (renamed.length === 0) return;
  const rows = renamed.map(([from, to]) => `(${sqlText(from)}, ${sqlText(to)})`);
  await database.run(`UPDATE cases SET team = renamed.to_team FROM (VALUES ${rows.join(', ')}) AS renamed(from_team, to_team)
    WHERE cases.team = renamed.from_team`);
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
 * Adds up the cases by measure, month, team and category (and by child, where each counts once in a figure). A figure of
 * any period is made from these rows, so the cases are read once however many figures are asked for.
 */
export async function sumCases(database: Database, measures: readonly Measure[]): Promise<MonthlySums[]> {
  const idsOf = (test: (measure: Measure) => boolean) => measures.filter(test).map(measure => measure.id);
  const ratios = idsOf(measure => measure.kind === 'ratio');
  const averages = idsOf(measure => measure.kind === 'average');
  const distinct = idsOf(measure => measure.distinct);
  const withCategory = idsOf(measure => measure.category !== null);
  const withTwoLevels = idsOf(measure => measure.category?.titles.length === 2);
  const isIn = (ids: readonly string[]) =>
    ids.length === 0 ? 'false' : `measure IN (${ids.map(sqlText).join(', ')})`;
  const level = (column: string) => `coalesce(nullif(trim(${column}), ''), ${sqlText(NOT_RECORDED)})`;
  return database.rows<MonthlySums & Record<string, string | number>>(`
    SELECT measure, month, coalesce(team, '') AS team,
      CASE WHEN ${isIn(withTwoLevels)} THEN ${level('category_1')} || ${sqlText(LEVEL_BREAK)} || ${level('category_2')}
        WHEN ${isIn(withCategory)} THEN ${level('category_1')} ELSE '' END AS category,
      CASE WHEN ${isIn(distinct)} THEN coalesce(person_id, record_id) ELSE '' END AS person,
      CAST(coalesce(sum(weight), 0) AS DOUBLE) AS weight,
      CAST(coalesce(sum(weight) FILTER (judged), 0) AS DOUBLE) AS judged,
      CAST(coalesce(sum(weight) FILTER (judged AND met), 0) AS DOUBLE) AS met,
      CAST(coalesce(sum(amount) FILTER (judged), 0) AS DOUBLE) AS amount,
      CAST(count(*) FILTER (not_yet_due) AS INTEGER) AS "notYetDue",
      CAST(count(*) FILTER (NOT not_yet_due AND NOT judged) AS INTEGER) AS "notJudged"
    FROM (
      -- A case that is neither met nor not met, or has no amount to average, lacks something, whether or not the query
      -- says what.
      SELECT *, NOT not_yet_due AND not_judged IS NULL AND (met IS NOT NULL OR NOT ${isIn(ratios)})
        AND (amount IS NOT NULL OR NOT ${isIn(averages)}) AS judged FROM cases
    )
    GROUP BY ALL
    ORDER BY ALL`);
}

export const NO_SUMS: Sums = { weight: 0, judged: 0, met: 0, amount: 0, notYetDue: 0, notJudged: 0 };

export function addSums(a: Sums, b: Sums): Sums {
  return {
    weight: a.weight + b.weight,
    judged: a.judged + b.judged,
    met: a.met + b.met,
    amount: a.amount + b.amount,
    notYetDue: a.notYetDue + b.notYetDue,
    notJudged: a.notJudged + b.notJudged,
  };
}
