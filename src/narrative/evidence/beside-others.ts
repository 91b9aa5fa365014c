import type { Figure } from '../../figures/figure.js';
import { type Measure, periodsOf, yearlyPeriod } from '../../measures/measure.js';
import type { Comparator } from '../../workspace/tables.js';
import type { ChangeFact, ComparatorFact, Fact, MajorityFact, Side } from './fact.js';
import { sideOfMove } from './side.js';
import { type EvidenceSource, figureOf, shown } from './source.js';

/** What the pooled cases of a year say: beside the same months of last year, beside others, and as a share. */

/** Three standard errors, as wide as the limits of a chart: what chance passes once in some hundreds. */
const CLEAR_ERRORS = 3;
const HALF = 50;
/** Of fewer cases a share is an accident. */
const FEWEST_CASES = 30;
const YEAR = 12;

export function yearFacts(measure: Measure, source: EvidenceSource): Fact[] {
  if (!periodsOf(measure).includes('ytd')) return [];
  const now = figureOf(measure, 'ytd', source);
  if (now?.value == null) return [];
  return [...yearChange(now, measure, source), ...majority(now, measure, source)];
}

function yearChange(now: Figure, measure: Measure, source: EvidenceSource): ChangeFact[] {
  const before = figureOf(measure, 'ytd', source, YEAR);
  if (now.value === null || before?.value == null || before.definition !== now.definition) return [];
  if (shown(before, measure, source) === shown(now, measure, source)) return [];
  const errors = errorsBetween(now, before);
  return [
    {
      kind: 'change',
      measure: measure.id,
      period: 'ytd',
      month: source.month,
      against: 'year',
      from: before.value,
      to: now.value,
      side: sideOfMove(now, before, measure, source),
      isClear: errors === null ? null : errors >= CLEAR_ERRORS,
      errors,
    },
  ];
}

/** Standard errors between two percentages, of the pooled share; null where the cases are not known. */
function errorsBetween(one: Figure, other: Figure): number | null {
  const [a, b] = [countsOf(one), countsOf(other)];
  if (!a || !b) return null;
  const pooled = (a.met + b.met) / (a.all + b.all);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.all + 1 / b.all));
  return error === 0 ? null : Math.abs(a.met / a.all - b.met / b.all) / error;
}

function countsOf({ unit, numerator, denominator }: Figure): { met: number; all: number } | null {
  if (unit !== 'percent' || numerator === null || denominator === null || denominator === 0) return null;
  return { met: numerator, all: denominator };
}

function majority(now: Figure, measure: Measure, source: EvidenceSource): MajorityFact[] {
  const month = figureOf(measure, 'month', source);
  const counts = countsOf(now);
  if (!counts || counts.all < FEWEST_CASES || now.value === null || month?.value == null || now.rating)
    return [];
  const isOver = [now.value, month.value].every(value => value > HALF);
  const isUnder = [now.value, month.value].every(value => value < HALF);
  const isBad = (measure.polarity === 'lower' && isOver) || (measure.polarity === 'higher' && isUnder);
  if (!isBad) return [];
  const { month: at } = source;
  return [{ kind: 'majority', measure: measure.id, period: 'ytd', month: at, share: now.value, side: 'bad' }];
}

/** The latest year of each group, beside our own twelve months or month end. */
export function comparatorFacts(measure: Measure, source: EvidenceSource): ComparatorFact[] {
  if (measure.national === 'none') return [];
  const own = source.comparators.filter(row => row.measure === measure.id);
  const latest = own.filter(
    row => !own.some(other => other.group === row.group && other.of === row.of && other.year > row.year),
  );
  return latest.flatMap(row => comparatorFact(row, measure, source));
}

function comparatorFact(row: Comparator, measure: Measure, source: EvidenceSource): ComparatorFact[] {
  const { figures, month } = source;
  const period = yearlyPeriod(measure);
  const figure = figures.get({ measure: measure.id, of: row.of, period, month });
  if (figure?.value == null) return [];
  const { of, group, year, value: theirs } = row;
  const side = sideBeside(figure.value, theirs, measure);
  const isClear = clearFrom(figure, theirs);
  return [
    {
      kind: 'comparator',
      measure: measure.id,
      period,
      month,
      of,
      group,
      year,
      theirs,
      ours: figure.value,
      side,
      isClear,
    },
  ];
}

function sideBeside(ours: number, theirs: number, { polarity }: Measure): Side {
  if (ours === theirs || (polarity !== 'higher' && polarity !== 'lower')) return 'neither';
  return (polarity === 'higher') === ours > theirs ? 'good' : 'bad';
}

function clearFrom(figure: Figure, theirs: number): boolean | null {
  const counts = countsOf(figure);
  const share = theirs / 100;
  if (!counts || share <= 0 || share >= 1) return null;
  const error = Math.sqrt((share * (1 - share)) / counts.all);
  return Math.abs(counts.met / counts.all - share) / error >= CLEAR_ERRORS;
}
