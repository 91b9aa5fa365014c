import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Checked } from '../../src/checks/run-checks.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { prepare } from '../../src/cli/prepare.js';
import { toolPath } from '../../src/tool-folder.js';
import { csv } from '../support/check-extracts.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

/** A finding in a file of another layout stands on the line of that file, under its own heading: lines counted by hand. */

const folders: WorkspaceFolder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

async function check(files: Readonly<Record<string, string>>): Promise<Checked> {
  const folder = new WorkspaceFolder({ 'scorecard.yml': SMALLEST_SETTINGS, ...files });
  folders.push(folder);
  return runChecks({ ...prepare(folder.path), month: '2020-09' });
}

/** `file:line: heading` of every place that a rule found, the folder left out. */
function placesOf({ findings }: Checked, rule: string): string[] {
  return findings
    .filter(finding => finding.rule === rule)
    .flatMap(({ places }) => places)
    .map(({ file, line, column }) => `${file.replace(/^extracts\//, '')}:${line}: ${column ?? ''}`);
}

const PERSON = csv('pers_person_id,pers_dob', 'A,2010-01-01', 'B,2011-01-01', 'C,2012-01-01');
const PLAN =
  'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category';

describe('places in the Standard Safeguarding Dataset', () => {
  it('when rules find rows then each is told by the line and the heading of its file', async () => {
    const checked = await check({
      'extracts/ssd_person.csv': PERSON,
      'extracts/ssd_cp_plans.csv': csv(
        PLAN,
        '1,A,2019-05-01,2019-09-01,NEG,NEG',
        '2,B,2020-03-01,2020-02-01,"PHY\n",NEG',
        '3,C,2020-03-01,,NEG,ZZZ',
        '4,X,2020-03-01,,NEG,NEG',
        '1,A,2019-05-01,2019-09-01,NEG,NEG',
      ),
    });
    // The second row of the file is of two lines, so that the fourth stands on line 6.
    expect(placesOf(checked, 'ended-before-started')).toEqual(['ssd_cp_plans.csv:3: cppl_cp_plan_end_date']);
    expect(placesOf(checked, 'unknown-code')).toEqual(['ssd_cp_plans.csv:5: cppl_cp_plan_latest_category']);
    expect(placesOf(checked, 'missing-person')).toEqual(['ssd_cp_plans.csv:6: cppl_person_id']);
    expect(placesOf(checked, 'repeated-row')).toEqual(['ssd_cp_plans.csv:7: ']);
    expect(checked.findings.find(({ rule }) => rule === 'repeated-row')?.places[0]?.message).toBe(
      'The same row stands on line 2 of extracts/ssd_cp_plans.csv.',
    );
  });

  it('when several episodes are one period of care then its first line is told', async () => {
    const checked = await check({
      'extracts/ssd_person.csv': PERSON,
      'extracts/ssd_cla_episodes.csv': csv(
        'clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_entered_care_date',
        '1,B,2019-02-01,,,2019-02-01',
        '2,A,2009-05-01,2009-06-10,X1,2009-05-01',
        '3,A,2009-06-10,,,2009-05-01',
      ),
    });
    expect(placesOf(checked, 'before-birth')).toEqual(['ssd_cla_episodes.csv:3: clae_entered_care_date']);
  });

  it('when a row of people is left out then nobody who names it is told as missing', async () => {
    const checked = await check({
      'extracts/ssd_person.csv': csv('pers_person_id,pers_dob', 'A,2010-01-01', 'B,some day'),
      'extracts/ssd_cp_plans.csv': csv(PLAN, '1,B,2020-03-01,,NEG,NEG', '2,X,2020-03-01,,NEG,NEG'),
    });
    expect(placesOf(checked, 'unreadable-cell')).toEqual(['ssd_person.csv:3: pers_dob']);
    expect(placesOf(checked, 'missing-person')).toEqual(['ssd_cp_plans.csv:3: cppl_person_id']);
  });
});

describe('places in the lists of Annex A', () => {
  it('when two files of a list have other headings then each place has its own', async () => {
    const short =
      'ChildUniqueID,Gender,Ethnicity,DateOfBirth,Age,HasDisability,ContinuousAssessmentStart,ContinuousAssessmentChildSeen,ContinuousAssessmentAuthDate,CSCSupportRequired,AllocatedTeam,AllocatedWorker';
    const long =
      'Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Does the Child have a Disability,Continuous Assessment Start Date,Child Seen During Continuous Assessment,Continuous Assessment Date of Authorisation,Was the child assessed as requiring LA children’s social care support?,Allocated Team,Allocated Worker';
    const checked = await check({
      'extracts/List 4 north.csv': csv(
        short,
        '1,a) Male,,01/01/2010,10,b) No,01/09/2020,a) Yes,20/08/2020,a) Yes,North,',
        '2,a) Male,,01/01/2010,10,b) No,1st of September,a) Yes,,a) Yes,North,',
      ),
      'extracts/List 4 south.csv': csv(
        long,
        '3,a) Male,,01/01/2010,10,b) No,soon,a) Yes,,a) Yes,South,',
        '4,a) Male,,01/01/2010,10,b) No,02/09/2020,a) Yes,01/09/2020,a) Yes,South,',
      ),
    });
    expect(placesOf(checked, 'ended-before-started')).toEqual([
      'List 4 north.csv:2: ContinuousAssessmentAuthDate',
      'List 4 south.csv:3: Continuous Assessment Date of Authorisation',
    ]);
    expect(placesOf(checked, 'unreadable-cell')).toEqual([
      'List 4 north.csv:3: ContinuousAssessmentStart',
      'List 4 south.csv:2: Continuous Assessment Start Date',
    ]);
  });
});

describe('places in a layout of the council', () => {
  const LAYOUT = readFileSync(toolPath('scripts', 'layouts-page', 'nightly.yml'), 'utf8');

  it('when one file gives several extracts then each place is its line, whatever lies between', async () => {
    const checked = await check({
      'layouts/nightly.yml': LAYOUT,
      'extracts/Work 2020.csv': csv(
        'Kind;Child;Begun;Done;Result;Group',
        'CIN;A;01/03/2020;-;-;N',
        'S47;A;02/09/2020;01/09/2020;-;N',
        'S47;B;02/09/2020;04/09/2020;-;N',
        'CIN;A;01/05/2020;-;-;N',
      ),
    });
    expect(placesOf(checked, 'ended-before-started')).toEqual(['Work 2020.csv:3: Done']);
    expect(placesOf(checked, 'overlapping-records')).toEqual(['Work 2020.csv:5: Begun']);
  });
});
