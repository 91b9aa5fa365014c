import { aimed, numeratorsFor } from './aims.js';
import { addMonths, COVERS_FROM, type Day, day, LAST, monthAt, REPORT } from './calendar.js';
import { isOpen } from './care.js';
import { type Child, newFamily } from './children.js';
import { Random } from './random.js';
import type { Adoption, CareEpisode, World } from './world.js';

/** The way to adoption: care, placement order, match, moving in, order. */

/** A3: children who move in within 14 months of entering care, as days. */
const FOURTEEN_MONTHS = 426;

export function adoptions(world: World): void {
  const random = new Random('adoptions');
  const onTheWay = world.careEpisodes.filter(episode => episode.path === 'adoption');
  for (const episode of onTheWay) episode.adoption = timeline(episode, random);
  settlePlaced(onTheWay, random);
  settleWaiting(onTheWay, random);
  for (const { adoption } of onTheWay) if (adoption) world.adoptions.push(closeBooks(adoption));
  world.adoptions.push(...reversed(world, random), ...before2016(random));
}

function timeline(episode: CareEpisode, random: Random): Adoption {
  const stay = episode.leavesOn - episode.startedOn;
  const placedOn = episode.leavesOn - random.int(110, Math.max(120, Math.min(310, stay - 240)));
  return path(episode.child, episode.startedOn, placedOn, episode.leavesOn, random);
}

function path(child: Child, entered: Day, placed: Day, adopted: Day, random: Random): Adoption {
  const matched = placed - random.int(10, 40);
  const order = Math.round(entered + (matched - entered) * (0.35 + random.next() * 0.35));
  return {
    child,
    enteredCareOn: entered,
    placementOrderOn: order,
    matchedOn: matched,
    placedOn: placed,
    adoptedOn: adopted,
    reversedOn: null,
  };
}

/** The share of children in an adoptive placement at the report month end gives their number. */
function settlePlaced(episodes: readonly CareEpisode[], random: Random): void {
  const end = monthAt(REPORT).last;
  const share = aimed('placements-by-kind', '2020-09', 'Adoption');
  const wanted = Math.round((share / 100) * aimed('looked-after', '2020-09'));
  const open = episodes.filter(episode => isOpen(episode, end));
  open.sort((a, b) => a.startedOn - b.startedOn);
  open.forEach((episode, rank) => {
    const placed = episode.adoption?.placedOn ?? end;
    if (rank < wanted && placed > end) {
      replace(episode, Math.min(end - random.int(5, 120), episode.leavesOn - 90), random);
    } else if (rank >= wanted && placed <= end) {
      replace(episode, LAST + random.int(5, 90), random);
      episode.leavesOn = LAST + 300;
    }
  });
}

function replace(episode: CareEpisode, placed: Day, random: Random): void {
  episode.adoption = path(
    episode.child,
    episode.startedOn,
    placed,
    Math.max(episode.leavesOn, placed + 80),
    random,
  );
}

/** Of the children who moved in during the 36 months, the published share had waited less than 14 months. */
function settleWaiting(episodes: readonly CareEpisode[], random: Random): void {
  const end = monthAt(REPORT).last;
  const from = addMonths(end, -36) + 1;
  const placed = () => episodes.filter(one => within(one.adoption?.placedOn ?? null, from, end));
  for (let turn = 0; turn < 300; turn += 1) {
    const allowed = numeratorsFor(placed().length, aimed('adoption-under-14-months', '2020-09'));
    const quick = placed().filter(one => waited(one) <= FOURTEEN_MONTHS);
    if (allowed.includes(quick.length)) return;
    if (allowed.length === 0) leaveWindow(placed(), from, random);
    else if (quick.length > placed().length * 0.64) slowDown(random.pick(quick), end, random);
    else hurry(random.pick(placed().filter(one => waited(one) > FOURTEEN_MONTHS)), from, random);
  }
  throw new Error('the waits for adoption do not come to the published share');
}

const within = (on: Day | null, from: Day, to: Day) => on !== null && on >= from && on <= to;
const waited = (episode: CareEpisode) => (episode.adoption?.placedOn ?? 0) - episode.startedOn;

function slowDown(episode: CareEpisode, end: Day, random: Random): void {
  const placed = episode.startedOn + FOURTEEN_MONTHS + random.int(4, 160);
  if (placed <= Math.min(end, episode.leavesOn - 75)) replace(episode, placed, random);
}

function hurry(episode: CareEpisode, from: Day, random: Random): void {
  const placed = episode.startedOn + random.int(290, FOURTEEN_MONTHS - 2);
  if (placed >= from) replace(episode, placed, random);
}

/** No share of this number of children is the published one: the first of them moved in a little earlier. */
function leaveWindow(placed: readonly CareEpisode[], from: Day, random: Random): void {
  const first = [...placed].sort((a, b) => (a.adoption?.placedOn ?? 0) - (b.adoption?.placedOn ?? 0))[0];
  if (first) replace(first, from - random.int(1, 9), random);
}

function closeBooks(adoption: Adoption): Adoption {
  const known = (on: Day | null) => (on !== null && on <= LAST ? on : null);
  return Object.assign(adoption, {
    placementOrderOn: known(adoption.placementOrderOn),
    matchedOn: known(adoption.matchedOn),
    placedOn: known(adoption.placedOn),
    adoptedOn: known(adoption.adoptedOn),
  });
}

/** Plans for adoption that were given up: the child stays with foster carers. */
function reversed(world: World, random: Random): Adoption[] {
  const staying = world.careEpisodes.filter(
    one => one.path === 'long' && isOpen(one, LAST) && one.startedOn > day('2016-06-01'),
  );
  const young = staying.filter(
    one => one.startedOn - one.child.born < 5 * 365 && one.startedOn < day('2018-06-01'),
  );
  return random
    .shuffle(young)
    .slice(0, 3)
    .map(episode => {
      const order = episode.startedOn + random.int(180, 300);
      const none = { matchedOn: null, placedOn: null, adoptedOn: null };
      const dates = {
        enteredCareOn: episode.startedOn,
        placementOrderOn: order,
        reversedOn: order + random.int(250, 420),
      };
      return { child: episode.child, ...dates, ...none };
    });
}

/** Children adopted before the extracts begin: the averages span 36 months. */
function before2016(random: Random): Adoption[] {
  const rows: Adoption[] = [];
  for (
    let adopted = day('2013-04-08');
    adopted < COVERS_FROM;
    adopted += 3 + Math.round(random.waiting(13))
  ) {
    const entered = adopted - 470 - Math.round(random.waiting(260));
    const [child] = newFamily(1, entered, random, 4) as [Child];
    rows.push(path(child, entered, adopted - random.int(110, 220), adopted, random));
  }
  return rows;
}
