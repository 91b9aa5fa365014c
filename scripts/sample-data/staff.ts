import { aim, metByMonth, numeratorsFor } from './aims.js';
import type { AllocationBook } from './allocation-book.js';
import { COVERS_FROM, type Day, LAST, monthAt, REPORT, workingDays, workingFrom } from './calendar.js';
import { Random } from './random.js';
import { TEAMS } from './teams.js';
import type { Worker } from './workers.js';

/** Everybody who works in the service, and their own supervision each month. */

export interface Supervised {
  readonly worker: Worker;
  readonly group: 'Operational' | 'Business support';
  readonly dueMonth: string;
  readonly heldOn: Day | null;
}

const MANAGERS = ['MASH', ...Object.values(TEAMS).flat()];
const SUPPORT = 'Performance and Business Support';
const BUSINESS_STAFF = 26;

export function otherStaff(): Worker[] {
  const random = new Random('staff');
  const seats: [string, string][] = MANAGERS.map(team => ['Manager', team]);
  for (const team of [...(TEAMS.safeguarding ?? []), ...(TEAMS.assessment ?? [])])
    seats.push(['Family support worker', team], ['Family support worker', team]);
  for (let seat = 0; seat < 9; seat += 1) seats.push(['Personal adviser', 'Leaving Care']);
  for (let seat = 0; seat < 7; seat += 1) seats.push(['Reviewing officer', 'Children in Care 1']);
  for (let seat = 0; seat < BUSINESS_STAFF; seat += 1) seats.push(['Other', SUPPORT]);
  return seats.flatMap(([role, team]) => holders(role, team, random));
}

/** The people who have held a seat since April 2016, one after another. */
function holders(role: string, team: string, random: Random): Worker[] {
  const found: Worker[] = [];
  for (let from = COVERS_FROM - random.int(30, 3000); from < LAST - 40; ) {
    const endedOn = Math.max(from, COVERS_FROM) + 90 + Math.round(random.waiting(2300));
    const fte = Number(random.weighted({ 1: 76, 0.8: 12, 0.5: 12 }));
    const stays = endedOn > LAST - 60;
    found.push({ role, fte, team, startedOn: from, endedOn: stays ? null : endedOn, weight: fte });
    from = stays ? LAST : workingFrom(endedOn + random.int(3, 40));
  }
  return found;
}

export function workerSupervisions(book: AllocationBook, others: readonly Worker[]): Supervised[] {
  const random = new Random('worker-supervision');
  const business = others.filter(worker => worker.role === 'Other');
  const operational = [
    ...book.workers.filter(worker => worker.startedOn <= LAST),
    ...others.filter(worker => worker.role !== 'Other'),
  ];
  return [
    ...group(
      'Operational',
      operational,
      'worker-supervision-operational',
      index => 0.66 + index * 0.0015,
      random,
    ),
    ...group(
      'Business support',
      business,
      'worker-supervision-business-support',
      index => 0.8 + index * 0.0015,
      random,
    ),
  ];
}

function group(
  name: Supervised['group'],
  workers: readonly Worker[],
  measure: string,
  usual: (index: number) => number,
  random: Random,
): Supervised[] {
  const due = Array.from({ length: REPORT + 1 }, (_, index) => dueIn(workers, index, measure, random));
  const met = metByMonth(
    measure,
    due.map(month => month.length),
    usual,
    random,
  );
  return due.flatMap((month, index) => {
    const { first, last, id } = monthAt(index);
    return random.shuffle(month).map((worker, rank) => {
      const held = rank < (met[index] ?? 0);
      const from = Math.max(first, worker.startedOn);
      const to = Math.min(last, worker.endedOn ?? last);
      // what was missed is sometimes made up for early in the next month
      const after = index < REPORT && random.chance(0.25) ? workingFrom(last + random.int(2, 9)) : null;
      const late = after !== null && (worker.endedOn === null || worker.endedOn > after) ? after : null;
      return { worker, group: name, dueMonth: id, heldOn: held ? random.pick(workingDays(from, to)) : late };
    });
  });
}

/** Those at work for most of the month; one or two are on leave where the published share needs another number. */
function dueIn(workers: readonly Worker[], index: number, measure: string, random: Random): Worker[] {
  const { first, last, id } = monthAt(index);
  const present = workers.filter(
    worker => worker.startedOn <= first + 10 && (worker.endedOn === null || worker.endedOn >= last - 8),
  );
  const wanted = aim(measure, id);
  let count = present.length;
  while (wanted !== undefined && count > 0 && numeratorsFor(count, wanted).length === 0) count -= 1;
  return random.shuffle(present).slice(0, count);
}
