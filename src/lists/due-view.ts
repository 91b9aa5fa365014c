import { dateName } from '../months.js';
import type { DueLists } from './due-lists.js';
import type { ListItem } from './list-items.js';
import { byUrgency, countsOf, howUrgent, nothingLines } from './words.js';

/** The lists as a page shows them. Dates are in words. */
export interface DueView {
  readonly asAt: string;
  readonly within: number;
  /** "3 overdue, 5 due". */
  readonly counts: string;
  readonly lists: readonly DueListView[];
  /** Lists that are empty or could not be made. */
  readonly notes: readonly string[];
}

interface DueListView {
  readonly anchor: string;
  readonly name: string;
  readonly counts: string;
  readonly items: readonly (Omit<ListItem, 'urgency'> & { readonly urgency: string })[];
}

export function dueView({ asAt, within, filled }: DueLists): DueView {
  return {
    asAt: dateName(asAt),
    within,
    counts: countsOf(filled.flatMap(({ items }) => items)),
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
  };
}

/** What each team owes, in numbers. */
export interface DueByTeam {
  readonly asAt: string;
  readonly within: number;
  readonly teams: readonly {
    readonly name: string;
    readonly overdue: number;
    readonly notRecorded: number;
    readonly due: number;
  }[];
}

/** @param teams in the order in which they are shown */
export function dueByTeam({ asAt, within, filled }: DueLists, teams: readonly string[]): DueByTeam {
  const items = filled.flatMap(list => list.items);
  const rows = teams.map(name => {
    const counts = byUrgency(items.filter(({ team }) => team === name));
    const [overdue = 0, notRecorded = 0, due = 0] = counts.map(({ count }) => count);
    return { name, overdue, notRecorded, due };
  });
  return { asAt: dateName(asAt), within, teams: rows };
}

function shownDate(date: string): string {
  return date === '' ? '' : dateName(date);
}
