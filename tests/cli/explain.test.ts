import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { UserError } from '../../src/problems.js';
import { CapturedConsole } from '../support/captured-console.js';
import { csv } from '../support/check-extracts.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

// The 45th working day after 29 June 2020 is 1 September: 1 in June, 23 in July, 20 in August (the 31st is a bank
// holiday), 1 in September.
const ASSESSMENTS = csv(
  'assessment_id,person_id,referral_id,started_on,child_seen_on,authorised_on,outcome,next_action,team',
  'AS1,P1,,29/06/2020,,14/09/2020,,,South',
  'AS2,P2,,29/06/2020,,02/09/2020,,,South',
  'AS3,P3,,29/06/2020,,01/09/2020,,,North',
  'AS4,P4,,03/08/2020,,03/09/2020,,,South',
  'AS5,P5,,03/08/2020,,20/08/2020,,,South',
);
const CONTACTS = csv(
  'contact_id,person_id,received_at,source,route,completed_at,outcome',
  'friday-late,P1,04/09/2020 15:00,Police,MASH,07/09/2020 15:01,',
  'in-time,P2,08/09/2020 09:00,Police,MASH,08/09/2020 10:00,',
  'undecided,P3,08/09/2020 09:00,Police,MASH,,',
  'october,P4,30/09/2020 10:00,Police,MASH,30/09/2020 11:00,',
);

const REFERRALS = csv(
  'referral_id,person_id,received_at,source,allocated_at,decided_at,primary_need,no_further_action,closed_on,close_reason,team',
  'R1,P1,03/08/2020 09:00,Police,,,Neglect,N,10/08/2020,,South',
  'R2,P1,08/09/2020 09:00,Police,,,Neglect,N,,,South',
  'R3,P2,09/09/2020 09:00,Police,,,Neglect,N,,,South',
);

describe('scorecard explain', () => {
  let folder: WorkspaceFolder;

  beforeAll(() => {
    folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS,
      'extracts/assessments.csv': ASSESSMENTS,
      'extracts/contacts.csv': CONTACTS,
      'extracts/referrals.csv': REFERRALS,
      'targets.csv': 'measure,at_least\nassessments-in-45-days,95\n',
    });
  });
  afterAll(() => folder.remove());

  async function explain(measure: string, ...words: string[]): Promise<CapturedConsole> {
    const console = new CapturedConsole();
    const line = ['node', 'scorecard', 'explain', measure, '--workspace', folder.path, '--month', '2020-09'];
    await createProgram(console).parseAsync([...line, ...words]);
    return console;
  }

  async function refusal(measure: string, ...words: string[]): Promise<string> {
    try {
      await explain(measure, ...words);
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
    throw new Error('it was answered');
  }

  it('when a measure is explained then its definition, SQL, source, target and figures are told', async () => {
    const { stdout, stderr } = await explain('assessments-in-45-days');
    expect(stdout).toContain('Counts    authorised within 45 working days of their start');
    expect(stdout).toContain('working_days_after(started_on, 45) AS limit_on');
    expect(stdout).toContain('Source    Working Together');
    expect(stdout).toContain('Target    at least 95%');
    expect(stdout).toMatch(/Month +50%; 2 of 4; target at least 95%; red/);
    expect(stdout).toMatch(/Year to date +60%; 3 of 5/);
    // Cases are told only when they are asked for.
    expect(stdout).not.toContain('AS1');
    expect(stderr).toBe('');
  });

  it('when cases are asked for then the latest stand first, with their dates and working days late', async () => {
    const { stdout, stderr } = await explain('assessments-in-45-days', '--cases');
    expect(stderr).toContain('for the people who work on them only');
    const [late] = stdout.split('Missed the standard (2)\n').slice(1);
    const rows = late?.split('\n').map(line => line.trim().split(/\s+/)) ?? [];
    expect(rows.slice(0, 3)).toEqual([
      [
        'record_id',
        'person_id',
        'month',
        'team',
        'started_on',
        'authorised_on',
        'limit_on',
        'working_days_late',
      ],
      // 2, 3, 4, 7, 8, 9, 10, 11 and 14 September.
      ['AS1', 'P1', '2020-09', 'South', '2020-06-29', '2020-09-14', '2020-09-01', '9'],
      ['AS2', 'P2', '2020-09', 'South', '2020-06-29', '2020-09-02', '2020-09-01', '1'],
    ]);
    expect(stdout).toContain('Met the standard (2)');
  });

  it('when nothing is recorded then it is late so far, and what is not yet due stands apart', async () => {
    const { stdout } = await explain('contacts-mash-24h', '--cases');
    const lines = stdout.split('\n').map(line => line.trim().split(/\s{2,}/));
    // From the 9th to 5 October: 2 + 5 + 5 + 3 in September, 3 in October.
    expect(lines.find(([id]) => id === 'undecided')?.at(-1)).toBe('18 so far');
    // A minute late on the last day.
    expect(lines.find(([id]) => id === 'friday-late')?.at(-1)).toBe('0');
    const heads = stdout.match(/^(Missed|Met|Not yet due).*$/gm);
    expect(heads).toEqual([
      'Missed the standard (2)',
      'Met the standard (1)',
      'Not yet due, and in no figure until they are (1)',
    ]);
  });

  it('when it is about what should be few then the cases that are counted stand first', async () => {
    const { stdout } = await explain('re-referrals', '--cases');
    // P1 was referred in August and again in September; P2 in September only.
    expect(stdout.match(/^(Counted|Not counted|Missed|Met).*$/gm)).toEqual([
      'Counted: children who had an earlier referral in the 12 months before (1)',
      'Not counted: all others (1)',
    ]);
    const ids = stdout.match(/^ {2}R\d/gm)?.map(id => id.trim());
    expect(ids).toEqual(['R2', 'R3']);
  });

  it('when a team is asked about then figures and cases are its own', async () => {
    const { stdout } = await explain('assessments-in-45-days', '--team', 'North', '--cases');
    expect(stdout).toMatch(/Month +100%; 1 of 1/);
    expect(stdout).toContain('AS3');
    expect(stdout).not.toContain('AS1');
    expect(await refusal('assessments-in-45-days', '--team', 'Nort')).toContain('Did you mean "North"?');
  });

  it('when a file is named then the cases go there, and never into an output folder', async () => {
    const file = join(folder.path, 'work', 'late.csv');
    const { stdout, stderr } = await explain('assessments-in-45-days', '--out', file);
    expect(stdout).not.toContain('AS1');
    expect(stderr).toContain(`They are in ${file}`);
    const [heading, first] = readFileSync(file, 'utf8').split('\n');
    expect(heading?.split(',')).toContain('working_days_late');
    expect(first).toBe('not met,AS1,P1,2020-09,South,2020-09-14,2020-06-29,2020-09-14,2020-09-01,9,,,,no');
    const inOutput = join(folder.path, 'out', '2020-09', 'late.csv');
    expect(await refusal('assessments-in-45-days', '--out', inOutput)).toContain(
      'Cases are never written into an output folder',
    );
    expect(existsSync(inOutput)).toBe(false);
  });

  it('when it is asked why it changed then the teams add up to the change', async () => {
    const { stdout } = await explain('assessments-in-45-days', '--why-changed', '2020-08');
    expect(stdout).toContain('Why it changed from August 2020 (100%) to September 2020 (50%)');
    const rows = stdout.split('\n').map(line => line.trim().split(/\s{2,}/));
    // August: South 1 of 1. September: North 1 of 1, South 1 of 3; the mean of both months is 75%.
    // South: mean share 7/8 × (33.33 - 100) = -58.33; mix -1/4 × (66.67 - 75) = 2.08. North: 1/4 × (100 - 75) = 6.25.
    expect(rows.find(([name]) => name === 'North')).toEqual([
      'North',
      'no cases',
      '1 of 1',
      '0.00',
      '+6.25',
      '+6.25',
    ]);
    expect(rows.find(([name]) => name === 'South')).toEqual([
      ...['South', '1 of 1', '1 of 3', '-58.33', '+2.08', '-56.25'],
    ]);
    expect(rows.find(([name]) => name === 'All')?.at(-1)).toBe('-50.00');
  });

  it('when --json is given then a program reads figures, cases and the change', async () => {
    const words = ['--json', '--cases', '--why-changed', '2020-08'];
    const { figures, cases, change } = JSON.parse((await explain('assessments-in-45-days', ...words)).stdout);
    expect(figures[0]).toMatchObject({ period: 'month', value: 50, numerator: 2, denominator: 4 });
    expect(cases[0]).toMatchObject({
      record: 'AS1',
      workingDaysLate: 9,
      dates: { authorised_on: '2020-09-14' },
    });
    expect(change.by_team.difference).toBe(-50);
  });

  it('when the month or the period cannot be then it says why', async () => {
    expect(await refusal('assessments-in-45-days', '--why-changed', '2020-10')).toContain(
      '--why-changed takes a month before 2020-09',
    );
    expect(await refusal('assessments-in-45-days', '--period', 'snapshot')).toContain(
      'it has month, ytd, rolling-12',
    );
    expect(await refusal('assessments-in-45-day')).toContain('Did you mean "assessments-in-45-days"?');
  });
});
