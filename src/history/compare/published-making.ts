import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Figure } from '../../figures/figure.js';
import { readFiguresCsv, unguardText } from '../../figures/tidy.js';
import type { Measure } from '../../measures/measure.js';
import { type CaseChange, type KnownCases, replay } from '../case-log.js';
import { caseMonths } from '../case-months.js';
import { casesOf, FROZEN } from '../freeze-content.js';
import { type Frozen, nameOfFreeze, readFrozenFile } from '../frozen.js';
import { readRunRecord } from '../run-record.js';
import { groundsOf } from './grounds.js';
import type { Making } from './making.js';

/** A month as it was published, read from its freeze. @param history every freeze, in order */
export function publishedMaking(frozen: Frozen, history: readonly Frozen[]): Making {
  const upTo = history.filter(({ record }) => record.number <= frozen.record.number);
  const run = readRunRecord(text(frozen, FROZEN.run));
  return {
    name: nameOfFreeze(frozen.record),
    figures: readFiguresCsv(text(frozen, FROZEN.figures)),
    cases: replay(casesOf(upTo)),
    monthsOfRecords: monthsOfRecords(replay([...casesOf(upTo), ...firstListings(frozen, history)])),
    definitions: definitionsOf(frozen),
    grounds: run ? groundsOf(run) : new Map(),
  };
}

/**
 * The cases of months that were frozen only later, as they were listed first: a case that has moved here from one of them
 * was not in the months known before.
 */
function firstListings({ record }: Frozen, history: readonly Frozen[]): CaseChange[] {
  const known = new Set(
    history.filter(each => each.record.number <= record.number).map(each => each.record.month),
  );
  return history.flatMap(later => {
    const { month } = later.record;
    if (known.has(month)) return [];
    known.add(month);
    return casesOf([later]).filter(change => change.month === month);
  });
}

/** Of which months the cases of a measure are known as at a freeze. */
export function knownMonths(measure: Measure, frozen: Frozen, history: readonly Frozen[]): string[] {
  const { record } = frozen;
  if (!record.files.some(({ file }) => file === FROZEN.cases)) return [];
  const earlier = history.filter(each => each.record.number < record.number);
  return caseMonths(measure, record.month, new Set(earlier.map(each => each.record.month)));
}

/** Figures of earlier months that were printed with it. */
export function printedEarlier(frozen: Frozen): Figure[] {
  return readFiguresCsv(text(frozen, FROZEN.earlierMonths));
}

export interface PrintedStatement {
  /** Whose figures it was filled from. */
  readonly edition: 'internal' | 'public';
  readonly question: string;
  readonly line: number;
  /** Ids that it is about. */
  readonly measures: readonly string[];
  readonly text: string;
}

const statement = z.object({
  // Freezes of before kept the council's own words alone.
  edition: z.enum(['internal', 'public']).default('internal'),
  question: z.string(),
  line: z.coerce.number(),
  measures: z.string().transform(ids => ids.split(' ').filter(id => id !== '')),
  text: z.string().transform(unguardText),
});

/** Those of the council's own packs: a comparison is of all figures, for the council's own eyes. */
export function printedStatements(frozen: Frozen): PrintedStatement[] {
  const rows = z.array(statement).parse(parse(text(frozen, FROZEN.statements), { columns: true }));
  return rows.filter(({ edition }) => edition === 'internal');
}

/** The commentary as it was written; null where there was none. */
export function frozenCommentary(frozen: Frozen): string | null {
  const isThere = frozen.record.files.some(({ file }) => file === FROZEN.commentary);
  return isThere ? text(frozen, FROZEN.commentary) : null;
}

function text(frozen: Frozen, file: string): string {
  return readFrozenFile(frozen, file).toString('utf8');
}

const definition = z.object({ measure: z.string(), version: z.string(), sql_sha256: z.string() });

function definitionsOf(frozen: Frozen): Map<string, Map<string, string>> {
  const rows = z.array(definition).parse(parse(text(frozen, FROZEN.definitions), { columns: true }));
  const found = new Map<string, Map<string, string>>();
  for (const { measure, version, sql_sha256: hash } of rows) {
    found.set(measure, (found.get(measure) ?? new Map<string, string>()).set(version, hash));
  }
  return found;
}

export function monthsOfRecords(cases: KnownCases): Map<string, Map<string, Set<string>>> {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const { measure, record, month } of cases.values()) {
    const records = found.get(measure) ?? new Map<string, Set<string>>();
    found.set(measure, records);
    records.set(record, (records.get(record) ?? new Set<string>()).add(month));
  }
  return found;
}
