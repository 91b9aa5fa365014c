import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Figure } from '../figures/figure.js';
import { figuresCsv, guardText } from '../figures/tidy.js';
import { headlinePeriod, type Measure } from '../measures/measure.js';
import { addMonths } from '../months.js';
import type { Statement, ThreeQuestions } from '../narrative/questions.js';
import { sha256 } from '../sha256.js';
import { type CaseChange, caseLogCsv, changesSince, readCaseLog, replay } from './case-log.js';
import type { CaseState } from './case-states.js';
import { type Frozen, readFrozenFile } from './frozen.js';

/** The files of a frozen month: plain CSV and text, in a stated order, so that they can be compared and asked. */

export const FROZEN = {
  figures: 'figures.csv',
  earlierMonths: 'earlier-months.csv',
  cases: 'cases.csv',
  statements: 'statements.csv',
  actions: 'actions-printed.csv',
  definitions: 'definitions.csv',
  run: 'run.json',
  commentary: 'commentary.md',
} as const;

/** Hand-kept tables that figures and packs take numbers from, kept as they were. */
export const TABLES = ['targets.csv', 'comparators.csv', 'populations.csv', 'teams.csv'];

/** Months of a chart, the report month included, of which the categories are printed. */
const CATEGORY_MONTHS = 13;

export interface FreezeInput {
  readonly workspaceFolder: string;
  readonly month: string;
  readonly measures: readonly Measure[];
  /** Of all months of the run. */
  readonly figures: readonly Figure[];
  /** As the council's own packs print them. */
  readonly questions: ThreeQuestions;
  /** As public packs print them, filled from what may be published; null where none was made. */
  readonly publicQuestions: ThreeQuestions | null;
  /** As published. */
  readonly runRecord: Uint8Array;
  readonly cases: readonly CaseState[];
  /** The months of which `cases` tells, by measure. */
  readonly caseMonths: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether the record ids of cases are kept. */
  readonly keepsCases: boolean;
}

interface File {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export function freezeFiles(input: FreezeInput, history: readonly Frozen[]): File[] {
  const { month, figures, measures, questions, publicQuestions } = input;
  const files: File[] = [
    text(FROZEN.figures, figuresCsv(figures.filter(figure => figure.month === month))),
    text(FROZEN.earlierMonths, figuresCsv(printedEarlier(figures, measures, month))),
    ...(input.keepsCases ? [text(FROZEN.cases, caseLogCsv(newChanges(input, history)))] : []),
    text(FROZEN.statements, statementsCsv(questions, publicQuestions)),
    text(FROZEN.actions, actionsCsv(questions)),
    text(FROZEN.definitions, definitionsCsv(measures)),
    { file: FROZEN.run, bytes: input.runRecord },
  ];
  const kept = [
    { from: `commentary/${month}.md`, file: FROZEN.commentary },
    ...TABLES.map(file => ({ from: file, file })),
  ].filter(({ from }) => existsSync(join(input.workspaceFolder, from)));
  return [
    ...files,
    ...kept.map(({ from, file }) => ({ file, bytes: readFileSync(join(input.workspaceFolder, from)) })),
  ];
}

function text(file: string, content: string): File {
  return { file, bytes: Buffer.from(content) };
}

/** What the pack prints of months before: each measure's own figure, and its categories as far as a chart goes. */
function printedEarlier(
  figures: readonly Figure[],
  measures: readonly Measure[],
  month: string,
): readonly Figure[] {
  const headline = new Map(measures.map(measure => [measure.id, headlinePeriod(measure)]));
  const first = addMonths(month, 1 - CATEGORY_MONTHS);
  return figures.filter(
    figure =>
      figure.month < month &&
      figure.team === '' &&
      figure.period === headline.get(figure.measure) &&
      (figure.category === '' || figure.month >= first),
  );
}

function newChanges({ cases, caseMonths }: FreezeInput, history: readonly Frozen[]): CaseChange[] {
  const known = replay(casesOf(history));
  return changesSince(known, cases, ({ measure, month }) => caseMonths.get(measure)?.has(month) ?? false);
}

/** The log of cases of these freezes, in their order. */
export function casesOf(history: readonly Frozen[]): CaseChange[] {
  return history
    .filter(({ record }) => record.files.some(({ file }) => file === FROZEN.cases))
    .flatMap(frozen => readCaseLog(readFrozenFile(frozen, FROZEN.cases).toString('utf8')));
}

/** The council's own packs and the public ones each say them with their own figures. */
function statementsCsv(internal: ThreeQuestions, published: ThreeQuestions | null): string {
  const rows = (edition: string, question: string, statements: readonly Statement[]) =>
    statements.map(({ line, measures, text: words }) => [
      edition,
      question,
      line,
      measures.join(' '),
      guardText(words),
    ]);
  const ofEdition = (edition: string, questions: ThreeQuestions | null) => [
    ...rows(edition, 'going well', questions?.goingWell ?? []),
    ...rows(edition, 'worried about', questions?.worriedAbout ?? []),
  ];
  return table(
    ['edition', 'question', 'line', 'measures', 'text'],
    [...ofEdition('internal', internal), ...ofEdition('public', published)],
  );
}

function actionsCsv({ actions, finished }: ThreeQuestions): string {
  const rows = [
    ...actions.map(action => ({ shown: 'open', ...action })),
    ...finished.map(action => ({ shown: 'ended', ...action })),
  ].map(({ shown, id, opened, action, lead, due, status, measures, outcome }) =>
    [shown, id, opened, action, lead, due, status, measures.join(' '), outcome].map(guardText),
  );
  return table(['shown', 'id', 'opened', 'action', 'lead', 'due', 'status', 'measures', 'outcome'], rows);
}

function definitionsCsv(measures: readonly Measure[]): string {
  const rows = measures.flatMap(measure =>
    measure.versions.map(version => [
      measure.id,
      version.label,
      version.from,
      version.to,
      measure.name,
      measure.counts,
      measure.of,
      version.definition,
      sha256(Buffer.from(version.sql)),
    ]),
  );
  return table(
    ['measure', 'version', 'from', 'to', 'name', 'counts', 'of', 'definition', 'sql_sha256'],
    rows,
  );
}

function table(heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return stringify([[...heading], ...rows.map(row => [...row])], { record_delimiter: '\n' });
}
