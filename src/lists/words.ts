import { formatNumber } from '../figures/display.js';
import type { FilledList, ListItem, Urgency } from './list-items.js';

/** What the lists of what is due say in words, in a terminal and on a page alike. */

const URGENCIES: readonly Urgency[] = ['overdue', 'not recorded', 'due'];

/** "3 overdue, 1 not recorded, 5 due" */
export function countsOf(items: readonly ListItem[]): string {
  const counts = byUrgency(items).filter(({ count }) => count > 0);
  return counts.length === 0
    ? 'nothing'
    : counts.map(({ urgency, count }) => `${formatNumber(count, 0)} ${urgency}`).join(', ');
}

/** How many of each urgency, none of them left out. */
export function byUrgency(items: readonly ListItem[]): { urgency: Urgency; count: number }[] {
  return URGENCIES.map(urgency => ({
    urgency,
    count: items.filter(item => item.urgency === urgency).length,
  }));
}

/** "12 working days overdue", "due today", "due in 3 working days". */
export function howUrgent({ urgency, workingDays }: Pick<ListItem, 'urgency' | 'workingDays'>): string {
  if (urgency === 'not recorded' || workingDays === null) return urgency;
  const days = `${workingDays} working ${workingDays === 1 ? 'day' : 'days'}`;
  if (urgency === 'overdue') return workingDays === 0 ? 'overdue' : `${days} overdue`;
  return workingDays === 0 ? 'due now' : `due in ${days}`;
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
