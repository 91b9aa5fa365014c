import { resolve } from 'node:path';
import { type DueLists, dueOfTeam, fillDueLists } from '../lists/due-lists.js';
import { type List, readLists } from '../lists/lists.js';
import { listsCsv } from '../lists/lists-csv.js';
import { didYouMean } from '../nearest.js';
import { UserError } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import { CASES_WARNING } from './cases-warning.js';
import type { Console } from './console.js';
import { listsAsJson, listsText } from './lists-text.js';
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

export interface TeamLists extends DueLists {
  readonly council: string;
  /** '' for every team. */
  readonly team: string;
}

export async function listDue(options: ListsOptions, console: Console): Promise<void> {
  const within = readWithin(options.within);
  const ending = endingOf(options.out);
  const prepared = prepare(options.workspace);
  const { folder, settings } = prepared.workspace;
  const found = await fillDueLists({ ...prepared, lists: listsOf(folder), within });
  const result = onlyTeam({ ...found, council: settings.council.name }, options.team);
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

/** The tool's and the workspace's. @param folder of the workspace */
export function listsOf(folder: string): List[] {
  return readLists([toolPath('lists'), resolve(folder, 'lists')]);
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
  return { ...lists, ...dueOfTeam(lists, found), team: found };
}
