import { Database } from '../extracts/database.js';
import type { ExtractDefinition } from '../extracts/definitions.js';
import { type ReadExtracts, readAllExtracts } from '../extracts/read.js';
import { checkYears } from '../measures/calendar.js';
import { prepareQueries, type QueryGround } from '../measures/prepare-queries.js';
import { findFindings } from './find.js';
import type { Finding, Rule } from './rule.js';

/** The extracts of a workspace and what is wrong with them, in an engine of its own: what `check` needs, and no figure. */

export interface CheckQuestion extends QueryGround {
  readonly definitions: readonly ExtractDefinition[];
  readonly rules: readonly Rule[];
  /** Ids of the measures that packs have chosen to show. */
  readonly meant?: ReadonlySet<string>;
}

export interface Checked extends ReadExtracts {
  readonly findings: readonly Finding[];
}

/** @throws UserError 1 when there is no extract at all, 2 when a query cannot run */
export async function runChecks(question: CheckQuestion): Promise<Checked> {
  const { workspace, catalogue, definitions, holidays, rules, meant, month } = question;
  const { folder, settings } = workspace;
  const database = await Database.open();
  try {
    checkYears(holidays, month, month);
    const read = await readAllExtracts(database, { folder, settings, definitions, month });
    await prepareQueries(database, question, month);
    const { measures } = catalogue;
    const input = {
      database,
      folder,
      settings,
      definitions,
      measures,
      month,
      ...(meant ? { meant } : {}),
      ...read,
    };
    return { ...read, findings: await findFindings(input, rules) };
  } finally {
    await database.close();
  }
}
