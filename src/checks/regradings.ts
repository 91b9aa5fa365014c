import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';
import type { Settings } from '../workspace/settings.js';
import type { Rule } from './rule.js';

/** Rules that the settings grade otherwise and that there are none of. @param lineOf of a setting in scorecard.yml */
export function checkRegradings(
  settings: Settings,
  rules: readonly Rule[],
  lineOf: (path: readonly PropertyKey[]) => number,
): Problem[] {
  const known = rules.map(rule => rule.id);
  return Object.keys(settings.checks)
    .filter(id => !known.includes(id))
    .map(id => ({
      severity: 'error',
      rule: 'unknown-rule',
      message: `There is no rule "${id}".${didYouMean(id, known) || ' They are listed in docs/checks.md.'}`,
      place: { file: 'scorecard.yml', key: `checks.${id}`, line: lineOf(['checks', id]) },
    }));
}
