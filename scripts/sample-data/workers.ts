import { type Day, monthAt, OCTOBER, workingFrom } from './calendar.js';
import type { Random } from './random.js';
import { TEAMS } from './teams.js';

/** Social workers: who is in which team, from when to when. */

export interface Worker {
  readonly role: string;
  readonly fte: number;
  team: string;
  readonly startedOn: Day;
  endedOn: Day | null;
  /** How much of the team's work comes to this worker. */
  readonly weight: number;
}

/** Social workers in a team by area, in April 2016 and at the end: caseloads fell because teams grew. */
const SIZES: Record<string, readonly [number, number]> = {
  assessment: [4, 6],
  safeguarding: [5, 5],
  care: [8, 8],
  disabled: [3, 4],
};

export function teamSize(area: string, index: number): number {
  const [from, to] = SIZES[area] ?? [0, 0];
  return Math.round(from + (to - from) * Math.max(0, (index - 41) / 12));
}

export function newWorker(team: string, startedOn: Day, random: Random): Worker {
  const role = random.chance(0.18) ? 'Newly qualified social worker' : 'Social worker';
  const fte = Number(random.weighted({ 1: 80, 0.8: 10, 0.6: 10 }));
  const weight = fte * (role === 'Social worker' ? Math.max(0.6, random.normal(1.05, 0.22)) : 0.6);
  return { role, fte, team, startedOn, endedOn: null, weight };
}

/** Hires and leavers of each month; leaving is the last working day. */
export function socialWorkers(random: Random): Worker[] {
  const all: Worker[] = [];
  for (let index = 0; index <= OCTOBER; index += 1) {
    const { first, last } = monthAt(index);
    for (const [area, teams] of Object.entries(TEAMS)) {
      for (const team of teams) {
        const here = all.filter(worker => worker.team === team && worker.endedOn === null);
        for (const worker of here)
          if (index > 1 && index < OCTOBER - 1 && random.chance(0.018))
            worker.endedOn = random.int(first, last);
        const staying = here.filter(worker => worker.endedOn === null).length;
        for (let place = staying; place < teamSize(area, index); place += 1) {
          const startedOn =
            index === 0
              ? first - random.int(30, 2600)
              : workingFrom(random.int(first, Math.min(last, first + 12)));
          all.push(newWorker(team, startedOn, random));
        }
      }
    }
  }
  return all;
}
