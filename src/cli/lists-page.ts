import { FigureSet } from '../figures/figure-set.js';
import { dueView } from '../lists/due-view.js';
import { pageStyles } from '../packs/page-styles.js';
import { openTemplates } from '../packs/templates.js';
import { councilColours } from '../workspace/council-colours.js';
import type { Workspace } from '../workspace/workspace.js';
import type { TeamLists } from './lists.js';
import { listsTitle } from './lists-text.js';
import { templateFolders } from './prepare.js';

/** The lists as one HTML file that needs no network: for a team's morning meeting, on paper or on a screen. */
export async function listsPage(lists: TeamLists, { folder, settings }: Workspace): Promise<string> {
  const { council, team, asAt } = lists;
  const folders = templateFolders(folder);
  // A list has no figures to ask for.
  const source = { month: asAt.slice(0, 7), measures: [], figures: new FigureSet([]), targets: [] };
  const templates = await openTemplates(folders, source);
  return templates.render('lists', {
    title: listsTitle(lists),
    council,
    heading: `What is due and overdue: ${team === '' ? 'all teams' : team}`,
    showsTeam: team === '',
    styles: pageStyles(folders, councilColours(settings)),
    due: dueView(lists),
  });
}
