import type { Severity } from '../problems.js';
import type { Finding } from './rule.js';

/** "2 errors, 1 warning and 3 notes"; "nothing" where there is none. */
export function countsInWords(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const)
    .map(severity => ({ severity, count: countOf(findings, severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`);
  return counts.length === 0 ? 'nothing' : new Intl.ListFormat('en-GB').format(counts);
}

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter(finding => finding.severity === severity).length;
}
