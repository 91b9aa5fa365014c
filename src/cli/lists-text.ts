import { stringify } from 'csv-stringify/sync';
import { formatNumber } from '../figures/display.js';
import { guardText } from '../figures/tidy.js';
import type { FilledList, ListItem, Urgency } from '../lists/list-items.js';
import { dateName } from '../months.js';
import type { TeamLists } from './lists.js';
import { columnsOfText } from './text-columns.js';

/** The lists of what is due, for a terminal, a spreadsheet and a program. */

const USUAL_WIDTH = 120;
const URGENCIES: readonly Urgency[] = ['overdue', 'not recorded', 'due'];

export function listsTitle({ council, team, asAt, within }: TeamLists): string {
  return `${council}, ${team === '' ? 'all teams' : team}: overdue, not recorded, and due in the ${within} working days from ${dateName(asAt)}`;
}

/** "3 overdue, 1 not recorded, 5 due" */
export function countsOf(items: readonly ListItem[]): string {
  const counts = URGENCIES.map(urgency => ({
    urgency,
    count: items.filter(item => item.urgency === urgency).length,
  })).filter(({ count }) => count > 0);
  return counts.length === 0
    ? 'nothing'
    : counts.map(({ urgency, count }) => `${formatNumber(count, 0)} ${urgency}`).join(', ');
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

/** "12 working days overdue", "due today", "due in 3 working days". */
export function howUrgent({ urgency, workingDays }: Pick<ListItem, 'urgency' | 'workingDays'>): string {
  if (urgency === 'not recorded' || workingDays === null) return urgency;
  const days = `${workingDays} working ${workingDays === 1 ? 'day' : 'days'}`;
  if (urgency === 'overdue') return workingDays === 0 ? 'overdue' : `${days} overdue`;
  return workingDays === 0 ? 'due now' : `due in ${days}`;
}

function printable(row: readonly string[]): string[] {
  return row.map(cell => cell.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd'));
}

/** Lists that are empty, and those that could not be made, which is something else. */
export function nothingLines(filled: readonly FilledList[]): string[] {
  const empty = filled.filter(({ items, missing }) => items.length === 0 && missing === '');
  const unmade = filled.filter(({ missing }) => missing !== '');
  return [
    ...(empty.length === 0 ? [] : ['', `Nothing in: ${empty.map(({ list }) => list.name).join('; ')}.`]),
    ...(unmade.length === 0
      ? []
      : ['', ...unmade.map(({ list, missing }) => `Not made: ${list.name} (${missing}).`)]),
  ];
}

export function listsCsv({ filled, asAt }: TeamLists): string {
  const heading = [
    ...['list', 'urgency', 'working_days', 'due_on', 'record_id', 'person_id', 'team', 'counted_from'],
    ...['not_recorded', 'as_at'],
  ];
  const rows = filled.flatMap(({ list, items }) =>
    items.map(item =>
      [
        list.name,
        item.urgency,
        item.workingDays === null ? '' : String(item.workingDays),
        ...[item.dueOn, item.record, item.person, item.team, item.lastOn, item.notRecorded, asAt],
      ].map(guardText),
    ),
  );
  return stringify([heading, ...rows], { record_delimiter: '\n' });
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
