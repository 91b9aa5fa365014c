import type { Database } from '../extracts/database.js';
import type { Settings } from '../workspace/settings.js';

/** The settings that a measure's SQL may use: `settings`, one row, a column each. */
export async function createSettingsTable(database: Database, { visits }: Settings): Promise<void> {
  await database.run(`CREATE TABLE settings AS SELECT
    ${visits.cin_working_days} AS cin_visit_working_days,
    ${visits.cp_working_days} AS cp_visit_working_days,
    ${visits.lac_weeks} AS lac_visit_weeks`);
}
