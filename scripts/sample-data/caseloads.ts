import { aimed, numeratorsFor } from './aims.js';
import type { AllocationBook } from './allocation-book.js';
import { type Day, monthAt, monthIndex } from './calendar.js';
import type { Child } from './children.js';
import type { Random } from './random.js';
import { newWorker, type Worker } from './workers.js';

/** At two month ends the published caseloads hold: their average, and the share of workers with more than 20 children. */

export const PUBLISHED_CASELOADS = ['2019-09', '2020-09'];
const MANY = 20;

type Load = { worker: Worker; children: Child[] };

export function settleCaseloads(book: AllocationBook, month: string, random: Random): void {
  const on = monthAt(monthIndex(month)).last;
  setNumberOfWorkers(book, month, on, random);
  const loads = sorted(book, on);
  const many = numeratorsFor(loads.length, aimed('caseload-over-20', month))[0];
  if (many === undefined)
    throw new Error(`${month}: no number of ${loads.length} workers is the published share`);
  const heavy = new Set(loads.slice(0, many).map(load => load.worker));
  for (let turn = 0; turn < 3000; turn += 1) {
    const now = sorted(book, on);
    const over = now.find(load => !heavy.has(load.worker) && load.children.length > MANY);
    const under = now.find(load => heavy.has(load.worker) && load.children.length <= MANY + 1);
    if (!over && !under) return;
    const to = under?.worker ?? receiver(now, over as Load, heavy);
    const from = over ?? (now.find(load => !heavy.has(load.worker)) as Load);
    book.hand(random.pick(from.children), from.worker, to, on);
  }
  throw new Error(`${month}: caseloads do not settle`);
}

function sorted(book: AllocationBook, on: Day): Load[] {
  const loads = [...book.childrenOf(on)].map(([worker, children]) => ({ worker, children }));
  return loads.sort(
    (a, b) => b.children.length - a.children.length || a.worker.startedOn - b.worker.startedOn,
  );
}

/** The colleague with room: in the same team, or else with a heavy load already, or else anywhere. */
function receiver(loads: readonly Load[], from: Load, heavy: ReadonlySet<Worker>): Worker {
  const light = loads.filter(load => !heavy.has(load.worker) && load.children.length < MANY - 1);
  const team = light.filter(load => load.worker.team === from.worker.team);
  const colleague = loads.find(
    load => heavy.has(load.worker) && load.worker.team === from.worker.team && load.children.length < 38,
  );
  return (team.at(-1)?.worker ?? colleague?.worker ?? light.at(-1)?.worker) as Worker;
}

/** Adds or takes out workers until the average and the share over 20 are possible. */
function setNumberOfWorkers(book: AllocationBook, month: string, on: Day, random: Random): void {
  for (let turn = 0; turn < 200; turn += 1) {
    const loads = sorted(book, on);
    const children = loads.reduce((sum, load) => sum + load.children.length, 0);
    const possible = Array.from({ length: 120 }, (_, count) => count + 1).filter(count =>
      fits(children, count, month),
    );
    possible.sort((a, b) => Math.abs(a - loads.length) - Math.abs(b - loads.length));
    const wanted = possible[0];
    if (wanted === loads.length) return;
    if (wanted === undefined) joinUp(book, loads, on);
    else if (wanted > loads.length) join(book, loads, on, random);
    else leave(book, loads, on);
  }
}

/** A child with two workers is left with one of them. */
function joinUp(book: AllocationBook, loads: readonly Load[], on: Day): void {
  for (const { worker, children } of loads) {
    for (const child of children) {
      const other = loads.find(load => load.worker !== worker && load.children.includes(child));
      if (!other) continue;
      book.hand(child, other.worker, worker, on);
      return;
    }
  }
  throw new Error('no child has two workers');
}

function fits(children: number, workers: number, month: string): boolean {
  const average = Math.abs(children / workers - aimed('caseload-average', month)) < 0.45;
  return average && numeratorsFor(workers, aimed('caseload-over-20', month)).length > 0;
}

/** A new colleague takes some children over from those who hold most, in the busiest team first. */
function join(book: AllocationBook, loads: readonly Load[], on: Day, random: Random): void {
  const [busiest] = loads as [Load, ...Load[]];
  const worker = newWorker(busiest.worker.team, on - random.int(2, 25), random);
  book.workers.push(worker);
  const team = loads.filter(load => load.worker.team === worker.team);
  let room = 12;
  for (const load of [...team, ...loads.filter(one => !team.includes(one))]) {
    const spare = Math.min(room, 5, load.children.length - 14);
    for (const child of load.children.slice(0, Math.max(0, spare))) book.hand(child, load.worker, worker, on);
    room -= Math.max(0, spare);
  }
}

function leave(book: AllocationBook, loads: readonly Load[], on: Day): void {
  const least = loads.at(-1) as Load;
  least.worker.endedOn = on;
  for (const child of least.children) {
    const team = sorted(book, on).filter(
      load => load.worker.team === least.worker.team && load.worker !== least.worker,
    );
    const to = team.at(-1) ?? (sorted(book, on).find(load => load.worker !== least.worker) as Load);
    book.hand(child, least.worker, to.worker, on);
  }
}
