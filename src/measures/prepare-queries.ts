import type { Database } from '../extracts/database.js';
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
