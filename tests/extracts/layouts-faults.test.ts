import { afterEach, describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/problems.js';
import { type ReadExtracts, readExtracts } from '../support/read-extracts.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

const REFERRALS =
  'cine_referral_id,cine_person_id,cine_referral_date,cine_referral_source_desc,cine_referral_nfa,cine_referral_team';

const folders: WorkspaceFolder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  names: readonly string[],
  settings = SMALLEST_SETTINGS,
): Promise<ReadExtracts> {
  const folder = new WorkspaceFolder({ 'scorecard.yml': settings, ...files });
  folders.push(folder);
  return readExtracts(folder.path, names);
}

function told({ problems }: ReadExtracts): string[] {
  return problems
    .filter(({ severity }) => severity !== 'note')
    .map(({ place, rule }) => `${place ? formatPlace(place) : ''} [${rule}]`);
}

describe('faults of files in another layout', () => {
  it('when cells cannot be read then each is told with the file, the line and the heading of the source', async () => {
    const rows = [
      '1,A,2020-09-01 00:00:00.000,Police,N,9001',
      '2,B,01/09/2020,Police,N,9001',
      '3,C,2020-09-02 00:00:00.000,"on\ntwo lines",N,9001',
      '4,D,NULL,School,N,9001',
      '5,E,2020-09-03 00:00:00.000,School,perhaps,9001',
      '6,F,2020-09-04 00:00:00.000,School,N,9001',
    ];
    const result = await read({ 'extracts/ssd_cin_episodes.csv': `${REFERRALS}\n${rows.join('\n')}\n` }, [
      'referrals',
    ]);
    expect(told(result)).toEqual([
      'extracts/ssd_cin_episodes.csv:3: cine_referral_date [unreadable-cell]',
      'extracts/ssd_cin_episodes.csv:6: cine_referral_date [blank-cell]',
      'extracts/ssd_cin_episodes.csv:7: cine_referral_nfa [unreadable-cell]',
    ]);
    expect(result.rows.referrals?.map(row => row.referral_id)).toEqual(['1', '3', '6']);
    expect(result.loaded[0]?.files).toMatchObject([{ rowsRead: 3, rowsLeftOut: 3 }]);
  });

  it('when rows have not the shape of the heading then they are told and left out', async () => {
    const rows = ['1,A,2020-09-01,Police,N,9001', '2,B,2020-09-02', '3,C,2020-09-03,Police,N,9001,more'];
    const result = await read({ 'extracts/ssd_cin_episodes.csv': `${REFERRALS}\n${rows.join('\n')}\n` }, [
      'referrals',
    ]);
    expect(told(result)).toEqual([
      'extracts/ssd_cin_episodes.csv:3 [short-row]',
      'extracts/ssd_cin_episodes.csv:4 [long-row]',
    ]);
    expect(result.loaded[0]?.files).toMatchObject([{ rowsRead: 1, rowsLeftOut: 2 }]);
  });

  it('when two extracts read one file then its faults are told once', async () => {
    const heading = 'ChildUniqueID,Gender,Ethnicity,DateOfBirth,Age,DateOfContact,ContactSource';
    const file = `${heading}\n1,a) Male,a) WBRI,01/01/2010,10,01/09/2020,Police\n2,b) Female\n`;
    const result = await read({ 'extracts/List 1.csv': file }, ['people', 'contacts']);
    expect(told(result)).toEqual(['extracts/List 1.csv:3 [short-row]']);
  });

  it('when a date of birth cannot be read then its value is not told', async () => {
    const file = 'pers_person_id,pers_dob\n1,2010-01-01\n2,secret\n';
    const result = await read({ 'extracts/ssd_person.csv': file }, ['people']);
    expect(result.problems.map(({ message }) => message)).toEqual([
      'The cell cannot be read; expected a date as YYYY-MM-DD. The row was left out.',
    ]);
  });

  it('when the file is no text then it is told as for any other', async () => {
    const bytes = Buffer.concat([Buffer.from(`${REFERRALS}\n1,A,2020-09-01,P\u0000,N,9\n`)]);
    const result = await read({ 'extracts/ssd_cin_episodes.csv': bytes }, ['referrals']);
    expect(told(result)).toEqual(['extracts/ssd_cin_episodes.csv:2 [not-text]']);
  });

  it('when the settings say another encoding then letters come out as they were meant', async () => {
    const settings = `${SMALLEST_SETTINGS}extracts:\n  referrals: { encoding: windows-1252 }\n`;
    const bytes = Buffer.from(`${REFERRALS}\n1,A,2020-09-01,\u00c9cole,N,9\n`, 'latin1');
    const result = await read({ 'extracts/ssd_cin_episodes.csv': bytes }, ['referrals'], settings);
    expect(result.rows.referrals).toMatchObject([{ source: 'École', team: '9' }]);
  });

  it('when a list says how things stand and nobody has said on which day then that is asked for', async () => {
    const heading = 'ChildUniqueID,DateOfBirth,EligibilityCategory,LAInTouch';
    const result = await read(
      { 'extracts/List 9.csv': `${heading}\n1,01/01/2001,a) Former relevant child,a) Yes\n` },
      ['care_leavers'],
      'council: { name: Test }\n',
    );
    expect(result.problems.map(({ message }) => message)).toContain(
      'care_leavers must have as_at. It is the day the file was made: give extracted_on in scorecard.yml.',
    );
  });

  it('when a code is in no list then it is told as for any other', async () => {
    const heading = 'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_latest_category';
    const file = `${heading}\n1,A,2020-09-01,NEG\n2,B,2020-09-01,ZZZ\n`;
    const result = await read({ 'extracts/ssd_cp_plans.csv': file }, ['cp_plans']);
    expect(told(result)).toEqual(['extracts: cp_plans [unknown-code]']);
    expect(result.rows.cp_plans?.map(row => row.latest_category)).toEqual(['Neglect', 'ZZZ']);
  });
});

describe('ids that a list does not have', () => {
  const HEADING = 'ChildUniqueID,Gender,Ethnicity,DateOfBirth,Age,ReferralDate,ReferralSource';

  it('when one child has two referrals on a day then each has an id', async () => {
    const rows = ['7,,,01/01/2010,10,01/09/2020,Police', '7,,,01/01/2010,10,01/09/2020,School'];
    const result = await read({ 'extracts/List 3.csv': `${HEADING}\n${rows.join('\n')}\n` }, ['referrals']);
    expect(told(result)).toEqual([]);
    expect(result.rows.referrals?.map(row => row.referral_id)).toEqual([
      'List 3/7/01/09/2020',
      'List 3/7/01/09/2020/2',
    ]);
  });

  it('when two files overlap then what stands in both is read once', async () => {
    const row = '7,,,01/01/2010,10,01/09/2020,Police';
    const file = `${HEADING}\n${row}\n`;
    const result = await read({ 'extracts/List 3.csv': file, 'extracts/List 3 again.csv': file }, [
      'referrals',
    ]);
    expect(told(result)).toEqual(['extracts: referrals [repeated-row]']);
    expect(result.rows.referrals).toHaveLength(1);
  });

  it('when a child is in several lists then it is one person, as the fullest list knows it', async () => {
    const list1 = 'ChildUniqueID,Gender,Ethnicity,DateOfBirth,Age,DateOfContact,ContactSource';
    const list7 =
      'ChildUniqueID,Gender,Ethnicity,DateOfBirth,Age,HasDisability,ChildProtectionPlanStartDate,ChildProtectionPlanEndDate';
    const result = await read(
      {
        'extracts/List 1.csv': `${list1}\n7,a) Male,a) WBRI,01/01/2010,10,01/09/2020,Police\n`,
        'extracts/List 7.csv': `${list7}\n7,a) Male,a) WBRI,01/01/2010,10,a) Yes,01/09/2020,\n`,
      },
      ['people'],
    );
    expect(told(result)).toEqual([]);
    expect(result.rows.people).toMatchObject([{ person_id: '7', gender: 'Male', disabled: true }]);
  });
});

describe('a period of care', () => {
  const HEADING =
    'clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_entered_care_date';

  it('when its episodes follow on one another then it is one row, open while any of them is', async () => {
    const rows = [
      '2,A,2019-06-10,2020-01-05,X1,2019-02-01',
      '1,A,2019-02-01,2019-06-10,X1,2019-02-01',
      '3,A,2020-01-05,NULL,NULL,2019-02-01',
      '4,B,2020-03-01,2020-05-01,X1,2020-03-01',
      '5,B,2020-05-01,2020-08-01,E4A,2020-03-01',
      '6,B,2020-09-01,NULL,NULL,2020-09-01',
    ];
    const file = `${HEADING}\n${rows.join('\n')}\n`;
    const result = await read({ 'extracts/ssd_cla_episodes.csv': file }, ['care_episodes']);
    expect(result.rows.care_episodes).toMatchObject([
      { episode_id: '1', person_id: 'A', started_on: '2019-02-01', ended_on: null, end_reason: null },
      { episode_id: '4', started_on: '2020-03-01', ended_on: '2020-08-01', end_reason: 'Returned home' },
      { episode_id: '6', started_on: '2020-09-01', ended_on: null },
    ]);
    // The legal statuses stand in a file that is not there.
    expect(result.loaded[0]?.columns).not.toContain('legal_status');
  });

  it('when a date of one of them cannot be read then the line of the period is told', async () => {
    const file = `${HEADING}\n1,A,2019-02-01,NULL,NULL,2019-02-01\n2,B,soon,NULL,NULL,soon\n`;
    const result = await read({ 'extracts/ssd_cla_episodes.csv': file }, ['care_episodes']);
    expect(told(result)).toEqual([
      'extracts/ssd_cla_episodes.csv:3: clae_entered_care_date [unreadable-cell]',
    ]);
  });
});
