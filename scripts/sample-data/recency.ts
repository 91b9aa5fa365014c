import { type Day, monthAt, OCTOBER, REPORT, workingDays } from './calendar.js';
import { type Child, root } from './children.js';
import type { Random } from './random.js';

/** Repeated events, such as visits, of which a wanted share is recent enough at each month end. */

export interface Span {
  readonly child: Child;
  readonly from: Day;
  /** The day on which it ended; null while it goes on. */
  readonly to: Day | null;
}

export interface Happening {
  readonly child: Child;
  readonly on: Day;
}

export interface Rhythm {
  readonly spans: readonly Span[];
  /** First day of the window that ends with a month end. */
  readonly windowFrom: (end: Day) => Day;
  /** Children whose latest event is looked at. */
  readonly counted: (span: Span, end: Day) => boolean;
  /** How many of those counted are without a recent event. */
  readonly missing: (index: number, counted: readonly Child[]) => ReadonlyMap<string, number>;
  /** Where counts differ by sort of child; '' where they do not. */
  readonly sort: (child: Child, index: number) => string;
  /** The first month whose window lies wholly in the extracts: before it nothing is asked for. */
  readonly since: number;
  /** Chance of a further event for somebody who has had one of late. */
  readonly again: number;
  /** Chance of an event in the days of the month before the window. */
  readonly before: number;
}

const openAt = (span: Span, end: Day) => span.from <= end && (span.to === null || span.to > end);

export function countedAt(rhythm: Pick<Rhythm, 'spans' | 'counted'>, index: number): Child[] {
  const end = monthAt(index).last;
  const children = rhythm.spans
    .filter(span => openAt(span, end) && rhythm.counted(span, end))
    .map(span => root(span.child));
  return [...new Set(children)];
}

export function happenings(rhythm: Rhythm, random: Random): Happening[] {
  const events: Happening[] = [];
  const latest = new Map<Child, Day>();
  const record = (child: Child, days: readonly Day[]) => {
    if (days.length === 0) return;
    const on = random.pick(days);
    events.push({ child, on });
    latest.set(child, Math.max(on, latest.get(child) ?? 0));
  };
  for (let index = 0; index <= OCTOBER; index += 1) monthOfEvents(rhythm, index, latest, record, random);
  return events;
}

function monthOfEvents(
  rhythm: Rhythm,
  index: number,
  latest: ReadonlyMap<Child, Day>,
  record: (child: Child, days: readonly Day[]) => void,
  random: Random,
): void {
  const { first, last } = monthAt(index);
  const from = Math.max(first, rhythm.windowFrom(last));
  const counted = index <= REPORT ? countedAt(rhythm, index) : [];
  const recent = (child: Child) => (latest.get(child) ?? 0) >= rhythm.windowFrom(last);
  const missing = choose(rhythm, index, counted, recent, random);
  const isCounted = new Set(counted);
  for (const span of inMonth(rhythm.spans, first, last)) {
    const child = root(span.child);
    const start = Math.max(first, span.from + 1);
    const end = Math.min(last, (span.to ?? last + 1) - 1);
    if (random.chance(rhythm.before)) record(child, workingDays(start, Math.min(end, from - 1)));
    if (missing.has(child)) continue;
    const must = index >= rhythm.since && isCounted.has(child) && !recent(child);
    if (must || random.chance(index === OCTOBER ? 0.1 : rhythm.again))
      record(child, workingDays(Math.max(start, from), end));
  }
}

/** One span of each child in the month, the last one. */
function inMonth(spans: readonly Span[], first: Day, last: Day): Span[] {
  const found = new Map<Child, Span>();
  for (const span of spans)
    if (span.from < last && (span.to === null || span.to > first)) found.set(root(span.child), span);
  return [...found.values()];
}

function choose(
  rhythm: Rhythm,
  index: number,
  counted: readonly Child[],
  recent: (child: Child) => boolean,
  random: Random,
): ReadonlySet<Child> {
  const missing = new Set<Child>();
  if (index > REPORT || index < rhythm.since) return missing;
  for (const [sort, count] of rhythm.missing(index, counted)) {
    const alike = counted.filter(child => rhythm.sort(child, index) === sort);
    const free = random.shuffle(alike.filter(child => !recent(child)));
    if (free.length < count)
      throw new Error(
        `${monthAt(index).id}: ${count} without a recent event, but only ${free.length} can be`,
      );
    for (const child of free.slice(0, count)) missing.add(child);
  }
  return missing;
}
