import { aimed, canReach, metByMonth } from './aims.js';
import {
  addWorking,
  COVERS_FROM,
  type Day,
  LAST,
  monthAt,
  monthOf,
  REPORT,
  workingDays,
  workingFrom,
} from './calendar.js';
import { assess, assessmentStart, discuss, enquire, newCase } from './journeys.js';
import type { ProtectionGroup } from './protection.js';
import { Random } from './random.js';
import type { Case, Enquiry, ProtectionPlan, World } from './world.js';

/** Initial conferences and the way to them, worked out backwards: enquiry, strategy discussion, referral or plan. */

interface Booking {
  readonly case: Case;
  /** null: booked, not held when the extracts were run. */
  readonly heldOn: Day | null;
  readonly plans: readonly ProtectionPlan[];
  readonly transferIn: boolean;
  /** Working days between enquiry and conference. */
  gap: number;
}

const IN_TIME = 15;

export function initialConferences(world: World, groups: readonly ProtectionGroup[]): void {
  const random = new Random('conferences');
  const bookings = [
    ...groups.filter(group => group.startedOn >= COVERS_FROM - 20).map(booked),
    ...withoutPlan(groups, random),
  ];
  const invited = bookings.filter(booking => !booking.transferIn);
  setGaps(invited, random);
  setReportMonth(world, invited, random);
  for (const booking of bookings) {
    if (booking.transferIn) transfer(world, booking, random);
    else hold(world, booking, leadUp(world, booking, random));
  }
}

function booked(group: ProtectionGroup): Booking {
  return {
    case: group.case,
    heldOn: group.startedOn,
    plans: group.plans,
    transferIn: group.transferIn,
    gap: 12,
  };
}

/** One conference in nine or so decides that no plan is needed; the report month's number is what its plans leave over. */
function withoutPlan(groups: readonly ProtectionGroup[], random: Random): Booking[] {
  const planned = byMonth(groups.filter(group => !group.transferIn).map(booked));
  for (;;) {
    const extra = planned.map((children, index) =>
      index === REPORT
        ? aimed('icpc-held', '2020-09') - children
        : Math.round(children * random.next() * 0.22),
    );
    if (
      !canReach(
        'icpc-in-15-days',
        planned.map((children, index) => children + (extra[index] ?? 0)),
      )
    )
      continue;
    return extra.flatMap((count, index) => random.groups(count).map(size => unplanned(size, index, random)));
  }
}

function unplanned(size: number, index: number, random: Random): Booking {
  const heldOn = random.pick(workingDays(monthAt(index).first, monthAt(index).last));
  return {
    case: newCase('enquiry', size, heldOn - 30, null, random),
    heldOn,
    plans: [],
    transferIn: false,
    gap: 12,
  };
}

/** Children whose conference was held in each month. */
function byMonth(bookings: readonly Booking[]): number[] {
  return Array.from({ length: REPORT + 1 }, (_, index) =>
    bookings
      .filter(one => monthOf(one.heldOn ?? 0) === index)
      .reduce((sum, one) => sum + one.case.children.length, 0),
  );
}

/** Those held late, by month, and how many days each took. */
function setGaps(bookings: readonly Booking[], random: Random): void {
  const held = Array.from({ length: REPORT + 1 }, (_, index) =>
    bookings.filter(one => monthOf(one.heldOn ?? 0) === index),
  );
  const counts = byMonth(bookings);
  const met = metByMonth(
    'icpc-in-15-days',
    counts,
    index => (index < 36 ? 0.74 : index < 42 ? 0.79 : 0.86),
    random,
  );
  held.forEach((month, index) => {
    const late = (counts[index] ?? 0) - (met[index] ?? 0);
    const latest = new Set(random.groupsHolding(month, one => one.case.children.length, late));
    for (const one of month) one.gap = latest.has(one) ? random.int(16, 27) : random.int(7, IN_TIME);
  });
}

/** The report month's enquiries that ended in a conference: some held within it, some after it, some still to come. */
function setReportMonth(world: World, bookings: readonly Booking[], random: Random): void {
  const { first, last } = monthAt(REPORT);
  const size = (one: Booking) => one.case.children.length;
  const total = (of: readonly Booking[]) => of.reduce((sum, one) => sum + size(one), 0);
  const held = bookings.filter(one => one.heldOn !== null && one.heldOn >= first && one.heldOn <= last);
  const earliest = (one: Booking) => addWorking(one.heldOn ?? 0, -7) >= first;
  const latest = (one: Booking) => addWorking(one.heldOn ?? 0, -IN_TIME) < first;
  const sure = held.filter(one => !latest(one));
  const either = held.filter(one => latest(one) && earliest(one));
  const within = [...sure, ...random.groupsUpTo(either, size, Math.max(0, 12 - total(sure)))];
  for (const one of held) {
    const gaps = Array.from({ length: 9 }, (_, index) => index + 7);
    one.gap = random.pick(
      gaps.filter(gap => addWorking(one.heldOn ?? 0, -gap) >= first === within.includes(one)),
    );
  }
  const october = bookings.filter(one => one.heldOn !== null && one.heldOn > last);
  const toCome = aimed('s47-by-outcome', '2020-09', 'ICPC') - total(within) - total(october);
  for (const count of random.groups(toCome)) stillToCome(world, count, random);
}

function stillToCome(world: World, size: number, random: Random): void {
  const startedOn = random.pick(workingDays(monthAt(REPORT).first + 15, monthAt(REPORT).last - 6));
  const booking = {
    case: newCase('enquiry', size, startedOn - 5, null, random),
    heldOn: null,
    plans: [],
    transferIn: false,
    gap: 0,
  };
  newReferral(world, booking, startedOn, random);
  world.cases.push(booking.case);
}

/** Enquiry and discussion, after a new referral or in the course of a child in need plan. */
function leadUp(world: World, booking: Booking, random: Random): Enquiry[] {
  const startedOn = addWorking(booking.heldOn ?? LAST, -booking.gap);
  const infants = booking.case.children.some(child => child.due !== null || child.born > startedOn - 420);
  return booking.plans.length > 0 && !infants && random.chance(0.45)
    ? fromNeedPlan(world, booking, startedOn, random)
    : newReferral(world, booking, startedOn, random);
}

function discussionDay(startedOn: Day, random: Random): Day {
  const before = addWorking(startedOn, -Number(random.weighted({ 1: 60, 2: 40 })));
  return random.chance(0.6) || monthOf(before) !== monthOf(startedOn) ? startedOn : before;
}

function newReferral(world: World, booking: Booking, startedOn: Day, random: Random): Enquiry[] {
  const owned = booking.case;
  const heldOn = discussionDay(startedOn, random);
  owned.referredOn = heldOn - (random.chance(0.45) ? 0 : random.int(1, 14));
  owned.openedOn = owned.referredOn;
  const unborn = owned.children.some(child => child.due !== null);
  owned.castable = !unborn && (booking.plans.length > 0 || booking.heldOn !== null);
  const planned = booking.plans.length > 0;
  const notBefore = (booking.heldOn ?? LAST) + 3;
  const outcome = planned ? 'Continue with current plan' : random.chance(0.5) ? 'CIN plan' : 'Close case';
  const done = assess(
    world,
    owned,
    assessmentStart(owned.referredOn, random),
    { outcome, notBefore },
    random,
  );
  if (!planned) owned.closedOn = done;
  return enquire(world, discuss(world, owned, heldOn, random, owned.children), startedOn, 'ICPC');
}

function fromNeedPlan(world: World, booking: Booking, startedOn: Day, random: Random): Enquiry[] {
  const owned = booking.case;
  const planned = workingFrom(startedOn - 35 - Math.round(random.waiting(100)));
  const assessing = addWorking(planned, -random.int(18, 44));
  owned.referredOn = assessing - random.int(0, 2);
  owned.openedOn = owned.referredOn;
  assess(world, owned, assessing, { outcome: 'CIN plan', authorisedOn: planned }, random);
  for (const child of owned.children) {
    world.needPlans.push({
      child,
      case: owned,
      startedOn: planned,
      endedOn: booking.heldOn,
      openUntil: null,
    });
  }
  return enquire(
    world,
    discuss(world, owned, discussionDay(startedOn, random), random, owned.children),
    startedOn,
    'ICPC',
  );
}

function transfer(world: World, booking: Booking, random: Random): void {
  booking.case.referredOn = (booking.heldOn ?? LAST) - random.int(3, 14);
  booking.case.openedOn = booking.case.referredOn;
  for (const plan of booking.plans) {
    const heldOn = plan.startedOn;
    world.conferences.push({
      child: plan.child,
      case: plan.case,
      kind: 'Initial',
      enquiry: null,
      plan,
      heldOn,
      outcome: 'CP plan',
      transferIn: true,
    });
  }
}

function hold(world: World, booking: Booking, enquiries: readonly Enquiry[]): void {
  if (booking.heldOn === null) return;
  if (booking.plans.length === 0) world.cases.push(booking.case);
  for (const enquiry of enquiries) {
    const plan = booking.plans.find(one => one.child === enquiry.child) ?? null;
    const outcome = plan ? 'CP plan' : 'No CP plan';
    world.conferences.push({
      child: enquiry.child,
      case: enquiry.case,
      kind: 'Initial',
      enquiry,
      plan,
      heldOn: booking.heldOn,
      outcome,
      transferIn: false,
    });
  }
}
