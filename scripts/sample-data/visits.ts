import { metByMonth } from './aims.js';
import { addWorking, type Day, OCTOBER } from './calendar.js';
import type { Child } from './children.js';
import { Random } from './random.js';
import { countedAt, happenings, type Rhythm, type Span } from './recency.js';
import type { World } from './world.js';

/** Visits to children in need, on a protection plan and looked after. */

export interface Visit {
  readonly child: Child;
  readonly kind: 'CIN' | 'CP' | 'LAC';
  readonly on: Day;
  readonly seen: boolean;
  readonly alone: boolean | null;
}

const SIX_WEEKS = 42;
/** The first day that is within so many working days of a day. */
const workingWindow = (end: Day, count: number) => {
  let from = end;
  while (workingBetween(from - 1, end) <= count) from -= 1;
  return from;
};

function workingBetween(after: Day, end: Day): number {
  let count = 0;
  for (let at = after; at < end; count += 1) {
    at = addWorking(at, 1);
    if (at > end) return count;
  }
  return count;
}

export function visits(world: World): Visit[] {
  const care = world.careEpisodes.map(one => ({ child: one.child, from: one.startedOn, to: one.endedOn }));
  const need = world.needPlans.map(one => ({ child: one.child, from: one.startedOn, to: one.endedOn }));
  const protection = world.protectionPlans.map(one => ({
    child: one.child,
    from: one.startedOn,
    to: one.endedOn,
  }));
  return [
    ...of('CIN', need, 'visits-cin-in-time', workingRhythm(20, 0.12, 0)),
    ...of('CP', protection, 'visits-cp-in-time', workingRhythm(10, 0.2, 0.82)),
    ...of('LAC', care, 'visits-lac-in-time', {
      windowFrom: end => end - SIX_WEEKS,
      counted: (span, end) => end - span.from > SIX_WEEKS,
      since: 2,
      again: 0.6,
      before: 0,
    }),
  ];
}

type Pace = Pick<Rhythm, 'windowFrom' | 'counted' | 'since' | 'again' | 'before'>;

function workingRhythm(count: number, again: number, before: number): Pace {
  const known = new Map<Day, Day>();
  const windowFrom = (end: Day) => {
    const from = known.get(end) ?? workingWindow(end, count);
    known.set(end, from);
    return from;
  };
  return { windowFrom, counted: (span, end) => span.from < windowFrom(end), since: 1, again, before };
}

function of(kind: Visit['kind'], all: readonly Span[], measure: string, pace: Pace): Visit[] {
  const random = new Random(`visits-${kind}`);
  const spans = [...all].sort((a, b) => a.from - b.from);
  const counts = Array.from(
    { length: OCTOBER },
    (_, index) => countedAt({ spans, counted: pace.counted }, index).length,
  );
  const level = kind === 'LAC' ? 0.88 : kind === 'CP' ? 0.84 : 0.79;
  const met = metByMonth(measure, counts, index => level + index * 0.0012, random);
  const missing = (index: number) => new Map([['', (counts[index] ?? 0) - (met[index] ?? 0)]]);
  const days = happenings({ spans, ...pace, missing, sort: () => '' }, random);
  return days.map(({ child, on }) => {
    const seen = random.chance(0.94);
    const young = on - child.born < 3 * 365;
    return { child, kind, on, seen, alone: seen ? !young && random.chance(0.72) : false };
  });
}
