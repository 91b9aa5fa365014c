import { aimed } from './aims.js';
import {
  addMonths,
  birthday,
  COVERS_FROM,
  type Day,
  day,
  LAST,
  type Month,
  monthAt,
  monthOf,
  OCTOBER,
  REPORT,
} from './calendar.js';
import { type Child, newChild, newFamily } from './children.js';
import { Random } from './random.js';
import type { CareEpisode, CarePath, Case, World } from './world.js';

/** Children looked after: who they are, when they come and when they go. Placements come afterwards. */

type Band = '0-4' | '5-9' | '10-15' | '16-17';
const BANDS: Record<Band, readonly [number, number]> = {
  '0-4': [0.02, 4.9],
  '5-9': [5, 9.9],
  '10-15': [10, 15.5],
  '16-17': [16, 17.3],
};
const STARTS: Record<Band, number> = { '0-4': 40, '5-9': 20, '10-15': 27, '16-17': 13 };
const STOCK: Record<Band, number> = { '0-4': 17, '5-9': 22, '10-15': 39, '16-17': 22 };
const PATHS: Record<Band, Partial<Record<CarePath, number>>> = {
  '0-4': { adoption: 24, sgo: 22, home: 24, cao: 5, long: 21, other: 4 },
  '5-9': { sgo: 16, home: 29, cao: 6, long: 46, other: 3 },
  '10-15': { home: 31, sgo: 5, cao: 1, long: 53, independent: 6, other: 4 },
  '16-17': { long: 60, home: 14, independent: 22, other: 4 },
};
const REASONS: Record<CarePath, string> = {
  long: 'Turned 18',
  home: 'Returned home',
  sgo: 'Special guardianship order',
  cao: 'Child arrangements order',
  adoption: 'Adopted',
  independent: 'Independent living',
  other: 'Other',
  breaks: 'Other',
};
/** Month end: children looked after, between which the numbers drift. */
const DRIFT: readonly (readonly [string, number])[] = [
  ['2016-03', 303],
  ['2017-03', 309],
  ['2018-03', 321],
  ['2019-03', 333],
  ['2019-12', 341],
  ['2020-04', 347],
  ['2020-07', 345],
  ['2020-08', 343],
  ['2020-09', 337],
];
const SHORT_BREAKS = 8;

export interface CareGroup {
  readonly startedOn: Day;
  readonly episodes: CareEpisode[];
  /** Became looked after from a child protection plan. */
  fromPlan: boolean;
}

export function childrenLookedAfter(world: World): CareGroup[] {
  const random = new Random('care');
  const groups = stockOf2016(random);
  for (let index = 0; index <= REPORT; index += 1) {
    const month = monthAt(index);
    const open = groups.flatMap(group => group.episodes);
    if (index === REPORT) settleReportMonth(open, month, random);
    const standing = open.filter(episode => isOpen(episode, month.last)).length;
    const starts =
      index === REPORT
        ? aimed('looked-after-started', '2020-09')
        : Math.max(index > 40 ? 0 : 2, wantedAt(index, random) - standing);
    groups.push(...startsOf(month, starts, random));
  }
  groups.push(...startsOf(monthAt(OCTOBER), 1, random));
  for (const group of groups) for (const episode of group.episodes) closeBooks(episode);
  shortBreaks(groups, random);
  for (const group of groups) world.careEpisodes.push(...group.episodes);
  return groups;
}

function wantedAt(index: number, random: Random): number {
  const exact = DRIFT.find(([id]) => monthOf(day(`${id}-01`)) === index);
  if (exact && index >= 51) return exact[1];
  const later = DRIFT.findIndex(([id]) => monthOf(day(`${id}-01`)) > index);
  const [fromId, from] = DRIFT[later - 1] as readonly [string, number];
  const [toId, to] = DRIFT[later] as readonly [string, number];
  const start = monthOf(day(`${fromId}-01`));
  const share = (index - start) / (monthOf(day(`${toId}-01`)) - start);
  return Math.round(from + (to - from) * share + random.normal(0, 2.2));
}

export function isOpen(episode: { startedOn: Day; endedOn: Day | null }, on: Day): boolean {
  return episode.startedOn <= on && (episode.endedOn === null || episode.endedOn > on);
}

/** Open on 1 April 2016, with their true start. Long stays are more common in a stock than among those who come in. */
function stockOf2016(random: Random): CareGroup[] {
  return random.groups((DRIFT[0] as readonly [string, number])[1], [0.62, 0.25, 0.13]).map(size => {
    const [low, high] = BANDS[random.weighted(STOCK)];
    const age = low + random.next() * ((high > 17 ? 17.95 : high) - low);
    const years = Math.min(age * 0.97, random.waiting(3.1));
    const startedOn = Math.round(COVERS_FROM - 1 - Math.max(3, years * 365.25));
    const path: CarePath =
      years > 2 ? (random.chance(0.9) ? 'long' : 'sgo') : random.weighted(PATHS[bandOf(age - years)]);
    const ages = siblingsAges(age, size, random);
    const last = COVERS_FROM + 5 + Math.round(random.waiting(path === 'adoption' ? 260 : 300));
    return group(
      startedOn,
      ages.map(one => COVERS_FROM - Math.round(one * 365.25)),
      path,
      last,
      random,
    );
  });
}

function siblingsAges(age: number, size: number, random: Random): number[] {
  return Array.from({ length: size }, (_, index) =>
    index === 0 ? age : Math.max(0.1, Math.min(17.4, age + random.normal(0, 2.6))),
  );
}

function bandOf(age: number): Band {
  return age < 5 ? '0-4' : age < 10 ? '5-9' : age < 16 ? '10-15' : '16-17';
}

function startsOf(month: Month, count: number, random: Random): CareGroup[] {
  return random.groups(count, [0.68, 0.22, 0.1]).map(size => {
    const young = month.index >= REPORT;
    const band = young ? '0-4' : random.weighted(STARTS);
    const [low, high] = BANDS[band];
    const age = low + random.next() ** (band === '0-4' ? 1.7 : 1) * (high - low);
    const startedOn = random.int(month.first, Math.min(LAST, month.last));
    const path = random.weighted(PATHS[band]);
    const ages = young
      ? Array.from({ length: size }, () => 0.03 + random.next() * 4)
      : siblingsAges(age, size, random);
    const born = ages.map(one => startedOn - Math.round(one * 365.25));
    return group(startedOn, born, path, startedOn + stay(path, month, startedOn, random), random);
  });
}

/** Days in care; none ends in the month it began. */
function stay(path: CarePath, month: Month, startedOn: Day, random: Random): number {
  const drawn: Record<CarePath, number> = {
    long: 9000,
    home: 14 + random.waiting(240),
    sgo: 200 + random.waiting(230),
    cao: 160 + random.waiting(240),
    adoption: 460 + random.waiting(230),
    independent: 120 + random.waiting(260),
    other: 60 + random.waiting(300),
    breaks: 9000,
  };
  return Math.max(Math.round(drawn[path]), month.last - startedOn + random.int(1, 9));
}

function group(startedOn: Day, births: readonly Day[], path: CarePath, end: Day, random: Random): CareGroup {
  const family = { children: [] };
  const children = births.map(born => newChild(family, Math.min(born, startedOn), random));
  const owned: Case = {
    children,
    referredOn: null,
    openedOn: startedOn,
    closedOn: null,
    castable: false,
    kind: 'care',
    assessed: [],
    alerts: [],
  };
  const episodes = children.map(child => episodeOf(child, owned, startedOn, path, end, random));
  return { startedOn, episodes, fromPlan: false };
}

function episodeOf(
  child: Child,
  owned: Case,
  startedOn: Day,
  path: CarePath,
  end: Day,
  random: Random,
): CareEpisode {
  const adult = birthday(child.born, 18);
  const tooOld = path === 'adoption' && startedOn - child.born > 6 * 365;
  const chosen: CarePath = end >= adult - 30 ? 'long' : tooOld ? 'long' : path;
  const endedOn = chosen === 'long' || chosen === 'breaks' ? adult : end;
  const base = {
    child,
    case: owned,
    startedOn,
    endedOn,
    endReason: REASONS[chosen],
    path: chosen,
    leavesOn: endedOn,
  };
  return { ...base, legalStatus: legalStatus(chosen, random), placements: [], adoption: null };
}

function legalStatus(path: CarePath, random: Random): string {
  if (path === 'adoption') return random.chance(0.85) ? 'E1' : 'C2';
  if (path === 'long') return random.weighted({ C2: 72, V2: 24, C1: 4 });
  if (path === 'breaks') return random.weighted({ V4: 7, V3: 1 });
  return random.weighted({ V2: 48, C1: 34, C2: 18 });
}

/** Brings the month's leavers to the published reasons: others leave a little later, the missing ones a little sooner. */
function settleReportMonth(all: readonly CareEpisode[], month: Month, random: Random): void {
  for (const path of ['sgo', 'cao', 'long', 'independent', 'home', 'adoption', 'other'] as const) {
    const wanted = publishedLeavers(REASONS[path]);
    const leaving = all.filter(one => one.path === path && inMonth(one.endedOn, month));
    for (const extra of leaving.slice(wanted)) leaveLater(extra, random);
    const soon = all.filter(
      one => one.path === path && (one.endedOn ?? 0) > month.last && one.startedOn < month.first - 150,
    );
    soon.sort((a, b) => (a.endedOn ?? 0) - (b.endedOn ?? 0));
    for (const one of soon.slice(0, Math.max(0, wanted - leaving.length))) leaveWithin(one, month, random);
  }
}

function publishedLeavers(reason: string): number {
  const published = [
    'Special guardianship order',
    'Child arrangements order',
    'Turned 18',
    'Independent living',
  ];
  return published.includes(reason) ? aimed('looked-after-ended', '2020-09', reason) : 0;
}

const inMonth = (on: Day | null, month: Month) => on !== null && on >= month.first && on <= month.last;

function leaveLater(episode: CareEpisode, random: Random): void {
  const later = (episode.endedOn ?? LAST) + random.int(35, 120);
  if (episode.path === 'long') moveAdulthood(episode, later);
  else episode.endedOn = later;
}

function leaveWithin(episode: CareEpisode, month: Month, random: Random): void {
  const on = random.int(month.first + 1, month.last - 2);
  if (episode.path === 'long') moveAdulthood(episode, on);
  else episode.endedOn = on;
}

/** A child who leaves at 18 leaves on the birthday, so the birth date moves with it. */
function moveAdulthood(episode: CareEpisode, eighteenth: Day): void {
  episode.child.born = addMonths(eighteenth, -216);
  episode.endedOn = birthday(episode.child.born, 18);
}

/** What lies after the extract is not recorded yet, only meant. */
function closeBooks(episode: CareEpisode): void {
  episode.leavesOn = episode.endedOn ?? LAST + 4000;
  if (episode.endedOn !== null && episode.endedOn > LAST) {
    episode.endedOn = null;
    episode.endReason = '';
  }
}

/** Agreed series of short breaks: counted in visits and supervision, in no month-end figure of children looked after. */
function shortBreaks(groups: CareGroup[], random: Random): void {
  for (let index = 0; index < SHORT_BREAKS; index += 1) {
    const startedOn = random.int(day('2016-06-01'), day('2020-02-01'));
    const [child] = newFamily(1, startedOn, random, 12) as [Child];
    child.disabled = true;
    const owned: Case = {
      children: [child],
      referredOn: null,
      openedOn: startedOn,
      closedOn: null,
      castable: false,
      kind: 'care',
      assessed: [],
      alerts: [],
    };
    const episode = episodeOf(child, owned, startedOn, 'breaks', LAST + 4000, random);
    episode.path = 'breaks';
    episode.legalStatus = index === 0 ? 'V3' : 'V4';
    episode.endedOn = index < 2 ? random.int(day('2020-03-01'), day('2020-08-01')) : null;
    episode.endReason = episode.endedOn === null ? '' : 'Other';
    groups.push({ startedOn, episodes: [episode], fromPlan: false });
  }
}
