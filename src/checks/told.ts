import type { Problem } from '../problems.js';
import type { Settings } from '../workspace/settings.js';
import type { Finding, Rule } from './rule.js';

/** Findings and faults of reading as a build tells them: one line each, in the severity that the workspace gives them. */

/** Told elsewhere in a build: what was told while reading, and measures without data. */
const TOLD_BY_BUILD = ['needed-column'];

/** What the rules found beyond what reading told already: the first place of each, and what to do. */
export function findingProblems(findings: readonly Finding[], rules: readonly Rule[]): Problem[] {
  const reading = new Set(rules.filter(rule => rule.finds.kind === 'reading').map(rule => rule.id));
  return findings
    .filter(({ rule }) => !reading.has(rule) && !TOLD_BY_BUILD.includes(rule))
    .map(({ severity, rule, extract, message, whatToDo, places: [first] }) => ({
      severity,
      rule,
      message: `${message} ${whatToDo}`,
      place: {
        file: first?.file ?? `extracts: ${extract}`,
        ...(first?.line ? { line: first.line } : {}),
        ...(first?.column ? { column: first.column } : {}),
      },
    }));
}

/** What only reading tells: of a rule that looks at rows as well, its finding tells what reading found too. */
export function readingProblems(problems: readonly Problem[], rules: readonly Rule[]): Problem[] {
  const toldByRows = new Set(rules.filter(rule => rule.finds.kind !== 'reading').map(rule => rule.id));
  return problems.filter(problem => !toldByRows.has(problem.rule));
}

/** Problems of reading in the severity that `checks:` in scorecard.yml gives their rule. */
export function regraded(problems: readonly Problem[], { checks }: Settings): Problem[] {
  return problems.map(problem => ({
    ...problem,
    severity: checks[problem.rule]?.severity ?? problem.severity,
  }));
}
