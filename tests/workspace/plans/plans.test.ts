import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/problems.js';
import { checkPlans } from '../../../src/workspace/plans/check-plans.js';
import { type Plan, planSchema } from '../../../src/workspace/plans/plan.js';
import { readPlans } from '../../../src/workspace/plans/read-plans.js';
import { settingsSchema } from '../../../src/workspace/settings.js';
import { checkYaml } from '../../../src/workspace/yaml-file.js';

const SETTINGS = settingsSchema.parse({ council: { name: 'Test' } });

const OBJECTIVES = `title: Improvement plan
from: 2020-04
to: 2021-03
priorities:
  - priority: Help comes early
    objectives:
      - objective: Children do not come back
        impact: Families get help that lasts
        measures:
          - measure: re-referals
          - text: Parents say that the help was right
            kind: feedback
            progress: { 2020-21 Q1: 12 of 15 parents asked }
        actions:
          - { action: Read the cases that came back, lead: Head of Assessment, due: 2020-12-15 }
`;

function planOf(text: string): Plan {
  const { value, lineOf = () => 1 } = checkYaml('plans/plan.yml', text, planSchema);
  if (!value) throw new Error('not a plan');
  return { ...value, id: 'plan', file: 'plans/plan.yml', lineOf };
}

function slips(text: string): string[] {
  return checkYaml('plans/plan.yml', text, planSchema).problems.map(formatProblem);
}

describe('plans', () => {
  it('when a plan names a measure that there is not then its line and the nearest are told', () => {
    expect(checkPlans([planOf(OBJECTIVES)], ['re-referrals'], SETTINGS).map(formatProblem)).toEqual([
      'plans/plan.yml:10: priorities.0.objectives.0.measures.0.measure: error: There is no measure "re-referals". Did you mean "re-referrals"? [unknown-measure]',
    ]);
  });

  it('when a lead looks like a person then the line is told and not the name', () => {
    const plan = planOf(OBJECTIVES.replace('Head of Assessment', 'Sam Example'));
    const [told = ''] = checkPlans([plan], ['re-referals'], SETTINGS).map(formatProblem);
    expect(told).toContain('plans/plan.yml:15: priorities.0.objectives.0.actions.0.lead: warning: ');
    expect(told).not.toContain('Example');
  });

  it('when a forum leads then it is a role', () => {
    const plan = planOf(OBJECTIVES.replace('Head of Assessment', 'Permanence forum'));
    expect(checkPlans([plan], ['re-referals'], SETTINGS)).toEqual([]);
  });

  it.each([
    [
      'a key is misspelt',
      ['impact:', 'impakt:'],
      'plan.yml:8: priorities.0.objectives.0.impakt: error: "impakt" is not',
    ],
    ['an action is due on no day', [', due: 2020-12-15', ', timescale: soon'], 'expected due: and a date'],
    ['a day is not in the calendar', ['2020-12-15', '2020-02-30'], 'expected a date as YYYY-MM-DD'],
    ['a quarter is no quarter', ['2020-21 Q1', 'Q1'], 'a quarter such as 2020-21 Q2'],
    [
      'a status is unknown',
      ['due: 2020-12-15', 'due: 2020-12-15, status: Done'],
      'expected one of Open, Partly complete',
    ],
    [
      'one is dropped without a reason',
      ['due: 2020-12-15', 'due: 2020-12-15, status: Dropped'],
      'why it was dropped',
    ],
    [
      'a target is typed again',
      ['measure: re-referals', 'measure: re-referals\n            target: at most 20%'],
      'stands in targets.csv',
    ],
    [
      'it ends before it begins',
      ['to: 2021-03', 'to: 2019-03'],
      'plan.yml:3: to: error: Found "2019-03"; expected a month from 2020-04 on.',
    ],
    [
      'it has no part',
      ['priorities:', 'priority_list:'],
      'expected one of priorities, recommendations and areas',
    ],
  ])('when %s then the slip is told', (_, [found = '', written = ''], told) => {
    expect(slips(OBJECTIVES.replace(found, written)).join('\n')).toContain(told);
  });

  it('when an objective has four actions then there are too many', () => {
    const line = '          - { action: Another, lead: Head of Assessment, due: 2020-12-15 }\n';
    expect(slips(OBJECTIVES + line.repeat(2))).toEqual([]);
    expect(slips(OBJECTIVES + line.repeat(3)).join()).toContain('expected a list of at most 3');
  });

  it('when a plan is of recommendations or of areas then it is read as one', () => {
    const head = 'title: Plan\nfrom: 2024-04\nto: 2025-03\n';
    const recommendations = `${head}recommendations:\n  - recommendation: Stable staff\n    measures: [{ measure: posts-agency }]\n    actions: [{ action: Recruit, lead: Workforce board, timescale: every six weeks }]\n`;
    const areas = `${head}areas:\n  - area: Family meetings\n    lead: Head of Family Help\n    timescale: March 2026\n    activities: [Offer one to each family]\n    measures: [{ measure: fgc-held-15-days, baseline: { month: 2024-03 } }]\n`;
    expect(slips(recommendations)).toEqual([]);
    expect(slips(areas)).toEqual([]);
  });

  it('when the folder holds plans then they come by name, and a name that cannot name a file is told', () => {
    const texts: Record<string, string> = { 'plans/a.yml': OBJECTIVES, 'plans/b.yml': OBJECTIVES };
    const folder = folderWith(['b.yml', 'a.yml', 'My plan.yml', 'notes.txt']);
    const { plans, problems } = readPlans(folder, file => texts[file] ?? null);
    expect(plans.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(problems.map(formatProblem)).toEqual([
      'plans/My plan.yml: error: Name the file in small letters, digits and hyphens: its documents are named after it. [plan-name]',
    ]);
  });
});

function folderWith(names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'plans-'));
  mkdirSync(join(folder, 'plans'));
  for (const name of names) writeFileSync(join(folder, 'plans', name), '');
  return folder;
}
