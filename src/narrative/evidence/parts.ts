import type { Figure } from '../../figures/figure.js';
import { exact } from '../../figures/rounding.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import type { Fact, LargestPartFact, SpreadFact } from './fact.js';
import type { EvidenceSource } from './source.js';

/** What the parts of a measure say: its categories and its teams. */

/** Of fewer cases a percentage is an accident: one case moves it by ten points and more. */
export const FEWEST_CASES = 10;

export function partFacts(measure: Measure, source: EvidenceSource): Fact[] {
  return [...largestPart(measure, source), ...spread(measure, source)];
}

function largestPart(measure: Measure, { figures, month }: EvidenceSource): LargestPartFact[] {
  if (!measure.category || measure.unit !== 'count') return [];
  const key = { measure: measure.id, period: headlinePeriod(measure), month };
  const total = figures.get(key)?.value;
  if (!total) return [];
  const parts = figures.categories(key).flatMap(category => {
    const value = figures.get({ ...key, category })?.value;
    return value == null ? [] : [{ category, count: exact(value) }];
  });
  const [first, second] = [...parts].sort((a, b) => b.count - a.count);
  if (!first || first.count === 0 || first.count === second?.count) return [];
  return [{ kind: 'largest part', ...key, ...first, total }];
}

function spread(measure: Measure, { figures, month }: EvidenceSource): SpreadFact[] {
  const period = headlinePeriod(measure);
  if (measure.kind !== 'ratio' && measure.kind !== 'average') return [];
  const teams = figures.all.filter(
    figure =>
      figure.measure === measure.id &&
      figure.period === period &&
      figure.month === month &&
      figure.of === 'value' &&
      figure.category === '' &&
      figure.team !== '' &&
      hasCases(figure),
  );
  const sorted = teams
    .map(({ team, value }) => ({ team, value: value ?? 0 }))
    .sort((a, b) => a.value - b.value || (a.team < b.team ? -1 : 1));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest || lowest.value === highest.value) return [];
  return [{ kind: 'spread', measure: measure.id, period, month, lowest, highest }];
}

function hasCases({ value, denominator }: Figure): boolean {
  return value !== null && denominator !== null && denominator >= FEWEST_CASES;
}
