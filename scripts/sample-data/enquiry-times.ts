import { aimed, metByMonth, numeratorsFor } from './aims.js';
import { addWorking, type Day, isWorking, LAST, monthAt, monthOf, REPORT } from './calendar.js';
import { Random } from './random.js';
import type { Enquiry, World } from './world.js';

/** When section 47 enquiries were completed: within 15 working days as often as published, by the month of the limit. */

const LIMIT = 15;

export function enquiryTimes(world: World): void {
  const random = new Random('enquiry-times');
  moveLimits(world);
  const byMonth = byLimit(world);
  const met = metByMonth(
    's47-in-15-days',
    byMonth.map(month => month.length),
    index => (index < 42 ? 0.75 : 0.8),
    random,
  );
  const late = new Set<Enquiry>();
  byMonth.forEach((month, index) => {
    // those that went to a conference were written up for it
    const queue = random
      .shuffle(month)
      .sort((a, b) => Number(a.outcome === 'ICPC') - Number(b.outcome === 'ICPC'));
    for (const one of queue.slice(0, month.length - (met[index] ?? 0))) late.add(one);
  });
  for (const one of world.enquiries) complete(world, one, late.has(one), random);
  for (const one of world.enquiries) one.linked = !random.chance(one.startedOn < LAST - 900 ? 0.06 : 0.02);
}

function byLimit(world: World): Enquiry[][] {
  const limits = world.enquiries.map(one => ({ one, month: monthOf(addWorking(one.startedOn, LIMIT)) }));
  return Array.from({ length: REPORT + 1 }, (_, index) =>
    limits.filter(each => each.month === index).map(each => each.one),
  );
}

/** A share of a small number may be no whole number: some enquiries start a day or more after their discussion instead. */
function moveLimits(world: World): void {
  const near = [REPORT - 1, REPORT, REPORT + 1].map(index => shortlyBefore(world, firstDayFor(index)));
  const [august, september] = [REPORT - 1, REPORT].map(index => byLimit(world)[index]?.length ?? 0) as [
    number,
    number,
  ];
  const possible = (count: number, index: number) =>
    numeratorsFor(count, aimed('s47-in-15-days', monthAt(index).id)).length > 0;
  const upTo = (list: readonly Enquiry[] | undefined) =>
    Array.from({ length: (list?.length ?? 0) + 1 }, (_, count) => count);
  const choices = upTo(near[0]).flatMap(a =>
    upTo(near[1]).flatMap(b => upTo(near[2]).map(c => [a, b, c] as const)),
  );
  choices.sort((one, other) => one[0] + one[1] + one[2] - (other[0] + other[1] + other[2]));
  const chosen = choices.find(
    ([a, b, c]) => possible(august + a - b, REPORT - 1) && possible(september + b - c, REPORT),
  );
  if (!chosen) throw new Error('no numbers of enquiries give the published shares');
  chosen.forEach((count, place) => {
    for (const one of near[place]?.slice(0, count) ?? []) one.startedOn = firstDayFor(REPORT - 1 + place);
  });
}

/** The first day on which an enquiry has its limit in a month. */
function firstDayFor(index: number): Day {
  let first = monthAt(index - 1).first;
  while (monthOf(addWorking(first, LIMIT)) < index || !isWorking(first)) first += 1;
  return first;
}

/** Enquiries without a conference that began in the week before, in the same month. */
function shortlyBefore(world: World, first: Day): Enquiry[] {
  const near = world.enquiries.filter(
    one =>
      one.outcome !== 'ICPC' &&
      one.startedOn < first &&
      one.startedOn >= first - 7 &&
      monthOf(one.startedOn) === monthOf(first),
  );
  return near.sort((a, b) => b.startedOn - a.startedOn);
}

function complete(world: World, one: Enquiry, late: boolean, random: Random): void {
  const held = world.conferences.find(each => each.enquiry === one)?.heldOn;
  if (late) one.completedOn = addWorking(one.startedOn, LIMIT + 1 + Math.round(random.waiting(6)));
  else if (held !== undefined)
    one.completedOn = Math.min(addWorking(held, -1), addWorking(one.startedOn, random.int(6, LIMIT)));
  else one.completedOn = addWorking(one.startedOn, Math.max(3, LIMIT - Math.round(random.waiting(4))));
  if (one.completedOn <= LAST) return;
  // the month's enquiries have their outcome when the extracts are run; their time is not judged yet
  one.completedOn = monthOf(one.startedOn) === REPORT && !late ? addWorking(LAST, -1) : null;
}
