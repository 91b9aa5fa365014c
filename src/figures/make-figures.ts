import type { Coverage } from '../extracts/coverage.js';
import type { LoadedExtract } from '../extracts/load.js';
import { groupBy } from '../group-by.js';
import { headlinePeriod, isSnapshot, type Measure, periodsOf } from '../measures/measure.js';
import type { Population, Target } from '../workspace/tables.js';
import { LEVEL_BREAK, type MonthlySums, NOT_RECORDED, type Sums } from './aggregate.js';
import { missingInput, missingPeriod } from './availability.js';
import { meaningBeside } from './direction.js';
import type { Figure, FigureKey, Unit } from './figure.js';
import { type Labels, labelsOf, monthsBackOf } from './labels.js';
import { answerInstead, type ManualAnswer, type ManualReturn, manualAnswer } from './manual-figures.js';
import { earliestMonth, groundMonths, type Span, spanOf, spansOf } from './spans.js';
import { SumsByPart } from './sums-by-part.js';
import { hasVariation, seriesLabels, type VariationSettings } from './variation/label-variation.js';

/** From sums to figures: pure, and the same for every measure, period, team and category. */

export interface FigureInput {
  readonly measures: readonly Measure[];
  /** The months of the series, oldest first and none left out; the last is the report month. */
  readonly months: readonly string[];
  readonly sums: readonly MonthlySums[];
  readonly loaded: readonly LoadedExtract[];
  readonly coverage: readonly Coverage[];
  readonly targets: readonly Target[];
  readonly populations: readonly Population[];
  readonly returns: readonly ManualReturn[];
  readonly variation: VariationSettings;
}

const PER_CHILDREN = 10_000;
const ALL = '';

export function makeFigures(input: FigureInput): Figure[] {
  const sumsOfMeasure = groupBy(input.sums, row => row.measure);
  return input.measures.flatMap(measure => figuresOf(measure, sumsOfMeasure.get(measure.id) ?? [], input));
}

/**
 * The month's own figure of each measure, for the whole service and its categories, over more months than a pack prints:
 * what decides which of them may be published. Only for what is about children; a window keeps to the months of the series.
 */
export function makeMonthlyFigures(input: FigureInput): Figure[] {
  const sumsOfMeasure = groupBy(input.sums, row => row.measure);
  return input.measures
    .filter(measure => measure.disclosure !== 'none')
    .flatMap(measure => {
      const parts = partsOf(measure, sumsOfMeasure.get(measure.id) ?? [], input);
      const months = needsGround(measure) ? groundMonths(input.months) : input.months;
      const period = headlinePeriod(measure);
      const whole = { ...parts, teams: [ALL] };
      return months.flatMap(month =>
        rowsOf(measure, spanOf(measure, period, month), whole, input).filter(({ of }) => of === 'value'),
      );
    });
}

/** What adds up to a year, or stands between those who started and ended, is decided over whole years. */
function needsGround({ disclosure, ...measure }: Measure): boolean {
  return disclosure === 'attribute' && (!isSnapshot(measure) || measure.startedBy !== '');
}

/** The earliest month that the cases of a measure are asked for. */
export function firstMonthOf(measure: Measure, months: readonly string[]): string {
  const first = earliestMonth([measure], months);
  const ground = needsGround(measure) ? (groundMonths(months)[0] ?? first) : first;
  return ground < first ? ground : first;
}

function figuresOf(measure: Measure, sums: readonly MonthlySums[], input: FigureInput): Figure[] {
  const targets = input.targets.filter(target => target.measure === measure.id);
  const parts = partsOf(measure, sums, input);
  const periods = periodsOf(measure).length;
  const bySpan: Figure[][] = [];
  for (const [index, span] of spansOf(measure, input.months).entries()) {
    // Every span of a period has the same teams and categories in the same places, and so has the earlier one.
    const earlier = bySpan[index - periods * monthsBackOf(span.period)];
    const rows = rowsOf(measure, span, parts, input);
    for (const [place, row] of rows.entries()) label(row, labelsOf(row, earlier?.[place], measure, targets));
    bySpan.push(rows);
  }
  for (const [index, period] of periodsOf(measure).entries()) {
    // A quarter's figure stands three times, and would look like a run.
    const isQuarterly = parts.returns.some(row => row.from !== row.month);
    if (isQuarterly || !hasVariation(measure, period)) continue;
    const ofPeriod = bySpan.filter((_, place) => place % periods === index);
    labelVariation(ofPeriod, measure, targets, input.variation);
  }
  return bySpan.flat();
}

type Labelled = { -readonly [Name in keyof Figure]: Figure[Name] };

/** @param bySpan the months of one period, each with the same teams and categories in the same places */
function labelVariation(
  bySpan: readonly Labelled[][],
  measure: Measure,
  targets: readonly Target[],
  settings: VariationSettings,
): void {
  for (const place of bySpan[0]?.keys() ?? []) {
    const series = bySpan.flatMap(rows => rows[place] ?? []);
    // The parts of a breakdown are small numbers, mostly 0, in which any case at all would look special.
    if (series[0]?.category !== '') continue;
    for (const [index, labels] of seriesLabels(series, measure, targets, settings).entries()) {
      const figure = series[index];
      if (!figure) continue;
      figure.variation = labels.variation;
      figure.assurance = labels.assurance;
      figure.meaning = meaningBeside(labels.variation, figure.meaning);
    }
  }
}

/** One by one: copying tens of thousands of figures takes longer than working them out. */
function label(figure: Labelled, labels: Labels): void {
  figure.target = labels.target;
  figure.rating = labels.rating;
  figure.movement = labels.movement;
  figure.meaning = labels.meaning;
}

/** What the figures of one measure are made of, whatever their span. */
interface Parts {
  readonly teams: readonly string[];
  readonly categories: readonly string[];
  readonly sums: SumsByPart;
  readonly returns: readonly ManualReturn[];
  /** Why there can be no figure in any month; '' when there can. */
  readonly noInput: string;
}

function partsOf(measure: Measure, sums: readonly MonthlySums[], input: FigureInput): Parts {
  const returns = input.returns.filter(row => row.measure === measure.id);
  return {
    teams: [ALL, ...unique([...sums, ...returns].map(row => row.team).filter(team => team !== ''))],
    categories: [ALL, ...categoriesOf(measure, sums)],
    sums: new SumsByPart(sums, measure.distinct),
    returns,
    noInput: missingInput(measure, input.loaded),
  };
}

function rowsOf(measure: Measure, span: Span, parts: Parts, input: FigureInput): Figure[] {
  const reason = parts.noInput || missingPeriod(measure, span, input.coverage);
  const definition = definitionOf(measure, span);
  const returned = (team: string) => answerInstead(measure, span, team, parts.returns);
  const answer = (team: string, category: string): Answer => {
    const instead = category === ALL && measure.kind !== 'manual' ? returned(team) : null;
    if (instead) return toAnswer(instead);
    if (reason !== '') return noData(reason);
    if (measure.kind === 'manual') return toAnswer(manualAnswer(measure, span, team, parts.returns));
    return answerOf(measure, parts.sums.over(team, category, span.from, span.to), span, input.populations);
  };
  const rows: Figure[] = [];
  for (const team of parts.teams) {
    for (const category of parts.categories) {
      const key = {
        measure: measure.id,
        of: 'value',
        period: span.period,
        month: span.month,
        team,
        category,
      } as const;
      rows.push(toFigure(key, measure.unit, definition, answer(team, category)));
    }
  }
  const rate = rateOf(measure, span, rows[0], input.populations);
  return rate ? [...rows, rate] : rows;
}

function toAnswer({ value, numerator, denominator, reason, label }: ManualAnswer): Answer {
  if (reason !== '') return noData(reason);
  if (value === null) return { ...noCases(0, 0), numerator, denominator, notYetDue: null, notJudged: null };
  return { ...answerWith(value, numerator, denominator, null, null), reason: label };
}

type Answer = Pick<
  Figure,
  'value' | 'numerator' | 'denominator' | 'notYetDue' | 'notJudged' | 'status' | 'reason'
>;

function answerWith(
  value: number,
  numerator: number | null,
  denominator: number | null,
  notYetDue: number | null,
  notJudged: number | null,
): Answer {
  return { value, numerator, denominator, notYetDue, notJudged, status: 'ok', reason: '' };
}

function noCases(notYetDue: number, notJudged: number): Answer {
  return {
    value: null,
    numerator: 0,
    denominator: 0,
    notYetDue,
    notJudged,
    status: 'no-cases',
    reason: 'no case was judged',
  };
}

function noData(reason: string): Answer {
  return {
    value: null,
    numerator: null,
    denominator: null,
    notYetDue: null,
    notJudged: null,
    status: 'no-data',
    reason,
  };
}

function answerOf(measure: Measure, sums: Sums, span: Span, populations: readonly Population[]): Answer {
  switch (measure.kind) {
    case 'count':
    case 'snapshot':
    case 'breakdown':
      return answerWith(sums.weight, null, null, null, null);
    case 'ratio':
      return quotient(100, sums.met, sums);
    case 'average':
      return quotient(1, sums.amount / measure.divisor, sums);
    case 'manual':
      throw new Error(`${measure.id} is not worked out from cases`);
    case 'rate':
      return perChildren(sums.weight, span, populations);
  }
}

/** Numerator and denominator are kept and divided once; nothing of nothing is "no cases", never 0% or 100%. */
function quotient(scale: number, numerator: number, { judged, notYetDue, notJudged }: Sums): Answer {
  if (judged === 0) return { ...noCases(notYetDue, notJudged), numerator };
  return answerWith((scale * numerator) / judged, numerator, judged, notYetDue, notJudged);
}

function perChildren(count: number, span: Span, populations: readonly Population[]): Answer {
  const population = populationInForce(populations, span.month)?.population;
  if (population === undefined) {
    return noData(`population: populations.csv has no row on or before ${span.month}`);
  }
  return answerWith((PER_CHILDREN * count) / population, count, population, null, null);
}

/** The latest row on or before the month. */
export function populationInForce(populations: readonly Population[], month: string): Population | undefined {
  return populations.filter(row => row.from <= month).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}

/**
 * The rate per 10,000 children of a count, or of a percentage's numerator: of 12 months, or at month end for a snapshot;
 * for the whole service only, because no team has a population.
 */
function rateOf(
  measure: Measure,
  span: Span,
  count: Figure | undefined,
  populations: readonly Population[],
): Figure | undefined {
  const isYearly = span.period === 'rolling-12' || span.period === 'snapshot';
  if (!measure.rate || !isYearly || !count) return undefined;
  const answer =
    count.value === null
      ? noData(count.reason)
      : perChildren(count.numerator ?? count.value, span, populations);
  return toFigure({ ...count, of: 'rate' }, 'per 10000', count.definition, answer);
}

/** Every figure has its parts in the same order: tens of thousands of them are made, and the engine is quick at that. */
function toFigure(key: FigureKey, unit: Unit, definition: string, answer: Answer): Figure {
  return {
    measure: key.measure,
    of: key.of,
    period: key.period,
    month: key.month,
    team: key.team,
    category: key.category,
    value: answer.value,
    numerator: answer.numerator,
    denominator: answer.denominator,
    notYetDue: answer.notYetDue,
    notJudged: answer.notJudged,
    unit,
    status: answer.status,
    reason: answer.reason,
    target: '',
    rating: null,
    movement: null,
    meaning: null,
    variation: null,
    assurance: null,
    definition,
  };
}

/** The versions in force over a span: v2, or v1+v2 where it crosses a change. */
function definitionOf(measure: Measure, span: Span): string {
  return measure.versions
    .filter(version => (version.from || span.from) <= span.to && (version.to || span.to) >= span.from)
    .map(version => version.label)
    .join('+');
}

/** Every code of the list, also at 0; then what else was recorded; "Not recorded" last, where there is one. */
function categoriesOf(measure: Measure, sums: readonly MonthlySums[]): string[] {
  if (!measure.category) return [];
  const [first = [], second] = measure.category.codes;
  const codes =
    second === undefined ? [...first] : first.flatMap(one => second.map(two => one + LEVEL_BREAK + two));
  const others = unique(sums.map(row => row.category)).filter(category => !codes.includes(category));
  const isBlank = (category: string) => category.split(LEVEL_BREAK).includes(NOT_RECORDED);
  return [...codes, ...others.filter(category => !isBlank(category)), ...others.filter(isBlank)];
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
}
