import { aimed, numeratorsFor } from './aims.js';
import { addMonths, birthday, type Day, monthAt, REPORT } from './calendar.js';
import { isOpen } from './care.js';
import type { Random } from './random.js';
import type { CareEpisode, Placement } from './world.js';

/** Moves are added and taken away, one at a time, until stability at the last two month ends is as published. */

const SEPTEMBER = monthAt(REPORT).last;
const AUGUST = monthAt(REPORT - 1).last;

export function settleMoves(episodes: readonly CareEpisode[], random: Random): void {
  const relevant = episodes.filter(episode => isOpen(episode, SEPTEMBER) || isOpen(episode, AUGUST));
  let distance = distanceFrom(relevant);
  for (let turn = 0; turn < 60_000 && distance > 0; turn += 1) {
    const episode = random.pick(relevant);
    const before = episode.placements;
    episode.placements = random.chance(0.5) ? withoutMove(before, random) : withMove(episode, random);
    const now = distanceFrom(relevant);
    // equal steps are taken too, so that the search does not stop on a ridge
    if (now < distance || (now === distance && random.chance(0.05))) distance = now;
    else episode.placements = before;
  }
  if (distance > 0) throw new Error('the moves between placements do not come to the published stability');
}

function distanceFrom(episodes: readonly CareEpisode[]): number {
  const long = episodes.filter(longLookedAfter);
  const stable = long.filter(inSamePlacement).length;
  const wanted = numeratorsFor(long.length, aimed('placements-long-term-stable', '2020-09'));
  return (
    Math.abs(unsettled(episodes, AUGUST, '2020-08')) +
    Math.abs(unsettled(episodes, SEPTEMBER, '2020-09')) +
    Math.min(...wanted.map(count => Math.abs(count - stable)))
  );
}

function unsettled(episodes: readonly CareEpisode[], end: Day, month: string): number {
  const open = episodes.filter(episode => isOpen(episode, end));
  const count = open.filter(episode => placementsInYear(episode, end) >= 3).length;
  const [wanted] = numeratorsFor(open.length, aimed('placements-3-or-more', month), 1);
  return count - (wanted ?? 0);
}

function placementsInYear(episode: CareEpisode, end: Day): number {
  const from = addMonths(end, -12) + 1;
  const open = episode.placements.filter(
    one => one.startedOn <= end && (one.endedOn === null || one.endedOn >= from),
  );
  return open.filter((one, index) => index === 0 || one.carer === '' || one.carer !== open[index - 1]?.carer)
    .length;
}

/** Under 16 and looked after for two and a half years or more. */
function longLookedAfter(episode: CareEpisode): boolean {
  const young = birthday(episode.child.born, 16) > SEPTEMBER;
  return isOpen(episode, SEPTEMBER) && young && episode.startedOn <= addMonths(SEPTEMBER, -30);
}

function inSamePlacement(episode: CareEpisode): boolean {
  const lived = episode.placements.filter(one => one.startedOn <= SEPTEMBER);
  const last = lived.at(-1);
  const from = last?.kind === 'Adoption' ? (lived.at(-2) ?? last) : last;
  return from !== undefined && from.startedOn <= addMonths(SEPTEMBER, -24);
}

function withoutMove(placements: readonly Placement[], random: Random): Placement[] {
  const movable = placements
    .map((_, index) => index)
    .filter(index => index > 0 && placements[index]?.kind !== 'Adoption');
  if (movable.length === 0) return [...placements];
  const gone = random.pick(movable);
  const before = placements[gone - 1] as Placement;
  const joined = { ...(placements[gone] as Placement), startedOn: before.startedOn };
  return [...placements.slice(0, gone - 1), joined, ...placements.slice(gone + 1)];
}

function withMove(episode: CareEpisode, random: Random): Placement[] {
  const { placements } = episode;
  const last = placements.length - 1;
  const index = placements[last]?.kind === 'Adoption' ? last - 1 : last;
  const split = placements[index];
  if (!split) return [...placements];
  const until = split.endedOn ?? SEPTEMBER;
  const from = Math.max(split.startedOn + 20, SEPTEMBER - 700);
  if (until - from < 30) return [...placements];
  const moved = random.int(from, until - 10);
  const after = {
    ...split,
    startedOn: moved,
    carer: split.kind === 'Parents' ? '' : `K${random.int(1000, 1899)}`,
  };
  return [...placements.slice(0, index), { ...split, endedOn: moved }, after, ...placements.slice(index + 1)];
}
