import { aimed } from './aims.js';
import {
  COVERS_FROM,
  DAY_MINUTES,
  type Day,
  LAST,
  monthAt,
  OCTOBER,
  REPORT,
  workingDays,
  workingFrom,
} from './calendar.js';
import { type Child, type Family, newFamily, turnsEighteenAfter } from './children.js';
import { Random } from './random.js';
import type { Contact, World } from './world.js';

/** Early help assessments: after a contact, or begun by a school, a nurse or another partner. */

export interface EarlyHelp {
  readonly child: Child;
  readonly family: Family;
  readonly startedOn: Day;
  endedOn: Day | null;
  readonly organisation: string;
}

/** Open at month ends of the past, by month index. */
const STOCK: readonly (readonly [number, number])[] = [
  [-1, 870],
  [11, 960],
  [23, 1065],
  [35, 1160],
  [47, 1262],
  [50, 1248],
];
const ORGANISATIONS = { Council: 47, School: 31, Health: 12, 'Voluntary sector': 7, Police: 1, Other: 2 };

export function earlyHelp(world: World): EarlyHelp[] {
  const random = new Random('early-help');
  const all: EarlyHelp[] = [];
  for (const size of random.groups(STOCK[0]?.[1] ?? 0, [0.4, 0.3, 0.2, 0.1])) {
    const startedOn = workingFrom(COVERS_FROM - 3 - Math.round(random.waiting(200)));
    start(all, newFamily(size, startedOn, random), startedOn, random);
  }
  const offers = offersByMonth(world);
  for (let index = 0; index <= OCTOBER; index += 1) monthOfHelp(all, offers.get(index) ?? [], index, random);
  return all;
}

/** Families whose contact ended in early help. */
function offersByMonth(world: World): Map<number, Contact[][]> {
  const families = new Map<string, Contact[]>();
  for (const contact of world.contacts) {
    if (contact.outcome !== 'Early help' || contact.completedAt === null) continue;
    const key = `${contact.receivedAt}/${contact.completedAt}`;
    families.set(key, [...(families.get(key) ?? []), contact]);
  }
  const found = new Map<number, Contact[][]>();
  for (const contacts of families.values()) {
    const on = Math.floor(((contacts[0] as Contact).completedAt ?? 0) / DAY_MINUTES);
    for (let index = 0; index <= OCTOBER; index += 1) {
      const { first, last } = monthAt(index);
      if (on >= first && on <= last) found.set(index, [...(found.get(index) ?? []), contacts]);
    }
  }
  return found;
}

function start(all: EarlyHelp[], children: readonly Child[], startedOn: Day, random: Random): void {
  const family: Family = { children: [...children] };
  const organisation = random.weighted(ORGANISATIONS);
  for (const child of children) all.push({ child, family, startedOn, endedOn: null, organisation });
}

function monthOfHelp(all: EarlyHelp[], offers: readonly Contact[][], index: number, random: Random): void {
  const month = monthAt(index);
  const helped = new Set(all.filter(one => one.endedOn === null).map(one => one.child));
  const wanted = index === OCTOBER ? 12 : Math.round(random.normal(month.id.endsWith('-08') ? 62 : 112, 12));
  let left = wanted;
  for (const contacts of random.shuffle(offers)) {
    const children = contacts
      .map(one => one.child)
      .filter(child => !helped.has(child) && turnsEighteenAfter(child, month.last + 200));
    if (children.length !== contacts.length || left < wanted * 0.4 || children.length > left) continue;
    const decided = Math.floor(((contacts[0] as Contact).completedAt ?? 0) / DAY_MINUTES);
    const startedOn = workingFrom(decided + random.int(1, 9));
    if (startedOn > month.last || startedOn > LAST) continue;
    start(all, children, startedOn, random);
    left -= children.length;
  }
  for (const size of random.groups(left, [0.4, 0.3, 0.2, 0.1])) {
    const startedOn = random.pick(workingDays(month.first, month.last));
    start(all, newFamily(size, startedOn, random), startedOn, random);
  }
  endSome(all, index, random);
}

function endSome(all: EarlyHelp[], index: number, random: Random): void {
  const { first, last } = monthAt(index);
  const open = all.filter(one => one.endedOn === null && one.startedOn < first - 40);
  const queue = open
    .map(one => ({ one, turn: random.next() / weight(last - one.startedOn) }))
    .sort((a, b) => a.turn - b.turn);
  let left = all.filter(one => one.endedOn === null).length - stockAt(index, random);
  for (const { one } of queue) {
    if (left <= 0) return;
    const family = all.filter(each => each.family === one.family && each.endedOn === null).slice(0, left);
    const endedOn = random.pick(workingDays(first, last));
    for (const each of family) each.endedOn = endedOn;
    left -= family.length;
  }
}

const weight = (age: number) => (age < 120 ? 0.5 : age < 300 ? 1.5 : 3);

function stockAt(index: number, random: Random): number {
  if (index === REPORT) return aimed('early-help-open', '2020-09');
  if (index > REPORT) return aimed('early-help-open', '2020-09') + 4;
  const later = STOCK.findIndex(([at]) => at > index);
  const [fromAt, from] = STOCK[later < 0 ? STOCK.length - 1 : later - 1] as readonly [number, number];
  const [toAt, to] =
    later < 0 ? [REPORT, aimed('early-help-open', '2020-09')] : (STOCK[later] as readonly [number, number]);
  return Math.round(from + ((to - from) * (index - fromAt)) / (toAt - fromAt) + random.normal(0, 9));
}
