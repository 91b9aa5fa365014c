import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Database } from '../extracts/database.js';
import type { Figure } from '../figures/figure.js';
import { figureFiles } from '../figures/tidy.js';
import { openCases, type WorkedOut, workOutIn } from '../figures/work-out.js';
import { caseMonths } from '../history/case-months.js';
import { type CaseState, listCaseStates } from '../history/case-states.js';
import { checkHistory } from '../history/check-history.js';
import { commitFreeze, type FreezeFacts, nextRevision } from '../history/commit-freeze.js';
import { freezeFiles } from '../history/freeze-content.js';
import { type Frozen, readHistory } from '../history/frozen.js';
import { type RunRecord, readRunRecord } from '../history/run-record.js';
import { monthName } from '../months.js';
import { type Problem, UserError } from '../problems.js';
import { sha256 } from '../sha256.js';
import { changedInputs } from './changed-inputs.js';
import type { Console } from './console.js';
import { sayProblems } from './console.js';
import { fillEditions } from './interpret.js';
import { localDate } from './local-date.js';
import { readMonth } from './month.js';
import { type Prepared, prepare } from './prepare.js';
import { toolVersion } from './program.js';
import { today } from './today.js';

/** `scorecard freeze`: keeps a month as it was published. */

export interface FreezeOptions {
  readonly workspace: string;
  readonly month: string;
  /** Where the packs are; default where build puts them. */
  readonly out?: string;
  /** Why a month is frozen again. */
  readonly reason?: string;
  readonly strict: boolean;
  readonly json: boolean;
}

/**
 * @throws UserError 1 for a history that is not whole, 2 for packs that are not there, are not as they were built, or are
 *   no longer what the workspace's files give
 */
export async function freeze(options: FreezeOptions, console: Console): Promise<void> {
  const month = readMonth(options.month, localDate(new Date()));
  const prepared = prepare(options.workspace);
  const { folder } = prepared.workspace;
  const facts = {
    month,
    reason: options.reason?.trim() ?? '',
    frozenOn: today(),
    toolVersion: toolVersion(),
  };
  const out = resolve(options.out ?? join(folder, 'out', month));
  const { made, problems } = await freezePacks(prepared, out, facts, options.strict);
  sayProblems(console, problems);
  const { record } = made;
  if (options.json) {
    const { number, revision } = record;
    const result = { folder: made.folder, month, revision, number, sha256: made.sha256 };
    console.result(JSON.stringify(result, null, 2));
    return;
  }
  console.result(`${made.folder}  ${monthName(month)}, revision ${record.revision}`);
  console.result(`SHA-256 of its record, for the minutes: ${made.sha256}`);
}

/** Keeps the packs of a folder as the month's publication. @throws UserError like `freeze` */
export async function freezePacks(
  prepared: Prepared,
  out: string,
  facts: FreezeFacts,
  isStrict: boolean,
): Promise<{ made: ReturnType<typeof commitFreeze>; problems: readonly Problem[] }> {
  const { month } = facts;
  const { folder } = prepared.workspace;
  const history = wholeHistory(folder);
  nextRevision(history, facts);
  const published = readPublished(out, month);
  stopOn(changedInputs(prepared.workspace, published.record));
  const { worked, cases, monthsOf } = await workOutAgain(prepared, month, history);
  const { figures } = worked;
  await checkFigures(figures, published);
  const written = fillEditions({ prepared, month, worked, isDraftShown: false });
  const problems = written.whole.problems.filter(problem => problem.rule === 'not-approved');
  if (isStrict && problems.length > 0) throw new UserError(1, problems);
  const input = {
    workspaceFolder: folder,
    month,
    measures: prepared.catalogue.measures,
    figures,
    questions: written.whole.edition.questions,
    publicQuestions: hasPublicPack(published.record) ? written.published.edition.questions : null,
    runRecord: published.bytes,
    cases,
    caseMonths: monthsOf,
    keepsCases: prepared.workspace.settings.history.keep_cases,
  };
  const packs = published.record.outputs.map(({ file, bytes, sha256: hash }) => ({
    file,
    bytes,
    sha256: hash,
  }));
  const made = commitFreeze(folder, facts, after => ({ files: freezeFiles(input, after), packs }));
  return { made, problems };
}

/** @throws UserError 1 with everything that is not as it was frozen */
function wholeHistory(folder: string): Frozen[] {
  const errors = checkHistory(folder).filter(problem => problem.severity === 'error');
  if (errors.length > 0) throw new UserError(1, errors);
  return readHistory(folder);
}

interface Published {
  readonly folder: string;
  readonly record: RunRecord;
  readonly bytes: Buffer;
}

/** @throws UserError 2 where the packs are not there, or not as build made them */
function readPublished(folder: string, month: string): Published {
  const path = join(folder, 'run.json');
  const advice = `Build them first: scorecard build --month ${month}; or name their folder with --out.`;
  if (!existsSync(path))
    throw UserError.of(2, 'not-built', `There are no packs of ${monthName(month)} here. ${advice}`, {
      file: folder,
    });
  const bytes = readFileSync(path);
  const record = readRunRecord(bytes.toString('utf8'));
  if (record?.month !== month)
    throw UserError.of(2, 'not-built', `This is not the record of ${monthName(month)}. ${advice}`, {
      file: path,
    });
  stopOn(record.outputs.flatMap(output => editedOutput(folder, output)));
  return { folder, record, bytes };
}

function editedOutput(folder: string, { file, sha256: hash }: RunRecord['outputs'][number]): Problem[] {
  const path = join(folder, file);
  const place = { file: path };
  const cure = 'Build the month again, or put the file back.';
  if (!existsSync(path)) {
    const message = `The run made this file and it is not there. ${cure}`;
    return [{ severity: 'error', rule: 'output-lost', message, place }];
  }
  if (sha256(readFileSync(path)) === hash) return [];
  const message = `This file is not as the run made it, so it cannot be frozen as made by it. ${cure}`;
  return [{ severity: 'error', rule: 'output-changed', message, place }];
}

function hasPublicPack({ outputs }: RunRecord): boolean {
  return outputs.some(({ file }) => file.startsWith('public/') && !file.endsWith('.csv'));
}

interface WorkedOutAgain {
  readonly worked: WorkedOut;
  readonly cases: readonly CaseState[];
  readonly monthsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The figures, to see that they are the published ones, and the cases behind them, which a build only adds up. */
async function workOutAgain(
  prepared: Prepared,
  month: string,
  history: readonly Frozen[],
): Promise<WorkedOutAgain> {
  const frozenMonths = new Set(history.map(({ record }) => record.month));
  const monthsOf = new Map(
    prepared.catalogue.measures.map(measure => [
      measure.id,
      new Set(caseMonths(measure, month, frozenMonths)),
    ]),
  );
  const database = await Database.open();
  try {
    // What is wrong with the extracts was told, and allowed or not, when the packs were built.
    const question = { ...prepared, month, onRead: async () => {} };
    const read = await openCases(database, question);
    const worked = await workOutIn({ database, read, before: new Map() }, question);
    const cases = prepared.workspace.settings.history.keep_cases
      ? await listCaseStates(database, question, read, ({ id }) => [...(monthsOf.get(id) ?? [])])
      : [];
    return { worked, cases, monthsOf };
  } finally {
    await database.close();
  }
}

/** @throws UserError 2 where another version of the tool gives other figures */
async function checkFigures(figures: readonly Figure[], { folder, record }: Published): Promise<void> {
  const expected = record.outputs.find(({ file }) => file === 'figures.csv');
  if (expected?.sha256 === sha256((await figureFiles(figures)).csv)) return;
  const made = record.versions.scorecard ?? 'another version';
  const message = `These figures, made by scorecard ${made}, are not those that ${toolVersion()} works out from the same files. Build the month again and publish that, or freeze with the version that built it.`;
  throw UserError.of(2, 'other-figures', message, { file: join(folder, 'figures.csv') });
}

function stopOn(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new UserError(2, problems);
}
