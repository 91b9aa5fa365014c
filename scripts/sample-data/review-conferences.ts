import { addWorking, COVERS_FROM, type Day, LAST, workingUpTo } from './calendar.js';
import { Random } from './random.js';
import type { ProtectionPlan, World } from './world.js';

/** Review conferences: the first within 91 days, then every 183; the last one ends the plan. */

const FIRST = 91;
const LATER = 183;

export function reviewConferences(world: World): void {
  const random = new Random('review-conferences');
  const families = new Map<string, ProtectionPlan[]>();
  for (const plan of world.protectionPlans) {
    const key = `${world.cases.indexOf(plan.case)}/${plan.startedOn}`;
    families.set(key, [...(families.get(key) ?? []), plan]);
  }
  for (const plans of families.values()) {
    if (plans.every(plan => (plan.endedOn ?? LAST) < COVERS_FROM)) continue;
    review(world, plans, random);
  }
}

function review(world: World, plans: readonly ProtectionPlan[], random: Random): void {
  const [first] = plans as [ProtectionPlan, ...ProtectionPlan[]];
  let limit = first.startedOn + FIRST;
  for (;;) {
    const heldOn = random.chance(0.93)
      ? workingUpTo(limit - Math.round(random.waiting(6)))
      : addWorking(limit, 1 + Math.round(random.waiting(6)));
    const open = plans.filter(plan => plan.endedOn === null || plan.endedOn > heldOn + 20);
    const ending = plans.filter(plan => !open.includes(plan) && closing(plan, limit));
    for (const plan of ending) hold(world, plan, plan.endedOn ?? LAST, 'No CP plan');
    if (open.length === 0 || heldOn > LAST) return;
    for (const plan of open) hold(world, plan, heldOn, 'CP plan');
    limit = heldOn + LATER;
  }
}

/** The plan was ended by a conference of its own, not by care, a move or a birthday. */
function closing(plan: ProtectionPlan, limit: Day): boolean {
  const decided = plan.endReason.startsWith('Stepped') || plan.endReason.startsWith('Risk');
  return decided && plan.endedOn !== null && plan.endedOn > limit - LATER;
}

function hold(world: World, plan: ProtectionPlan, heldOn: Day, outcome: string): void {
  if (heldOn < COVERS_FROM || heldOn <= plan.startedOn + 14) return;
  const { child, case: owned } = plan;
  world.conferences.push({
    child,
    case: owned,
    kind: 'Review',
    enquiry: null,
    plan,
    heldOn,
    outcome,
    transferIn: false,
  });
}
