import type { Day } from './calendar.js';
import { type Child, root } from './children.js';
import type { Worker } from './workers.js';
import type { Case } from './world.js';

/** Who holds which case: the book in which allocations are opened, handed over and closed. */

export interface Allocation {
  readonly child: Child;
  readonly case: Case;
  readonly kind: string;
  readonly worker: Worker;
  readonly team: string;
  startedOn: Day;
  endedOn: Day | null;
  /** When the work itself ends: a handing over does not change it. */
  readonly until: Day | null;
}

export class AllocationBook {
  readonly rows: Allocation[] = [];
  readonly workers: Worker[] = [];
  private open = new Set<Allocation>();

  start(row: Allocation): void {
    this.rows.push(row);
    this.open.add(row);
  }

  /** Closes what has ended by a day. */
  closeUpTo(on: Day): void {
    for (const row of this.open) {
      if (row.until === null || row.until > on) continue;
      row.endedOn = row.until;
      this.open.delete(row);
    }
  }

  openRows(): readonly Allocation[] {
    return [...this.open];
  }

  /** Children of each worker, counted once, at the end of a day. */
  childrenOf(on: Day): Map<Worker, Child[]> {
    const found = new Map<Worker, Child[]>();
    for (const row of this.open) {
      if (row.kind === 'Care leaver' || (row.until !== null && row.until <= on)) continue;
      const children = found.get(row.worker) ?? [];
      const child = root(row.child);
      if (!children.includes(child)) children.push(child);
      found.set(row.worker, children);
    }
    return found;
  }

  /** Hands a child from one worker to another; a row begun on the same day is simply theirs. */
  hand(child: Child, from: Worker, to: Worker, on: Day): void {
    for (const row of [...this.open]) {
      if (root(row.child) !== root(child) || row.worker !== from) continue;
      this.open.delete(row);
      if (row.startedOn >= on) this.rows.splice(this.rows.indexOf(row), 1);
      else row.endedOn = on;
      this.start({
        ...row,
        worker: to,
        team: to.team,
        startedOn: Math.max(row.startedOn, on),
        endedOn: null,
      });
    }
  }
}
