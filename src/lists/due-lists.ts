import { latestExtraction } from '../extracts/coverage.js';
import { Database } from '../extracts/database.js';
import type { ExtractDefinition } from '../extracts/definitions.js';
import { stopOnErrors } from '../extracts/load.js';
import { readAllExtracts } from '../extracts/read.js';
import { checkYears } from '../measures/calendar.js';
import { prepareQueriesAsAt, type QueryGround } from '../measures/prepare-queries.js';
import { UserError } from '../problems.js';
import { type FilledList, fillLists } from './list-items.js';
import type { List } from './lists.js';

/** What is owed to children and workers, list by list. */
export interface DueLists {
  /** YYYY-MM-DD: the latest day of the extracts. */
  readonly asAt: string;
  /** Working days ahead. */
  readonly within: number;
  readonly filled: readonly FilledList[];
}

export const USUAL_WITHIN = 10;

export interface DueQuestion extends Omit<QueryGround, 'month'> {
  readonly definitions: readonly ExtractDefinition[];
  readonly lists: readonly List[];
  readonly within: number;
  /** Lists what can be read of extracts with errors. */
  readonly allowErrors?: boolean;
}

/**
 * Everything shared by measures is made as if the month had ended on the day of the extracts, in an engine of its own.
 * @throws UserError 1 for extracts with errors or without a date, 2 with the faults of the lists' queries
 */
export async function fillDueLists(question: DueQuestion): Promise<DueLists> {
  const { workspace, holidays, definitions, lists, within } = question;
  const { folder, settings } = workspace;
  const database = await Database.open();
  try {
    const month = (settings.extracted_on ?? '').slice(0, 7) || `${holidays.firstYear}-01`;
    const read = await readAllExtracts(database, { folder, settings, definitions, month });
    if (!question.allowErrors) stopOnErrors(read.problems);
    const asAt = latestExtraction(read.coverage);
    if (asAt === '')
      throw UserError.of(
        1,
        'no-date',
        'The extracts hold no date, so nothing can be due. Give extracted_on.',
      );
    checkYears(holidays, asAt.slice(0, 7), asAt.slice(0, 7));
    await prepareQueriesAsAt(database, question, asAt);
    const teams = workspace.teams.map(row => row.value);
    const filled = await fillLists(database, lists, { asAt, within, teams, loaded: read.loaded });
    return { asAt, within, filled };
  } finally {
    await database.close();
  }
}

export function dueOfTeam(lists: DueLists, team: string): DueLists {
  const filled = lists.filled.map(each => ({
    ...each,
    items: each.items.filter(item => item.team === team),
  }));
  return { ...lists, filled };
}
