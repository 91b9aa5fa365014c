import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { guardText, unguardText } from '../figures/tidy.js';
import type { CaseState } from './case-states.js';

/**
 * The cases behind the published figures, as a log: each freeze writes the cases of its month, and of months before what
 * has become of theirs since the freeze before. Read from the first freeze to some later one, the log gives the cases as
 * they stood when that one was made.
 */

export interface CaseChange extends CaseState {
  /** The case was listed at an earlier freeze and is not any more. */
  readonly isGone: boolean;
}

export type KnownCases = ReadonlyMap<string, CaseState>;

export function caseKey({ measure, month, record, row }: CaseState): string {
  return [measure, month, record, row].join('\u0000');
}

/** The cases as they stood after these changes, which are in the order of their freezes. */
export function replay(changes: Iterable<CaseChange>): KnownCases {
  const known = new Map<string, CaseState>();
  for (const { isGone, ...state } of changes) {
    if (isGone) known.delete(caseKey(state));
    else known.set(caseKey(state), state);
  }
  return known;
}

/**
 * What makes the known cases those of now, in the order of the cases.
 * @param isAsked of which measure and month `now` tells: what is known of others stays as it is
 */
export function changesSince(
  known: KnownCases,
  now: readonly CaseState[],
  isAsked: (state: CaseState) => boolean,
): CaseChange[] {
  const present = new Set(now.map(caseKey));
  const gone = [...known]
    .filter(([key, state]) => isAsked(state) && !present.has(key))
    .map(([, state]) => ({ ...state, isGone: true }));
  const others = now.filter(state => !isSame(known.get(caseKey(state)), state));
  return [...others.map(state => ({ ...state, isGone: false })), ...gone].sort(inOrder);
}

export function isSame(one: CaseState | undefined, other: CaseState): boolean {
  return (
    one !== undefined &&
    one.team === other.team &&
    one.category === other.category &&
    one.standing === other.standing &&
    one.amount === other.amount &&
    one.weight === other.weight &&
    one.person === other.person
  );
}

function inOrder(a: CaseState, b: CaseState): number {
  const [one, other] = [caseKey(a), caseKey(b)];
  return one < other ? -1 : Number(one > other);
}

const COLUMNS = {
  measure: change => change.measure,
  month: change => change.month,
  record_id: change => guardText(change.record),
  row: change => change.row,
  standing: change => (change.isGone ? 'gone' : change.standing),
  team: change => guardText(change.team),
  category: change => guardText(change.category),
  amount: change => change.amount,
  weight: change => change.weight,
  person_id: change => guardText(change.person),
} satisfies Record<string, (change: CaseChange) => string | number | null>;

export function caseLogCsv(changes: readonly CaseChange[]): string {
  const rows = changes.map(change => Object.values(COLUMNS).map(read => read(change)));
  return stringify([Object.keys(COLUMNS), ...rows], { record_delimiter: '\n' });
}

const text = z.string().transform(unguardText);

const rowSchema = z
  .strictObject({
    measure: z.string(),
    month: z.string(),
    record_id: text,
    row: z.coerce.number(),
    standing: z.enum(['met', 'not met', 'counted', 'not yet due', 'not judged', 'gone']),
    team: text,
    category: text,
    amount: z.union([z.literal('').transform(() => null), z.coerce.number()]),
    weight: z.coerce.number(),
    person_id: text,
  })
  .transform(({ record_id: record, person_id: person, standing, ...rest }): CaseChange => {
    const isGone = standing === 'gone';
    return { ...rest, record, person, isGone, standing: isGone ? 'not judged' : standing };
  });

/** @throws Error where it is no log of cases */
export function readCaseLog(csv: string): CaseChange[] {
  return z.array(rowSchema).parse(parse(csv, { columns: true, bom: true }));
}
