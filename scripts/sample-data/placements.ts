import { aimed } from './aims.js';
import { birthday, type Day, LAST, monthAt, REPORT } from './calendar.js';
import { isOpen } from './care.js';
import { settleMoves } from './placement-moves.js';
import { Random } from './random.js';
import type { CareEpisode, Placement, World } from './world.js';

/** Where children lived while looked after. */

/** Moves a year by time in the placement: the first months are the least settled. */
const MOVES_A_YEAR: readonly (readonly [number, number])[] = [
  [90, 1.15],
  [365, 0.5],
  [730, 0.2],
  [Number.POSITIVE_INFINITY, 0.09],
];
const AGENCIES = [
  'Beacon Fostering',
  'Ferndale Care',
  'Lantern Families',
  'Oakhurst Fostering',
  'Willow Bridge',
];

export function placements(world: World): void {
  const random = new Random('placements');
  for (const episode of world.careEpisodes) {
    if (episode.path === 'breaks')
      episode.placements = [placement(episode, episode.startedOn, episode.endedOn, 'Foster carer', random)];
    else episode.placements = history(episode, random);
  }
  const known = world.careEpisodes.filter(episode => episode.path !== 'breaks');
  settleMoves(known, random);
  settleKinds(known, random);
  for (const episode of known) changeStatus(episode, random);
  for (const episode of known)
    for (const one of episode.placements) one.provider = provider(one.kind, random);
  for (const episode of known) respite(episode, random);
}

function history(episode: CareEpisode, random: Random): Placement[] {
  const end = episode.endedOn;
  const placedOn = episode.adoption?.placedOn ?? null;
  const settled =
    episode.path === 'sgo' || episode.path === 'cao'
      ? episode.startedOn + Math.round(random.waiting(60))
      : null;
  const fixed = placedOn ?? (settled !== null && settled < (end ?? LAST) - 60 ? settled : null);
  const starts = [episode.startedOn, ...moves(episode, fixed ?? end ?? LAST, random)];
  if (fixed !== null && fixed > episode.startedOn) starts.push(fixed);
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? end;
    const last = index === starts.length - 1;
    const kind =
      last && placedOn !== null
        ? 'Adoption'
        : last && fixed !== null
          ? 'Family and friends'
          : kindFor(episode, start, random);
    return placement(episode, start, next, kind, random);
  });
}

function moves(episode: CareEpisode, until: Day, random: Random): Day[] {
  const days: Day[] = [];
  let since = episode.startedOn;
  for (let on = since + 6; on < until - 12; on += 7) {
    const tenure = on - since;
    const rate = (MOVES_A_YEAR.find(([upTo]) => tenure < upTo) ?? [0, 0.1])[1];
    const teenager = on - episode.child.born > 13 * 365 ? 1.5 : 1;
    if (!random.chance((rate * teenager) / 52)) continue;
    const moved = on + random.int(0, 6);
    days.push(moved);
    since = moved;
  }
  return days;
}

function kindFor(episode: CareEpisode, on: Day, random: Random): string {
  const age = (on - episode.child.born) / 365.25;
  if (age >= 16.3 && random.chance(0.4))
    return random.chance(0.65) ? 'Supported accommodation' : 'Supported lodgings';
  const home = episode.path === 'home' ? 18 : 5;
  return random.weighted({
    'Foster carer': 42,
    'Independent fostering agency': 28,
    Residential: age > 10 ? 18 : age > 7 ? 5 : 0,
    Parents: home,
    'Family and friends': 12,
  });
}

function placement(
  episode: CareEpisode,
  startedOn: Day,
  endedOn: Day | null,
  kind: string,
  random: Random,
): Placement {
  const carer = kind === 'Parents' ? '' : `K${random.int(1000, 1899)}`;
  return { child: episode.child, startedOn, endedOn, kind, provider: '', carer, temporary: false };
}

/** A change of status with the same carer: a fostering family becomes a connected one, say. One placement all the same. */
function changeStatus(episode: CareEpisode, random: Random): void {
  for (const one of [...episode.placements]) {
    const end = one.endedOn ?? LAST;
    const fostered = one.kind === 'Foster carer' || one.kind === 'Family and friends';
    if (!fostered || end - one.startedOn < 300 || !random.chance(0.06)) continue;
    const changed = one.startedOn + random.int(100, 200);
    const before = one.kind === 'Family and friends' ? one.kind : 'Independent fostering agency';
    episode.placements.push({ ...one, endedOn: changed, kind: before });
    one.startedOn = changed;
  }
}

/** The kinds of the open placements come to the published shares; the rest is divided as is usual. */
function settleKinds(episodes: readonly CareEpisode[], random: Random): void {
  const end = monthAt(REPORT).last;
  const open = episodes.filter(episode => isOpen(episode, end));
  const last = (episode: CareEpisode) =>
    episode.placements.filter(one => one.startedOn <= end).at(-1) as Placement;
  const share = (kind: string) =>
    Math.round((aimed('placements-by-kind', '2020-09', kind) / 100) * open.length);
  const wanted: Record<string, number> = {
    Residential: share('Residential'),
    'Supported accommodation': 9,
    'Supported lodgings': 5,
    Parents: 27,
  };
  wanted['Independent fostering agency'] = share('Independent fostering agency');
  wanted['Foster carer'] = share('Foster carer');
  const adoption = open.filter(episode => last(episode).kind === 'Adoption').length;
  wanted['Family and friends'] =
    open.length - adoption - Object.values(wanted).reduce((sum, count) => sum + count, 0);
  const suits = (kind: string, episode: CareEpisode) => {
    const age = (end - episode.child.born) / 365.25;
    return kind === 'Residential'
      ? age > 8
      : kind.startsWith('Supported')
        ? birthday(episode.child.born, 16) < last(episode).startedOn
        : true;
  };
  const left = new Set(random.shuffle(open.filter(episode => last(episode).kind !== 'Adoption')));
  for (const [kind, count] of Object.entries(wanted)) {
    const suited = [...left].filter(episode => suits(kind, episode));
    suited.sort((a, b) => Number(last(b).kind === kind) - Number(last(a).kind === kind));
    if (suited.length < count) throw new Error(`too few children for ${count} placements of kind ${kind}`);
    for (const episode of suited.slice(0, count)) {
      last(episode).kind = kind;
      left.delete(episode);
    }
  }
}

function provider(kind: string, random: Random): string {
  if (kind === 'Independent fostering agency') return random.pick(AGENCIES);
  if (kind === 'Residential' || kind.startsWith('Supported'))
    return random.chance(0.7) ? 'Independent provider' : 'In house';
  return kind === 'Parents' ? '' : 'In house';
}

/** A few days with another carer while the placement goes on. */
function respite(episode: CareEpisode, random: Random): void {
  for (const one of [...episode.placements]) {
    const end = one.endedOn ?? LAST;
    if (one.temporary || end - one.startedOn < 200 || !random.chance(0.06)) continue;
    const startedOn = random.int(one.startedOn + 60, end - 60);
    const stay = {
      ...one,
      startedOn,
      endedOn: startedOn + random.int(3, 12),
      carer: `K${random.int(1900, 1999)}`,
      temporary: true,
    };
    episode.placements.push(stay);
  }
}
