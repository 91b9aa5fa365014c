import { type Database, sqlText } from '../extracts/database.js';
import type { Workspace } from '../workspace/workspace.js';
import { type BankHolidays, createCalendar } from './calendar.js';
import { createSharedSql } from './cases.js';
import type { Catalogue } from './catalogue.js';
import { createSettingsTable } from './settings-table.js';

/** What the queries of measures and checks stand on beside the extracts: the calendar, the settings and the shared SQL. */

export interface QueryGround {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly holidays: BankHolidays;
  readonly month: string;
}

/**
 * Makes an engine that holds the extracts ready for queries, many at once.
 * @param firstMonth the earliest that a query is asked for
 * @throws UserError 2 with the faults of the shared SQL
 */
export async function prepareQueries(
  database: Database,
  { workspace, catalogue, holidays, month }: QueryGround,
  firstMonth: string,
): Promise<void> {
  await createCalendar(database, holidays, firstMonth, month);
  await createSettingsTable(database, workspace.settings);
  await createSharedSql(database, catalogue.shared);
  await database.oneProcessorEach();
}

/**
 * The same for a day instead of months: `month_ends` and `report` have one row, whose month ends on that day, so that all
 * that measures share is as at it.
 * @param asAt YYYY-MM-DD
 */
export async function prepareQueriesAsAt(
  database: Database,
  { workspace, catalogue, holidays }: Omit<QueryGround, 'month'>,
  asAt: string,
): Promise<void> {
  const month = asAt.slice(0, 7);
  await createCalendar(database, holidays, month, month);
  const day = `DATE ${sqlText(asAt)}`;
  await database.run(`UPDATE month_ends SET month_end = ${day}; UPDATE report SET report_month_end = ${day}`);
  await createSettingsTable(database, workspace.settings);
  await createSharedSql(database, catalogue.shared);
  await database.oneProcessorEach();
}
