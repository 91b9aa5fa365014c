import { COVERS_FROM, type Day, LAST } from './calendar.js';
import { type Child, root } from './children.js';
import { Numbers } from './sheet.js';
import type { Story } from './story.js';
import { teamOn } from './teams.js';
import type { Case } from './world.js';

/** What the extracts have in common: which records they keep, in which order, and whose they were. */

/** Events from April 2016 on, and records that were open when it began. */
export const kept = (from: Day, to: Day | null) =>
  from <= LAST && (from >= COVERS_FROM || to === null || to >= COVERS_FROM);

export const flag = (value: boolean | null) => (value === null ? '' : value ? 'Y' : 'N');

export interface Numbered<T> {
  readonly rows: T[];
  readonly numbers: Numbers<T>;
}

/** Keeps, sorts and numbers the records of an extract. */
export function numbered<T>(
  records: readonly T[],
  prefix: string,
  span: (record: T) => readonly [Day, Day | null],
  time: (record: T) => number = record => span(record)[0],
): Numbered<T> {
  const rows = records.filter(record => kept(...span(record))).sort((a, b) => time(a) - time(b));
  return { rows, numbers: new Numbers(rows, prefix) };
}

/** The team that held a child's case on a day, as it was then called; blank where nobody did. */
export class Holders {
  private readonly rows = new Map<Child, Story['book']['rows'][number][]>();

  constructor(story: Story) {
    for (const row of story.book.rows) {
      const child = root(row.child);
      this.rows.set(child, [...(this.rows.get(child) ?? []), row]);
    }
  }

  of(child: Child, owned: Case, on: Day, kinds = ['Assessment', 'CIN', 'CP', 'LAC']): string {
    const rows = (this.rows.get(root(child)) ?? []).filter(
      row => row.case === owned && kinds.includes(row.kind),
    );
    const open = rows.filter(row => row.startedOn <= on + 3 && (row.endedOn === null || row.endedOn >= on));
    const found = open.at(-1) ?? rows[0];
    return found ? teamOn(found.team, on) : '';
  }
}
