import { metByMonth } from './aims.js';
import { addMonths, birthday, type Day, LAST, monthOf, OCTOBER } from './calendar.js';
import { type Child, root } from './children.js';
import { Random } from './random.js';
import type { Case, World } from './world.js';

/** Who is who: some families were known before. Their new case is given to the children of an earlier one. */

const FAR = 1e9;
/** Days between the end of one case and the start of the next. */
const GAP = 7;

export const endOf = (owned: Case) => owned.closedOn ?? FAR;

/** The cases of each child, as far as it is settled who the child is. */
export class Cast {
  private readonly timeline = new Map<Child, Case[]>();

  add(owned: Case): void {
    for (const child of owned.children) {
      const known = root(child);
      this.timeline.set(known, [...(this.timeline.get(known) ?? []), owned]);
    }
  }

  casesOf(child: Child): readonly Case[] {
    return this.timeline.get(root(child)) ?? [];
  }

  /** Nothing else is open for the child around these days, and the child stays under 18. */
  isFree(child: Child, from: Day, to: Day): boolean {
    const known = root(child);
    const until = Math.min(to, LAST);
    if (known.born > from || birthday(known.born, 17) <= until) return false;
    return this.casesOf(child).every(one => endOf(one) + GAP < from || one.openedOn - GAP > to);
  }

  lastReferral(child: Child, before: Day): Day {
    return Math.max(
      -FAR,
      ...this.casesOf(child)
        .map(one => one.referredOn ?? -FAR)
        .filter(on => on < before),
    );
  }

  isRepeat(child: Child, on: Day): boolean {
    return this.lastReferral(child, on) >= addMonths(on, -12);
  }
}

export function castCases(world: World, promised: readonly Case[], random = new Random('casting')): void {
  const cast = new Cast();
  for (const owned of promised) cast.add(owned);
  const cases = [...new Set(world.cases)].sort((a, b) => a.openedOn - b.openedOn);
  const started = Array.from({ length: OCTOBER + 1 }, (_, index) =>
    cases.filter(one => monthOf(one.openedOn) === index),
  );
  const inCare = new Set(world.careEpisodes.map(episode => episode.child));
  const known = new Set(world.protectionPlans.map(plan => plan.case));
  for (const owned of cases.filter(one => monthOf(one.openedOn) < 0 && !promised.includes(one)))
    cast.add(owned);
  const referred = started.map(month => childrenOf(month.filter(one => one.referredOn !== null)).length);
  const wanted = metByMonth('re-referrals', referred, usual, random);
  started.forEach((month, index) => {
    const settled = month.filter(
      one =>
        promised.includes(one) ||
        !one.castable ||
        one.referredOn === null ||
        one.children.some(child => inCare.has(child)),
    );
    for (const owned of settled.filter(one => !promised.includes(one))) cast.add(owned);
    const already = settled.flatMap(one =>
      one.children.filter(child => one.referredOn !== null && cast.isRepeat(child, one.referredOn)),
    );
    const donors = cases.filter(
      one => endOf(one) < (month[0]?.openedOn ?? 0) + 31 && one.openedOn < (month[0]?.openedOn ?? 0),
    );
    const free = random.shuffle(month.filter(one => !settled.includes(one)));
    const missing = returnRecent(cast, free, donors, (wanted[index] ?? 0) - already.length, known, random);
    if (index >= 12 && missing !== 0) throw new Error(`month ${index}: ${missing} repeat referrals too few`);
  });
}

const childrenOf = (cases: readonly Case[]) => cases.flatMap(one => one.children);

function usual(index: number): number {
  return index < 3 ? 0.02 : index < 12 ? 0.09 + index * 0.006 : index < 42 ? 0.185 : 0.22;
}

/** Gives as many children as wanted to cases closed in the last year; of the others some come back after longer. */
function returnRecent(
  cast: Cast,
  free: readonly Case[],
  donors: readonly Case[],
  wanted: number,
  planned: ReadonlySet<Case>,
  random: Random,
): number {
  let left = wanted;
  for (const owned of free) {
    const recent = left > 0 && random.chance(0.9);
    if (recent) left -= give(cast, owned, donors, left, true, planned, random);
    else if (random.chance(0.1)) give(cast, owned, donors, owned.children.length, false, planned, random);
    cast.add(owned);
  }
  return left;
}

/** Finds an earlier family for the case; returns how many of its children are now known ones. */
function give(
  cast: Cast,
  owned: Case,
  donors: readonly Case[],
  most: number,
  recent: boolean,
  planned: ReadonlySet<Case>,
  random: Random,
): number {
  const on = owned.referredOn ?? owned.openedOn;
  const count = Math.min(most, owned.children.length);
  for (let turn = 0; turn < 150 && donors.length > 0; turn += 1) {
    const donor = random.pick(donors);
    if (donor.openedOn < on - 1100 || donor.children.length < count) continue;
    const suited = donor.children.filter(child => suits(cast, child, owned, on, recent, planned));
    if (suited.length < count) continue;
    owned.children.slice(0, count).forEach((child, index) => {
      child.sameAs = root(suited[index] as Child);
    });
    return count;
  }
  return 0;
}

function suits(
  cast: Cast,
  child: Child,
  owned: Case,
  on: Day,
  recent: boolean,
  planned: ReadonlySet<Case>,
): boolean {
  if (!cast.isFree(child, owned.openedOn, endOf(owned))) return false;
  const cases = cast.casesOf(child);
  if (cases.some(one => one.kind === 'care')) return false;
  // a second plan is promised or it is none: no plan comes back by chance
  if (planned.has(owned) && cases.some(one => planned.has(one))) return false;
  const last = cast.lastReferral(child, on);
  const later = cases.some(one => one.openedOn > on);
  if (later) return false;
  return recent ? last >= addMonths(on, -12) + 2 && last < on : last < addMonths(on, -12) - 2;
}
