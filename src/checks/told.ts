import type { Problem } from '../problems.js';
import type { Settings } from '../workspace/settings.js';
import type { Finding, Rule } from './rule.js';

/** Findings and faults of reading as a build tells them: one line each, in the severity that the workspace gives them. */

/**
 * What the rules found beyond what reading told already: the first place of each, and what to do. What is of no extract, such
 * as those that have no file, has nothing in common but the rule: of that every place.
 */
export function findingProblems(findings: readonly Finding[], rules: readonly Rule[]): Problem[] {
  const reading = new Set(rules.filter(rule => rule.finds.kind === 'reading').map(rule => rule.id));
  return findings
    .filter(({ rule }) => !reading.has(rule))
    .flatMap(({ severity, rule, extract, message, whatToDo, places }) => {
      if (extract === '')
        return places.map(({ message: own, ...place }) => ({
          severity,
          rule,
          message: `${own} ${whatToDo}`,
          place,
        }));
      const [first] = places;
      const place = {
        file: first?.file ?? `extracts: ${extract}`,
        ...(first?.line ? { line: first.line } : {}),
        ...(first?.column ? { column: first.column } : {}),
      };
      return [{ severity, rule, message: `${message} ${whatToDo}`, place }];
    });
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
