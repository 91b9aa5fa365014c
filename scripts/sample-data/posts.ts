import { aimed, roundsTo } from './aims.js';
import { COVERS_FROM, type Day, monthAt, REPORT, workingFrom } from './calendar.js';
import { Random } from './random.js';
import { TEAMS } from './teams.js';

/** The social work establishment: every post, and who or what fills it over time. */

type Status = 'Permanent' | 'Agency' | 'Fixed term' | 'Empty';

export interface Post {
  readonly status: Status;
  readonly fte: number;
  readonly team: string;
  readonly startedOn: Day;
  endedOn: Day | null;
}

const SEATS: Record<string, number> = { assessment: 9, safeguarding: 9, care: 11, disabled: 6 };
/** Percentage of FTE by month index: agency workers covered more than one post in four in 2017. */
const AGENCY: readonly (readonly [number, number])[] = [
  [-1, 20],
  [14, 27],
  [32, 24],
  [44, 18],
  [53, 12],
];
const EMPTY: readonly (readonly [number, number])[] = [
  [-1, 9],
  [14, 7],
  [32, 8],
  [44, 6],
  [53, 4],
];

export function posts(): Post[] {
  const random = new Random('posts');
  const all = seats(random);
  for (let index = 0; index <= REPORT; index += 1) {
    turnOver(all, index, random);
    for (let turn = 0; turn < 40 && !isSettled(all, index); turn += 1) step(all, index, random);
  }
  if (!published(all)) settle(all, random);
  return all;
}

function seats(random: Random): Post[] {
  return Object.entries(TEAMS).flatMap(([area, teams]) =>
    teams.flatMap(team =>
      Array.from({ length: SEATS[area] ?? 0 }, () => {
        const startedOn = COVERS_FROM - random.int(20, 2900);
        const fte = Number(random.weighted({ 1: 78, 0.8: 9, 0.6: 8, 0.5: 5 }));
        const status = random.weighted<Status>({ Permanent: 66, 'Fixed term': 4, Agency: 21, Empty: 9 });
        return { status, fte, team, startedOn, endedOn: null };
      }),
    ),
  );
}

function level(points: readonly (readonly [number, number])[], index: number): number {
  const later = points.findIndex(([at]) => at >= index);
  const [fromAt, from] = points[later - 1] as readonly [number, number];
  const [toAt, to] = points[later] as readonly [number, number];
  return from + ((to - from) * (index - fromAt)) / (toAt - fromAt);
}

const open = (all: readonly Post[]) => all.filter(post => post.endedOn === null);
const fte = (all: readonly Post[], ...statuses: Status[]) =>
  Math.round(
    all.filter(post => statuses.includes(post.status)).reduce((sum, post) => sum + post.fte, 0) * 100,
  ) / 100;

function share(all: readonly Post[], ...statuses: Status[]): number {
  const now = open(all);
  return (fte(now, ...statuses) / fte(now, 'Permanent', 'Fixed term', 'Agency', 'Empty')) * 100;
}

function isSettled(all: readonly Post[], index: number): boolean {
  const agency = Math.abs(share(all, 'Agency') - level(AGENCY, index));
  const empty = Math.abs(share(all, 'Empty') - level(EMPTY, index));
  return agency < 1 && empty < 0.9;
}

/** Somebody leaves and somebody else takes the post. */
function turnOver(all: Post[], index: number, random: Random): void {
  for (const post of open(all)) {
    if (random.chance(post.status === 'Permanent' ? 0.012 : post.status === 'Empty' ? 0.2 : 0.08))
      change(
        all,
        post,
        random.weighted<Status>({ Permanent: 55, 'Fixed term': 5, Agency: 28, Empty: 12 }),
        index,
        random,
      );
  }
}

function step(all: Post[], index: number, random: Random): void {
  const agency = share(all, 'Agency') - level(AGENCY, index);
  const empty = share(all, 'Empty') - level(EMPTY, index);
  const status: Status = Math.abs(agency) > Math.abs(empty) ? 'Agency' : 'Empty';
  const tooMany = (status === 'Agency' ? agency : empty) > 0;
  const from = open(all).filter(post => (tooMany ? post.status === status : post.status === 'Permanent'));
  if (from.length > 0) change(all, random.pick(from), tooMany ? 'Permanent' : status, index, random);
}

function change(all: Post[], post: Post, status: Status, index: number, random: Random): void {
  if (status === post.status) return;
  const { first, last } = monthAt(index);
  const on = Math.min(last, workingFrom(random.int(first, last - 4)));
  if (post.startedOn >= on) {
    // filled and left within the month: the later filling stands
    all.splice(all.indexOf(post), 1, { ...post, status });
    return;
  }
  post.endedOn = on;
  all.push({ status, fte: post.fte, team: post.team, startedOn: on, endedOn: null });
}

function published(all: readonly Post[]): boolean {
  const now = open(all);
  const total = fte(now, 'Permanent', 'Fixed term', 'Agency', 'Empty');
  return (
    roundsTo(fte(now, 'Permanent', 'Fixed term'), total, aimed('posts-permanent', '2020-09')) &&
    roundsTo(fte(now, 'Agency'), total, aimed('posts-agency', '2020-09')) &&
    roundsTo(fte(now, 'Empty'), total, aimed('posts-empty', '2020-09'))
  );
}

function settle(all: Post[], random: Random): void {
  for (let turn = 0; turn < 500; turn += 1) {
    step(all, REPORT, random);
    if (published(all)) return;
  }
  throw new Error('the posts do not come to the published shares');
}
