import { aimed, numeratorsFor, roundsTo } from './aims.js';
import { addMonths, type Day, fromParts, OCTOBER, parts, REPORT } from './calendar.js';
import { type Child, root } from './children.js';
import { Random } from './random.js';
import { countedAt, happenings, type Span } from './recency.js';
import type { World } from './world.js';

/** Supervision of cases: whether a manager went through the case in the last three months. */

type Sort = 'CIN' | 'CP' | 'LAC';
const SORTS: readonly Sort[] = ['CIN', 'CP', 'LAC'];

export interface Supervision {
  readonly child: Child;
  readonly on: Day;
}

/** Three months to a month end begin on the day after the month end three months earlier. */
function windowFrom(end: Day): Day {
  const { year, month } = parts(end);
  return fromParts(year, month - 2, 1);
}

export function caseSupervisions(world: World): Supervision[] {
  const random = new Random('supervision');
  const bySort: Record<Sort, Span[]> = {
    CIN: world.needPlans.map(one => ({ child: one.child, from: one.startedOn, to: one.endedOn })),
    CP: world.protectionPlans.map(one => ({ child: one.child, from: one.startedOn, to: one.endedOn })),
    LAC: world.careEpisodes.map(one => ({ child: one.child, from: one.startedOn, to: one.endedOn })),
  };
  const counted = (span: Span, end: Day) => span.from <= addMonths(end, -1);
  const months = Array.from({ length: OCTOBER }, (_, index) => sortsAt(bySort, counted, index));
  const missing = months.map((sorts, index) => missingAt(sorts, index, random));
  const spans = SORTS.flatMap(sort => bySort[sort]).sort((a, b) => a.from - b.from);
  return happenings(
    {
      spans,
      windowFrom,
      counted,
      missing: index => missing[index] ?? new Map(),
      sort: (child, index) => months[index]?.get(child) ?? '',
      since: 3,
      again: 0.22,
      before: 0,
    },
    random,
  );
}

/** Each child once: as looked after, else on a protection plan, else in need. */
function sortsAt(
  bySort: Record<Sort, Span[]>,
  counted: (span: Span, end: Day) => boolean,
  index: number,
): Map<Child, Sort> {
  const found = new Map<Child, Sort>();
  for (const sort of SORTS)
    for (const child of countedAt({ spans: bySort[sort], counted }, index)) found.set(root(child), sort);
  return found;
}

function missingAt(sorts: ReadonlyMap<Child, Sort>, index: number, random: Random): Map<string, number> {
  const count = (sort: Sort) => [...sorts.values()].filter(one => one === sort).length;
  const counts = Object.fromEntries(SORTS.map(sort => [sort, count(sort)])) as Record<Sort, number>;
  const met = index === REPORT ? published(counts) : usual(counts, index, random);
  return new Map(SORTS.map(sort => [sort, counts[sort] - met[sort]]));
}

/** Numbers for each sort that also give the published share of all. */
function published(counts: Record<Sort, number>): Record<Sort, number> {
  const measure = 'case-supervision-3-months';
  const all = SORTS.reduce((sum, sort) => sum + counts[sort], 0);
  const options = SORTS.map(sort => numeratorsFor(counts[sort], aimed(measure, '2020-09', sort)));
  for (const CIN of options[0] ?? []) {
    for (const CP of options[1] ?? []) {
      for (const LAC of options[2] ?? []) {
        if (roundsTo(CIN + CP + LAC, all, aimed(measure, '2020-09'))) return { CIN, CP, LAC };
      }
    }
  }
  throw new Error('no numbers of supervised cases give the published shares');
}

function usual(counts: Record<Sort, number>, index: number, random: Random): Record<Sort, number> {
  const level = index <= 41 ? 0.66 + index * 0.001 : 0.7 + (index - 41) * 0.0098;
  const share = (sort: Sort) =>
    level + (sort === 'CP' ? 0.05 : sort === 'LAC' ? -0.015 : 0) + random.normal(0, 0.015);
  const met = Object.fromEntries(SORTS.map(sort => [sort, Math.round(counts[sort] * share(sort))])) as Record<
    Sort,
    number
  >;
  if (index !== 41) return met;
  const all = SORTS.reduce((sum, sort) => sum + counts[sort], 0);
  met.LAC = Math.round((all * aimed('case-supervision-3-months', '2019-09')) / 100) - met.CIN - met.CP;
  return met;
}
