import type { Figure } from '../../figures/figure.js';
import { targetFor } from '../../figures/labels.js';
import { distance } from '../../figures/rating.js';
import { exact } from '../../figures/rounding.js';
import { hasVariation, readFigures } from '../../figures/variation/label-variation.js';
import type { Measure } from '../../measures/measure.js';
import { yearStart } from '../../months.js';
import type { ChangeFact, Fact, RecordFact, RunFact, SpecialCauseFact, StandingFact } from './fact.js';
import { sideOfExtreme, sideOfMove, sideOfVariation } from './side.js';
import { type EvidenceSource, seriesOf, shown } from './source.js';

/** What a measure's own series says of its last month. */

const SHORTEST_RUN = 3;
const SHORTEST_RECORD = 12;
/** April to June: of fewer months "so far this year" says nothing. */
const FEWEST_OF_YEAR = 2;

export function seriesFacts(measure: Measure, source: EvidenceSource): Fact[] {
  const series = comparable(seriesOf(measure, source));
  const last = series.at(-1);
  if (last?.value == null) return [];
  return [
    ...standing(last, measure, source),
    ...specialCause(series, measure, source),
    ...runs(series, measure, source),
    ...records(series, measure, source),
    ...changes(series, measure, source),
  ];
}

/** The months under the definition of the last one: what was counted otherwise is not compared. */
function comparable(series: readonly Figure[]): Figure[] {
  const definition = series.at(-1)?.definition;
  const other = series.findLastIndex(figure => figure.value !== null && figure.definition !== definition);
  return series.slice(other + 1);
}

function baseOf({ measure, period, month }: Figure) {
  return { measure, period, month };
}

function standing(figure: Figure, measure: Measure, { targets }: EvidenceSource): StandingFact[] {
  const target = targetFor(figure, measure, targets);
  const { value, rating, assurance } = figure;
  if (!target || value === null || rating === null || rating === 'blue') return [];
  const missedBy = distance(value, target);
  return [{ kind: 'standing', ...baseOf(figure), value, target: figure.target, rating, missedBy, assurance }];
}

function specialCause(
  series: readonly Figure[],
  measure: Measure,
  { variation }: EvidenceSource,
): SpecialCauseFact[] {
  const last = series.at(-1);
  if (!last || !hasVariation(measure, last.period) || hasHidden(series)) return [];
  const { signals } = readFigures(series, measure, variation);
  const signal = signals.at(-1);
  if (!signal) return [];
  const unlike = signals.findLastIndex(each => each?.side !== signal.side);
  const months = signals.length - 1 - unlike;
  const side = sideOfVariation(last.variation);
  return [
    { kind: 'special cause', ...baseOf(last), rule: signal.rule, side, direction: signal.side, months },
  ];
}

function hasHidden(series: readonly Figure[]): boolean {
  return series.some(figure => figure.status === 'suppressed');
}

function runs(series: readonly Figure[], measure: Measure, source: EvidenceSource): RunFact[] {
  const last = series.at(-1);
  if (last?.value == null) return [];
  const { value } = last;
  const words = shown(last, measure, source);
  const answers: readonly [RunFact['what'], (figure: Figure) => boolean | null][] = [
    ['same', figure => (figure.value === null ? null : shown(figure, measure, source) === words)],
    ['met', figure => figure.rating && figure.rating === 'green'],
    ['missed', figure => figure.rating && figure.rating !== 'green'],
  ];
  return answers.flatMap(([what, answer]) => {
    const end = series.findLastIndex(figure => !answer(figure));
    const months = series.length - 1 - end;
    if (months < SHORTEST_RUN) return [];
    const isWholeSeries = end < 0 || answer(series[end] ?? last) === null;
    return [{ kind: 'run' as const, ...baseOf(last), what, value, months, isWholeSeries }];
  });
}

function records(series: readonly Figure[], measure: Measure, source: EvidenceSource): RecordFact[] {
  const last = series.at(-1);
  if (last?.value == null) return [];
  const value = exact(last.value);
  const earlier = series.slice(0, -1);
  return (['highest', 'lowest'] as const).flatMap(extreme => {
    const isBeyond = (figure: Figure) =>
      figure.value !== null &&
      (extreme === 'highest' ? value > exact(figure.value) : value < exact(figure.value));
    const months = earlier.length - 1 - earlier.findLastIndex(figure => !isBeyond(figure));
    const ofYear = earlier.filter(figure => figure.month >= yearStart(last.month)).length;
    const isOfYear = ofYear >= FEWEST_OF_YEAR && months >= ofYear;
    if (months < SHORTEST_RECORD && !isOfYear) return [];
    const side = sideOfExtreme(extreme === 'highest' ? 'high' : 'low', last, measure, source);
    return [{ kind: 'record' as const, ...baseOf(last), extreme, side, months, isOfYear }];
  });
}

const BACK = { month: 1, year: 12 } as const;

function changes(series: readonly Figure[], measure: Measure, source: EvidenceSource): ChangeFact[] {
  const last = series.at(-1);
  if (last?.value == null) return [];
  const to = last.value;
  return (['month', 'year'] as const).flatMap(against => {
    const before = series.at(-1 - BACK[against]);
    if (before?.value == null || shown(before, measure, source) === shown(last, measure, source)) return [];
    const side = sideOfMove(last, before, measure, source);
    const unknown = { isClear: null, errors: null };
    return [{ kind: 'change' as const, ...baseOf(last), against, from: before.value, to, side, ...unknown }];
  });
}
