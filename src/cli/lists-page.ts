import { FigureSet } from '../figures/figure-set.js';
import { dateName } from '../months.js';
import { pageStyles } from '../packs/page-styles.js';
import { openTemplates } from '../packs/templates.js';
import { councilColours } from '../workspace/council-colours.js';
import type { Workspace } from '../workspace/workspace.js';
import type { TeamLists } from './lists.js';
import { countsOf, howUrgent, listsTitle, nothingLines } from './lists-text.js';
import { templateFolders } from './prepare.js';

/** The lists as one HTML file that needs no network: for a team's morning meeting, on paper or on a screen. */
export async function listsPage(lists: TeamLists, { folder, settings }: Workspace): Promise<string> {
  const { council, team, asAt, within, filled } = lists;
  const folders = templateFolders(folder);
  // A list has no figures to ask for.
  const source = { month: asAt.slice(0, 7), measures: [], figures: new FigureSet([]), targets: [] };
  const templates = await openTemplates(folders, source);
  return templates.render('lists', {
    title: listsTitle(lists),
    council,
    heading: `What is due and overdue: ${team === '' ? 'all teams' : team}`,
    asAt: dateName(asAt),
    within,
    counts: countsOf(filled.flatMap(({ items }) => items)),
    showsTeam: team === '',
    styles: pageStyles(folders, councilColours(settings)),
    lists: filled
      .filter(({ items }) => items.length > 0)
      .map(({ list, items }) => ({
        anchor: `list-${list.id}`,
        name: list.name,
        counts: countsOf(items),
        items: items.map(item => ({
          ...item,
          urgency: howUrgent(item),
          dueOn: shownDate(item.dueOn),
          lastOn: shownDate(item.lastOn),
        })),
      })),
    notes: nothingLines(filled).filter(line => line !== ''),
  });
}

function shownDate(date: string): string {
  return date === '' ? '' : dateName(date);
}
