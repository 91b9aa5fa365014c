import { describe, expect, it } from 'vitest';
import type { Finding, Rule } from '../../src/checks/rule.js';
import { findingProblems, readingProblems, regraded } from '../../src/checks/told.js';
import { formatProblem } from '../../src/problems.js';
import { settingsSchema } from '../../src/workspace/settings.js';

function finding(rule: string, parts: Partial<Finding> = {}): Finding {
  return {
    severity: 'warning',
    rule,
    title: 'Ended before started',
    extract: 'cp_plans',
    column: 'ended_on',
    count: 2,
    message: '2 rows end before they start.',
    whatToDo: 'Correct the dates.',
    why: '',
    measures: [],
    places: [{ file: 'extracts/cp_plans.csv', line: 7, column: 'ended_on', message: '' }],
    regradedBecause: '',
    ...parts,
  };
}

function rule(id: string, kind: Rule['finds']['kind']): Rule {
  const finds = kind === 'reading' ? { kind } : { kind: 'finder' as const, name: id, tables: [] };
  return { id, severity: 'warning', title: '', message: '', whatToDo: '', why: '', explains: [], finds };
}

describe('findingProblems', () => {
  it('when a rule found something then it is told once, at its first place, with what to do', () => {
    const told = findingProblems([finding('ended-before-started')], [rule('ended-before-started', 'finder')]);
    expect(told.map(formatProblem)).toEqual([
      'extracts/cp_plans.csv:7: ended_on: warning: 2 rows end before they start. Correct the dates. [ended-before-started]',
    ]);
  });

  it('when reading told of it already then it is not told again', () => {
    const findings = [finding('unreadable-cell')];
    expect(findingProblems(findings, [rule('unreadable-cell', 'reading')])).toEqual([]);
  });

  it('when it is of no extract then every place is told, with what is said of it', () => {
    const places = ['posts', 'visits'].map(name => ({
      file: `extracts/${name}.csv`,
      message: `No ${name}.`,
    }));
    const told = findingProblems([finding('missing-extract', { extract: '', places })], []);
    expect(told.map(formatProblem)).toEqual([
      'extracts/posts.csv: warning: No posts. Correct the dates. [missing-extract]',
      'extracts/visits.csv: warning: No visits. Correct the dates. [missing-extract]',
    ]);
  });

  it('when nothing says where it is then the extract is named', () => {
    const told = findingProblems([finding('stops-early', { places: [] })], []);
    expect(told[0]?.place).toEqual({ file: 'extracts: cp_plans' });
  });
});

describe('readingProblems', () => {
  it('when a rule tells the same with its lines then reading does not, and what no rule knows stays', () => {
    const problems = ['unknown-code', 'unreadable-cell', 'a-new-one'].map(id => ({
      severity: 'warning' as const,
      rule: id,
      message: '',
    }));
    const rules = [rule('unknown-code', 'finder'), rule('unreadable-cell', 'reading')];
    expect(readingProblems(problems, rules).map(problem => problem.rule)).toEqual([
      'unreadable-cell',
      'a-new-one',
    ]);
  });
});

describe('regraded', () => {
  it('when the workspace grades a rule otherwise then its problems have that severity, and others their own', () => {
    const settings = settingsSchema.parse({
      council: { name: 'X' },
      checks: { 'no-rows': { severity: 'note', reason: 'the extract is retired' } },
    });
    const problems = (['no-rows', 'open-quote'] as const).map(id => ({
      severity: 'error' as const,
      rule: id,
      message: '',
    }));
    expect(regraded(problems, settings).map(problem => problem.severity)).toEqual(['note', 'error']);
  });
});
