import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Cache, keyOf } from '../cache/cache.js';
import type { FileHashes } from '../cache/file-hashes.js';
import { keepFigures, keptFigures, type ReadAndWorkedOut } from '../cache/kept-figures.js';
import type { CheckInput } from '../checks/context.js';
import { type FoundInRows, findFindings, findInRows } from '../checks/find.js';
import type { Finding } from '../checks/rule.js';
import { findingProblems, readingProblems, regraded } from '../checks/told.js';
import type { Database } from '../extracts/database.js';
import { stopOnErrors } from '../extracts/load.js';
import type { ReadExtracts } from '../extracts/read.js';
import { workOutFigures } from '../figures/work-out.js';
import type { Problem } from '../problems.js';
import type { Settings } from '../workspace/settings.js';
import type { Prepared } from './prepare.js';

/** From extracts to figures and findings; or from the cache, where just these have been worked out before. */

export interface FiguresAsked {
  readonly prepared: Prepared;
  readonly month: string;
  /** Ids of the measures that packs mean to show. */
  readonly meant: ReadonlySet<string>;
  /** Errors in the data do not end the run. */
  readonly allowErrors: boolean;
  readonly cache: Cache;
  readonly hashes: FileHashes;
  readonly onStage: (stage: 'extracts' | 'measures', detail: string) => void;
}

export interface FiguresAnswer extends ReadAndWorkedOut {
  /** Names all that they were made from. */
  readonly key: string;
  /** What was found in the extracts, as it is told. */
  readonly found: readonly Problem[];
  /** Leaves them in the cache for another run: some tenths of a second of work, for when there is time. */
  readonly keep: () => void;
}

export type WorkOut = (asked: FiguresAsked) => Promise<ReadAndWorkedOut>;

/**
 * @param workOut what works them out, where they are not kept
 * @throws UserError 1 for extracts that would make figures wrong, 2 for measures that cannot run
 */
export async function figuresAsked(
  asked: FiguresAsked,
  workOut: WorkOut = workOutOnce,
): Promise<FiguresAnswer> {
  const key = figuresKey(asked);
  const kept = keptFigures(asked.cache, key);
  if (kept) {
    const found = toldOf(asked, kept.problems, kept.findings);
    asked.onStage('extracts', 'as before, not read again');
    asked.onStage('measures', `as before, ${kept.figures.length} figures`);
    return { ...kept, found, key, keep: () => {} };
  }
  const worked = await workOut(asked);
  const answer = { ...worked, found: toldOf(asked, worked.problems, worked.findings) };
  // What was changed while it was read may have been read half: it is nothing that anybody could ask for again.
  if (figuresKey(asked) !== key) return { ...answer, key: randomUUID(), keep: () => {} };
  return { ...answer, key, keep: () => keepFigures(asked.cache, key, answer) };
}

async function workOutOnce(asked: FiguresAsked): Promise<ReadAndWorkedOut> {
  const { prepared, month } = asked;
  let findings: readonly Finding[] = [];
  const worked = await workOutFigures({
    ...prepared,
    month,
    onRead: async (database, read) => {
      findings = await findingsIn(database, read, asked);
      toldOf(asked, read.problems, findings);
    },
    onStage: asked.onStage,
  });
  return { ...worked, findings };
}

/** What the checks find in an engine that holds the extracts. */
export function findingsIn(
  database: Database,
  read: ReadExtracts,
  asked: FiguresAsked,
  inRows?: FoundInRows,
): Promise<Finding[]> {
  return findFindings(checkInput(database, read, asked), asked.prepared.rules, inRows);
}

/** The part of it that no measure changes. */
export function findingsInRows(database: Database, read: ReadExtracts, asked: FiguresAsked): FoundInRows {
  return findInRows(checkInput(database, read, asked), asked.prepared.rules);
}

function checkInput(
  database: Database,
  read: ReadExtracts,
  { prepared, month, meant }: FiguresAsked,
): CheckInput {
  const { workspace, catalogue, definitions } = prepared;
  const { folder, settings } = workspace;
  return { database, folder, settings, definitions, measures: catalogue.measures, meant, month, ...read };
}

/** @throws UserError 1 for errors, unless they are allowed */
function toldOf(
  { prepared: { rules, workspace }, allowErrors }: FiguresAsked,
  read: readonly Problem[],
  findings: readonly Finding[],
): readonly Problem[] {
  const found = [
    ...regraded(readingProblems(read, rules), workspace.settings),
    ...findingProblems(findings, rules),
  ];
  if (!allowErrors) stopOnErrors(found);
  return found;
}

/** Settings that say how packs look and what they say beside the figures, and nothing that a figure or a finding hangs on. */
export const NOT_OF_FIGURES = [
  'browser',
  'browser_timeout_seconds',
  'council',
  'history',
  'report',
  'responsible',
  'small_numbers',
] as const satisfies readonly (keyof Settings)[];

/** The name of all that figures and findings are made from. */
export function figuresKey({
  prepared,
  month,
  meant,
  hashes,
}: Pick<FiguresAsked, 'prepared' | 'month' | 'meant' | 'hashes'>): string {
  const { workspace, catalogue, holidays } = prepared;
  const { folder, settings, targets, populations, teams } = workspace;
  const names = Object.keys(settings) as (keyof Settings)[];
  const mattering = names.filter(name => !isOneOf(name, NOT_OF_FIGURES)).map(name => [name, settings[name]]);
  return keyOf(
    hashes.ofTool(),
    hashes.below(join(folder, 'extracts')),
    hashes.below(join(folder, 'layouts')),
    mattering,
    [targets, populations, teams].map(rows => rows.map(({ value }) => value)),
    catalogue,
    [...meant].sort(),
    holidays,
    month,
  );
}

function isOneOf(name: string, names: readonly string[]): boolean {
  return names.includes(name);
}
