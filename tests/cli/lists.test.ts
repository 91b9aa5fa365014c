import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { UserError } from '../../src/problems.js';
import { CapturedConsole } from '../support/captured-console.js';
import { csv } from '../support/check-extracts.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

// The extracts were made on Monday 5 October 2020.
const CP_PLANS = csv(
  'plan_id,person_id,started_on,ended_on,initial_category,latest_category,end_reason,team',
  'late,P1,01/09/2020,,,,,North',
  'never,P2,28/09/2020,,,,,North',
  'today,P3,01/09/2020,,,,,Old North',
  'months-15,P4,05/07/2019,,,,,South',
  'months-14,P5,06/07/2019,,,,,South',
  'ended,P6,01/09/2020,02/10/2020,,,,North',
);
const VISITS = csv(
  'visit_id,person_id,kind,visited_on,seen,seen_alone',
  'V1,P1,CP,17/09/2020,Y,Y',
  // Of another kind.
  'V2,P1,CIN,01/10/2020,Y,Y',
  'V3,P3,CP,21/09/2020,Y,Y',
  'V4,P4,CP,01/10/2020,Y,Y',
  'V5,P5,CP,01/10/2020,Y,Y',
);
const ASSESSMENTS = csv(
  'assessment_id,person_id,referral_id,started_on,child_seen_on,authorised_on,outcome,next_action,team',
  'day-36,P7,,13/08/2020,14/08/2020,,,,North',
  'day-34,P8,,17/08/2020,18/08/2020,,,,North',
  'done,P9,,13/08/2020,14/08/2020,01/10/2020,,,North',
  'unseen,P10,,30/09/2020,,,,,South',
);

describe('scorecard lists', () => {
  let folder: WorkspaceFolder;

  beforeAll(() => {
    folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS,
      'teams.csv': 'team,merged_into\nNorth,\nOld North,North\nSouth,\n',
      'extracts/cp_plans.csv': CP_PLANS,
      'extracts/visits.csv': VISITS,
      'extracts/assessments.csv': ASSESSMENTS,
    });
  });
  afterAll(() => folder.remove());

  async function lists(...words: string[]): Promise<CapturedConsole> {
    const console = new CapturedConsole();
    await createProgram(console).parseAsync([
      'node',
      'scorecard',
      'lists',
      '--workspace',
      folder.path,
      ...words,
    ]);
    return console;
  }

  async function refusal(...words: string[]): Promise<string> {
    try {
      await lists(...words);
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
    throw new Error('it was listed');
  }

  interface Listed {
    readonly id: string;
    readonly missing: string;
    readonly items: readonly Record<string, string | number>[];
  }

  async function itemsOf(id: string, ...words: string[]): Promise<(string | number | undefined)[][]> {
    const read = JSON.parse((await lists('--json', ...words)).stdout) as { lists: Listed[] };
    const items = read.lists.find(list => list.id === id)?.items ?? [];
    return items.map(item => [
      item.record_id,
      item.urgency,
      item.working_days,
      item.due_on,
      item.not_recorded,
    ]);
  }

  it('when visits are owed then the longest overdue stand first, by working days', async () => {
    expect(await itemsOf('10-visits-child-protection')).toEqual([
      // The tenth working day after 17 September is 1 October; then the 2nd and the 5th.
      ['late', 'overdue', 2, '2020-10-01', ''],
      // Due on the day of the list is not late yet.
      ['today', 'due', 0, '2020-10-05', ''],
      // Counted from the start of the plan, because no visit is recorded: 6 to 9 and 12 October lie ahead.
      ['never', 'due', 5, '2020-10-12', 'no visit of this kind'],
      ['months-14', 'due', 8, '2020-10-15', ''],
      ['months-15', 'due', 8, '2020-10-15', ''],
    ]);
    expect((await itemsOf('10-visits-child-protection', '--within', '5')).map(([id]) => id)).toEqual([
      'late',
      'today',
      'never',
    ]);
  });

  it('when an assessment has passed its 35th working day then it is listed until its 45th and after', async () => {
    // The 35th after 13 August is 2 October (31 August is a bank holiday), the 45th 16 October.
    expect(await itemsOf('30-assessments')).toEqual([['day-36', 'due', 9, '2020-10-16', '']]);
  });

  it('when an assessment does not say that the child was seen then that is listed as not recorded', async () => {
    expect(await itemsOf('31-assessments-child-not-seen')).toEqual([
      ['unseen', 'due', 0, '2020-10-05', 'when the child was seen'],
    ]);
  });

  it('when a plan has been open for 15 months to the day then it is listed, a day less and it is not', async () => {
    expect(await itemsOf('50-plans-15-months')).toEqual([['months-15', 'due', 0, '2020-10-05', '']]);
  });

  it('when a team is asked about then only what it owes is listed, with that of teams merged into it', async () => {
    const { stdout, stderr } = await lists('--team', 'north');
    expect(stdout).toContain(
      'Test, North: overdue, not recorded, and due in the 10 working days from 5 October 2020',
    );
    expect(stdout).toMatch(/today +P3/);
    expect(stdout).not.toContain('months-15');
    expect(stderr).toContain('Never publish or forward them');
    expect(await refusal('--team', 'Nort')).toContain('Did you mean "North"?');
  });

  it('when an extract is not there then the list says that it could not be made, and not that nothing is due', async () => {
    const { stdout } = await lists();
    expect(stdout).toContain('Not made: Reviews of children looked after (no extract care_episodes');
    expect(stdout).not.toMatch(/Nothing in:.*Reviews of children looked after/);
  });

  it('when a file is named then it is written as its ending says, and never into an output folder', async () => {
    const csvFile = join(folder.path, 'work', 'north.csv');
    await lists('--team', 'North', '--out', csvFile);
    expect(readFileSync(csvFile, 'utf8').split('\n')[1]).toBe(
      'Visits to children with a child protection plan,overdue,2,2020-10-01,late,P1,North,2020-09-17,,2020-10-05',
    );
    const page = join(folder.path, 'work', 'north.html');
    await lists('--team', 'North', '--out', page);
    const html = readFileSync(page, 'utf8');
    expect(html).toContain('<h1>What is due and overdue: North</h1>');
    expect(html).toContain('2 working days overdue');
    const inOutput = join(folder.path, 'out', '2020-09', 'public', 'north.csv');
    expect(await refusal('--out', inOutput)).toContain('never written into an output folder');
    expect(existsSync(inOutput)).toBe(false);
    expect(await refusal('--out', 'north.pdf')).toContain('.csv or .html');
  });
});
