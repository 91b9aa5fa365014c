import {
  addWorking,
  COVERS_FROM,
  type Day,
  LAST,
  monthAt,
  monthOf,
  OCTOBER,
  REPORT,
  workingDays,
  workingUpTo,
} from './calendar.js';
import type { CareGroup } from './care.js';
import { type Child, makeUnborn } from './children.js';
import { assess, assessmentLength, assessmentStart, newCase } from './journeys.js';
import { OpenCases } from './open-cases.js';
import { Random } from './random.js';
import type { Volumes } from './volumes.js';
import type { World } from './world.js';

/** The referrals that the months still lack once every longer story has its own, and assessments of open cases. */

export function careReferrals(world: World, care: readonly CareGroup[]): void {
  const random = new Random('care-referrals');
  for (const group of care) {
    const [first] = group.episodes;
    if (!first) continue;
    const owned = first.case;
    world.cases.push(owned);
    owned.closedOn = group.episodes.every(one => one.endedOn !== null)
      ? Math.max(...group.episodes.map(one => one.endedOn ?? 0))
      : null;
    if (group.fromPlan || first.path === 'breaks' || group.startedOn < COVERS_FROM + 25) continue;
    owned.referredOn = group.startedOn - random.int(0, 21);
    owned.openedOn = owned.referredOn;
    const startedOn = assessmentStart(owned.referredOn, random);
    assess(
      world,
      owned,
      startedOn,
      { outcome: 'Continue with current plan', notBefore: group.startedOn },
      random,
    );
  }
}

/** Open cases are assessed anew when something has changed. */
export function reassessments(world: World): void {
  const random = new Random('reassessments');
  const open = new OpenCases(world, REPORT);
  for (let index = 0; index <= REPORT; index += 1) {
    for (let left = Math.round(random.normal(index < 40 ? 24 : 19, 3)); left > 0; ) {
      const on = random.pick(workingDays(monthAt(index).first, monthAt(index).last));
      const found = open.pick(index, on, left, random);
      if (!found) break;
      left -= found.children.length;
      assess(world, found.case, on, { outcome: 'Continue with current plan' }, random, found.children);
    }
  }
}

export function otherReferrals(world: World, volumes: Volumes): void {
  const random = new Random('referrals');
  openInApril2016(world, random);
  for (let index = 0; index <= OCTOBER; index += 1) {
    const wanted =
      (volumes.progressed[index] ?? 0) +
      (volumes.domesticAbuseProgressed[index] ?? 0) +
      (volumes.direct[index] ?? 0);
    const left = wanted - childrenReferred(world, index);
    if (left < 0) throw new Error(`${monthAt(index).id}: ${-left} referrals more than its contacts can give`);
    for (const size of random.groups(left, [0.62, 0.23, 0.1, 0.05]))
      refer(world, referralDay(index, random), size, random);
  }
}

/** Assessments that were open when the extracts begin. */
function openInApril2016(world: World, random: Random): void {
  for (const size of random.groups(380)) {
    const on = workingUpTo(COVERS_FROM - random.int(1, 100));
    const owned = newCase('assessed', size, on, on, random);
    const startedOn = assessmentStart(on, random);
    const authorisedOn = addWorking(startedOn, assessmentLength(startedOn, random));
    if (authorisedOn < COVERS_FROM) continue;
    owned.closedOn = assess(world, owned, startedOn, { outcome: 'Close case', authorisedOn }, random);
    world.cases.push(owned);
  }
}

export function childrenReferred(world: World, index: number): number {
  const referred = world.cases.filter(one => one.referredOn !== null && monthOf(one.referredOn) === index);
  return referred.reduce((sum, one) => sum + one.children.length, 0);
}

/** Few referrals come at a weekend, through the emergency duty team. */
function referralDay(index: number, random: Random): Day {
  const { first, last } = monthAt(index);
  return random.chance(0.06) ? random.int(first, last) : random.pick(workingDays(first, last));
}

function refer(world: World, on: Day, size: number, random: Random): void {
  const owned = newCase('assessed', size, on, on, random);
  world.cases.push(owned);
  if (random.chance(0.05)) {
    owned.closedOn = on + random.int(1, 6);
    return;
  }
  if (size === 1 && random.chance(0.03)) {
    makeUnborn(owned.children[0] as Child, on, random);
    owned.castable = false;
  }
  // a few assessments are still waiting for a signature when the extracts are run
  const waiting = on > LAST - 165 && on < LAST - 75 && random.chance(0.045);
  const plan = { outcome: 'Close case', ...(waiting ? { authorisedOn: LAST + 30 } : {}) };
  owned.closedOn = assess(world, owned, assessmentStart(on, random), plan, random);
  if (owned.closedOn > LAST) owned.closedOn = null;
}
