import { aimed, metByMonth } from './aims.js';
import { Discussions, settleMonths } from './assessment-months.js';
import { addWorking, type Day, LAST, monthAt, monthOf, REPORT, workingDays } from './calendar.js';
import { Random } from './random.js';
import type { Assessment, World } from './world.js';

/** When assessments were signed off, when children were seen, and what happened to closed cases. */

const LIMIT = 45;
const SEEN = 3;
const limitOf = (one: Assessment) => addWorking(one.startedOn, LIMIT);

export function assessmentTimes(world: World): void {
  const random = new Random('assessment-times');
  const discussions = new Discussions(world);
  settleMonths(world, discussions, random);
  const byMonth = Array.from({ length: REPORT + 1 }, (_, index) =>
    world.assessments.filter(one => one.authorisedOn !== null && monthOf(one.authorisedOn) === index),
  );
  const counts = byMonth.map(month => month.length);
  const inTime = metByMonth(
    'assessments-in-45-days',
    counts,
    index => (index < 36 ? 0.8 : index < 42 ? 0.84 : 0.88),
    random,
  );
  byMonth.forEach((month, index) => {
    settleLate(month, (counts[index] ?? 0) - (inTime[index] ?? 0), index, discussions, random);
  });
  const seen = metByMonth('assessments-seen-in-3-days', counts, index => (index < 36 ? 0.66 : 0.72), random);
  byMonth.forEach((month, index) => {
    seeChildren(month, seen[index] ?? 0, random);
  });
  byMonth.forEach((month, index) => {
    otherOutcomes(month, index, discussions, random);
    nextActions(month, index, discussions, random);
  });
  forgetTheFuture(world, random);
  closeCases(world);
}

/** Signs some off on the other side of their limit, within the same month. */
function settleLate(
  month: readonly Assessment[],
  wanted: number,
  index: number,
  discussions: Discussions,
  random: Random,
): void {
  const { first, last } = monthAt(index);
  const late = (one: Assessment) => (one.authorisedOn ?? 0) > limitOf(one);
  let missing = wanted - month.filter(late).length;
  for (const one of random.shuffle(month)) {
    if (missing === 0) return;
    const limit = limitOf(one);
    if (one.fixed || late(one) === missing > 0 || limit < first || limit > last) continue;
    const days =
      missing > 0 ? workingDays(limit + 1, last) : workingDays(Math.max(first, one.earliest), limit);
    const on = days.length > 0 ? random.pick(days) : 0;
    if (on === 0 || discussions.during(one, on) !== discussions.during(one, one.authorisedOn ?? 0)) continue;
    one.authorisedOn = on;
    missing -= Math.sign(missing);
  }
  // where nothing is published, the month is as near as its cases allow
  const published = index >= 48 || (index >= 36 && index < 42);
  if (missing !== 0 && published)
    throw new Error(`${monthAt(index).id}: ${missing} late assessments too few`);
}

function seeChildren(month: readonly Assessment[], met: number, random: Random): void {
  random.shuffle(month).forEach((one, rank) => {
    const until = one.authorisedOn ?? LAST;
    if (rank < met) one.seenOn = Math.min(until, addWorking(one.startedOn, random.int(0, SEEN)));
    else
      one.seenOn = random.chance(0.14)
        ? null
        : Math.min(Math.max(until, 0), addWorking(one.startedOn, SEEN + 1 + Math.round(random.waiting(4))));
    // a very short assessment, with the child seen on its last day: then it was not seen at all
    if (rank >= met && one.seenOn !== null && one.seenOn <= addWorking(one.startedOn, SEEN))
      one.seenOn = null;
  });
}

/** A few closed cases have another outcome or none; in the report month as many as published. */
function otherOutcomes(
  month: readonly Assessment[],
  index: number,
  discussions: Discussions,
  random: Random,
): void {
  const closed = random.shuffle(
    month.filter(one => one.outcome === 'Close case' && !during(one, discussions)),
  );
  const count = (outcome: string, share: number) =>
    index === REPORT
      ? aimed('assessments-by-outcome', '2020-09', `No strategy discussion / ${outcome}`)
      : Math.round(closed.length * share * random.next() * 2);
  const meetings = count('Strategy meeting', 0.008);
  const blank = count('No outcome recorded', 0.014);
  closed.slice(0, meetings).forEach(one => {
    one.outcome = 'Strategy meeting';
  });
  closed.slice(meetings, meetings + blank).forEach(one => {
    one.outcome = '';
  });
}

const during = (one: Assessment, discussions: Discussions) =>
  discussions.during(one, one.authorisedOn ?? LAST);

const ACTIONS = ['Early Help', 'Family Support', 'Other Agencies', 'No Further Action'] as const;
const USUAL = {
  'Strategy discussion': {
    'Early Help': 6,
    'Family Support': 3,
    'Other Agencies': 11,
    'No Further Action': 80,
  },
  'No strategy discussion': {
    'Early Help': 21,
    'Family Support': 4,
    'Other Agencies': 10,
    'No Further Action': 65,
  },
};

function nextActions(
  month: readonly Assessment[],
  index: number,
  discussions: Discussions,
  random: Random,
): void {
  for (const level of ['Strategy discussion', 'No strategy discussion'] as const) {
    const closed = random.shuffle(
      month.filter(
        one => one.outcome === 'Close case' && during(one, discussions) === (level === 'Strategy discussion'),
      ),
    );
    const published = ACTIONS.flatMap(action =>
      Array.from(
        {
          length:
            index === REPORT ? aimed('assessments-closed-next-action', '2020-09', `${level} / ${action}`) : 0,
        },
        () => action,
      ),
    );
    closed.forEach((one, rank) => {
      one.nextAction = published[rank] ?? random.weighted(USUAL[level]);
    });
  }
}

/** What has not happened yet when the extracts are run; in the first days of October little has. */
function forgetTheFuture(world: World, random: Random): void {
  for (const one of world.assessments) {
    if (one.authorisedOn !== null && one.authorisedOn <= LAST) {
      if (monthOf(one.authorisedOn) > REPORT && one.outcome === 'Close case')
        one.nextAction = random.weighted(USUAL['No strategy discussion']);
      continue;
    }
    one.authorisedOn = null;
    one.outcome = '';
    const seen: Day = addWorking(
      one.startedOn,
      random.chance(0.75) ? random.int(0, SEEN) : random.int(SEEN + 1, 14),
    );
    one.seenOn = seen <= LAST ? seen : null;
  }
}

/** A case that ends with its assessment is closed on the day of the sign-off. */
function closeCases(world: World): void {
  const planned = new Set([...world.needPlans, ...world.protectionPlans].map(plan => plan.case));
  const last = new Map<Assessment['case'], Day | null>();
  for (const one of world.assessments) {
    const before = last.get(one.case);
    const open = one.authorisedOn === null || before === null;
    last.set(one.case, open ? null : Math.max(one.authorisedOn ?? 0, before ?? 0));
  }
  for (const [owned, on] of last) {
    const ends = owned.kind === 'assessed' || owned.kind === 'enquiry';
    if (ends && !planned.has(owned)) owned.closedOn = on;
    else if (on !== null && owned.closedOn !== null) owned.closedOn = Math.max(owned.closedOn, on);
  }
}
