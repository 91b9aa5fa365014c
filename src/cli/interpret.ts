import {
  errorsNotice,
  errorsNoticeForAll,
  type FindingNote,
  findingNotes,
  findingNotesForAll,
} from '../checks/finding-notes.js';
import { checkReport } from '../checks/report.js';
import { asPrinted } from '../disclosure/as-printed.js';
import { areEnough, publicFigures } from '../disclosure/public-figures.js';
import { latestExtraction } from '../extracts/coverage.js';
import type { Figure } from '../figures/figure.js';
import { FigureSet } from '../figures/figure-set.js';
import type { WorkedOut } from '../figures/work-out.js';
import { asPublished, publishedMonths, restatedFigures } from '../history/published-months.js';
import type { Measure } from '../measures/measure.js';
import type { ClaimSource } from '../narrative/claims/claim.js';
import { readCoverReport } from '../narrative/cover-report.js';
import { type DataNote, dataNotes, subjectOf } from '../narrative/data-notes.js';
import { readMeasureComments } from '../narrative/measure-comments.js';
import { readSelfEvaluations } from '../narrative/self-evaluation.js';
import { answerQuestions } from '../narrative/three-questions.js';
import { type Edition, isPublished, smallNumbersNote } from '../packs/editions.js';
import type { Pack } from '../packs/manifest.js';
import type { PackInput } from '../packs/pack-input.js';
import type { PackSource } from '../packs/pack-views.js';
import { measuresOf } from '../packs/read-packs.js';
import type { Problem } from '../problems.js';
import { readGlossaryWords } from '../workspace/glossary-words.js';
import type { Workspace } from '../workspace/workspace.js';
import type { FiguresAnswer } from './figures-stage.js';
import type { Prepared } from './prepare.js';
import { toolVersion } from './program.js';
import { openCommentary, openComments, openCoverReport, openSelfEvaluations } from './run-inputs.js';

/** Between the figures of a run and its packs: the words, and which edition shows what. */

export interface Interpreted {
  /** What packs share; of every measure. */
  readonly input: PackInput;
  /** In place of what it names, for packs that are published. */
  readonly published: Edition;
  /** @param forAll for a pack that is published */
  readonly notesOn: (measures: readonly Measure[], forAll: boolean) => readonly DataNote[];
  readonly problems: readonly Problem[];
}

/** What has been read and worked out, before anything is made of it. */
export interface Run {
  readonly prepared: Prepared;
  readonly month: string;
  readonly worked: FiguresAnswer;
  readonly allowErrors: boolean;
  /** Shows words that nobody has approved, to whoever is writing them. */
  readonly isDraftShown: boolean;
}

/**
 * What packs are made from: figures as they are printed, and every word that is filled from them.
 * @param publishable figures that may be published, where somebody has them already
 */
export function interpret(run: Run, publishable = publishableFigures(run)): Interpreted {
  const { month, worked } = run;
  const { workspace } = run.prepared;
  const { settings } = workspace;
  const { past, source, whole, published } = fillEditions(run, publishable);
  const { measures, figures, targets, comparators } = source;
  const { loaded, coverage, findings } = worked;
  const [found, foundForAll] = [findingNotes(findings), findingNotesForAll(findings)];
  const evaluated = readSelfEvaluations(openSelfEvaluations(workspace, month), source);
  const comments = readMeasureComments(openComments(workspace, month), source);
  const glossary = readGlossaryWords(workspace.glossary.map(row => row.value));
  const input = {
    settings,
    month,
    extractedOn: latestExtraction(coverage),
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
    notesOn: (measures, forAll) => {
      const notes = dataNotes({ month, measures, figures, loaded, coverage, hidesRowCounts: forAll });
      return withFindings(notes, forAll ? foundForAll : found);
    },
    problems: [
      ...once([...published.problems, ...whole.problems]),
      ...comments.problems,
      ...evaluated.problems,
    ],
  };
}

/** A run as far as its words need it. */
type WrittenFrom = Pick<Run, 'prepared' | 'month' | 'isDraftShown'> & {
  readonly worked: Pick<WorkedOut, 'figures' | 'monthly'>;
};

/** What each edition says, and the figures that the council's own is filled from. */
export function fillEditions(run: WrittenFrom, publishable = publishableFigures(run)) {
  const { prepared, month, worked, isDraftShown } = run;
  const { workspace, catalogue } = prepared;
  const { measures } = catalogue;
  const past = pastMonths(workspace, measures, worked.figures, month);
  const source = {
    month,
    measures,
    figures: new FigureSet(past.figures),
    targets: workspace.targets.map(row => row.value),
    comparators: workspace.comparators.map(row => row.value),
  };
  const publicSource = { ...source, figures: new FigureSet(publishable) };
  return {
    past,
    source,
    whole: fillEdition(workspace, source, isDraftShown),
    published: fillEdition(workspace, publicSource, isDraftShown),
  };
}

/** The figures that may be published, as they are printed. */
export function publishableFigures({ prepared, month, worked }: WrittenFrom): readonly Figure[] {
  const { workspace, catalogue } = prepared;
  const { measures } = catalogue;
  const { threshold } = workspace.settings.small_numbers;
  const targets = workspace.targets.map(row => row.value);
  return asPrinted(publicFigures({ ...worked, measures, month, threshold, targets }), measures, targets);
}

/** Each pack with all that it is made from but the drawing of its charts. */
export function sourcesOf(
  packs: readonly Pack[],
  { prepared, month, worked, allowErrors }: Run,
  interpreted: Interpreted,
): Omit<PackSource, 'draw'>[] {
  const { findings } = worked;
  const report = { ...checkReport({ ...prepared, ...worked, month, findings }), errorsAllowed: allowErrors };
  return packs.map(pack => ({ pack, input: inputOf(pack, interpreted), report }));
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
  if (!isPublished(pack)) return { ...input, measures, namedMeasures: input.measures, dataNotes: notes };
  const { threshold } = input.settings.small_numbers;
  const past = publishedToAll(input);
  const dataNotes = [smallNumbersNote(threshold), ...notes];
  const notice = { errorsNotice: errorsNoticeForAll(input.errorsNotice) };
  return { ...input, ...published, ...OWN_WORDS_LEFT_OUT, ...past, ...notice, measures, dataNotes };
}

/**
 * Public packs print past months as they are now, because small numbers are suppressed together. A mark that a month is
 * another number than before, or is not, may give away one that was suppressed then, so only measures about the council's
 * own work have one, and of those only months that could be printed then too.
 */
function publishedToAll({ measures, published }: PackInput): Pick<PackInput, 'published' | 'restated'> {
  const measureOf = new Map(measures.map(measure => [measure.id, measure]));
  const marked = [...(published ?? [])].filter(([, then]) => {
    const measure = measureOf.get(then.measure);
    return measure?.disclosure === 'none' || (measure?.disclosure === 'process' && areEnough(then));
  });
  return { published: new Map(marked), restated: [] };
}

/** What is filled from an edition's figures, and what was wrong with it. */
function fillEdition(
  workspace: Workspace,
  source: ClaimSource,
  isDraftShown: boolean,
): { edition: Edition; problems: readonly Problem[] } {
  const { month, figures } = source;
  const file = commentaryOf(month);
  const answered = answerQuestions(
    openCommentary(workspace, file),
    file,
    workspace.actions,
    source,
    isDraftShown,
  );
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
export function publishedFigures(inputs: readonly { pack: Pack; input: PackInput }[]): Figure[] {
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

export function commentaryOf(month: string): string {
  return `commentary/${month}.md`;
}
