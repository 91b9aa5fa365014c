import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { Database } from '../../src/extracts/database.js';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import { readLayouts } from '../../src/extracts/layouts/library.js';
import { forbiddenIn } from '../../src/extracts/layouts/query-guard.js';
import { candidatesIn } from '../../src/extracts/layouts/recognise.js';
import { formatProblem, UserError } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';
import { type ReadExtracts, readExtracts } from '../support/read-extracts.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

const DEFINITIONS = readExtractDefinitions();

const folders: WorkspaceFolder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

function workspace(files: Readonly<Record<string, string>>, settings = ''): string {
  const folder = new WorkspaceFolder({ 'scorecard.yml': SMALLEST_SETTINGS + settings, ...files });
  folders.push(folder);
  return folder.path;
}

/** The council's system keeps referrals and their enquiries in one file, and who works on them in another. */
const NIGHTLY = readFileSync(toolPath('scripts', 'layouts-page', 'nightly.yml'), 'utf8');

const WORK = `Child;Kind;Started at;Done;Result;Group
1;REF;01/09/2020 09:30;-;NFA;N
2;S47;02/09/2020;10/09/2020;CONF;N
3;S47;soon;-;-;N
4;REF;03/09/2020;-;-;S
`;
const GROUPS = 'Code;Words\nN;North\nS;South\n';

function told({ problems }: ReadExtracts): string[] {
  return problems.filter(({ severity }) => severity !== 'note').map(formatProblem);
}

describe("a council's own layout", () => {
  it('when one file holds two extracts then each gets its rows', async () => {
    const folder = workspace({
      'layouts/nightly.yml': NIGHTLY,
      'extracts/work.txt': WORK,
      'extracts/teams.csv': GROUPS,
    });
    const read = await readExtracts(folder, ['referrals', 's47_enquiries']);
    expect(read.rows.referrals).toMatchObject([
      {
        referral_id: 'work/1/01/09/2020 09:30',
        received_at: '2020-09-01 09:30:00',
        no_further_action: true,
        team: 'North',
      },
      { person_id: '4', no_further_action: false, team: 'South' },
    ]);
    expect(read.rows.s47_enquiries).toMatchObject([
      { person_id: '2', started_on: '2020-09-02', completed_on: '2020-09-10', outcome: 'ICPC' },
    ]);
    expect(told(read)).toEqual([
      'extracts/work.txt:4: Started at: warning: Found "soon"; expected a date as DD/MM/YYYY. The row was left out. [unreadable-cell]',
    ]);
    expect(read.loaded.map(({ through }) => through?.layout)).toEqual(['nightly', 'nightly']);
  });

  it('when it is like another then it says only what differs', async () => {
    const like = 'title: Dates as we write them\nlike: ssd-mosaic\ndates: DD/MM/YYYY\n';
    const folder = workspace({
      'layouts/our-ssd.yml': like,
      'extracts/ssd_s47_enquiry.csv':
        's47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date\n1,A,02/09/2020\n',
    });
    const read = await readExtracts(folder, ['s47_enquiries']);
    expect(told(read)).toEqual([]);
    expect(read.rows.s47_enquiries).toMatchObject([{ enquiry_id: '1', started_on: '2020-09-02' }]);
  });

  it('when there are slips in it then all are told with their lines', async () => {
    const slips = NIGHTLY.replace('extract: referrals', 'extract: referals')
      .replace('completed_on: Done', 'finished_on: Done')
      .replace('person_id: Child\n      started_on', 'person_id: Chlid\n      started_on')
      .replace('CONF: ICPC', 'CONF: ICCP')
      .replace('told_by: [Code, Words]', 'told_by: [Code, Text]');
    const folder = workspace({ 'layouts/nightly.yml': slips, 'extracts/work.txt': WORK });
    await expect(readExtracts(folder, ['referrals'])).rejects.toThrow(UserError);
    expect(slipsIn(folder)).toEqual([
      'layouts/nightly.yml:15: gives.0.extract: error: "referals" is no extract. Did you mean "referrals"? [unknown-extract]',
      'layouts/nightly.yml:30: gives.1.columns.person_id: error: "Chlid" is no heading. Did you mean "Child"? [unknown-heading]',
      'layouts/nightly.yml:32: gives.1.columns.finished_on: error: "finished_on" is no column of s47_enquiries. There are enquiry_id, person_id, discussion_id, started_on, completed_on, outcome, team. [unknown-column]',
      'layouts/nightly.yml:35: gives.1.codes.outcome: error: "ICCP" is no code of outcome. Did you mean "ICPC"? [unknown-code]',
      'layouts/nightly.yml:11: sources.groups: error: "Text" is no heading. There are Code, Words. [unknown-heading]',
    ]);
  });

  it('when a key is unknown or it is like nothing then that is told', () => {
    const folder = workspace({
      'layouts/a.yml': 'title: A\nlike: ssd-mosiac\n',
      'layouts/b.yml': 'titel: B\n',
    });
    const { problems } = readLayouts(DEFINITIONS, folder);
    expect(problems.map(formatProblem)).toEqual([
      'layouts/b.yml:1: title: error: Nothing is given; expected text. [missing-value]',
      'layouts/b.yml:1: titel: error: "titel" is not a setting here. Did you mean "title"? [unknown-key]',
      'layouts/a.yml:2: like: error: There is no layout "ssd-mosiac". Did you mean "ssd-mosaic"? [unknown-layout]',
    ]);
  });

  it.each([
    ["(SELECT content FROM read_text('secrets.txt'))", 'It calls read_text(), which a layout may not'],
    [
      "(SELECT any_value(a) FROM 'secrets.csv' AS t(a))",
      'It asks the table "secrets.csv", which a layout may not',
    ],
    ['(SELECT count(*) FROM referrals)', 'It asks the table "referrals", which a layout may not'],
    ["1) AS x FROM read_csv('a.csv'); --", 'The engine says: syntax error at or near "FROM"'],
    ['Childe', 'Binder Error: Referenced column "Childe" not found in FROM clause!'],
  ])('when its SQL is %s then no row is read and the layout is named', async (sql, reason) => {
    const bad = NIGHTLY.replace(
      'completed_on: Done',
      `completed_on: { sql: ${JSON.stringify(sql)}, needs: [] }`,
    );
    const folder = workspace({ 'layouts/nightly.yml': bad, 'extracts/work.txt': WORK });
    const read = await readExtracts(folder, ['s47_enquiries']);
    expect(told(read)[0]).toContain(`The rows of s47_enquiries cannot be worked out. ${reason}`);
    expect(told(read)[0]).toContain('layouts/nightly.yml:25: gives.1: error:');
    expect(read.rows.s47_enquiries).toEqual([]);
  });
});

function slipsIn(folder: string): string[] {
  return readLayouts(DEFINITIONS, folder).problems.map(formatProblem);
}

describe('which layout a file is of', () => {
  const { layouts } = readLayouts(DEFINITIONS);
  const SHORT = 'ChildUniqueID,Gender,Ethnicity,DateOfBirth,Age,ReferralDate,ReferralSource'.split(',');
  const LONG =
    'Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of referral,Referral Source';

  it.each([
    ['anything.csv', SHORT, 'annex-a', 'List 3', 1],
    ['referrals.csv', LONG.split(','), 'annex-a', 'List 3', 1],
    ['x.csv', ['pers_person_id', 'pers_dob', 'Local note', 'Other'], 'ssd-mosaic', 'ssd_person', 0.5],
    [
      'x.csv',
      ['workflow_step_id', 'person_id', 'registration_id', 'actual_date'],
      'ssd-mosaic',
      'ssd_cp_reviews',
      1,
    ],
    ['contacts.csv', ['contact_id', 'person_id', 'received_at', 'source'], 'own', 'contacts', 1],
  ] as const)('when %s has the headings %j then it is of %s', (file, headings, layout, source, score) => {
    const [likeliest] = candidatesIn(file, headings, layouts, DEFINITIONS);
    expect(likeliest).toEqual({ layout, source, score, isNamedSo: expect.any(Boolean) });
  });

  it('when the headings tell nothing then it is of none', () => {
    expect(candidatesIn('List 3.csv', ['a', 'b'], layouts, DEFINITIONS)).toEqual([]);
  });

  const OWN_CONTACTS = 'contact_id,person_id,received_at,source\nC1,1,01/09/2020,Police\n';
  const SSD_CONTACTS =
    'cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_desc\nX1,1,2020-09-01,Police\n';
  const LIST_1 =
    'ChildUniqueID,Gender,Ethnicity,DateOfBirth,Age,DateOfContact,ContactSource\n1,,,01/01/2010,10,01/09/2020,Police\n';

  it('when an extract is there in our own layout then that stands', async () => {
    const folder = workspace({ 'extracts/contacts.csv': OWN_CONTACTS, 'extracts/other.csv': SSD_CONTACTS });
    const read = await readExtracts(folder, ['contacts']);
    expect(read.rows.contacts).toMatchObject([{ contact_id: 'C1' }]);
    expect(told(read)[0]).toContain('extracts/other.csv: warning: No extract is read from this file.');
  });

  it('when it is there in several others then the settings have to say which', async () => {
    const files = { 'extracts/a.csv': SSD_CONTACTS, 'extracts/b.csv': LIST_1 };
    expect(told(await readExtracts(workspace(files), ['contacts']))[0]).toBe(
      'scorecard.yml: extracts.contacts.layout: error: contacts is given in several layouts: annex-a, ssd-mosaic. Say which in scorecard.yml under extracts.contacts.layout. [several-layouts]',
    );
    const chosen = await readExtracts(workspace(files, 'extracts: { contacts: { layout: ssd-mosaic } }'), [
      'contacts',
    ]);
    expect(chosen.rows.contacts).toMatchObject([{ contact_id: 'X1' }]);
    expect(told(chosen)).toEqual([]);
  });

  it('when the settings name a layout that there is not, or that no file has, then that is told', async () => {
    const files = { 'extracts/contacts.csv': OWN_CONTACTS };
    const unknown = await readExtracts(workspace(files, 'extracts: { contacts: { layout: ssd } }'), [
      'contacts',
    ]);
    expect(told(unknown)[0]).toContain('There is no layout "ssd". There are own, annex-a, ssd-mosaic.');
    const none = await readExtracts(workspace(files, 'extracts: { contacts: { layout: annex-a } }'), [
      'contacts',
    ]);
    expect(told(none)[0]).toContain('No file in extracts/ gives contacts in the layout annex-a');
  });
});

describe('the guard of queries', () => {
  it.each([
    ['SELECT a FROM t', ''],
    ['WITH x AS (SELECT * FROM t) SELECT (SELECT max(a) FROM x) FROM range(3)', ''],
    ['SELECT * FROM main.t', 'It asks the table "t", which a layout may not'],
    ['SELECT * FROM t JOIN u ON true', 'It asks the table "u", which a layout may not'],
    ["SELECT * FROM glob('*')", 'It calls glob(), which a layout may not'],
    ['SELECT 1; SELECT 2', 'It is not one SELECT'],
    ['SELECT * FROM (SHOW TABLES)', 'It asks what tables there are, which a layout may not'],
    [
      'SELECT (WITH "a.csv" AS (SELECT 1) SELECT 1), * FROM "a.csv"',
      'It asks the table "a.csv", which a layout may not',
    ],
  ])('when a query is %j then it says %j', async (sql, reason) => {
    const database = await Database.open();
    try {
      expect(await forbiddenIn(database, sql, ['t'])).toBe(reason);
    } finally {
      await database.close();
    }
  });
});
