import { didYouMean } from '../nearest.js';
import { UserError } from '../problems.js';
import type { Prepared } from './prepare.js';

/** The same run with only the measures asked for. @throws UserError 2 for one that there is not */
export function onlyMeasures(prepared: Prepared, ids: readonly string[]): Prepared {
  const { catalogue } = prepared;
  const known = catalogue.measures.map(({ id }) => id);
  const unknown = ids.filter(id => !known.includes(id));
  if (unknown.length > 0) {
    const faults = unknown.map(id => `There is no measure "${id}".${didYouMean(id, known)}`);
    throw UserError.of(2, 'unknown-measure', `${faults.join(' ')} List them with: scorecard measures.`);
  }
  const measures = catalogue.measures.filter(({ id }) => ids.includes(id));
  return { ...prepared, catalogue: { ...catalogue, measures } };
}
