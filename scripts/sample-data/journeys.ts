import { addWorking, DAY_MINUTES, type Day, LAST, workingFrom } from './calendar.js';
import { type Child, newFamily } from './children.js';
import type { Random } from './random.js';
import type { Assessment, Case, Discussion, Enquiry, World } from './world.js';

/** The steps of a case that several stories share. Steps after the extract are left out by their makers. */

export function newCase(
  kind: Case['kind'],
  size: number,
  openedOn: Day,
  referredOn: Day | null,
  random: Random,
): Case {
  const children = newFamily(size, openedOn, random);
  return { children, referredOn, openedOn, closedOn: null, castable: true, kind, assessed: [], alerts: [] };
}

/** Working days that an assessment takes; most are signed off in the last ten days allowed. */
export function assessmentLength(startedOn: Day, random: Random): number {
  const recent = startedOn > LAST - 560 ? 0.05 : 0.1;
  if (random.chance(recent)) return 46 + Math.round(random.waiting(5));
  return Math.min(45, Math.round(random.chance(0.72) ? 45 - random.waiting(6) : 12 + random.next() * 28));
}

export interface AssessmentPlan {
  readonly outcome: string;
  /** Signed off on this day, come what may. */
  readonly authorisedOn?: Day;
  /** Not signed off before this day. */
  readonly notBefore?: Day;
}

/** Opens an assessment of these children and signs it off in its own time. */
export function assess(
  world: World,
  owned: Case,
  startedOn: Day,
  plan: AssessmentPlan,
  random: Random,
  children = owned.children,
): Day {
  const earliest = Math.max(addWorking(startedOn, 7), plan.notBefore ?? 0);
  const usual = Math.max(addWorking(startedOn, assessmentLength(startedOn, random)), earliest);
  const authorisedOn = plan.authorisedOn ?? usual;
  for (const child of children) {
    const assessment: Assessment = {
      child,
      case: owned,
      startedOn,
      seenOn: null,
      authorisedOn,
      outcome: plan.outcome,
      nextAction: '',
      earliest,
      fixed: plan.authorisedOn !== undefined,
    };
    world.assessments.push(assessment);
  }
  owned.assessed.push([startedOn, authorisedOn]);
  return authorisedOn;
}

/** First working day on which the assessment of a new referral starts. */
export function assessmentStart(referredOn: Day, random: Random): Day {
  const first = workingFrom(referredOn);
  return addWorking(first, Number(random.weighted({ 0: 35, 1: 50, 2: 15 })));
}

export function discuss(
  world: World,
  owned: Case,
  heldOn: Day,
  random: Random,
  children: readonly Child[],
): Discussion[] {
  const heldAt = heldOn * DAY_MINUTES + random.int(9 * 60, 17 * 60 + 30);
  owned.alerts.push(heldOn);
  const held = children.map(child => ({ child, case: owned, heldOn, heldAt, dueAt: heldAt, led: false }));
  world.discussions.push(...held);
  return held;
}

export function enquire(
  world: World,
  discussions: readonly Discussion[],
  startedOn: Day,
  outcome: string,
): Enquiry[] {
  const enquiries = discussions.map(discussion => {
    discussion.led = true;
    const { child, case: owned } = discussion;
    return { child, case: owned, discussion, startedOn, completedOn: null, outcome, linked: true };
  });
  world.enquiries.push(...enquiries);
  return enquiries;
}

/** Nothing else of weight happens within these days, so that one worry is not counted for another. */
const QUIET = 45;

export function isQuiet(owned: Case, on: Day): boolean {
  const assessing = owned.assessed.some(([from, to]) => on >= from - QUIET && on <= to + QUIET);
  return !assessing && owned.alerts.every(alert => Math.abs(alert - on) > QUIET);
}
