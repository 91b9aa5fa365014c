import { join, resolve } from 'node:path';
import { type Cache, NO_CACHE } from '../cache/cache.js';
import { FileHashes } from '../cache/file-hashes.js';
import { KeptCharts } from '../cache/kept-charts.js';
import { KeptOutputs } from '../cache/kept-outputs.js';
import { errorsNotice, type FindingNote, findingNotes } from '../checks/finding-notes.js';
import { qualityCsv } from '../checks/quality-csv.js';
import { checkReport } from '../checks/report.js';
import type { Finding } from '../checks/rule.js';
import { asPrinted } from '../disclosure/as-printed.js';
import { publicFigures } from '../disclosure/public-figures.js';
import { latestExtraction } from '../extracts/coverage.js';
import type { Figure } from '../figures/figure.js';
import { FigureSet } from '../figures/figure-set.js';
import { figureFiles } from '../figures/tidy.js';
import type { WorkedOut } from '../figures/work-out.js';
import {
  asPublished,
  publishedFiles,
  publishedMonths,
  restatedFigures,
} from '../history/published-months.js';
import { runLog, runRecord } from '../history/run-record.js';
import type { Catalogue } from '../measures/catalogue.js';
import type { Measure } from '../measures/measure.js';
import { monthName } from '../months.js';
import type { ClaimSource } from '../narrative/claims/claim.js';
import { readCoverReport } from '../narrative/cover-report.js';
import { type DataNote, dataNotes, subjectOf } from '../narrative/data-notes.js';
import { readMeasureComments } from '../narrative/measure-comments.js';
import { readSelfEvaluations } from '../narrative/self-evaluation.js';
import { answerQuestions } from '../narrative/three-questions.js';
import { openBrowser } from '../packs/browser.js';
import { type Edition, inEditions, isPublished, smallNumbersNote } from '../packs/editions.js';
import { findBrowser } from '../packs/find-browser.js';
import { type Format, USUAL_FORMATS } from '../packs/formats.js';
import type { Pack } from '../packs/manifest.js';
import { type OutputFile, OutputFolder } from '../packs/output-folder.js';
import type { PackInput } from '../packs/pack-input.js';
import { choosePacks, measuresMeant, measuresOf, readPacks } from '../packs/read-packs.js';
import { type Problem, UserError } from '../problems.js';
import { readGlossaryWords } from '../workspace/glossary-words.js';
import type { Workspace } from '../workspace/workspace.js';
import { type Console, sayProblems } from './console.js';
import { figuresAsked } from './figures-stage.js';
import { localDate } from './local-date.js';
import { checkMonth, readMonth } from './month.js';
import { prepare, templateFolders } from './prepare.js';
import { makePages, printedSummary, printPacks, writeWorkbooks } from './print-packs.js';
import { toolVersion } from './program.js';
import { Progress } from './progress.js';
import {
  commentsFile,
  coverReportFiles,
  definitionFiles,
  handKeptFiles,
  openCommentary,
  openComments,
  openCoverReport,
  openSelfEvaluations,
  selfEvaluationFiles,
} from './run-inputs.js';

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
  try {
    progress.done(
      'Workspace',
      `${settings.council.name}, ${monthName(month)}, ${catalogue.measures.length} measures`,
    );
    const workedOut = await figuresAsked({
      prepared,
      month,
      meant: measuresMeant(packs, catalogue.measures, settings.report.measures_asked_by),
      allowErrors: options.allowErrors,
      cache,
      hashes,
      onStage: (stage, detail) => progress.done(stage === 'extracts' ? 'Extracts' : 'Measures', detail),
    });
    const { findings, found } = workedOut;
    const extractedOn = latestExtraction(workedOut.coverage);
    checkMonth(month, extractedOn);
    const written = interpret(workspace, catalogue, workedOut, findings, month, extractedOn);
    const inputs = packs.map(pack => ({ pack, input: inputOf(pack, written) }));
    const told = [...prepared.problems, ...found, ...written.problems];
    stopOn(told, options);
    progress.done('Commentary', commentarySummary(written.input));
    const report = {
      ...checkReport({ ...prepared, ...workedOut, month, findings }),
      errorsAllowed: options.allowErrors,
    };
    const sources = inputs.map(each => ({ ...each, report }));
    const hasPages = formats.includes('html') || formats.includes('pdf');
    const pages = hasPages ? await makePages(sources, settings, charts) : { pages: [], problems: [] };
    const problems = [...told, ...pages.problems];
    stopOn(problems, options);
    progress.done('Pages', pages.pages.map(page => page.name).join(', ') + charts.summary);
    const [printed, workbooks, tidy, published] = await Promise.all([
      printPacks(pages, await opening, formats, outputs, hashes.ofTool()),
      formats.includes('xlsx') ? writeWorkbooks(sources) : [],
      outputs.files(['figures.csv', 'figures.json'], ['figures', workedOut.key], async () => {
        const { csv, json } = await figureFiles(workedOut.figures);
        return [csv, json];
      }),
      figureFiles(publishedFigures(inputs)),
    ]);
    progress.done('Packs', packs.map(pack => pack.id).join(', ') + printedSummary(printed.files, outputs));
    const files: OutputFile[] = [
      ...printed.files,
      ...workbooks,
      { file: 'public/figures.csv', bytes: published.csv },
      { file: 'data-quality.csv', bytes: Buffer.from(qualityCsv(findings)) },
      ...tidy,
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
      settings,
      ...workedOut,
      handKept: handKeptFiles(workspace, [
        commentaryOf(month),
        commentsFile(month),
        ...coverReportFiles(workspace, month),
        ...selfEvaluationFiles(workspace, month),
        ...publishedFiles(folder, month),
      ]),
      definitions: definitionFiles(workspace),
      figureCount: workedOut.figures.length,
      packs: packs.map(pack => pack.id),
      formats,
      outputs: files,
      problems,
    });
    files.push({ file: 'run.json', bytes: Buffer.from(record) });
    files.push({ file: 'run.log.json', bytes: Buffer.from(runLog(startedAt, progress.timings)) });
    const kept = await output.publish(files);
    outputs.keep();
    charts.keep();
    progress.done('Output', `${files.length} files`);
    tellResult(console, options, output.folder, files, [...problems, ...kept]);
  } finally {
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

interface Interpreted {
  /** What packs share; of every measure. */
  readonly input: PackInput;
  /** In place of what it names, for packs that are published. */
  readonly published: Edition;
  readonly notesOn: (measures: readonly Measure[], hidesRowCounts: boolean) => readonly DataNote[];
  readonly problems: readonly Problem[];
}

function interpret(
  workspace: Workspace,
  catalogue: Catalogue,
  workedOut: WorkedOut,
  findings: readonly Finding[],
  month: string,
  extractedOn: string,
): Interpreted {
  const { settings } = workspace;
  const { measures } = catalogue;
  const { threshold } = settings.small_numbers;
  const targets = workspace.targets.map(row => row.value);
  const comparators = workspace.comparators.map(row => row.value);
  const past = pastMonths(workspace, measures, workedOut.figures, month);
  const figures = new FigureSet(past.figures);
  const source = { month, measures, figures, targets, comparators };
  const whole = fillEdition(workspace, source);
  const mayBePublished = asPrinted(
    publicFigures({ ...workedOut, measures, month, threshold }),
    measures,
    targets,
  );
  const published = fillEdition(workspace, { ...source, figures: new FigureSet(mayBePublished) });
  const { loaded, coverage } = workedOut;
  const found = findingNotes(findings);
  const evaluated = readSelfEvaluations(openSelfEvaluations(workspace, month), source);
  const comments = readMeasureComments(openComments(workspace, month), source);
  const glossary = readGlossaryWords(workspace.glossary.map(row => row.value));
  const input = {
    settings,
    month,
    extractedOn,
    ...whole.edition,
    measures,
    targets,
    comparators,
    judgements: workspace.judgements.map(row => row.value),
    comments: comments.comments,
    teams: workspace.teams.map(row => row.value),
    plans: workspace.plans,
    selfEvaluations: evaluated.evaluations,
    logo: workspace.logo,
    errorsNotice: errorsNotice(findings),
    glossary,
    published: past.published,
    restated: past.restated,
  };
  return {
    input: { ...input, dataNotes: [], toolVersion: toolVersion() },
    published: published.edition,
    notesOn: (measures, hidesRowCounts) =>
      withFindings(dataNotes({ month, measures, figures, loaded, coverage, hidesRowCounts }), found),
    problems: [
      ...once([...published.problems, ...whole.problems]),
      ...comments.problems,
      ...evaluated.problems,
    ],
  };
}

/** The figures that packs print, and what of earlier months was published as other numbers. */
function pastMonths(
  { folder, settings, targets: rows }: Workspace,
  measures: readonly Measure[],
  live: readonly Figure[],
  month: string,
) {
  const { past_months: printed, restated_over: threshold } = settings.history;
  const targets = rows.map(row => row.value);
  const published = publishedMonths(folder, measures, month);
  const restated = restatedFigures(live, published, measures, targets, threshold);
  const figures = printed === 'as published' ? asPublished(live, published, month, measures, targets) : live;
  return { figures, published, restated };
}

/** Written for the board and the services, and filled from every number. */
const OWN_WORDS_LEFT_OUT: Pick<PackInput, 'comments' | 'selfEvaluations'> = {
  comments: new Map(),
  selfEvaluations: [],
};

/** What a pack is made from: of what every pack shares, its own measures, and the notes on the data that they need. */
function inputOf(pack: Pack, { input, published, notesOn }: Interpreted): PackInput {
  const measures = measuresOf(pack, input.measures, input.settings.report.measures_asked_by);
  const notes = notesOn(measures, isPublished(pack));
  if (!isPublished(pack)) return { ...input, measures, dataNotes: notes };
  const { threshold } = input.settings.small_numbers;
  const past = publishedToAll(input);
  const dataNotes = [smallNumbersNote(threshold), ...notes];
  return { ...input, ...published, ...OWN_WORDS_LEFT_OUT, ...past, measures, dataNotes };
}

/**
 * Public packs print past months as they are now, because small numbers are suppressed together. A mark that a month is
 * another number than before, or is not, may give away one that was suppressed then, so only measures about the council's
 * own work have one.
 */
function publishedToAll({ measures, published }: PackInput): Pick<PackInput, 'published' | 'restated'> {
  const about = new Set(measures.filter(({ disclosure }) => disclosure !== 'attribute').map(({ id }) => id));
  const marked = [...(published ?? [])].filter(([, { measure }]) => about.has(measure));
  return { published: new Map(marked), restated: [] };
}

/** What is filled from an edition's figures, and what was wrong with it. */
function fillEdition(
  workspace: Workspace,
  source: ClaimSource,
): { edition: Edition; problems: readonly Problem[] } {
  const { month, figures } = source;
  const file = commentaryOf(month);
  const answered = answerQuestions(openCommentary(workspace, file), file, workspace.actions, source);
  const { headings } = workspace.settings.report;
  const cover = readCoverReport(openCoverReport(workspace, month), headings, source);
  return {
    edition: { figures, questions: answered.questions, coverReport: cover.report },
    problems: [...answered.problems, ...cover.problems],
  };
}

/** What two editions have in common is told once. */
function once(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()];
}

/** The figures of the public packs: those of their own measures, out of what may be published. */
function publishedFigures(inputs: readonly { pack: Pack; input: PackInput }[]): Figure[] {
  const published = inputs.filter(({ pack }) => isPublished(pack)).map(({ input }) => input);
  const shown = new Set(published.flatMap(({ measures }) => measures.map(measure => measure.id)));
  return (published[0]?.figures.all ?? []).filter(({ measure }) => shown.has(measure));
}

/** What was found beside what was read, extract by extract. */
function withFindings(notes: readonly DataNote[], found: readonly FindingNote[]): DataNote[] {
  const bySubject = new Map(
    found.map(({ extract, text }) => [extract === '' ? 'Files and settings' : subjectOf(extract), text]),
  );
  const known = new Set(notes.map(note => note.subject));
  return [
    ...notes.map(note => {
      const more = bySubject.get(note.subject);
      return more ? { ...note, text: `${note.text} ${more}` } : note;
    }),
    ...[...bySubject]
      .filter(([subject]) => !known.has(subject))
      .map(([subject, text]) => ({ subject, text })),
  ];
}

function commentaryOf(month: string): string {
  return `commentary/${month}.md`;
}

/** @throws UserError 1 for errors that are not allowed; with --strict, for warnings too. All are told: one explains another. */
function stopOn(problems: readonly Problem[], { strict, allowErrors }: BuildOptions): void {
  const told = problems.filter(problem => problem.severity !== 'note');
  const ends = ({ severity }: Problem) => strict || (severity === 'error' && !allowErrors);
  if (told.some(ends)) throw new UserError(1, told);
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
): void {
  const told = problems.filter(problem => problem.severity !== 'note');
  sayProblems(console, console.isVerbose ? problems : told);
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
