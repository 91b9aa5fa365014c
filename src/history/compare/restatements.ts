import type { Figure } from '../../figures/figure.js';
import { type Span, spansOf } from '../../figures/spans.js';
import { tidyNumber } from '../../figures/tidy.js';
import { isSnapshot, type Measure } from '../../measures/measure.js';
import { addMonths } from '../../months.js';
import { caseKey, type KnownCases } from '../case-log.js';
import type { CaseState } from '../case-states.js';
import { type CaseChangeFound, type CaseReason, caseChanges } from './case-changes.js';
import { differenceOf, exceeds, type FigureChange, figureChanges, type Threshold } from './figure-changes.js';
import type { Making } from './making.js';

/** Which published figures would now be others, by how much, and because of which cases. */

export interface Restatement extends FigureChange {
  /** What is the same before and now. */
  readonly figure: Figure;
  /** In the figure's unit; null where there was or is no value. */
  readonly difference: number | null;
  readonly isRatingChanged: boolean;
  readonly isOverThreshold: boolean;
  /** Cases of the months that the figure pools and whose cases are known on both sides. */
  readonly cases: readonly CaseChangeFound[];
  /** How many cases for each reason. */
  readonly reasons: Readonly<Partial<Record<CaseReason, number>>>;
  /** Versions of the definition whose SQL is another now. */
  readonly definitionsChanged: readonly string[];
  /** True where the known cases account for the whole difference. */
  readonly isExplained: boolean;
  /** What else may have done it, in words; none where the cases account for all. */
  readonly otherCauses: readonly string[];
}

export interface Comparison {
  readonly month: string;
  readonly measures: readonly Measure[];
  readonly before: Making;
  readonly now: Making;
  /** Months whose cases are known on both sides, by measure. */
  readonly caseMonths: ReadonlyMap<string, ReadonlySet<string>>;
  readonly threshold: Threshold;
}

export function restatements(comparison: Comparison): Restatement[] {
  const { before, now, measures, month } = comparison;
  const changes = figureChanges(before.figures, now.figures);
  const causes = groundChanges(before, now);
  return measures.flatMap(measure => {
    const ofMeasure = changes.filter(change => figureOf(change).measure === measure.id);
    if (ofMeasure.length === 0) return [];
    const found = changesOfCases(measure, comparison);
    const spans = new Map(spansOf(measure, [month]).map(span => [span.period, span]));
    return ofMeasure.flatMap(change => {
      const span = spans.get(figureOf(change).period);
      return span ? [restatementOf(change, span, measure, found, causes, comparison)] : [];
    });
  });
}

function figureOf({ before, now }: FigureChange): Figure {
  const figure = now ?? before;
  if (!figure) throw new Error('a change of no figure');
  return figure;
}

function restatementOf(
  change: FigureChange,
  span: Span,
  measure: Measure,
  found: CasesOfMeasure,
  causes: readonly string[],
  { before, now, threshold, caseMonths }: Comparison,
): Restatement {
  const figure = figureOf(change);
  const isIn = (state: CaseState | null) => state !== null && isOf(state, figure, span);
  const cases = found.changes.filter(each => isIn(each.before) || isIn(each.now));
  const definitionsChanged = changedDefinitions(measure, span, before, now);
  const known = sumsMatch(measure, change, span, found);
  const unknown = monthsOf(span).filter(each => !caseMonths.get(measure.id)?.has(each));
  const otherCauses = [
    ...definitionsChanged.map(version => `its definition (${version}) has changed`),
    ...(known ? [] : causes),
    ...(known || unknown.length === 0
      ? []
      : [
          `cases of months that were not frozen (${unknown[0]}${unknown.length > 1 ? ` to ${unknown.at(-1)}` : ''})`,
        ]),
    ...(change.before?.target === change.now?.target || !change.before || !change.now
      ? []
      : [`its target was "${change.before.target}" and is "${change.now.target}"`]),
  ];
  return {
    ...change,
    figure,
    difference: differenceOf(change),
    isRatingChanged:
      change.before !== null && change.now !== null && change.before.rating !== change.now.rating,
    isOverThreshold: exceeds(change, threshold),
    cases,
    reasons: countReasons(cases),
    definitionsChanged,
    isExplained: known,
    otherCauses,
  };
}

function isOf(state: CaseState, { team, category }: Figure, { from, to }: Span): boolean {
  return (
    state.month >= from &&
    state.month <= to &&
    (team === '' || state.team === team) &&
    (category === '' || state.category === category)
  );
}

interface CasesOfMeasure {
  readonly changes: readonly CaseChangeFound[];
  readonly before: readonly CaseState[];
  readonly now: readonly CaseState[];
}

function changesOfCases(measure: Measure, { before, now, caseMonths }: Comparison): CasesOfMeasure {
  const months = caseMonths.get(measure.id) ?? new Set();
  const of = (cases: KnownCases) =>
    [...cases.values()].filter(state => state.measure === measure.id && months.has(state.month));
  const [was, is] = [of(before.cases), of(now.cases)];
  const changes = caseChanges({
    before: new Map(was.map(state => [caseKey(state), state])),
    now: new Map(is.map(state => [caseKey(state), state])),
    knownBefore: before.monthsOfRecords.get(measure.id) ?? new Map(),
    knownNow: now.monthsOfRecords.get(measure.id) ?? new Map(),
    isSnapshot: isSnapshot(measure) && measure.window === 0,
  });
  return { changes, before: was, now: is };
}

function countReasons(cases: readonly CaseChangeFound[]): Partial<Record<CaseReason, number>> {
  const counts: Partial<Record<CaseReason, number>> = {};
  for (const reason of cases.flatMap(each => each.reasons)) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** Versions in force over the span whose SQL differs; a version that one side lacks differs too. */
function changedDefinitions(measure: Measure, span: Span, before: Making, now: Making): string[] {
  return measure.versions
    .filter(version => (version.from || span.from) <= span.to && (version.to || span.to) >= span.from)
    .map(version => version.label)
    .filter(
      label => before.definitions.get(measure.id)?.get(label) !== now.definitions.get(measure.id)?.get(label),
    );
}

/** Files besides the extracts that are not what they were. */
function groundChanges(before: Making, now: Making): string[] {
  // A record of a run that cannot be read says nothing.
  if (before.grounds.size === 0 || now.grounds.size === 0) return [];
  const names = new Set([...before.grounds.keys(), ...now.grounds.keys()]);
  return [...names]
    .filter(name => before.grounds.get(name) !== now.grounds.get(name))
    .map(name => `${name} has changed`);
}

/** Whether the difference of the figure is just that of its known cases. */
function sumsMatch(
  measure: Measure,
  { before, now }: FigureChange,
  span: Span,
  found: CasesOfMeasure,
): boolean {
  const figure = now ?? before;
  if (!figure || measure.kind === 'manual') return false;
  const [was, is] = [found.before, found.now].map(states =>
    sumUp(
      measure,
      states.filter(state => isOf(state, figure, span)),
    ),
  );
  if (!was || !is) return false;
  const isShare = measure.kind === 'ratio' || measure.kind === 'average';
  const numbers = (given: Figure | null) =>
    isShare
      ? [given?.numerator ?? 0, given?.denominator ?? 0, given?.notYetDue ?? 0, given?.notJudged ?? 0]
      : [given?.numerator ?? given?.value ?? 0];
  const [published, live] = [numbers(before), numbers(now)];
  const sums = (given: typeof was) =>
    isShare ? [given.numerator, given.judged, given.notYetDue, given.notJudged] : [given.weight];
  return sums(is).every((sum, index) => {
    const byCases = sum - (sums(was)[index] ?? 0);
    const byFigures = (live[index] ?? 0) - (published[index] ?? 0);
    return tidyNumber(byCases) === tidyNumber(byFigures) || Math.abs(byCases - byFigures) < 1e-6;
  });
}

/** As the figures are made: see figures/aggregate.ts. */
function sumUp(measure: Measure, states: readonly CaseState[]) {
  const judged = states.filter(({ standing }) => standing !== 'not yet due' && standing !== 'not judged');
  const weight = (given: readonly CaseState[]) => given.reduce((sum, state) => sum + state.weight, 0);
  const isAverage = measure.kind === 'average';
  return {
    weight: measure.distinct ? new Set(states.map(({ person }) => person)).size : weight(states),
    judged: weight(judged),
    numerator: isAverage
      ? judged.reduce((sum, { amount }) => sum + (amount ?? 0), 0) / measure.divisor
      : weight(judged.filter(({ standing }) => standing === 'met')),
    notYetDue: states.filter(({ standing }) => standing === 'not yet due').length,
    notJudged: states.filter(({ standing }) => standing === 'not judged').length,
  };
}

function monthsOf({ from, to }: Span): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}
