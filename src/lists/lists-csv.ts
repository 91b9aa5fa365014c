import { stringify } from 'csv-stringify/sync';
import { guardText } from '../figures/tidy.js';
import type { DueLists } from './due-lists.js';

/** The lists as a table of their own, a row for each thing owed. */
export function listsCsv({ filled, asAt }: DueLists): string {
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
