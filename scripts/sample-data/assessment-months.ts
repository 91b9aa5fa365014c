import { aimed } from './aims.js';
import { type Day, monthAt, monthOf, REPORT, workingDays } from './calendar.js';
import type { Child } from './children.js';
import type { Random } from './random.js';
import type { Assessment, World } from './world.js';

/** How many assessments were signed off in each month since April 2020, and of what sort in the report month. */

/** April to August 2020; with these numbers the months' percentages pool to the published years to date. */
const RECENT: readonly number[] = [168, 138, 128, 162, 105];
const APRIL_2020 = 48;

export class Discussions {
  private readonly days = new Map<Child, Day[]>();

  constructor(world: World) {
    for (const { child, heldOn } of world.discussions)
      this.days.set(child, [...(this.days.get(child) ?? []), heldOn]);
  }

  /** A strategy discussion belongs to an assessment when it was held while the assessment was open. */
  during(one: Assessment, until: Day): boolean {
    return (this.days.get(one.child) ?? []).some(on => on >= one.startedOn && on <= until);
  }
}

const authorisedIn = (all: readonly Assessment[], index: number) =>
  all.filter(one => one.authorisedOn !== null && monthOf(one.authorisedOn) === index);

export function settleMonths(world: World, discussions: Discussions, random: Random): void {
  RECENT.forEach((wanted, offset) => {
    const index = APRIL_2020 + offset;
    const surplus = authorisedIn(world.assessments, index).length - wanted;
    if (surplus > 0) later(world.assessments, index, surplus, () => true, random);
    else sooner(world.assessments, index, -surplus, () => true, random);
  });
  for (const [sort, wanted] of publishedSorts()) {
    const alike = (one: Assessment, on: Day) => sortOf(one, discussions, on) === sort;
    const surplus =
      authorisedIn(world.assessments, REPORT).filter(one => alike(one, one.authorisedOn ?? 0)).length -
      wanted;
    if (surplus > 0) later(world.assessments, REPORT, surplus, alike, random);
    else sooner(world.assessments, REPORT, -surplus, alike, random);
  }
}

export function sortOf(one: Assessment, discussions: Discussions, on: Day): string {
  return `${discussions.during(one, on) ? 'Strategy discussion' : 'No strategy discussion'} / ${one.outcome}`;
}

/** The published table; what has no outcome or another meeting as outcome is taken from the closed cases afterwards. */
function publishedSorts(): (readonly [string, number])[] {
  const of = (sort: string) => [sort, aimed('assessments-by-outcome', '2020-09', sort)] as const;
  const close = 'No strategy discussion / Close case';
  const closed = ['Close case', 'Strategy meeting', 'No outcome recorded'].map(outcome =>
    aimed('assessments-by-outcome', '2020-09', `No strategy discussion / ${outcome}`),
  );
  return [
    of('Strategy discussion / CIN plan'),
    of('Strategy discussion / Continue with current plan'),
    of('Strategy discussion / Close case'),
    of('No strategy discussion / CIN plan'),
    of('No strategy discussion / Continue with current plan'),
    [close, closed.reduce((sum, count) => sum + count, 0)],
  ];
}

type Suits = (one: Assessment, on: Day) => boolean;

/** Signs off in the next month instead, those first that are not overdue by then. */
function later(all: readonly Assessment[], index: number, count: number, suits: Suits, random: Random): void {
  const { first, last } = monthAt(index + 1);
  const until = index === REPORT ? first + 20 : last;
  const days = workingDays(first, until).slice(0, 12);
  const free = authorisedIn(all, index).filter(one => !one.fixed && suits(one, one.authorisedOn ?? 0));
  free.sort((a, b) => b.startedOn - a.startedOn || (b.authorisedOn ?? 0) - (a.authorisedOn ?? 0));
  if (free.length < count) throw new Error(`${monthAt(index).id}: too few assessments to put off`);
  for (const one of free.slice(0, count)) one.authorisedOn = random.pick(days);
}

/** Signs off in this month what the next would have. */
function sooner(
  all: readonly Assessment[],
  index: number,
  count: number,
  suits: Suits,
  random: Random,
): void {
  const { first, last } = monthAt(index);
  const days = workingDays(first, last).slice(-9);
  const end = days.at(-1) ?? last;
  const free = authorisedIn(all, index + 1).filter(
    one => !one.fixed && one.earliest <= end && suits(one, end),
  );
  free.sort((a, b) => a.startedOn - b.startedOn || (a.authorisedOn ?? 0) - (b.authorisedOn ?? 0));
  if (free.length < count) throw new Error(`${monthAt(index).id}: too few assessments to bring forward`);
  for (const one of free.slice(0, count)) {
    const on = random.pick(days.filter(each => each >= one.earliest));
    one.authorisedOn = suits(one, on) ? on : end;
  }
}
