import { join, resolve } from 'node:path';
import { type Cache, NO_CACHE } from '../cache/cache.js';
import { FileHashes } from '../cache/file-hashes.js';
import { KeptCharts } from '../cache/kept-charts.js';
import { KeptOutputs } from '../cache/kept-outputs.js';
import { qualityCsv } from '../checks/quality-csv.js';
import { latestExtraction } from '../extracts/coverage.js';
import type { LoadedExtract } from '../extracts/load.js';
import { figureFiles } from '../figures/tidy.js';
import { publishedFiles } from '../history/published-months.js';
import { runLog, runRecord } from '../history/run-record.js';
import { monthName } from '../months.js';
import { openBrowser } from '../packs/browser.js';
import { inEditions } from '../packs/editions.js';
import { findBrowser } from '../packs/find-browser.js';
import { type Format, USUAL_FORMATS } from '../packs/formats.js';
import { type OutputFile, OutputFolder } from '../packs/output-folder.js';
import type { PackInput } from '../packs/pack-input.js';
import { choosePacks, measuresMeant, readPacks } from '../packs/read-packs.js';
import type { Problem } from '../problems.js';
import { buildSummary } from './build-summary.js';
import { type Console, sayProblems } from './console.js';
import { figuresAsked } from './figures-stage.js';
import { commentaryOf, interpret, publishedFigures, sourcesOf } from './interpret.js';
import { localDate } from './local-date.js';
import { checkMonth, readMonth } from './month.js';
import { prepare, templateFolders } from './prepare.js';
import { makePages, PackPrinter, printedSummary, writeWorkbooks } from './print-packs.js';
import { toolVersion } from './program.js';
import { Progress } from './progress.js';
import {
  commentsFile,
  coverReportFiles,
  definitionFiles,
  handKeptFiles,
  selfEvaluationFiles,
} from './run-inputs.js';
import { stopOn } from './stop-on.js';
import { checkTeamLists, writeTeamLists } from './team-lists.js';

/** `scorecard build`: the whole way from a workspace to its packs, in the order in which it happens. */

export interface BuildOptions {
  readonly workspace: string;
  readonly month: string;
  readonly out?: string;
  /** Names of the packs to make; none: all. */
  readonly pack: readonly string[];
  /** html and pdf, unless others are asked for. */
  readonly format?: readonly Format[];
  readonly strict: boolean;
  /** Makes the packs in spite of errors in the data; the cover says so. */
  readonly allowErrors: boolean;
  /** Where the team pack's pages go with the cases that teams owe; absent where they are not asked for. */
  readonly lists?: string;
  readonly json: boolean;
}

const STAGES = ['Workspace', 'Extracts', 'Measures', 'Commentary', 'Pages', 'Packs', 'Output'];

/** @param cache what earlier runs have done; none for a run that must come to the same by itself */
export async function build(
  options: BuildOptions,
  console: Console,
  cache: Cache = NO_CACHE,
  hashes = new FileHashes(),
): Promise<void> {
  const startedAt = new Date().toISOString();
  const progress = new Progress(console, STAGES, () => performance.now());
  const month = readMonth(options.month, localDate(new Date()));
  const prepared = prepare(options.workspace);
  const { workspace, catalogue } = prepared;
  const { folder, settings } = workspace;
  const known = inEditions(readPacks(templateFolders(folder), catalogue.measures));
  const packs = choosePacks(known, options.pack);
  if (options.lists !== undefined) checkTeamLists(options.lists, packs, folder);
  const formats = options.format ?? USUAL_FORMATS;
  const browser = formats.includes('pdf') ? findBrowser(settings.browser) : null;
  const output = await OutputFolder.open(resolve(options.out ?? join(workspace.folder, 'out', month)));
  sayProblems(console, output.recovered);
  const outputs = new KeptOutputs(cache, output.folder);
  const charts = new KeptCharts(cache, [hashes.ofTool(), settings.council.colours]);
  const discard = () => output.discard();
  process.once('exit', discard);
  const ended = new AbortController();
  // It starts while the figures are worked out, and prints while they are written.
  const opening = browser
    ? openBrowser(browser, { timeoutSeconds: settings.browser_timeout_seconds, signal: ended.signal })
    : Promise.resolve(null);
  opening.catch(() => {});
  let keep = () => {};
  try {
    progress.done(
      'Workspace',
      `${settings.council.name}, ${monthName(month)}, ${catalogue.measures.length} measures`,
    );
    const worked = await figuresAsked({
      prepared,
      month,
      meant: measuresMeant(packs, catalogue.measures, settings.report.measures_asked_by),
      allowErrors: options.allowErrors,
      cache,
      hashes,
      onStage: (stage, detail) => progress.done(stage === 'extracts' ? 'Extracts' : 'Measures', detail),
    });
    keep = once(worked.keep);
    const extractedOn = latestExtraction(worked.coverage);
    checkMonth(month, extractedOn);
    const run = { prepared, month, worked, allowErrors: options.allowErrors, isDraftShown: false };
    const written = interpret(run);
    const sources = sourcesOf(packs, run, written);
    const told = [...prepared.problems, ...worked.found, ...written.problems];
    stopOn(told, options);
    progress.done('Commentary', commentarySummary(written.input));
    const hasPages = formats.includes('html') || formats.includes('pdf');
    const printer = new PackPrinter(opening, formats, outputs, hashes.ofTool());
    const pages = hasPages
      ? await makePages(sources, settings, charts, page => printer.begin(page))
      : { pages: [], problems: [] };
    const problems = [...told, ...pages.problems];
    stopOn(problems, options);
    progress.done('Pages', pages.pages.map(page => page.name).join(', ') + charts.summary);
    const [printed, workbooks, tidy, published] = await Promise.all([
      printer.finish(pages),
      formats.includes('xlsx') ? writeWorkbooks(sources) : [],
      outputs.files(['figures.csv', 'figures.json'], ['figures', worked.key], async () => {
        const { csv, json } = await figureFiles(worked.figures);
        // While the browser prints.
        keep();
        return [csv, json];
      }),
      figureFiles(publishedFigures(sources)),
    ]);
    progress.done('Packs', packs.map(pack => pack.id).join(', ') + printedSummary(printed.files, outputs));
    const files: OutputFile[] = [
      ...printed.files,
      ...workbooks,
      { file: 'public/figures.csv', bytes: published.csv },
      { file: 'data-quality.csv', bytes: Buffer.from(qualityCsv(worked.findings)) },
      ...tidy,
    ];
    const record = runRecord({
      month,
      extractedOn,
      versions: {
        scorecard: toolVersion(),
        node: process.version,
        duckdb: worked.engineVersion,
        ...printed.versions,
      },
      settings,
      ...worked,
      handKept: handKeptFiles(workspace, [
        commentaryOf(month),
        commentsFile(month),
        ...coverReportFiles(workspace, month),
        ...selfEvaluationFiles(workspace, month),
        ...publishedFiles(folder, month),
      ]),
      definitions: definitionFiles(workspace),
      figureCount: worked.figures.length,
      packs: packs.map(pack => pack.id),
      formats,
      outputs: files,
      problems,
    });
    files.push({ file: 'run.json', bytes: Buffer.from(record) });
    files.push({ file: 'run.log.json', bytes: Buffer.from(runLog(startedAt, progress.timings)) });
    const { lists, allowErrors } = options;
    const withCases =
      lists === undefined
        ? []
        : await writeTeamLists(lists, prepared, sources, { console, allowErrors, charts });
    const kept = await output.publish(files);
    outputs.keep();
    charts.keep();
    progress.done('Output', `${files.length + withCases.length} files`);
    for (const file of withCases) if (!options.json) console.result(file);
    const all = [...problems, ...kept];
    const summary = buildSummary(
      {
        input: written.input,
        packs: packs.map(({ id }) => id),
        packsNotMade: known.filter(pack => !packs.includes(pack)).map(({ id }) => id),
        files: files.length,
        folder: output.folder,
        rowsLeftOut: rowsLeftOut(worked.loaded),
        warnings: all.filter(({ severity }) => severity !== 'note').length,
      },
      console.width,
    );
    tellResult(console, options, output.folder, files, all, summary);
  } finally {
    // Also of a run that has failed: what it has worked out need not be worked out again.
    keep();
    output.discard();
    process.off('exit', discard);
    // A run that has failed does not wait for a browser that is still starting.
    ended.abort();
    await opening.then(
      opened => opened?.close(),
      () => {},
    );
  }
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

function commentarySummary({ questions }: PackInput): string {
  const statements = questions.goingWell.length + questions.worriedAbout.length;
  return questions.absence || `${statements} statements, ${questions.actions.length} open actions`;
}

function tellResult(
  console: Console,
  options: BuildOptions,
  folder: string,
  files: readonly OutputFile[],
  problems: readonly Problem[],
  summary: readonly string[],
): void {
  const told = problems.filter(problem => problem.severity !== 'note');
  sayProblems(console, console.isVerbose ? problems : told);
  if (options.json) {
    const outputs = files.map(({ file, bytes }) => ({ file, bytes: bytes.length }));
    console.result(JSON.stringify({ folder, files: outputs, warnings: told }, null, 2));
  } else
    for (const { file, bytes } of files)
      console.result(`${join(folder, file)}  ${Math.ceil(bytes.length / 1000)} kB`);
  // Last, where whoever ran it looks.
  if (!console.isQuiet) for (const line of summary) console.say(line);
}

function rowsLeftOut(loaded: readonly LoadedExtract[]): number {
  return loaded.flatMap(({ files }) => files).reduce((sum, file) => sum + file.rowsLeftOut, 0);
}
