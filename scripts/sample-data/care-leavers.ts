import { aim, aimed, numeratorsFor, roundsTo } from './aims.js';
import { addMonths, birthday, type Day, fromParts, monthAt, parts, REPORT } from './calendar.js';
import { type Child, newFamily } from './children.js';
import { Random } from './random.js';
import type { World } from './world.js';

/** Care leavers as at each month end: those who left our care, and some who left care before or elsewhere. */

export interface Leaver {
  readonly child: Child;
  readonly asAt: Day;
  inTouch: boolean;
  suitable: boolean;
  occupied: boolean;
  readonly planReviewedOn: Day | null;
}

type Flag = 'inTouch' | 'suitable' | 'occupied';
const MEASURES: Record<Flag, string> = {
  inTouch: 'care-leavers-in-touch',
  suitable: 'care-leavers-accommodation',
  occupied: 'care-leavers-eet',
};
const FLAGS = ['inTouch', 'suitable', 'occupied'] as const;
/** Levels by month index, between which the numbers drift. */
const LEVELS: Record<Flag, readonly (readonly [number, number])[]> = {
  inTouch: [
    [0, 0.74],
    [35, 0.72],
    [41, 0.7],
    [47, 0.82],
    [53, 0.93],
  ],
  suitable: [
    [0, 0.76],
    [35, 0.72],
    [41, 0.7],
    [47, 0.8],
    [53, 0.89],
  ],
  occupied: [
    [0, 0.44],
    [35, 0.42],
    [41, 0.41],
    [47, 0.52],
    [53, 0.6],
  ],
};

export function careLeavers(world: World): Leaver[] {
  const random = new Random('care-leavers');
  const end = monthAt(REPORT).last;
  const people = [...leftOurCare(world, random), ...fromElsewhere(end, random)];
  const chosen = settleNumbers(people, end, random);
  const habits = new Map(chosen.map(child => [child, habitOf(random)]));
  return Array.from({ length: REPORT + 1 }, (_, index) => monthOf(chosen, habits, index, random)).flat();
}

interface Person {
  readonly child: Child;
  readonly ours: boolean;
  readonly from: Day;
}

function leftOurCare(world: World, random: Random): Person[] {
  return world.careEpisodes
    .filter(
      one =>
        one.endedOn !== null && (one.endReason === 'Turned 18' || one.endReason === 'Independent living'),
    )
    .filter(() => random.chance(0.95))
    .map(one => ({ child: one.child, ours: true, from: one.endedOn ?? 0 }));
}

/** Left care before April 2016, or moved here after leaving it elsewhere. */
function fromElsewhere(end: Day, random: Random): Person[] {
  const found: Person[] = [];
  for (let age = 18; age < 29; age += 1) {
    for (let place = 0; place < (age < 22 ? 26 : 34); place += 1) {
      const [child] = newFamily(1, addMonths(end, -12 * age) - random.int(0, 364) + 30, random, 0.2) as [
        Child,
      ];
      child.born = addMonths(end, -12 * age) - random.int(2, 362);
      const moved = age < 22 ? random.int(0, 400) : random.int(-20, 30);
      found.push({ child, ours: false, from: birthday(child.born, 18) + Math.max(0, moved) });
    }
  }
  return found;
}

const ageOn = (child: Child, on: Day) => {
  const years = parts(on).year - parts(child.born).year;
  return birthday(child.born, years) <= on ? years : years - 1;
};

/** Keeps so many of each age that the published percentages are whole young people. */
function settleNumbers(people: readonly Person[], end: Day, random: Random): Child[] {
  const byAge = [19, 20, 21].map(age => random.shuffle(people.filter(one => ageOn(one.child, end) === age)));
  const counts = numbers(byAge.map(list => list.length));
  const kept = byAge.flatMap((list, place) => ourOwnFirst(list, counts[place] ?? 0));
  const others = people.filter(one => ![19, 20, 21].includes(ageOn(one.child, end)));
  return [...kept, ...others].map(one => one.child);
}

const ourOwnFirst = (list: readonly Person[], count: number) =>
  [...list].sort((a, b) => Number(b.ours) - Number(a.ours)).slice(0, count);

function numbers(most: readonly number[]): number[] {
  const fits = (count: number, age: number) =>
    FLAGS.every(flag => numeratorsFor(count, aimed(MEASURES[flag], '2020-09', `Aged ${age}`)).length > 0);
  const options = most.map((limit, place) =>
    Array.from({ length: limit }, (_, index) => limit - index).filter(
      count => count > 24 && fits(count, 19 + place),
    ),
  );
  for (const a of options[0] ?? []) {
    for (const b of options[1] ?? []) {
      for (const c of options[2] ?? [])
        if (FLAGS.every(flag => split([a, b, c], flag) !== null)) return [a, b, c];
    }
  }
  throw new Error('no numbers of care leavers give the published percentages');
}

/** How many of each age, so that the ages and their total are as published. */
function split(counts: readonly number[], flag: Flag): number[] | null {
  const options = counts.map((count, place) =>
    numeratorsFor(count, aimed(MEASURES[flag], '2020-09', `Aged ${19 + place}`)),
  );
  const all = counts.reduce((sum, count) => sum + count, 0);
  for (const a of options[0] ?? []) {
    for (const b of options[1] ?? []) {
      for (const c of options[2] ?? [])
        if (roundsTo(a + b + c, all, aimed(MEASURES[flag], '2020-09'))) return [a, b, c];
    }
  }
  return null;
}

type Habit = Record<Flag, number> & { readonly review: number };

/** Some are steadily in touch and in work, others are not: a month changes little. */
const habitOf = (random: Random): Habit => ({
  inTouch: random.next(),
  suitable: random.next(),
  occupied: random.next(),
  review: random.int(0, 5),
});

function monthOf(
  people: readonly Child[],
  habits: ReadonlyMap<Child, Habit>,
  index: number,
  random: Random,
): Leaver[] {
  const { last, id } = monthAt(index);
  const rows = people
    .filter(
      child =>
        birthday(child.born, 18) <= last &&
        ageOn(child, last) < 25 &&
        (ageOn(child, last) < 22 || habitFor(habits, child).occupied > 0.75),
    )
    .map(child => ({
      child,
      asAt: last,
      inTouch: false,
      suitable: false,
      occupied: false,
      planReviewedOn: reviewed(child, habitFor(habits, child), last, random),
    }));
  for (const flag of FLAGS) {
    const wanted = wantedAt(rows, flag, index, id, random);
    for (const [ages, count] of wanted) {
      const alike = rows.filter(row => ages.includes(ageOn(row.child, last)));
      const ranked = alike.map(row => ({
        row,
        rank: habitFor(habits, row.child)[flag] + random.normal(0, 0.07),
      }));
      ranked.sort((a, b) => b.rank - a.rank);
      for (const { row } of ranked.slice(0, count)) row[flag] = true;
    }
  }
  return rows;
}

const habitFor = (habits: ReadonlyMap<Child, Habit>, child: Child) => habits.get(child) as Habit;

function wantedAt(
  rows: readonly Leaver[],
  flag: Flag,
  index: number,
  id: string,
  random: Random,
): [number[], number][] {
  const count = (ages: readonly number[]) =>
    rows.filter(row => ages.includes(ageOn(row.child, row.asAt))).length;
  const core = [19, 20, 21];
  const rest = [18, 22, 23, 24];
  const share = level(flag, index);
  const others: [number[], number] = [rest, Math.round(count(rest) * Math.min(1, share + 0.02))];
  if (index === REPORT) {
    const found =
      split(
        core.map(age => count([age])),
        flag,
      ) ?? [];
    return [...core.map((age, place): [number[], number] => [[age], found[place] ?? 0]), others];
  }
  const published = aim(MEASURES[flag], id);
  const met =
    published === undefined
      ? Math.round(count(core) * Math.min(1, share + random.normal(0, 0.018)))
      : numeratorsFor(count(core), published)[0];
  if (met === undefined) throw new Error(`${id}: no number of ${count(core)} care leavers gives ${flag}`);
  return [[core, met], others];
}

function level(flag: Flag, index: number): number {
  const points = LEVELS[flag];
  const later = Math.max(
    1,
    points.findIndex(([at]) => at >= index),
  );
  const [fromAt, from] = points[later - 1] as readonly [number, number];
  const [toAt, to] = points[later] as readonly [number, number];
  return from + ((to - from) * (index - fromAt)) / (toAt - fromAt);
}

/** Every six months or so; one in eight is behind. */
function reviewed(child: Child, habit: Habit, last: Day, random: Random): Day | null {
  const { year, month } = parts(last);
  const turn = (month + habit.review) % 6;
  const ago = random.chance(0.12) ? turn + 6 : turn;
  const on = fromParts(year, month - ago, 1) + ((habit.review * 5 + child.born) % 26);
  return on <= last && on > birthday(child.born, 18) ? on : null;
}
