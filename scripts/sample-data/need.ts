import { aimed } from './aims.js';
import {
  addWorking,
  COVERS_FROM,
  type Day,
  LAST,
  type Month,
  monthAt,
  OCTOBER,
  REPORT,
  workingDays,
  workingFrom,
} from './calendar.js';
import type { CareGroup } from './care.js';
import { assess, assessmentLength, newCase } from './journeys.js';
import type { ProtectionGroup } from './protection.js';
import { Random } from './random.js';
import type { Case, NeedPlan, World } from './world.js';

/** Child in need plans: after an assessment, after a child protection plan, after coming home from care. */

/** Children on a plan at month ends of the past, between which the numbers drift. */
const STOCK: readonly (readonly [number, number])[] = [
  [-1, 212],
  [11, 224],
  [23, 241],
  [35, 236],
  [41, 227],
  [47, 206],
  [50, 197],
];

export function needPlans(
  world: World,
  protection: readonly ProtectionGroup[],
  care: readonly CareGroup[],
): void {
  const random = new Random('need');
  openInApril2016(world, random);
  for (let index = 0; index <= OCTOBER; index += 1) afterAssessment(world, monthAt(index), random);
  for (const group of protection) afterProtection(world, group);
  for (const group of care) afterCare(world, group, random);
}

function openInApril2016(world: World, random: Random): void {
  const planned = world.needPlans.filter(
    plan => plan.startedOn < COVERS_FROM && (plan.endedOn ?? LAST) >= COVERS_FROM,
  ).length;
  for (const size of random.groups(stockAt(-1, random) - planned)) {
    const startedOn = workingFrom(COVERS_FROM - 4 - Math.round(random.waiting(150)));
    const owned = newCase('need', size, startedOn - 55, startedOn - 55, random);
    world.cases.push(owned);
    plan(world, owned, startedOn);
  }
}

function plan(world: World, owned: Case, startedOn: Day, children = owned.children): void {
  for (const child of children) {
    world.needPlans.push({ child, case: owned, startedOn, endedOn: null, openUntil: startedOn + 25 });
  }
}

/** The assessment is signed off and the plan starts, most often on the same day. */
function afterAssessment(world: World, month: Month, random: Random): void {
  const partial = month.index === OCTOBER ? 2 : Math.max(6, Math.round(random.normal(17, 3)));
  const published = aimed('assessments-by-outcome', '2020-09', 'No strategy discussion / CIN plan');
  for (const size of random.groups(month.index === REPORT ? published : partial)) {
    const authorisedOn = random.pick(workingDays(month.first, month.last));
    const startedOn = Math.min(LAST, authorisedOn + Number(random.weighted({ 0: 70, 1: 15, 3: 15 })));
    const assessing = addWorking(authorisedOn, -assessmentLength(authorisedOn, random));
    const referredOn = assessing - random.int(0, 2);
    const owned = newCase('need', size, referredOn, referredOn, random);
    world.cases.push(owned);
    assess(world, owned, assessing, { outcome: 'CIN plan', authorisedOn }, random);
    plan(world, owned, startedOn);
  }
}

function afterProtection(world: World, group: ProtectionGroup): void {
  const stepped = group.plans.filter(one => one.endReason === 'Stepped down to child in need');
  const still = group.plans.some(one => one.endedOn === null);
  if (still) return;
  group.case.closedOn = Math.max(...group.plans.map(one => one.endedOn ?? 0));
  for (const one of stepped) plan(world, group.case, one.endedOn ?? LAST, [one.child]);
  if (stepped.length > 0) group.case.closedOn = null;
}

function afterCare(world: World, group: CareGroup, random: Random): void {
  for (const episode of group.episodes) {
    const adult = episode.child.born < (episode.endedOn ?? LAST) - 16 * 365;
    if (episode.endReason !== 'Returned home' || adult || !random.chance(0.45)) continue;
    plan(world, episode.case, episode.endedOn ?? LAST, [episode.child]);
  }
}

function stockAt(index: number, random: Random): number {
  if (index >= REPORT - 1 && index <= REPORT) return aimed('cin-plans-open', monthAt(index).id);
  if (index > REPORT) return aimed('cin-plans-open', '2020-09') - 3;
  const later = STOCK.findIndex(([at]) => at > index);
  const [fromAt, from] = STOCK[later < 0 ? STOCK.length - 1 : Math.max(0, later - 1)] as readonly [
    number,
    number,
  ];
  const [toAt, to] =
    later < 0 ? [52, aimed('cin-plans-open', '2020-08')] : (STOCK[later] as readonly [number, number]);
  return Math.round(
    from + ((to - from) * (index - fromAt)) / (toAt - fromAt) + (index < 0 ? 0 : random.normal(0, 3.4)),
  );
}

/** Plans end so that the number open at each month end drifts as it should; run once every plan has started. */
export function endNeedPlans(world: World): void {
  const random = new Random('need-ends');
  for (let index = 0; index <= OCTOBER; index += 1) {
    const month = monthAt(index);
    const open = world.needPlans.filter(
      one => one.startedOn <= month.last && (one.endedOn === null || one.endedOn > month.last),
    );
    const groups = new Map<string, NeedPlan[]>();
    for (const one of open.filter(each => mayEnd(each, month))) {
      const key = `${world.cases.indexOf(one.case)}/${one.startedOn}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    const queue = [...groups.values()].map(group => ({
      group,
      turn: random.next() / weight(month.last - (group[0] as NeedPlan).startedOn),
    }));
    queue.sort((a, b) => a.turn - b.turn);
    let left = open.length - stockAt(index, random);
    for (const { group } of queue) {
      if (group.length <= left) left -= end(group, month, random);
    }
    if (left > 0 && index >= REPORT - 1)
      throw new Error(`${left} child in need plans too many at the end of ${month.id}`);
  }
}

function mayEnd(one: NeedPlan, month: Month): boolean {
  return one.endedOn === null && one.openUntil !== null && one.openUntil < month.last - 3;
}

const weight = (age: number) => (age < 60 ? 0.3 : age < 120 ? 1 : age < 240 ? 2 : 5);

function end(group: readonly NeedPlan[], month: Month, random: Random): number {
  const from = Math.max(month.first, ...group.map(one => (one.openUntil ?? 0) + 1));
  const days = workingDays(from, month.last);
  if (days.length === 0) return 0;
  const endedOn = random.pick(days);
  for (const one of group) one.endedOn = endedOn;
  const owned = (group[0] as NeedPlan).case;
  owned.closedOn = Math.max(endedOn, owned.closedOn ?? 0);
  return group.length;
}
