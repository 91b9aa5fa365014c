import { metByMonth } from './aims.js';
import {
  DAY_MINUTES,
  hoursSkippingNonWorking,
  LAST,
  type Minute,
  monthAt,
  monthOf,
  REPORT,
} from './calendar.js';
import type { Enquirer } from './contacts.js';
import { Random } from './random.js';
import type { Case, Referral, World } from './world.js';

/** Referral rows: a row for each child, from the decision on the contact or from elsewhere. */

const NEEDS = {
  'Abuse or neglect': 34,
  Neglect: 14,
  'Family dysfunction': 18,
  'Family in acute stress': 15,
  "Child's disability or illness": 6,
  "Parent's disability or illness": 5,
  'Socially unacceptable behaviour': 6,
  'Absent parenting': 2,
};

export function referralRows(world: World, enquirers: readonly Enquirer[]): void {
  const random = new Random('referral-rows');
  const contacts = new Map(
    enquirers.filter(one => one.referral !== null).map(one => [one.referral as Case, one]),
  );
  for (const owned of new Set(world.cases)) {
    if (owned.referredOn === null || owned.referredOn > LAST) continue;
    const contact = contacts.get(owned);
    const receivedAt = contact?.completedAt ?? owned.referredOn * DAY_MINUTES + random.int(9 * 60, 17 * 60);
    const source =
      contact?.source ??
      random.weighted({ 'Other local authority': 40, Court: 20, Health: 20, Education: 20 });
    const need = random.weighted(NEEDS);
    for (const child of owned.children)
      world.referrals.push(rowOf(owned, child, receivedAt, source, need, random));
  }
  allocateInTime(world, random);
  recordedTwice(world, random);
}

function rowOf(
  owned: Case,
  child: Referral['child'],
  receivedAt: Minute,
  source: string,
  need: string,
  random: Random,
): Referral {
  const closed = owned.closedOn !== null && owned.closedOn <= LAST ? owned.closedOn : null;
  const assessed = owned.assessed.length > 0 || owned.kind !== 'assessed';
  const decidedAt = receivedAt + 15 + Math.round(random.waiting(300));
  return {
    child,
    case: owned,
    receivedAt,
    source,
    allocatedAt: null,
    decidedAt: decidedAt > LAST * DAY_MINUTES ? null : decidedAt,
    need: random.chance(0.02) ? '' : need,
    noFurtherAction: !assessed,
    closedOn: closed,
    closeReason: closed === null ? '' : closeReason(owned, random),
  };
}

function closeReason(owned: Case, random: Random): string {
  if (owned.kind === 'care') return 'Left care';
  return random.weighted({
    'Assessed, no further action': owned.kind === 'assessed' || owned.kind === 'enquiry' ? 80 : 0,
    'Case completed': owned.kind === 'need' || owned.kind === 'protection' ? 85 : 8,
    'Moved away': 5,
    'Stepped down to early help': 7,
  });
}

/** The month's share is allocated within 24 hours, whole non-working days skipped. */
function allocateInTime(world: World, random: Random): void {
  const limit = (one: Referral) => hoursSkippingNonWorking(one.receivedAt, 24);
  const end = (monthAt(REPORT).last + 1) * DAY_MINUTES;
  const month = (one: Referral) => monthOf(Math.floor(one.receivedAt / DAY_MINUTES));
  const judged = Array.from({ length: REPORT + 1 }, (_, index) =>
    world.referrals.filter(one => month(one) === index && (index < REPORT || limit(one) <= end)),
  );
  const met = metByMonth(
    'referrals-allocated-24h',
    judged.map(rows => rows.length),
    index => 0.76 + index * 0.002,
    random,
  );
  const late = new Set<Referral>();
  judged.forEach((rows, index) => {
    for (const one of random.shuffle(rows).slice(0, rows.length - (met[index] ?? 0))) late.add(one);
  });
  for (const one of world.referrals) {
    const at = late.has(one)
      ? allocatedLate(one, limit(one), random)
      : allocatedInTime(one, limit(one), random);
    one.allocatedAt = at !== null && at > LAST * DAY_MINUTES + 900 ? null : at;
  }
}

function allocatedInTime(one: Referral, limit: Minute, random: Random): Minute {
  const spare = limit - one.receivedAt;
  return random.byDay(() => one.receivedAt + Math.round(spare * (0.02 + 0.96 * random.next())), 510, 1110);
}

/** Some that came to nothing were never given to a worker. */
function allocatedLate(one: Referral, limit: Minute, random: Random): Minute | null {
  if (random.chance(one.noFurtherAction ? 0.5 : 0.05)) return null;
  return random.byDay(() => limit + 30 + Math.round(random.waiting(1700)), 510, 1110);
}

/** Now and then one referral is entered twice on the day; it counts once where referrals a day count once. */
function recordedTwice(world: World, random: Random): void {
  for (const one of [...world.referrals]) {
    const at = one.receivedAt + random.int(15, 140);
    if (Math.floor(at / DAY_MINUTES) !== Math.floor(one.receivedAt / DAY_MINUTES)) continue;
    if (one.allocatedAt !== null && one.allocatedAt < at) continue;
    if (monthOf(Math.floor(at / DAY_MINUTES)) < 48 && random.chance(0.003))
      world.referrals.push({ ...one, receivedAt: at });
  }
}
