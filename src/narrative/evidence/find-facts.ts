import { headlinePeriod, type Measure } from '../../measures/measure.js';
import { comparatorFacts, yearFacts } from './beside-others.js';
import type { Fact } from './fact.js';
import { partFacts } from './parts.js';
import { seriesFacts } from './series-facts.js';
import { type EvidenceSource, figureOf } from './source.js';

/** Everything that the figures of the report month say of a measure; nothing where the month has no value. */
export function findFacts(measure: Measure, source: EvidenceSource): Fact[] {
  const figure = figureOf(measure, headlinePeriod(measure), source);
  if (figure?.value == null) return [];
  return [
    ...seriesFacts(measure, source),
    ...yearFacts(measure, source),
    ...comparatorFacts(measure, source),
    ...partFacts(measure, source),
  ];
}
