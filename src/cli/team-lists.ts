import { join, resolve } from 'node:path';
import type { KeptCharts } from '../cache/kept-charts.js';
import { dueOfTeam, fillDueLists, USUAL_WITHIN } from '../lists/due-lists.js';
import { listsCsv } from '../lists/lists-csv.js';
import { type PackSource, showsTeams } from '../packs/pack-views.js';
import { standingTeams } from '../packs/team/standing-teams.js';
import { UserError } from '../problems.js';
import { CASES_WARNING } from './cases-warning.js';
import type { Console } from './console.js';
import { listsOf } from './lists.js';
import { checkReplaceable } from './own-file.js';
import type { Prepared } from './prepare.js';
import { makePages } from './print-packs.js';
import { checkPrivateFolder, writePrivateFile } from './private-file.js';

/**
 * `scorecard build --lists FOLDER`: the pages of the team pack with the cases that each team owes, and those as CSV, in a
 * folder that the user names. They are no part of the packs: nothing that is printed, published or kept by a scheduled job
 * has a case in it.
 */

/** @throws UserError 2 for an output folder, and where no pack is of teams; before anything is read */
export function checkTeamLists(
  folder: string,
  packs: readonly PackSource['pack'][],
  workspace: string,
): void {
  checkPrivateFolder(folder, folder, workspace);
  if (packs.some(showsTeams)) return;
  const message = '--lists writes the pages of the team pack, which --pack leaves out. Add team to --pack.';
  throw UserError.of(2, 'no-team-pack', message);
}

/** @returns the files that were written */
export async function writeTeamLists(
  folder: string,
  prepared: Prepared,
  sources: readonly Omit<PackSource, 'draw'>[],
  { console, allowErrors, charts }: { console: Console; allowErrors: boolean; charts: KeptCharts },
): Promise<string[]> {
  const { folder: workspaceFolder, settings } = prepared.workspace;
  const lists = listsOf(workspaceFolder);
  const due = await fillDueLists({ ...prepared, lists, within: USUAL_WITHIN, allowErrors });
  const withCases = sources
    .filter(({ pack }) => showsTeams(pack))
    .map(source => ({ ...source, input: { ...source.input, due } }));
  const { pages } = await makePages(withCases, settings, charts);
  const teams = withCases.flatMap(({ pack, input }) => standingTeams(input, pack.id));
  const files = [
    ...pages.map(({ name, html }) => ({ file: `${name}.html`, text: html })),
    ...teams.map(({ name, file }) => ({ file: `${file}-due.csv`, text: listsCsv(dueOfTeam(due, name)) })),
    { file: 'all-teams-due.csv', text: listsCsv(due) },
  ];
  // All or none: what lies in the way of the last would leave lists of two days.
  for (const { file, text } of files) checkReplaceable(resolve(folder, file), text);
  console.say(CASES_WARNING);
  for (const { file, text } of files) writePrivateFile(join(folder, file), text, workspaceFolder);
  return files.map(({ file }) => join(folder, file));
}
