import type { Coverage } from '../extracts/coverage.js';
import { Database } from '../extracts/database.js';
import type { ExtractDefinition } from '../extracts/definitions.js';
import { type LoadedExtract, stopOnErrors } from '../extracts/load.js';
import { type ReadExtracts, readAllExtracts } from '../extracts/read.js';
import { checkYears } from '../measures/calendar.js';
import { caseQueries, sqlProblem } from '../measures/cases.js';
import type { Measure } from '../measures/measure.js';
import { prepareQueries, type QueryGround } from '../measures/prepare-queries.js';
import { monthsTo } from '../months.js';
import { type Problem, UserError } from '../problems.js';
import { type MonthlySums, renameTeams, sumCases } from './aggregate.js';
import { missingInput } from './availability.js';
import type { Figure } from './figure.js';
import { firstMonthOf, makeFigures, makeMonthlyFigures } from './make-figures.js';
import { type ManualReturn, manualProblems, readManualReturns } from './manual-figures.js';
import { earliestMonth, groundMonths } from './spans.js';
import { measuresAsGiven } from './stand-ins.js';
import { variationSettings } from './variation/settings.js';

/** From a workspace to its figures: extracts into the engine, cases out of it, figures from the cases. */

export interface WorkedOut {
  readonly figures: readonly Figure[];
  /** What decides which figures may be published: see `makeMonthlyFigures`. */
  readonly monthly: readonly Figure[];
  readonly loaded: readonly LoadedExtract[];
  readonly coverage: readonly Coverage[];
  /** Warnings and notes; errors have been thrown. */
  readonly problems: readonly Problem[];
  readonly engineVersion: string;
}

export type Part = 'extract' | 'shared SQL' | 'measure' | 'figures';

export interface Question extends QueryGround {
  readonly definitions: readonly ExtractDefinition[];
  /** Told after each stage, for progress. */
  readonly onStage?: (stage: 'extracts' | 'measures', detail: string) => void;
  /**
   * Weighs what was read, in the engine, before a figure is worked out, and throws where that must end the run. Without
   * it any error in an extract does.
   */
  readonly onRead?: (database: Database, read: ReadExtracts) => Promise<void>;
  /** Told how long each part took, in milliseconds; parts are worked on side by side, so that they add up to more. */
  readonly onTime?: (part: Part, name: string, milliseconds: number) => void;
}

/**
 * Works out every figure of the run in an engine of its own.
 * @throws UserError 1 for extracts that would make figures wrong, 2 for measures that cannot run
 */
export async function workOutFigures(question: Question): Promise<WorkedOut> {
  const database = await Database.open();
  try {
    const read = await openCases(database, question);
    return await workOutIn({ database, read, before: new Map() }, question);
  } finally {
    await database.close();
  }
}

/** An engine that `openCases` made ready, and what has been worked out in it before. */
export interface OpenedCases {
  readonly database: Database;
  readonly read: ReadExtracts;
  /** By measure: one that has not changed is not asked again, and its figures are made again only of other additions. */
  readonly before: Map<string, MeasureBefore>;
}

interface MeasureBefore extends FiguresOfCases {
  /** The definition whose cases were added up. */
  readonly asked: string;
  readonly sums: readonly MonthlySums[];
  /** Targets and whatever else the figures were made of beside the cases. */
  readonly added: string;
}

type FiguresOfCases = Pick<WorkedOut, 'figures' | 'monthly'>;

/** Every figure of the run. @throws UserError 2 with the faults of all queries */
export async function workOutIn(opened: OpenedCases, question: Question): Promise<WorkedOut> {
  const { database, read } = opened;
  const { figures, monthly } = await allOfCases(opened, question);
  question.onStage?.('measures', `${question.catalogue.measures.length} measures, ${figures.length} figures`);
  return { figures, monthly, ...read, engineVersion: database.version };
}

/** Makes a fresh engine ready for the measures' queries: the extracts, the calendar, the settings and the shared SQL. */
export async function openCases(database: Database, question: Question): Promise<ReadExtracts> {
  const { workspace, holidays, month } = question;
  checkYears(holidays, earliestYearly(question), month);
  const { folder, settings } = workspace;
  const read = await readAllExtracts(database, {
    folder,
    settings,
    definitions: question.definitions,
    month,
    onTime: (name, milliseconds) => question.onTime?.('extract', name, milliseconds),
  });
  if (!question.onRead) stopOnErrors(read.problems);
  question.onStage?.('extracts', summaryOf(read.loaded));
  const start = performance.now();
  await prepareQueries(database, question, firstMonthAsked(question));
  question.onTime?.('shared SQL', 'all files', performance.now() - start);
  await question.onRead?.(database, read);
  return read;
}

/** The earliest month that queries are asked for: an engine that was made ready from it on can be asked again. */
export function firstMonthAsked(question: Pick<Question, 'catalogue' | 'month' | 'workspace'>): string {
  const [groundStart = question.month] = groundMonths(monthsOf(question));
  return [earliestYearly(question), groundStart].sort()[0] ?? question.month;
}

/** A window of years is made of events that need no calendar; the periods of a year may. */
function earliestYearly(question: Pick<Question, 'catalogue' | 'month' | 'workspace'>): string {
  const yearly = question.catalogue.measures.filter(measure => measure.window === 0);
  return earliestMonth(yearly, monthsOf(question));
}

/** The figures alone: what follows says how they come. @throws UserError 2 with the faults of all queries */
export async function figuresOfCases(
  database: Database,
  question: Question,
  read: ReadExtracts,
): Promise<readonly Figure[]> {
  return (await allOfCases({ database, read, before: new Map() }, question)).figures;
}

/**
 * The figures of every measure, out of an engine that `openCases` made ready. A measure's figures are made while the engine
 * works on the next measures' cases.
 * @throws UserError 2 with the faults of all queries
 */
async function allOfCases(
  { database, read, before }: OpenedCases,
  question: Question,
): Promise<FiguresOfCases> {
  const { workspace, catalogue } = question;
  const { loaded, coverage } = read;
  const measures = measuresAsGiven(catalogue.measures, loaded, coverage);
  const teams = workspace.teams.map(row => row.value);
  const added = {
    targets: workspace.targets.map(row => row.value),
    populations: workspace.populations.map(row => row.value),
    returns: await returnsOf(database, question),
    variation: variationSettings(workspace.settings),
  };
  const inputs = { ...added, months: monthsOf(question), loaded, coverage };
  const addedAll = JSON.stringify([added, teams]);
  const faults: Problem[] = [];
  let makingFigures = 0;
  const made = await database.spread(measures, async (connection, measure) => {
    const asked = JSON.stringify(measure);
    const last = before.get(measure.id);
    const isAsBefore = last?.asked === asked;
    if (isAsBefore && last.added === addedAll) return last;
    const start = performance.now();
    // A measure whose extracts are not there has no figure, whatever its query would list.
    const isAnswerable = missingInput(measure, loaded) === '';
    const { sums, problems } = isAsBefore
      ? { sums: last.sums, problems: [] }
      : isAnswerable
        ? await sumsOf(connection, measure, inputs.months)
        : { sums: [], problems: [] };
    faults.push(...problems);
    const counted = performance.now();
    const input = { ...inputs, measures: [measure], sums: renameTeams(sums, teams) };
    const both = { figures: makeFigures(input), monthly: makeMonthlyFigures(input) };
    if (problems.length === 0) before.set(measure.id, { asked, sums, added: addedAll, ...both });
    makingFigures += performance.now() - counted;
    if (isAnswerable) question.onTime?.('measure', measure.id, counted - start);
    return both;
  });
  if (faults.length > 0) throw new UserError(2, faults);
  question.onTime?.('figures', 'all measures', makingFigures);
  return { figures: made.flatMap(each => each.figures), monthly: made.flatMap(each => each.monthly) };
}

/** The cases of a measure added up, each month by the version of the definition that was in force in it. */
async function sumsOf(
  database: Database,
  measure: Measure,
  months: readonly string[],
): Promise<{ sums: MonthlySums[]; problems: Problem[] }> {
  const { queries, problems } = await caseQueries(database, measure, firstMonthOf(measure, months));
  const sums: MonthlySums[] = [];
  for (const { version, sql } of queries) {
    try {
      sums.push(...(await sumCases(database, measure, `(${sql})`)));
    } catch (error) {
      problems.push(sqlProblem(version.sqlFile, error));
    }
  }
  return { sums, problems };
}

/** @throws UserError 1 for returns that contradict what is worked out, or each other */
async function returnsOf(database: Database, { workspace, catalogue }: Question): Promise<ManualReturn[]> {
  const returns = await readManualReturns(
    database,
    workspace.teams.map(row => row.value),
    workspace.settings.quarterly_returns,
  );
  stopOnErrors(manualProblems(returns, catalogue.measures));
  return returns;
}

/** The months of the series, oldest first; the last is the report month. */
function monthsOf({ month, workspace }: Pick<Question, 'month' | 'workspace'>): string[] {
  return monthsTo(month, workspace.settings.series_months);
}

function summaryOf(loaded: readonly LoadedExtract[]): string {
  const files = loaded.flatMap(extract => extract.files);
  const rows = files.reduce((sum, file) => sum + file.rowsRead, 0);
  const leftOut = files.reduce((sum, file) => sum + file.rowsLeftOut, 0);
  const note = leftOut === 0 ? '' : `, ${leftOut} rows left out`;
  return `${files.length} files, ${rows.toLocaleString('en-GB')} rows${note}`;
}
