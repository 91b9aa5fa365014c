import type { Coverage } from '../extracts/coverage.js';
import { Database } from '../extracts/database.js';
import type { ExtractDefinition } from '../extracts/definitions.js';
import { type LoadedExtract, stopOnErrors } from '../extracts/load.js';
import { type ReadExtracts, readAllExtracts } from '../extracts/read.js';
import { type BankHolidays, checkYears, createCalendar } from '../measures/calendar.js';
import { caseQueries, createSharedSql, sqlProblem } from '../measures/cases.js';
import type { Catalogue } from '../measures/catalogue.js';
import { createSettingsTable } from '../measures/settings-table.js';
import { monthsTo } from '../months.js';
import { type Problem, UserError } from '../problems.js';
import type { Workspace } from '../workspace/workspace.js';
import { type MonthlySums, renameTeams, sumCases } from './aggregate.js';
import { missingInput } from './availability.js';
import type { Figure } from './figure.js';
import { makeFigures } from './make-figures.js';
import { type ManualReturn, manualProblems, readManualReturns } from './manual-figures.js';
import { earliestMonth } from './spans.js';

/** From a workspace to its figures: extracts into the engine, cases out of it, figures from the cases. */

export interface WorkedOut {
  readonly figures: readonly Figure[];
  readonly loaded: readonly LoadedExtract[];
  readonly coverage: readonly Coverage[];
  /** Warnings and notes; errors have been thrown. */
  readonly problems: readonly Problem[];
  readonly engineVersion: string;
}

export type Part = 'extract' | 'shared SQL' | 'measure' | 'figures';

export interface Question {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly definitions: readonly ExtractDefinition[];
  readonly holidays: BankHolidays;
  readonly month: string;
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
    const figures = await figuresOfCases(database, question, read);
    question.onStage?.(
      'measures',
      `${question.catalogue.measures.length} measures, ${figures.length} figures`,
    );
    return { figures, ...read, engineVersion: database.version };
  } finally {
    database.close();
  }
}

/** Makes a fresh engine ready for the measures' queries: the extracts, the calendar, the settings and the shared SQL. */
export async function openCases(database: Database, question: Question): Promise<ReadExtracts> {
  const { workspace, catalogue, holidays, month } = question;
  const months = monthsOf(question);
  // A window of years is made of events that need no calendar; the periods of a year may.
  const yearly = catalogue.measures.filter(measure => measure.window === 0);
  checkYears(holidays, earliestMonth(yearly, months), month);
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
  await createCalendar(database, holidays, earliestMonth(yearly, months), month);
  await createSettingsTable(database, workspace.settings);
  await createSharedSql(database, catalogue.shared);
  question.onTime?.('shared SQL', 'all files', performance.now() - start);
  await database.oneProcessorEach();
  await question.onRead?.(database, read);
  return read;
}

/** The figures of every measure, out of an engine that `openCases` made ready. */
export async function figuresOfCases(
  database: Database,
  question: Question,
  { loaded, coverage }: ReadExtracts,
): Promise<Figure[]> {
  const { workspace, catalogue } = question;
  const sums = await sumsOf(database, question, loaded);
  const returns = await returnsOf(database, question);
  const start = performance.now();
  const figures = makeFigures({
    measures: catalogue.measures,
    months: monthsOf(question),
    sums: renameTeams(
      sums,
      workspace.teams.map(row => row.value),
    ),
    loaded,
    coverage,
    targets: workspace.targets.map(row => row.value),
    populations: workspace.populations.map(row => row.value),
    returns,
  });
  question.onTime?.('figures', 'all measures', performance.now() - start);
  return figures;
}

/** @throws UserError 2 with the faults of all queries */
async function sumsOf(
  database: Database,
  question: Question,
  loaded: readonly LoadedExtract[],
): Promise<MonthlySums[]> {
  const months = monthsOf(question);
  // A measure whose extracts are not there has no figure, whatever its query would list.
  const answerable = question.catalogue.measures.filter(measure => missingInput(measure, loaded) === '');
  const faults: Problem[] = [];
  const sums = await database.spread(answerable, async (connection, measure) => {
    const start = performance.now();
    const { queries, problems } = await caseQueries(connection, measure, earliestMonth([measure], months));
    faults.push(...problems);
    const found: MonthlySums[] = [];
    for (const { version, sql } of queries) {
      try {
        found.push(...(await sumCases(connection, measure, `(${sql})`)));
      } catch (error) {
        faults.push(sqlProblem(version.sqlFile, error));
      }
    }
    question.onTime?.('measure', measure.id, performance.now() - start);
    return found;
  });
  if (faults.length > 0) throw new UserError(2, faults);
  return sums.flat();
}

/** @throws UserError 1 for returns that contradict what is worked out, or each other */
async function returnsOf(database: Database, { workspace, catalogue }: Question): Promise<ManualReturn[]> {
  const returns = await readManualReturns(
    database,
    workspace.teams.map(row => row.value),
  );
  stopOnErrors(manualProblems(returns, catalogue.measures));
  return returns;
}

/** The months of the series, oldest first; the last is the report month. */
function monthsOf({ month, workspace }: Question): string[] {
  return monthsTo(month, workspace.settings.series_months);
}

function summaryOf(loaded: readonly LoadedExtract[]): string {
  const files = loaded.flatMap(extract => extract.files);
  const rows = files.reduce((sum, file) => sum + file.rowsRead, 0);
  const leftOut = files.reduce((sum, file) => sum + file.rowsLeftOut, 0);
  const note = leftOut === 0 ? '' : `, ${leftOut} rows left out`;
  return `${files.length} files, ${rows.toLocaleString('en-GB')} rows${note}`;
}
