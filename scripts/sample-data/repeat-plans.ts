import { addMonths, type Day, day, monthAt, REPORT, workingUpTo } from './calendar.js';
import { type Child, root } from './children.js';
import type { ProtectionGroup } from './protection.js';
import { isOpenPlan } from './protection.js';
import { Random } from './random.js';
import type { Case, World } from './world.js';

/** Second and later child protection plans: of families with a plan in the extracts, or one long before them. */

/** Children on a plan at the end of the report month with an earlier one in the two years before it: 9.6% of 125. */
const RECENT = 12;
/** Those whose earlier plan lies further back. */
const OLDER = 6;
/** Usual shares of plans that follow another within two years, or after longer. */
const USUAL_RECENT = 0.085;
const USUAL_OLDER = 0.05;
const FIRST_RECORDS = day('2001-04-02');
const SPRING_2020 = day('2020-04-30');
const LATEST_EARLY_PLAN = day('2015-06-30');

/** Returns the cases whose children are known from an earlier plan, and those earlier cases. */
export function repeatPlans(world: World, groups: readonly ProtectionGroup[]): Case[] {
  const random = new Random('repeat-plans');
  const end = monthAt(REPORT).last;
  const looked = new Set(world.careEpisodes.map(episode => episode.child));
  const plain = groups.filter(one => one.children.every(child => child.due === null && !looked.has(child)));
  const size = (one: ProtectionGroup) => one.children.length;
  const open = plain.filter(one => one.plans.some(plan => isOpenPlan(plan, end)));
  const whole = open.filter(one => one.plans.every(plan => isOpenPlan(plan, end)));
  const used = new Set<ProtectionGroup>();
  const earlyFirst = random
    .shuffle(whole)
    .sort((a, b) => Number(a.startedOn > SPRING_2020) - Number(b.startedOn > SPRING_2020));
  const recent = recentFor(earlyFirst, plain, RECENT, used, random);
  const older = random.groupsHolding(
    whole.filter(one => !used.has(one) && longAgoUntil(one) !== null),
    size,
    OLDER,
  );
  for (const one of older) used.add(one);
  const closed = plain.filter(one => !open.includes(one) && one.case.closedOn !== null);
  closed.sort((a, b) => a.startedOn - b.startedOn);
  const shares = { recent: USUAL_RECENT, older: USUAL_OLDER };
  for (const one of closed.filter(each => !used.has(each))) {
    const pair = shares.recent < USUAL_RECENT ? recentFor([one], plain, size(one), used, random) : [];
    const long = pair.length === 0 && shares.older < USUAL_OLDER && longAgoUntil(one) !== null;
    recent.push(...pair);
    if (long) older.push(one);
    follow(shares, pair.length > 0, long, size(one));
  }
  for (const one of older) longAgo(world, one, random);
  for (const one of older) one.case.castable = false;
  return recent;
}

/** Shares of the last fifty children or so, so that repeats are spread over the years. */
function follow(
  shares: { recent: number; older: number },
  recent: boolean,
  older: boolean,
  size: number,
): void {
  const weight = size / 50;
  shares.recent += (Number(recent) - shares.recent) * weight;
  shares.older += (Number(older) - shares.older) * weight;
}

/** Pairs groups with an earlier one until they hold this many children; returns the cases of both. */
function recentFor(
  groups: readonly ProtectionGroup[],
  all: readonly ProtectionGroup[],
  total: number,
  used: Set<ProtectionGroup>,
  random: Random,
): Case[] {
  const cases: Case[] = [];
  let left = total;
  for (const one of groups) {
    if (one.children.length > left || used.has(one)) continue;
    const earlier = all.filter(other => !used.has(other) && comesBefore(other, one));
    if (earlier.length === 0) continue;
    const chosen = random.pick(earlier);
    used.add(one).add(chosen);
    one.children.forEach((child, index) => {
      child.sameAs = root(chosen.children[index] as Child);
    });
    chosen.case.castable = false;
    cases.push(chosen.case, one.case);
    left -= one.children.length;
  }
  if (left > 0 && total === RECENT) throw new Error(`${left} repeat plans too few`);
  return cases;
}

function comesBefore(earlier: ProtectionGroup, later: ProtectionGroup): boolean {
  const closed = earlier.case.closedOn;
  const ended = Math.max(...earlier.plans.map(plan => plan.endedOn ?? Number.POSITIVE_INFINITY));
  const first = Math.min(...earlier.plans.map(plan => plan.endedOn ?? Number.POSITIVE_INFINITY));
  if (closed === null || closed + 10 > later.case.openedOn || ended > later.startedOn) return false;
  if (first < addMonths(later.startedOn, -24) + 10 || earlier.children.length < later.children.length)
    return false;
  return earlier.children.every(
    child =>
      addMonths(child.born, 204) >
      Math.min(later.case.closedOn ?? monthAt(REPORT).last, monthAt(REPORT).last),
  );
}

/** The last day on which a plan of long ago may have started; null where the children are too young for one. */
function longAgoUntil(group: ProtectionGroup): Day | null {
  const youngest = Math.max(...group.children.map(child => child.born));
  const to = Math.min(addMonths(group.startedOn, -25) - 260, LATEST_EARLY_PLAN);
  return to > Math.max(FIRST_RECORDS, youngest) + 60 ? to : null;
}

/** A plan from the years before, as far back as 2001. */
function longAgo(world: World, group: ProtectionGroup, random: Random): void {
  const first = Math.max(FIRST_RECORDS, ...group.children.map(child => child.born + 10));
  // more often while the child was small
  const until = longAgoUntil(group) ?? first;
  const startedOn = workingUpTo(Math.min(until, first + 4 + Math.round(random.waiting(700))));
  const endedOn = workingUpTo(
    Math.min(startedOn + random.int(100, 420), addMonths(group.startedOn, -24) - 20),
  );
  for (const plan of group.plans) {
    const owned: Case = {
      ...group.case,
      children: [plan.child],
      referredOn: null,
      openedOn: startedOn,
      closedOn: endedOn,
    };
    world.protectionPlans.push({
      ...plan,
      case: owned,
      startedOn,
      endedOn,
      endReason: 'Risk reduced, case closed',
    });
  }
}
