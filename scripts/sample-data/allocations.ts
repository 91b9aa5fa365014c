import { type Allocation, AllocationBook } from './allocation-book.js';
import { COVERS_FROM, type Day, LAST, monthAt, monthIndex, OCTOBER } from './calendar.js';
import { PUBLISHED_CASELOADS, settleCaseloads } from './caseloads.js';
import type { Child } from './children.js';
import { Random } from './random.js';
import { TEAMS, teamOn } from './teams.js';
import { socialWorkers, type Worker } from './workers.js';
import type { Case, World } from './world.js';

/** Gives every piece of work to a social worker, day by day, and hands it on when somebody leaves. */

interface Work {
  readonly child: Child;
  readonly case: Case;
  readonly kind: string;
  readonly area: string;
  readonly from: Day;
  readonly to: Day | null;
}

export function allocations(world: World): AllocationBook {
  const random = new Random('allocations');
  const book = new AllocationBook();
  book.workers.push(...socialWorkers(random));
  const work = workOf(world).sort((a, b) => a.from - b.from);
  const teams = new TeamOfCase(random);
  let next = 0;
  for (let index = -1; index <= OCTOBER; index += 1) {
    const last = index < 0 ? COVERS_FROM - 1 : monthAt(index).last;
    for (let on = index < 0 ? last : monthAt(index).first; on <= last; on += 1) {
      book.closeUpTo(on);
      for (; (work[next]?.from ?? Number.POSITIVE_INFINITY) <= on; next += 1) {
        const one = work[next] as Work;
        if (one.to === null || one.to > on) give(book, one, teams.of(one), on, random);
      }
      leavers(book, on, random);
    }
    const month = index < 0 ? '' : monthAt(index).id;
    if (PUBLISHED_CASELOADS.includes(month)) settleCaseloads(book, month, random);
  }
  book.closeUpTo(LAST);
  waitForWorkers(book, random);
  return book;
}

/** After somebody left, a case now and then waits some days for the next worker; not across a published month end. */
function waitForWorkers(book: AllocationBook, random: Random): void {
  const handed = new Set(
    book.rows.filter(row => row.endedOn !== null).map(row => `${row.kind}/${row.endedOn}`),
  );
  for (const row of book.rows) {
    if (!handed.has(`${row.kind}/${row.startedOn}`) || !random.chance(0.03)) continue;
    const startedOn = row.startedOn + random.int(4, 24);
    const published = PUBLISHED_CASELOADS.some(month => {
      const { last } = monthAt(monthIndex(month));
      return row.startedOn <= last && startedOn > last;
    });
    if (published || startedOn > LAST || startedOn >= (row.endedOn ?? LAST)) continue;
    row.startedOn = startedOn;
  }
}

function workOf(world: World): Work[] {
  const known = (on: Day | null) => (on !== null && on <= LAST ? on : null);
  const area = (child: Child, usual: string) => (child.disabled ? 'disabled' : usual);
  const assessments = world.assessments.map(one => ({
    child: one.child,
    case: one.case,
    kind: 'Assessment',
    area: 'assessment',
    from: one.startedOn,
    to: known(one.authorisedOn),
  }));
  const needs = world.needPlans.map(one => ({
    child: one.child,
    case: one.case,
    kind: 'CIN',
    area: area(one.child, 'safeguarding'),
    from: one.startedOn,
    to: one.endedOn,
  }));
  const protection = world.protectionPlans.map(one => ({
    child: one.child,
    case: one.case,
    kind: 'CP',
    area: 'safeguarding',
    from: one.startedOn,
    to: one.endedOn,
  }));
  const care = world.careEpisodes.map(one => ({
    child: one.child,
    case: one.case,
    kind: 'LAC',
    area: one.path === 'breaks' ? 'disabled' : 'care',
    from: one.startedOn,
    to: one.endedOn,
  }));
  return [...assessments, ...needs, ...protection, ...care].filter(
    one => one.from <= LAST && (one.to === null || one.to >= COVERS_FROM),
  );
}

/** A family stays with one team for each kind of work. */
class TeamOfCase {
  private readonly known = new Map<Case, Map<string, string>>();

  constructor(private readonly random: Random) {}

  of(work: Work): string {
    const areas = this.known.get(work.case) ?? new Map<string, string>();
    const team = areas.get(work.area) ?? this.random.pick(TEAMS[work.area] ?? []);
    areas.set(work.area, team);
    this.known.set(work.case, areas);
    return team;
  }
}

function give(book: AllocationBook, work: Work, team: string, on: Day, random: Random): void {
  const { child, case: owned, kind } = work;
  const worker = workerFor(book, owned, team, on, random);
  // work that was open before April 2016 has had its present worker for a while
  const startedOn =
    on < COVERS_FROM ? Math.max(work.from, worker.startedOn, COVERS_FROM - random.int(5, 500)) : on;
  book.start({ child, case: owned, kind, worker, team, startedOn, endedOn: null, until: work.to });
}

/** The family's worker, or the one in the team with the lightest load for what that worker can carry. */
function workerFor(book: AllocationBook, owned: Case, team: string, on: Day, random: Random): Worker {
  const active = book.workers.filter(
    one => one.team === team && one.startedOn <= on && (one.endedOn === null || one.endedOn > on),
  );
  const open = book.openRows();
  const family = open.find(row => row.case === owned && active.includes(row.worker));
  if (family) return family.worker;
  const load = (worker: Worker) => (open.filter(row => row.worker === worker).length + 0.5) / worker.weight;
  const ranked = active.map(worker => ({ worker, load: load(worker) })).sort((a, b) => a.load - b.load);
  return random.pick(ranked.slice(0, 2)).worker;
}

function leavers(book: AllocationBook, on: Day, random: Random): void {
  for (const worker of book.workers.filter(one => one.endedOn === on)) {
    const children = new Set(
      book
        .openRows()
        .filter(row => row.worker === worker)
        .map(row => row.child),
    );
    for (const child of children) {
      const row = book.openRows().find(one => one.child === child && one.worker === worker) as Allocation;
      book.hand(child, worker, workerFor(book, row.case, worker.team, on, random), on);
    }
  }
}

export const recordedTeam = (row: Allocation) => teamOn(row.team, row.startedOn);
