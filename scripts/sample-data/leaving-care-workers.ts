import type { Allocation, AllocationBook } from './allocation-book.js';
import { COVERS_FROM, type Day, LAST } from './calendar.js';
import type { Leaver } from './care-leavers.js';
import { type Child, root } from './children.js';
import { Random } from './random.js';
import type { Worker } from './workers.js';
import type { Case } from './world.js';

/** Every care leaver has a personal adviser, and another when that one leaves. */
export function personalAdvisers(
  book: AllocationBook,
  leavers: readonly Leaver[],
  staff: readonly Worker[],
): void {
  const advisers = staff.filter(worker => worker.role === 'Personal adviser');
  const until = Math.max(...leavers.map(leaver => leaver.asAt));
  for (const { child, from, to } of timesWithUs(leavers)) {
    for (let on = Math.max(from, COVERS_FROM - 30); on < (to === until ? LAST : to); ) {
      const row = allocate(child, on, to === until ? null : to, advisers);
      if (!row) break;
      book.rows.push(row);
      on = row.endedOn ?? LAST;
    }
  }
}

interface TimeWithUs {
  readonly child: Child;
  readonly from: Day;
  to: Day;
}

/** From shortly before the first snapshot that a young person is in, to the last. */
function timesWithUs(leavers: readonly Leaver[]): TimeWithUs[] {
  const random = new Random('personal-advisers');
  const known = new Map<Child, TimeWithUs>();
  for (const { child, asAt } of leavers) {
    const person = root(child);
    const time = known.get(person) ?? { child: person, from: asAt - random.int(2, 25), to: asAt };
    time.to = asAt;
    known.set(person, time);
  }
  return [...known.values()];
}

function allocate(child: Child, on: Day, end: Day | null, advisers: readonly Worker[]): Allocation | null {
  const present = advisers.filter(one => one.startedOn <= on && (one.endedOn === null || one.endedOn > on));
  const worker = present[child.born % Math.max(1, present.length)];
  if (!worker) return null;
  const left = worker.endedOn !== null && worker.endedOn < (end ?? LAST) ? worker.endedOn : end;
  const times = { referredOn: null, openedOn: on, closedOn: null, assessed: [], alerts: [] };
  const owned: Case = { children: [child], kind: 'care', castable: false, ...times };
  return {
    child,
    case: owned,
    kind: 'Care leaver',
    worker,
    team: 'Leaving Care',
    startedOn: on,
    endedOn: left,
    until: left,
  };
}
