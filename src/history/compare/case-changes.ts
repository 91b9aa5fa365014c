import { isSame, type KnownCases } from '../case-log.js';
import type { CaseState } from '../case-states.js';

/** What became of the cases of a measure between two listings of them, case by case. */

export type CaseReason =
  | 'added'
  | 'removed'
  | 'moved to another month'
  | 'moved from another month'
  | 'standard now met'
  | 'standard no longer met'
  | 'now judged'
  | 'no longer judged'
  | 'moved to another team'
  | 'moved to another category'
  | 'amount changed'
  | 'weight changed'
  | 'now of another child';

export interface CaseChangeFound {
  readonly record: string;
  readonly reasons: readonly CaseReason[];
  /** The month that it moved to or from; '' where it did not. */
  readonly otherMonth: string;
  readonly before: CaseState | null;
  readonly now: CaseState | null;
}

/** In which months a record is listed, for telling a move from an addition or a removal. */
export type MonthsOfRecords = ReadonlyMap<string, ReadonlySet<string>>;

/** One measure's cases, as they were and as they are, of the same months. */
export interface Listings {
  readonly before: KnownCases;
  readonly now: KnownCases;
  /** As far as is known; of months outside those of the listings too. */
  readonly knownBefore: MonthsOfRecords;
  readonly knownNow: MonthsOfRecords;
  /** A month end lists who is open at it: the same case stands in many, and moves from none to another. */
  readonly isSnapshot: boolean;
}

export function caseChanges(listings: Listings): CaseChangeFound[] {
  const { before, now } = listings;
  const keys = [...new Set([...before.keys(), ...now.keys()])].sort();
  return keys.flatMap(key => {
    const [was, is] = [before.get(key) ?? null, now.get(key) ?? null];
    if (was && is) return isSame(was, is) ? [] : [changed(was, is)];
    return was ? [gone(was, listings)] : is ? [come(is, listings)] : [];
  });
}

function changed(before: CaseState, now: CaseState): CaseChangeFound {
  const reasons: CaseReason[] = [
    ...standingReasons(before, now),
    ...(before.team === now.team ? [] : (['moved to another team'] as const)),
    ...(before.category === now.category ? [] : (['moved to another category'] as const)),
    ...(before.amount === now.amount ? [] : (['amount changed'] as const)),
    ...(before.weight === now.weight ? [] : (['weight changed'] as const)),
    ...(before.person === now.person ? [] : (['now of another child'] as const)),
  ];
  return { record: now.record, reasons, otherMonth: '', before, now };
}

const UNJUDGED = ['not yet due', 'not judged'];

function standingReasons(before: CaseState, now: CaseState): CaseReason[] {
  if (before.standing === now.standing) return [];
  const [wasJudged, isJudged] = [before, now].map(({ standing }) => !UNJUDGED.includes(standing));
  if (wasJudged && isJudged) return [now.standing === 'met' ? 'standard now met' : 'standard no longer met'];
  if (isJudged) return ['now judged'];
  return wasJudged ? ['no longer judged'] : [];
}

function gone(before: CaseState, { knownBefore, knownNow, isSnapshot }: Listings): CaseChangeFound {
  const otherMonth = isSnapshot ? '' : monthOfMove(before, knownNow, knownBefore);
  const reason = otherMonth === '' ? 'removed' : 'moved to another month';
  return { record: before.record, reasons: [reason], otherMonth, before, now: null };
}

function come(now: CaseState, { knownBefore, knownNow, isSnapshot }: Listings): CaseChangeFound {
  const otherMonth = isSnapshot ? '' : monthOfMove(now, knownBefore, knownNow);
  const reason = otherMonth === '' ? 'added' : 'moved from another month';
  return { record: now.record, reasons: [reason], otherMonth, before: null, now };
}

/** A month in which the record is listed on one side only: one in which it stays is none that it moved to or from. */
function monthOfMove(
  { record, month }: CaseState,
  listed: MonthsOfRecords,
  notListed: MonthsOfRecords,
): string {
  const others = [...(listed.get(record) ?? [])].filter(each => each !== month);
  return others.find(each => !notListed.get(record)?.has(each)) ?? '';
}
