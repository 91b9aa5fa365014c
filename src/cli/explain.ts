import { latestExtraction } from '../extracts/coverage.js';
import { Database } from '../extracts/database.js';
import type { LoadedExtract } from '../extracts/load.js';
import type { PresentExtract } from '../extracts/present.js';
import {
  judgedSql,
  LEVEL_BREAK,
  type MonthlySums,
  NOT_RECORDED,
  renameTeams,
  successorOf,
  sumCases,
} from '../figures/aggregate.js';
import { missingInput } from '../figures/availability.js';
import {
  type Decomposition,
  decomposeCount,
  decomposeShare,
  type Part,
} from '../figures/change/decompose.js';
import type { Figure, PeriodKind } from '../figures/figure.js';
import { type Span, spansOf } from '../figures/spans.js';
import { SumsByPart } from '../figures/sums-by-part.js';
import { figuresOfCases, openCases, type Question } from '../figures/work-out.js';
import { caseQueries } from '../measures/cases.js';
import { type CaseList, type ListedCase, listCases } from '../measures/listed-cases.js';
import { headlinePeriod, type Measure, periodsOf } from '../measures/measure.js';
import { didYouMean } from '../nearest.js';
import { UserError } from '../problems.js';
import { casesCsv, casesTable } from './case-table.js';
import { CASES_WARNING } from './cases-warning.js';
import { entryOf } from './catalogue-entry.js';
import type { Console } from './console.js';
import { explanationAsJson, explanationText } from './explanation-text.js';
import { localDate } from './local-date.js';
import { checkMonth, readMonth } from './month.js';
import { onlyMeasures } from './only-measures.js';
import { type Prepared, prepare } from './prepare.js';
import { writePrivateFile } from './private-file.js';

/** `scorecard explain`: what a number is, what it is made of, why it changed, and the cases behind it. */

export interface ExplainOptions {
  readonly workspace: string;
  readonly month: string;
  readonly period?: string;
  readonly team: string;
  readonly category: string;
  readonly cases: boolean;
  /** A CSV file for the cases. */
  readonly out?: string;
  /** The month that the change is counted from. */
  readonly whyChanged?: string;
  readonly json: boolean;
}

export interface Explained {
  readonly measure: Measure;
  readonly span: Span;
  /** Every period of the month, for the team and category asked about. */
  readonly figures: readonly Figure[];
  readonly asAt: string;
  readonly list: CaseList | null;
  readonly change: Change | null;
}

export interface Change {
  readonly from: Span;
  readonly before: Figure | undefined;
  readonly now: Figure | undefined;
  /** null where there is nothing to take apart: a month without cases, or a measure that counts each child once. */
  readonly byTeam: Decomposition | null;
  readonly byCategory: Decomposition | null;
}

export async function explain(id: string, options: ExplainOptions, console: Console): Promise<void> {
  const month = readMonth(options.month, localDate(new Date()));
  const prepared = onlyMeasures(prepare(options.workspace), [id]);
  const [measure] = prepared.catalogue.measures;
  if (!measure) throw new Error('a measure that is there is not there');
  const period = readPeriod(options.period, measure);
  const wanted = options.cases || options.out !== undefined;
  const explained = await explainFigure(prepared, measure, month, period, { ...options, cases: wanted });
  const width = console.width;
  if (options.out !== undefined && explained.list) {
    writePrivateFile(options.out, casesCsv(explained.list, measure), prepared.workspace.folder);
    console.say(`${CASES_WARNING} They are in ${options.out}.`);
  } else if (explained.list) console.say(CASES_WARNING);
  if (options.json) {
    const withList = options.out === undefined ? explained : { ...explained, list: null };
    console.result(JSON.stringify(explanationAsJson(withList), null, 2));
    return;
  }
  const targets = prepared.workspace.targets.map(row => row.value);
  const entry = entryOf(measure, { targets, extracts: explained.extracts });
  console.result(explanationText(explained, entry, targets, width));
  if (explained.list && options.out === undefined)
    console.result(`\n${casesTable(explained.list, measure, explained.asAt, width)}`);
}

async function explainFigure(
  prepared: Prepared,
  measure: Measure,
  month: string,
  period: PeriodKind,
  options: Pick<ExplainOptions, 'team' | 'category' | 'cases' | 'whyChanged'>,
) {
  const earlier = options.whyChanged === undefined ? null : readMonth(options.whyChanged, '');
  const [first, last] = [month, earlier ?? month].sort();
  const { team, category } = options;
  const database = await Database.open();
  try {
    const question = { ...prepared, month, onRead: async () => {} };
    checkOrder(earlier, month, first, last);
    const read = await openCases(database, question);
    const asAt = latestExtraction(read.coverage);
    checkMonth(month, asAt);
    const all = await figuresOfCases(database, question, read);
    checkPart(
      'team',
      team,
      all.map(figure => figure.team),
    );
    checkPart(
      'category',
      category,
      all.map(figure => figure.category),
    );
    const isAsked = (figure: Figure) => figure.team === team && figure.category === category;
    const figures = all.filter(figure => figure.month === month && isAsked(figure));
    const span = spanOf(measure, period, month);
    const isAnswerable = measure.kind !== 'manual' && missingInput(measure, read.loaded) === '';
    const list =
      options.cases && isAnswerable
        ? onlyPart(
            await listCases(database, measure, span, prepared.definitions, judgedSql(measure), asAt),
            prepared,
            measure,
            options,
          )
        : null;
    const change =
      earlier === null
        ? null
        : await changeOf(database, question, measure, spanOf(measure, period, earlier), span, all);
    return { measure, span, figures, asAt, list, change, extracts: read.loaded.map(present) };
  } finally {
    await database.close();
  }
}

function present({ name, columns, files, through }: LoadedExtract): PresentExtract {
  return { name, columns, files: files.map(({ file }) => file), ...(through ? { through } : {}) };
}

function checkOrder(
  earlier: string | null,
  month: string,
  first: string | undefined,
  last: string | undefined,
): void {
  if (earlier === null || (first === earlier && last !== earlier)) return;
  const message = `--why-changed takes a month before ${month}; ${earlier} is not.`;
  throw UserError.of(2, 'unknown-month', message);
}

function spanOf(measure: Measure, period: PeriodKind, month: string): Span {
  const span = spansOf(measure, [month]).find(each => each.period === period);
  if (!span) throw new Error(`${measure.id} has no period ${period}`);
  return span;
}

/** @throws UserError 2 for a period that the measure is not given for */
function readPeriod(text: string | undefined, measure: Measure): PeriodKind {
  if (text === undefined) return headlinePeriod(measure);
  const known = periodsOf(measure);
  const found = known.find(period => period === text);
  if (found) return found;
  const message = `${measure.id} has no period "${text}"; it has ${known.join(', ')}.`;
  throw UserError.of(2, 'unknown-period', message);
}

/** @throws UserError 2 for a team or category that no figure has */
function checkPart(what: string, name: string, names: readonly string[]): void {
  const known = [...new Set(names)].filter(each => each !== '').sort();
  if (name === '' || known.includes(name)) return;
  const advice =
    didYouMean(name, known) || (known.length === 0 ? ' It has none.' : ` There are ${known.join(', ')}.`);
  throw UserError.of(2, `unknown-${what}`, `There is no ${what} "${name}" in this measure.${advice}`);
}

/** The cases of the team and category asked about, after renaming and merging, as the figures have them. */
function onlyPart(
  list: CaseList,
  { workspace }: Prepared,
  measure: Measure,
  { team, category }: Pick<ExplainOptions, 'team' | 'category'>,
): CaseList {
  const teams = workspace.teams.map(row => row.value);
  const cases = list.cases.map(each => ({ ...each, team: successorOf(each.team, teams) }));
  const isAsked = (each: ListedCase) =>
    (team === '' || each.team === team) && (category === '' || categoryOf(each, measure) === category);
  return { ...list, cases: cases.filter(isAsked) };
}

/** As figures/aggregate.ts names it in SQL. */
function categoryOf({ category1, category2 }: ListedCase, measure: Measure): string {
  const levels = [category1, category2].slice(0, measure.category?.titles.length ?? 0);
  return levels.map(level => level.trim() || NOT_RECORDED).join(LEVEL_BREAK);
}

async function changeOf(
  database: Database,
  { workspace }: Question,
  measure: Measure,
  from: Span,
  to: Span,
  figures: readonly Figure[],
): Promise<Change> {
  const total = ({ month, period }: Span) =>
    figures.find(
      figure =>
        figure.of === 'value' &&
        figure.month === month &&
        figure.period === period &&
        figure.team === '' &&
        figure.category === '',
    );
  const [before, now] = [total(from), total(to)];
  const hasBoth = before?.value != null && now?.value != null;
  if (!hasBoth || measure.distinct || measure.kind === 'manual')
    return { from, before, now, byTeam: null, byCategory: null };
  const sums = renameTeams(
    await sumsOf(database, measure, [from.from, to.from].sort()[0] ?? ''),
    workspace.teams.map(row => row.value),
  );
  const byTeam = partsOf(sums, row => row.team || 'No team', from, to, measure);
  const byCategory = measure.category ? partsOf(sums, row => row.category, from, to, measure) : null;
  return {
    from,
    before,
    now,
    byTeam: decompose(byTeam, measure),
    byCategory: byCategory && decompose(byCategory, measure),
  };
}

async function sumsOf(database: Database, measure: Measure, firstMonth: string): Promise<MonthlySums[]> {
  const { queries } = await caseQueries(database, measure, firstMonth);
  const sums: MonthlySums[] = [];
  for (const { sql } of queries) sums.push(...(await sumCases(database, measure, `(${sql})`)));
  return sums;
}

function partsOf(
  sums: readonly MonthlySums[],
  nameOf: (row: MonthlySums) => string,
  from: Span,
  to: Span,
  measure: Measure,
): Part[] {
  const names = [...new Set(sums.map(nameOf))].sort();
  const byPart = new SumsByPart(
    sums.map(row => ({ ...row, team: nameOf(row), category: '' })),
    false,
  );
  const fraction = (name: string, span: Span) => {
    const { met, judged, amount, weight } = byPart.over(name, '', span.from, span.to);
    if (measure.kind === 'ratio') return { numerator: met, denominator: judged };
    if (measure.kind === 'average') return { numerator: amount / measure.divisor, denominator: judged };
    return { numerator: weight, denominator: 1 };
  };
  const parts = names.map(name => ({ name, before: fraction(name, from), now: fraction(name, to) }));
  return parts.filter(
    ({ before, now }) => [before.numerator, now.numerator].some(each => each !== 0) || isShare(measure),
  );
}

function decompose(parts: readonly Part[], measure: Measure): Decomposition | null {
  const present = parts.filter(({ before, now }) => before.denominator !== 0 || now.denominator !== 0);
  if (!isShare(measure)) return decomposeCount(present);
  return decomposeShare(present, measure.kind === 'ratio' ? 100 : 1);
}

function isShare({ kind }: Measure): boolean {
  return kind === 'ratio' || kind === 'average';
}
