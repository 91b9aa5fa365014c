import { resolve } from 'node:path';
import { latestExtraction } from '../extracts/coverage.js';
import { Database } from '../extracts/database.js';
import { stopOnErrors } from '../extracts/load.js';
import { readAllExtracts } from '../extracts/read.js';
import { type FilledList, fillLists } from '../lists/list-items.js';
import { type List, readLists } from '../lists/lists.js';
import { checkYears } from '../measures/calendar.js';
import { prepareQueriesAsAt } from '../measures/prepare-queries.js';
import { didYouMean } from '../nearest.js';
import { UserError } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import { CASES_WARNING } from './cases-warning.js';
import type { Console } from './console.js';
import { listsAsJson, listsCsv, listsText } from './lists-text.js';
import { type Prepared, prepare } from './prepare.js';
import { writePrivateFile } from './private-file.js';

/** `scorecard lists`: what a team owes to whom, overdue first, as at the day of the extracts. */

export interface ListsOptions {
  readonly workspace: string;
  /** '' for every team. */
  readonly team: string;
  /** Working days ahead, as typed. */
  readonly within: string;
  /** A .csv or .html file. */
  readonly out?: string;
  readonly json: boolean;
}

export interface TeamLists {
  readonly council: string;
  readonly team: string;
  readonly asAt: string;
  readonly within: number;
  readonly filled: readonly FilledList[];
}

export async function listDue(options: ListsOptions, console: Console): Promise<void> {
  const within = readWithin(options.within);
  const ending = endingOf(options.out);
  const prepared = prepare(options.workspace);
  const { folder } = prepared.workspace;
  const lists = readLists([toolPath('lists'), resolve(folder, 'lists')]);
  const found = await fillAll(prepared, lists, within);
  const result = onlyTeam(
    { ...found, council: prepared.workspace.settings.council.name, within },
    options.team,
  );
  console.say(CASES_WARNING);
  if (options.out === undefined) {
    console.result(
      options.json ? JSON.stringify(listsAsJson(result), null, 2) : listsText(result, console.width),
    );
    return;
  }
  const text = ending === 'csv' ? listsCsv(result) : await htmlOf(result, prepared);
  writePrivateFile(options.out, text, folder);
  console.result(resolve(options.out));
}

async function htmlOf(lists: TeamLists, prepared: Prepared): Promise<string> {
  const { listsPage } = await import('./lists-page.js');
  return listsPage(lists, prepared.workspace);
}

/** @throws UserError 2 */
function readWithin(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw UserError.of(2, 'within', `--within is "${text}"; it must be a number of working days, such as 10.`);
}

/** @throws UserError 2 for a file that is neither, before anything is read */
function endingOf(file: string | undefined): 'csv' | 'html' {
  const ending = /\.(csv|html)$/i.exec(file ?? '.csv')?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'html') return ending;
  throw UserError.of(
    2,
    'unknown-format',
    'The lists are written as .csv or .html. Name such a file with --out.',
  );
}

/** Everything shared by measures is made as if the month had ended on the day of the extracts. */
async function fillAll(
  prepared: Prepared,
  lists: readonly List[],
  within: number,
): Promise<{ asAt: string; filled: FilledList[] }> {
  const { workspace, holidays, definitions } = prepared;
  const { folder, settings } = workspace;
  const database = await Database.open();
  try {
    const month = (settings.extracted_on ?? '').slice(0, 7) || `${holidays.firstYear}-01`;
    const read = await readAllExtracts(database, { folder, settings, definitions, month });
    stopOnErrors(read.problems);
    const asAt = latestExtraction(read.coverage);
    if (asAt === '')
      throw UserError.of(
        1,
        'no-date',
        'The extracts hold no date, so nothing can be due. Give extracted_on.',
      );
    checkYears(holidays, asAt.slice(0, 7), asAt.slice(0, 7));
    await prepareQueriesAsAt(database, prepared, asAt);
    const teams = workspace.teams.map(row => row.value);
    return { asAt, filled: await fillLists(database, lists, { asAt, within, teams, loaded: read.loaded }) };
  } finally {
    await database.close();
  }
}

/** @throws UserError 2 for a team that no list and no row of teams.csv has */
function onlyTeam(lists: Omit<TeamLists, 'team'>, team: string): TeamLists {
  if (team === '') return { ...lists, team };
  const known = [...new Set(lists.filled.flatMap(({ items }) => items.map(item => item.team)))].sort();
  const found = known.find(name => name.toLowerCase() === team.toLowerCase());
  if (found === undefined) {
    const names = known.filter(name => name !== '');
    const advice = didYouMean(team, names) || (names.length === 0 ? '' : ` There are ${names.join(', ')}.`);
    throw UserError.of(2, 'unknown-team', `No list has anything of a team "${team}".${advice}`);
  }
  const filled = lists.filled.map(each => ({
    ...each,
    items: each.items.filter(item => item.team === found),
  }));
  return { ...lists, filled, team: found };
}
