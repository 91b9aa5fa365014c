import type { FilledList } from '../lists/list-items.js';
import { countsOf, howUrgent, nothingLines } from '../lists/words.js';
import { dateName } from '../months.js';
import type { TeamLists } from './lists.js';
import { columnsOfText } from './text-columns.js';

/** The lists of what is due, for a terminal and a program. */

const USUAL_WIDTH = 120;

export function listsTitle({ council, team, asAt, within }: TeamLists): string {
  return `${council}, ${team === '' ? 'all teams' : team}: overdue, not recorded, and due in the ${within} working days from ${dateName(asAt)}`;
}

export function listsText(lists: TeamLists, width = USUAL_WIDTH): string {
  const withItems = lists.filled.filter(({ items }) => items.length > 0);
  return [
    listsTitle(lists),
    countsOf(lists.filled.flatMap(({ items }) => items)),
    ...withItems.flatMap(filled => [
      '',
      `${filled.list.name}: ${countsOf(filled.items)}`,
      ...tableOf(filled, lists.team === '', width),
    ]),
    ...nothingLines(lists.filled),
  ].join('\n');
}

function tableOf({ items }: FilledList, showsTeam: boolean, width: number): string[] {
  const rows = items.map(item => [
    howUrgent(item),
    item.dueOn,
    item.record,
    item.person,
    showsTeam ? item.team : '',
    item.lastOn,
    item.notRecorded,
  ]);
  const heading = ['', 'due_on', 'record_id', 'person_id', 'team', 'counted_from', 'not_recorded'];
  const keep = heading.map((_, index) => rows.some(row => row[index] !== ''));
  return columnsOfText(
    [heading, ...rows].map(row => row.filter((_, index) => keep[index])).map(printable),
    width,
  );
}

function printable(row: readonly string[]): string[] {
  return row.map(cell => cell.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd'));
}

export function listsAsJson({ team, asAt, within, filled }: TeamLists): object {
  return {
    team,
    as_at: asAt,
    within_working_days: within,
    lists: filled.map(({ list, items, missing }) => ({
      ...{ id: list.id, name: list.name, missing },
      items: items.map(item => ({
        ...{ urgency: item.urgency, working_days: item.workingDays, due_on: item.dueOn },
        ...{ record_id: item.record, person_id: item.person, team: item.team },
        ...{ counted_from: item.lastOn, not_recorded: item.notRecorded },
      })),
    })),
  };
}
