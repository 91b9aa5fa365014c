import { metByMonth } from './aims.js';
import {
  addMonths,
  DAY_MINUTES,
  type Day,
  hoursSkippingNonWorking,
  isWorking,
  LAST,
  type Minute,
  type Month,
  monthAt,
  monthOf,
  OCTOBER,
  REPORT,
} from './calendar.js';
import { type Child, newFamily } from './children.js';
import { Random } from './random.js';
import { contactSource } from './sources.js';
import type { Volumes } from './volumes.js';
import type { Case, World } from './world.js';

/** Contacts: a row for each child. Those that became a referral end when the referral begins. */

type Route = 'MASH' | 'Domestic Abuse Hub' | 'Early Help Hub';
const HOURS: Record<Route, number> = { MASH: 24, 'Domestic Abuse Hub': 48, 'Early Help Hub': 72 };
const MEASURES: Record<Route, string> = {
  MASH: 'contacts-mash-24h',
  'Domestic Abuse Hub': 'contacts-da-hub-48h',
  'Early Help Hub': 'contacts-early-help-hub-72h',
};

export interface Enquirer {
  readonly children: readonly Child[];
  readonly route: Route;
  readonly referral: Case | null;
  receivedAt: Minute;
  completedAt: Minute | null;
  outcome: string;
  source: string;
}

/** Until August 2020 every hour counted; since September whole non-working days are skipped. */
function deadline(one: Enquirer): Minute {
  const hours = HOURS[one.route];
  const old = monthOf(Math.floor(one.receivedAt / DAY_MINUTES)) < REPORT;
  return old ? one.receivedAt + hours * 60 : hoursSkippingNonWorking(one.receivedAt, hours);
}

export function contacts(world: World, volumes: Volumes): Enquirer[] {
  const random = new Random('contacts');
  const all: Enquirer[] = [];
  const known: Child[][] = [];
  for (let index = 0; index <= OCTOBER; index += 1)
    all.push(...monthOfContacts(world, volumes, index, known, random));
  for (const route of ['MASH', 'Domestic Abuse Hub', 'Early Help Hub'] as const) {
    decide(
      all.filter(one => one.route === route),
      route,
      random,
    );
  }
  all.sort((a, b) => a.receivedAt - b.receivedAt);
  for (const one of all) {
    const blank = one.route === 'MASH' && one.receivedAt < 17_900 * DAY_MINUTES && random.chance(0.02);
    for (const child of one.children) {
      const { receivedAt, completedAt, source, outcome } = one;
      world.contacts.push({
        child,
        receivedAt,
        completedAt,
        source,
        route: blank ? '' : one.route,
        outcome: completedAt === null ? '' : outcome,
      });
    }
  }
  return all;
}

function monthOfContacts(
  world: World,
  volumes: Volumes,
  index: number,
  known: Child[][],
  random: Random,
): Enquirer[] {
  const month = monthAt(index);
  const referred = [...new Set(world.cases)].filter(
    one => one.referredOn !== null && monthOf(one.referredOn) === index,
  );
  const size = (one: Case) => one.children.length;
  const mash = random.groupsHolding(referred, size, volumes.progressed[index] ?? 0);
  const rest = referred.filter(one => !mash.includes(one));
  const hub = random.groupsHolding(rest, size, volumes.domesticAbuseProgressed[index] ?? 0);
  return [
    ...mash.map(one => fromReferral(one, 'MASH', month, random)),
    ...hub.map(one => fromReferral(one, 'Domestic Abuse Hub', month, random)),
    ...others('MASH', (volumes.mash[index] ?? 0) - (volumes.progressed[index] ?? 0), month, known, random),
    ...others(
      'Domestic Abuse Hub',
      (volumes.domesticAbuse[index] ?? 0) - (volumes.domesticAbuseProgressed[index] ?? 0),
      month,
      known,
      random,
    ),
    ...others('Early Help Hub', volumes.earlyHelpHub[index] ?? 0, month, known, random),
  ];
}

/** Received some hours before the referral was decided on, in the same month. */
function fromReferral(owned: Case, route: Route, month: Month, random: Random): Enquirer {
  const on = owned.referredOn ?? month.first;
  const completedAt = on * DAY_MINUTES + random.int(9 * 60, 19 * 60 + 30);
  const receivedAt = Math.max(
    month.first * DAY_MINUTES + 5,
    completedAt - Math.round(20 + random.waiting(260)),
  );
  const recent = Math.max(receivedAt, completedAt - HOURS[route] * 60 + 15);
  const source = contactSource(route, month, random);
  return {
    children: owned.children,
    route,
    referral: owned,
    receivedAt: recent,
    completedAt,
    outcome: 'Progress to referral',
    source,
  };
}

function others(route: Route, count: number, month: Month, known: Child[][], random: Random): Enquirer[] {
  return random.groups(count, [0.6, 0.25, 0.1, 0.05]).map(size => {
    const receivedAt = moment(route, month, random);
    const children = familyFor(size, Math.floor(receivedAt / DAY_MINUTES), known, random);
    const outcome = random.weighted({
      'Early help': route === 'Early Help Hub' ? 60 : 19,
      'Information and advice': 34,
      'No further action': route === 'Early Help Hub' ? 6 : 46,
    });
    return {
      children,
      route,
      referral: null,
      receivedAt,
      completedAt: null,
      outcome,
      source: contactSource(route, month, random),
    };
  });
}

function moment(route: Route, month: Month, random: Random): Minute {
  for (;;) {
    const on = random.int(month.first, month.last);
    const weekend = route === 'Domestic Abuse Hub' ? 0.55 : 0.12;
    if (!isWorking(on) && !random.chance(weekend)) continue;
    const hour =
      route === 'Domestic Abuse Hub' ? random.int(0, 1439) : Math.round(random.normal(13 * 60, 170));
    return on * DAY_MINUTES + Math.max(0, Math.min(1439, hour));
  }
}

/** A family that was heard of in the last two years, or a new one. */
function familyFor(size: number, on: Day, known: Child[][], random: Random): readonly Child[] {
  for (let turn = 0; turn < 6 && known.length > 50 && random.chance(0.8); turn += 1) {
    const family = known[known.length - 1 - random.int(0, Math.min(known.length - 1, 5200))] as Child[];
    const young = family.filter(child => addMonths(child.born, 215) > on && child.born < on);
    if (young.length >= size) return young.slice(0, size);
  }
  const children = newFamily(size, on, random);
  known.push(children);
  return children;
}

/** The decisions in time come to the share of each month; the months to come are not judged yet. */
function decide(all: readonly Enquirer[], route: Route, random: Random): void {
  const end = (monthAt(REPORT).last + 1) * DAY_MINUTES;
  const judged = all.filter(
    one => monthOf(Math.floor(one.receivedAt / DAY_MINUTES)) < REPORT || deadline(one) <= end,
  );
  const byMonth = Array.from({ length: REPORT + 1 }, (_, index) =>
    judged.filter(one => monthOf(Math.floor(one.receivedAt / DAY_MINUTES)) === index),
  );
  const counts = byMonth.map(month => month.reduce((sum, one) => sum + one.children.length, 0));
  const usual = (index: number) => (route === 'MASH' ? 0.83 + index * 0.0018 : 0.9 + index * 0.0009);
  const met = metByMonth(MEASURES[route], counts, usual, random);
  const late = new Set<Enquirer>();
  byMonth.forEach((month, index) => {
    const free = month.filter(one => one.referral === null);
    const missed = (counts[index] ?? 0) - (met[index] ?? 0);
    for (const one of random.groupsHolding(free, each => each.children.length, missed)) late.add(one);
  });
  for (const one of all.filter(each => each.referral === null)) complete(one, late.has(one), random);
}

function complete(one: Enquirer, late: boolean, random: Random): void {
  const limit = deadline(one);
  const now = (LAST + 1) * DAY_MINUTES - 240;
  const done = late
    ? random.byDay(() => limit + 20 + Math.round(random.waiting(1500)))
    : random.byDay(
        () => one.receivedAt + Math.round((limit - one.receivedAt) * (0.02 + 0.97 * random.next() ** 1.4)),
      );
  // a few were never closed in the system
  one.completedAt = done > now || (late && random.chance(0.03)) ? null : done;
}
