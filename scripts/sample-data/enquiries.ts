import { metByMonth } from './aims.js';
import { addWorking, type Day, monthAt, monthOf, REPORT, workingDays, workingFrom } from './calendar.js';
import { assess, assessmentStart, discuss, enquire, newCase } from './journeys.js';
import { OpenCases } from './open-cases.js';
import { Random } from './random.js';
import type { World } from './world.js';

/** Strategy discussions, and the section 47 enquiries that do not end in a conference. */

/** Strategy discussions a month since April 2020; with them the published shares that led to an enquiry are whole children. */
const RECENT_DISCUSSIONS = [72, 62, 74, 64, 70, 66];

export function enquiries(world: World): void {
  const random = new Random('enquiries');
  const discussions = discussionsByMonth(world, random);
  const started = metByMonth(
    'strategy-discussions-to-s47',
    discussions,
    index => (index < 36 ? 0.76 : 0.75),
    random,
  );
  const other = started.map(
    (count, index) => count - world.enquiries.filter(one => monthOf(one.startedOn) === index).length,
  );
  const ended = metByMonth(
    's47-no-further-action',
    started,
    index => (0.7 * (other[index] ?? 0)) / (started[index] ?? 1),
    random,
    other,
  );
  const open = new OpenCases(world, REPORT);
  for (let index = 0; index <= REPORT; index += 1) {
    const none = ended[index] ?? 0;
    for (const size of random.groups(none)) enquiryOf(world, open, index, size, 'No Further Action', random);
    for (const size of random.groups((other[index] ?? 0) - none))
      enquiryOf(world, open, index, size, 'Child in Need', random);
    const without = (discussions[index] ?? 0) - (started[index] ?? 0);
    for (const size of random.groups(without)) discussionOf(world, open, index, size, random);
  }
}

/** Enough discussions that those which lead to a conference leave room for the others. */
function discussionsByMonth(world: World, random: Random): number[] {
  return Array.from({ length: REPORT + 1 }, (_, index) => {
    const recent = RECENT_DISCUSSIONS[index - 48];
    const leading = world.enquiries.filter(one => monthOf(one.startedOn) === index).length;
    return recent ?? Math.max(Math.round(random.normal(64, 6)), Math.round(leading * 2.3));
  });
}

function dayIn(index: number, random: Random): Day {
  const { first, last } = monthAt(index);
  // enquiries of the report month are finished when the extracts are run
  const days = workingDays(first, index === REPORT ? last - 6 : last);
  return random.pick(days);
}

function enquiryOf(
  world: World,
  open: OpenCases,
  index: number,
  size: number,
  outcome: string,
  random: Random,
): void {
  let left = size;
  while (left > 0) {
    const on = dayIn(index, random);
    const found = random.chance(0.6) ? open.pick(index, on, left, random) : null;
    if (found) {
      left -= found.children.length;
      if (random.chance(0.5))
        assess(
          world,
          found.case,
          on,
          { outcome: 'Continue with current plan', notBefore: addWorking(on, 10) },
          random,
          found.children,
        );
      enquire(world, discuss(world, found.case, on, random, found.children), on, outcome);
    } else {
      newFamilyEnquiry(world, on, left, outcome, random);
      left = 0;
    }
  }
}

function newFamilyEnquiry(world: World, on: Day, size: number, outcome: string, random: Random): void {
  const referredOn = on - (random.chance(0.5) ? 0 : random.int(1, 9));
  const owned = newCase('enquiry', size, referredOn, referredOn, random);
  world.cases.push(owned);
  const need = outcome === 'Child in Need';
  const startedOn = need ? workingFrom(referredOn) : assessmentStart(referredOn, random);
  const done = assess(
    world,
    owned,
    startedOn,
    { outcome: need ? 'CIN plan' : 'Close case', notBefore: addWorking(on, 12) },
    random,
  );
  enquire(world, discuss(world, owned, on, random, owned.children), on, outcome);
  owned.closedOn = done;
  if (!need) return;
  owned.closedOn = null;
  for (const child of owned.children) {
    world.needPlans.push({ child, case: owned, startedOn: done, endedOn: null, openUntil: done + 25 });
  }
}

/** Discussions that decided against an enquiry. */
function discussionOf(world: World, open: OpenCases, index: number, size: number, random: Random): void {
  let left = size;
  while (left > 0) {
    const on = dayIn(index, random);
    const found = random.chance(0.72) ? open.pick(index, on, left, random) : null;
    if (found) {
      left -= found.children.length;
      discuss(world, found.case, on, random, found.children);
      if (random.chance(0.2))
        assess(world, found.case, on, { outcome: 'Continue with current plan' }, random, found.children);
      continue;
    }
    const owned = newCase('enquiry', left, on, on, random);
    world.cases.push(owned);
    discuss(world, owned, on, random, owned.children);
    owned.closedOn = assess(world, owned, assessmentStart(on, random), { outcome: 'Close case' }, random);
    left = 0;
  }
}
