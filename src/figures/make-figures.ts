import type { Coverage } from '../extracts/coverage.js';
import type { LoadedExtract } from '../extracts/load.js';
import type { Measure } from '../measures/measure.js';
import type { Population, Target } from '../workspace/tables.js';
import { LEVEL_BREAK, type MonthlySums, NOT_RECORDED, type Sums } from './aggregate.js';
import { missingInput, missingPeriod } from './availability.js';
import type { Figure, FigureKey, Unit } from './figure.js';
import { labelFigures } from './labels.js';
import { type ManualAnswer, type ManualReturn, manualAnswer } from './manual-figures.js';
import { type Span, spansOf } from './spans.js';
import { SumsByPart } from './sums-by-part.js';

/** From sums to figures: pure, and the same for every measure, period, team and category. */

export interface FigureInput {
  readonly measures: readonly Measure[];
  /** The months of the series, oldest first; the last is the report month. */
  readonly months: readonly string[];
  readonly sums: readonly MonthlySums[];
  readonly loaded: readonly LoadedExtract[];
  readonly coverage: readonly Coverage[];
  readonly targets: readonly Target[];
  readonly populations: readonly Population[];
  readonly returns: readonly ManualReturn[];
}

const PER_CHILDREN = 10_000;
const ALL = '';

export function makeFigures(input: FigureInput): Figure[] {
  const sumsOfMeasure = groupBy(input.sums, row => row.measure);
  const figures = input.measures.flatMap(measure =>
    figuresOf(measure, sumsOfMeasure.get(measure.id) ?? [], input),
  );
  return labelFigures(figures, input.measures, input.targets);
}

function figuresOf(measure: Measure, sums: readonly MonthlySums[], input: FigureInput): Figure[] {
  const noInput = missingInput(measure, input.loaded);
  const returns = input.returns.filter(row => row.measure === measure.id);
  const teams = [ALL, ...unique([...sums, ...returns].map(row => row.team).filter(team => team !== ''))];
  const categories = [ALL, ...categoriesOf(measure, sums)];
  const parts = new SumsByPart(sums, measure.distinct);
  return spansOf(measure, input.months).flatMap(span => {
    const reason = noInput || missingPeriod(measure, span, input.coverage);
    const answer = (team: string, category: string): Answer => {
      if (reason !== '') return noData(reason);
      if (measure.kind === 'manual') return toAnswer(manualAnswer(measure, span, team, returns));
      return answerOf(measure, parts.over(team, category, span.from, span.to), span, input.populations);
    };
    const rows = teams.flatMap(team =>
      categories.map(category => {
        const { period, month } = span;
        const key: FigureKey = { measure: measure.id, of: 'value', period, month, team, category };
        return toFigure(key, measure.unit, definitionOf(measure, span), answer(team, category));
      }),
    );
    return [...rows, ...rateOf(measure, span, rows, input.populations)];
  });
}

function toAnswer({ reason, ...numbers }: ManualAnswer): Answer {
  if (reason !== '') return noData(reason);
  const status = numbers.value === null ? 'no-cases' : 'ok';
  return { ...NOTHING, ...numbers, status, reason: status === 'ok' ? '' : 'no case was judged' };
}

type Answer = Pick<
  Figure,
  'value' | 'numerator' | 'denominator' | 'notYetDue' | 'notJudged' | 'status' | 'reason'
>;

const NOTHING = { value: null, numerator: null, denominator: null, notYetDue: null, notJudged: null };

function noData(reason: string): Answer {
  return { ...NOTHING, status: 'no-data', reason };
}

function answerOf(measure: Measure, sums: Sums, span: Span, populations: readonly Population[]): Answer {
  switch (measure.kind) {
    case 'count':
    case 'snapshot':
    case 'breakdown':
      return { ...NOTHING, value: sums.weight, status: 'ok', reason: '' };
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
  const counts = { numerator, denominator: judged, notYetDue, notJudged };
  if (judged === 0) return { value: null, ...counts, status: 'no-cases', reason: 'no case was judged' };
  return { value: (scale * numerator) / judged, ...counts, status: 'ok', reason: '' };
}

function perChildren(count: number, span: Span, populations: readonly Population[]): Answer {
  const population = populationInForce(populations, span.month);
  if (!population) return noData(`population: populations.csv has no row on or before ${span.month}`);
  const value = (PER_CHILDREN * count) / population.population;
  return {
    ...NOTHING,
    value,
    numerator: count,
    denominator: population.population,
    status: 'ok',
    reason: '',
  };
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
  rows: readonly Figure[],
  populations: readonly Population[],
): Figure[] {
  const isYearly = span.period === 'rolling-12' || span.period === 'snapshot';
  const count = rows.find(row => row.team === ALL && row.category === ALL);
  if (!measure.rate || !isYearly || !count) return [];
  const answer =
    count.value === null
      ? noData(count.reason)
      : perChildren(count.numerator ?? count.value, span, populations);
  return [toFigure({ ...count, of: 'rate' }, 'per 10000', count.definition, answer)];
}

function toFigure(key: FigureKey, unit: Unit, definition: string, answer: Answer): Figure {
  const { measure, of, period, month, team, category } = key;
  const labels = {
    target: '',
    rating: null,
    movement: null,
    meaning: null,
    variation: null,
    assurance: null,
  };
  return { measure, of, period, month, team, category, ...answer, unit, ...labels, definition };
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

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
