import {
  addMonths,
  COVERS_FROM,
  type Day,
  LAST,
  type Month,
  monthAt,
  OCTOBER,
  REPORT,
  workingDays,
  workingUpTo,
} from './calendar.js';
import type { CareGroup } from './care.js';
import { type Child, makeUnborn, newFamily } from './children.js';
import { CATEGORIES, type MonthFlow, protectionFlows, stockOfMarch2016 } from './protection-flows.js';
import { Random } from './random.js';
import type { Case, Category, ProtectionPlan, World } from './world.js';

/** Child protection plans: brothers and sisters start together and mostly end together. */

export interface ProtectionGroup {
  readonly case: Case;
  readonly children: Child[];
  readonly plans: ProtectionPlan[];
  readonly category: Category;
  readonly startedOn: Day;
  /** Moved in with a plan made elsewhere. */
  transferIn: boolean;
  /** May stay open for more than two years. */
  readonly long: boolean;
}

/** Two years: no plan but those of one or two families is left open that long. */
const LONGEST = 770;
const SPRING_2020 = monthAt(48).first;

export function protectionPlans(world: World, care: readonly CareGroup[]): ProtectionGroup[] {
  const random = new Random('protection');
  const groups = openInApril2016(random);
  protectionFlows().forEach((flow, index) => {
    const month = monthAt(index);
    endPlans(groups, flow, month, care, random);
    for (const category of CATEGORIES) startPlans(groups, flow.started[category], category, month, random);
    transfersIn(groups, month, random);
  });
  groups.push(group(random.groups(2, [0, 1])[0] ?? 2, 'Neglect', monthAt(OCTOBER).first, false, random));
  for (const one of groups) {
    world.protectionPlans.push(...one.plans);
    world.cases.push(one.case);
  }
  return groups;
}

function openInApril2016(random: Random): ProtectionGroup[] {
  const stock = stockOfMarch2016();
  return CATEGORIES.flatMap(category =>
    random.groups(stock[category]).map(size => {
      const open = Math.min(LONGEST - 60, 8 + Math.round(random.waiting(230)));
      return group(size, category, workingUpTo(COVERS_FROM - open), false, random);
    }),
  );
}

function group(
  size: number,
  category: Category,
  startedOn: Day,
  transferIn: boolean,
  random: Random,
  long = false,
): ProtectionGroup {
  const children = newFamily(size, startedOn, random, 14.8);
  // some conferences are held before a birth
  if (size === 1 && random.chance(startedOn > LAST - 45 ? 0.6 : 0.2))
    makeUnborn(children[0] as Child, startedOn, random);
  const openedOn = startedOn - 25;
  const owned: Case = {
    children,
    referredOn: null,
    openedOn,
    closedOn: null,
    castable: false,
    kind: 'protection',
    assessed: [],
    alerts: [],
  };
  const plans = children.map(child => ({
    child,
    case: owned,
    startedOn,
    endedOn: null,
    category,
    initialCategory: random.chance(0.06) ? random.pick(CATEGORIES) : category,
    endReason: '',
  }));
  return { case: owned, children, plans, category, startedOn, transferIn, long };
}

function startPlans(
  groups: ProtectionGroup[],
  count: number,
  category: Category,
  month: Month,
  random: Random,
): void {
  for (const size of random.groups(count)) {
    const startedOn = startDay(month, random);
    // one family whose plan has run for more than two years by the report month
    const long = size >= 3 && category === 'Neglect' && month.index === 26 && !groups.some(one => one.long);
    groups.push(group(size, category, startedOn, false, random, long));
  }
}

/** Conferences sit on working days. */
function startDay(month: Month, random: Random): Day {
  return random.pick(workingDays(month.first, month.last));
}

/** Families who moved in with a plan: two in the report month, now and then one before. */
function transfersIn(groups: ProtectionGroup[], month: Month, random: Random): void {
  const started = groups.filter(one => one.startedOn >= month.first && one.startedOn <= month.last);
  const wanted = month.index === REPORT ? 5 : random.chance(0.35) ? random.int(1, 2) : 0;
  if (wanted === 0) return;
  const plain = started.filter(
    one => one.children.length < 5 && one.children.every(child => child.due === null),
  );
  const size = (one: ProtectionGroup) => one.children.length;
  const moved =
    month.index === REPORT
      ? random.groupsHolding(plain, size, wanted)
      : random.groupsUpTo(plain, size, wanted);
  for (const one of moved) one.transferIn = true;
}

function endPlans(
  groups: readonly ProtectionGroup[],
  flow: MonthFlow,
  month: Month,
  care: readonly CareGroup[],
  random: Random,
): void {
  const left = { ...flow.ended };
  for (const taken of care.filter(one => one.startedOn >= month.first && one.startedOn <= month.last)) {
    linkToCare(groups, taken, left, random);
  }
  for (const category of CATEGORIES) {
    const open = groups.filter(
      one => one.category === category && !one.long && one.startedOn < month.first && isOpen(one),
    );
    const queue = open.map(one => ({ one, turn: random.next() / weight(month.last - one.startedOn) }));
    queue.sort((a, b) => a.turn - b.turn);
    for (const { one } of queue) endGroup(one, left, month, random);
  }
}

const isOpen = (one: ProtectionGroup) => one.plans.some(plan => plan.endedOn === null);

/** Plans rarely end at the first review; from a year on they end more often, before two years always. */
function weight(age: number): number {
  if (age > LONGEST) return 1000;
  if (age > 600) return 7;
  return age < 85 ? 0.12 : age < 200 ? 1 : age < 400 ? 1.8 : 5;
}

function endGroup(one: ProtectionGroup, left: Record<Category, number>, month: Month, random: Random): void {
  const endedOn = random.pick(workingDays(month.first, month.last));
  for (const plan of one.plans.filter(each => each.endedOn === null)) {
    if (left[one.category] === 0) return;
    left[one.category] -= 1;
    plan.endedOn = endedOn;
    plan.endReason =
      addMonths(plan.child.born, 216) <= endedOn
        ? 'Turned 18'
        : random.weighted({
            'Stepped down to child in need': 62,
            'Risk reduced, case closed': 30,
            'Moved to another authority': 8,
          });
  }
}

/** Children on a plan who became looked after: the same children, the plan ends when care begins. */
function linkToCare(
  groups: readonly ProtectionGroup[],
  taken: CareGroup,
  left: Record<Category, number>,
  random: Random,
): void {
  const size = taken.episodes.length;
  if (
    taken.episodes.some(episode => episode.path === 'breaks') ||
    random.chance(taken.startedOn < SPRING_2020 ? 0.62 : 0.2)
  )
    return;
  const births = taken.episodes.map(episode => episode.child.born);
  const open = groups.filter(
    one =>
      !one.long &&
      one.plans.length === size &&
      one.plans.every(plan => plan.endedOn === null) &&
      one.startedOn < taken.startedOn - 20 &&
      one.startedOn >= COVERS_FROM - LONGEST &&
      left[one.category] >= size &&
      births.every(born => born <= one.startedOn + 140 && one.startedOn - born < 16 * 365),
  );
  if (open.length === 0) return;
  const chosen = random.pick(open);
  taken.fromPlan = true;
  left[chosen.category] -= size;
  chosen.plans.forEach((plan, index) => {
    const child = (taken.episodes[index] as CareGroup['episodes'][number]).child;
    if (child.born > chosen.startedOn - 30) child.due = child.born + random.int(-8, 12);
    chosen.children[index] = child;
    Object.assign(plan, { child, endedOn: taken.startedOn, endReason: 'Became looked after' });
  });
  chosen.case.children = chosen.children;
}

export const isOpenPlan = (plan: ProtectionPlan, on: Day) =>
  plan.startedOn <= on && (plan.endedOn === null || plan.endedOn > on);
