import { addMonths, DAY_MINUTES, type Day, LAST } from './calendar.js';
import { type Child, root } from './children.js';
import { Random } from './random.js';
import type { Story } from './story.js';

/** Children first known before their birth have an expected day of birth; nobody is known earlier than that allows. */

const PREGNANCY = 280;

export function settleBirths(story: Story): void {
  const random = new Random('births');
  for (const [child, last] of lastEvents(story)) {
    const late = last - addMonths(child.born, 216);
    if (late > 0) child.born += late + random.int(20, 200);
  }
  for (const [child, first] of firstEvents(story)) {
    if (first >= child.born && child.due === null) continue;
    if (child.due !== null && first >= child.due - PREGNANCY) continue;
    if (first < child.born - PREGNANCY + 30) child.born = first - random.int(20, 400);
    child.due = first >= child.born ? null : child.born + random.int(-12, 12);
  }
}

/** The last day with a plan or a case, of children whose age decided nothing: they were younger than it seemed. */
function lastEvents(story: Story): Map<Child, Day> {
  const last = new Map<Child, Day>();
  const adults = new Set([...story.world.careEpisodes, ...story.careLeavers].map(one => root(one.child)));
  const note = (child: Child, on: Day | null) => {
    const known = root(child);
    if (!adults.has(known)) last.set(known, Math.max(on ?? LAST, last.get(known) ?? 0));
  };
  for (const one of story.world.assessments) note(one.child, one.authorisedOn);
  for (const one of story.world.protectionPlans) note(one.child, one.endedOn);
  for (const one of story.world.needPlans) note(one.child, one.endedOn);
  for (const one of story.world.contacts) note(one.child, Math.floor(one.receivedAt / DAY_MINUTES));
  for (const one of story.earlyHelp) note(one.child, one.endedOn);
  return last;
}

function firstEvents(story: Story): Map<Child, Day> {
  const first = new Map<Child, Day>();
  const note = (child: Child, on: Day) => {
    const known = root(child);
    first.set(known, Math.min(on, first.get(known) ?? Number.POSITIVE_INFINITY));
  };
  const { world } = story;
  for (const one of world.contacts) note(one.child, Math.floor(one.receivedAt / DAY_MINUTES));
  for (const one of world.referrals) note(one.child, Math.floor(one.receivedAt / DAY_MINUTES));
  for (const one of world.assessments) note(one.child, one.startedOn);
  for (const one of world.discussions) note(one.child, one.heldOn);
  for (const one of world.protectionPlans) note(one.child, one.startedOn);
  for (const one of world.needPlans) note(one.child, one.startedOn);
  for (const one of world.careEpisodes) note(one.child, one.startedOn);
  for (const one of story.earlyHelp) note(one.child, one.startedOn);
  for (const one of story.book.rows) note(one.child, one.startedOn);
  return first;
}
