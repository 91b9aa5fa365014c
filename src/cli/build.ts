import { join, resolve } from 'node:path';
import { latestExtraction } from '../extracts/coverage.js';
import type { ExtractDefinition } from '../extracts/definitions.js';
import { readExtractDefinitions } from '../extracts/definitions.js';
import { checkLayouts } from '../extracts/layout-names.js';
import type { LoadedExtract } from '../extracts/load.js';
import { missingInput } from '../figures/availability.js';
import { FigureSet } from '../figures/figure-set.js';
import { figureFiles } from '../figures/tidy.js';
import { type WorkedOut, workOutFigures } from '../figures/work-out.js';
import { runLog, runRecord } from '../history/run-record.js';
import { type BankHolidays, readBankHolidays } from '../measures/calendar.js';
import { type Catalogue, readCatalogue } from '../measures/catalogue.js';
import type { Measure } from '../measures/measure.js';
import { monthName } from '../months.js';
import { readCoverReport } from '../narrative/cover-report.js';
import { dataNotes } from '../narrative/data-notes.js';
import { answerQuestions } from '../narrative/three-questions.js';
import { openBrowser } from '../packs/browser.js';
import { findBrowser } from '../packs/find-browser.js';
import { type OutputFile, OutputFolder } from '../packs/output-folder.js';
import type { PackInput } from '../packs/pack-input.js';
import { type Problem, UserError } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import { crossCheck } from '../workspace/cross-checks.js';
import { readGlossaryWords } from '../workspace/glossary-words.js';
import { openWorkspace, type Workspace } from '../workspace/workspace.js';
import { type Console, sayProblems } from './console.js';
import { readMonth } from './month.js';
import { makePages, printPacks } from './print-packs.js';
import { toolVersion } from './program.js';
import { Progress } from './progress.js';
import {
  coverReportFiles,
  definitionFiles,
  handKeptFiles,
  openCommentary,
  openCoverReport,
} from './run-inputs.js';

/** `scorecard build`: the whole way from a workspace to its packs, in the order in which it happens. */

export interface BuildOptions {
  readonly workspace: string;
  readonly month: string;
  readonly out?: string;
  readonly strict: boolean;
  readonly json: boolean;
}

const STAGES = ['Workspace', 'Extracts', 'Measures', 'Commentary', 'Pages', 'Packs', 'Output'];

export async function build(options: BuildOptions, console: Console): Promise<void> {
  const startedAt = new Date().toISOString();
  const progress = new Progress(console, STAGES, () => performance.now());
  const month = readMonth(options.month, localDate(new Date()));
  const prepared = prepare(options);
  const { workspace, catalogue } = prepared;
  const browser = findBrowser(workspace.settings.browser);
  const output = OutputFolder.open(resolve(options.out ?? join(workspace.folder, 'out', month)));
  const stopListening = discardOnInterrupt(output);
  // It starts while the figures are worked out, and prints while they are written.
  const opening = openBrowser(browser, { timeoutSeconds: workspace.settings.browser_timeout_seconds });
  opening.catch(() => {});
  try {
    progress.done(
      'Workspace',
      `${workspace.settings.council.name}, ${monthName(month)}, ${catalogue.measures.length} measures`,
    );
    const workedOut = await workOutFigures({
      ...prepared,
      month,
      onStage: (stage, detail) => progress.done(stage === 'extracts' ? 'Extracts' : 'Measures', detail),
    });
    const extractedOn = latestExtraction(workedOut.coverage);
    checkMonth(month, extractedOn);
    const { input, problems: found } = interpret(workspace, catalogue, workedOut, month, extractedOn);
    const told = [...prepared.problems, ...workedOut.problems, ...found];
    stopOn(told, options.strict);
    progress.done('Commentary', commentarySummary(input));
    const pages = await makePages(input, workspace);
    const problems = [...told, ...pages.problems];
    stopOn(problems, options.strict);
    progress.done('Pages', `${Math.ceil(pages.html.length / 1000)} kB`);
    const [printed, tidy] = await Promise.all([
      printPacks(input, pages, await opening),
      figureFiles(workedOut.figures),
    ]);
    progress.done('Packs', printed.packs.join(', '));
    const files: OutputFile[] = [
      ...printed.files,
      { file: 'figures.csv', bytes: tidy.csv },
      { file: 'figures.json', bytes: tidy.json },
    ];
    const record = runRecord({
      month,
      extractedOn,
      versions: {
        scorecard: toolVersion(),
        node: process.version,
        duckdb: workedOut.engineVersion,
        ...printed.versions,
      },
      settings: workspace.settings,
      ...workedOut,
      handKept: handKeptFiles(workspace, [commentaryOf(month), ...coverReportFiles(workspace, month)]),
      definitions: definitionFiles(workspace),
      figureCount: workedOut.figures.length,
      outputs: files,
      problems,
    });
    files.push({ file: 'run.json', bytes: Buffer.from(record) });
    files.push({ file: 'run.log.json', bytes: Buffer.from(runLog(startedAt, progress.timings)) });
    const kept = output.publish(files);
    progress.done('Output', `${files.length} files`);
    tellResult(console, options, output.folder, files, [...problems, ...kept]);
  } finally {
    output.discard();
    stopListening();
    await opening.then(
      opened => opened.close(),
      () => {},
    );
  }
}

interface Prepared {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly definitions: readonly ExtractDefinition[];
  readonly holidays: BankHolidays;
  readonly problems: readonly Problem[];
}

/** @throws UserError 2 with everything that is wrong in the workspace's settings, tables and measures */
function prepare(options: BuildOptions): Prepared {
  const opened = openWorkspace(resolve(options.workspace));
  const definitions = readExtractDefinitions();
  const catalogue = readCatalogue(
    [toolPath('measures'), join(resolve(options.workspace), 'measures')],
    definitions,
  );
  const ids = catalogue.measures.map(measure => measure.id);
  const crossed = opened.workspace ? crossCheck(opened.workspace, ids) : [];
  const layouts = opened.workspace
    ? checkLayouts(opened.workspace.settings, definitions, opened.workspace.lineOfSetting)
    : [];
  const problems = [...opened.problems, ...layouts, ...catalogue.problems, ...crossed];
  const errors = problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0 || !opened.workspace) throw new UserError(2, errors);
  const own = opened.workspace.settings.bank_holidays;
  const holidays = own
    ? readBankHolidays(join(opened.workspace.folder, own), own)
    : readBankHolidays(
        toolPath('reference', 'bank-holidays.json'),
        toolPath('reference', 'bank-holidays.json'),
      );
  return { workspace: opened.workspace, catalogue, definitions, holidays, problems };
}

/** @throws UserError 2 for a month that had not begun when the extracts were made */
function checkMonth(month: string, extractedOn: string): void {
  if (extractedOn === '' || extractedOn >= `${month}-01`) return;
  const message = `${monthName(month)} had not begun when the extracts were made (${extractedOn}). Choose a month up to ${extractedOn.slice(0, 7)}, or extract again.`;
  throw UserError.of(2, 'unknown-month', message);
}

function interpret(
  workspace: Workspace,
  catalogue: Catalogue,
  workedOut: WorkedOut,
  month: string,
  extractedOn: string,
): { input: PackInput; problems: readonly Problem[] } {
  const figures = new FigureSet(workedOut.figures);
  const targets = workspace.targets.map(row => row.value);
  const file = commentaryOf(month);
  const commentary = openCommentary(workspace, file);
  const source = { month, measures: catalogue.measures, figures, targets };
  const { questions, problems } = answerQuestions(commentary, file, workspace.actions, source);
  const { loaded, coverage } = workedOut;
  const { settings } = workspace;
  const measures = catalogue.measures.filter(
    ({ firstAsked }) => firstAsked === '' || settings.report.measures_asked_by.includes(firstAsked),
  );
  const notes = dataNotes({ month, measures, figures, loaded, coverage });
  const comparators = workspace.comparators.map(row => row.value);
  const cover = readCoverReport(openCoverReport(workspace, month), settings.report.headings, source);
  const glossary = readGlossaryWords(workspace.glossary.map(row => row.value));
  const input = {
    settings,
    month,
    extractedOn,
    measures,
    figures,
    targets,
    comparators,
    questions,
    coverReport: cover.report,
    logo: workspace.logo,
    glossary,
  };
  return {
    input: { ...input, dataNotes: notes, toolVersion: toolVersion() },
    problems: [...problems, ...cover.problems, ...withoutData(measures, loaded)],
  };
}

/** Measures of the pack that have no figures at all, told once for each thing that is missing. */
function withoutData(measures: readonly Measure[], loaded: readonly LoadedExtract[]): Problem[] {
  const byReason = new Map<string, string[]>();
  for (const measure of measures) {
    const reason = missingInput(measure, loaded);
    if (reason !== '') byReason.set(reason, [...(byReason.get(reason) ?? []), measure.id]);
  }
  return [...byReason].map(([reason, ids]) => ({
    severity: 'warning',
    rule: 'no-data',
    message: `There is ${reason}, so the pack has no data for ${ids.join(', ')}.`,
  }));
}

/** YYYY-MM-DD as the person's own clock has it, which in summer is an hour ahead of the log's. */
function localDate(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map(part => String(part).padStart(2, '0')).join('-');
}

function commentaryOf(month: string): string {
  return `commentary/${month}.md`;
}

/** @throws UserError 1 for errors in the commentary; with --strict, for warnings too. All are told: one explains another. */
function stopOn(problems: readonly Problem[], strict: boolean): void {
  const told = problems.filter(problem => problem.severity !== 'note');
  if (told.some(({ severity }) => severity === 'error' || strict)) throw new UserError(1, told);
}

function commentarySummary({ questions }: PackInput): string {
  const statements = questions.goingWell.length + questions.worriedAbout.length;
  return questions.absence || `${statements} statements, ${questions.actions.length} open actions`;
}

/** Exit codes of a shell for a run that was stopped. */
const STOPPED = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

function discardOnInterrupt(output: OutputFolder): () => void {
  const stop = (signal: keyof typeof STOPPED) => {
    output.discard();
    process.exit(STOPPED[signal]);
  };
  const signals = Object.keys(STOPPED) as (keyof typeof STOPPED)[];
  for (const signal of signals) process.once(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}

function tellResult(
  console: Console,
  options: BuildOptions,
  folder: string,
  files: readonly OutputFile[],
  problems: readonly Problem[],
): void {
  const told = problems.filter(problem => problem.severity !== 'note');
  sayProblems(console, told);
  if (told.length > 0)
    console.say(`${told.length} ${told.length === 1 ? 'warning' : 'warnings'}; all are in run.json.`);
  if (options.json) {
    const outputs = files.map(({ file, bytes }) => ({ file, bytes: bytes.length }));
    console.result(JSON.stringify({ folder, files: outputs, warnings: told }, null, 2));
    return;
  }
  for (const { file, bytes } of files)
    console.result(`${join(folder, file)}  ${Math.ceil(bytes.length / 1000)} kB`);
}
