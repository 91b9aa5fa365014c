import { afterEach, describe, expect, it } from 'vitest';
import { listMeasures } from '../../src/cli/measures.js';
import { UserError } from '../../src/problems.js';
import { CapturedConsole } from '../support/captured-console.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

const rest = 'disclosure: process\nsource: Local practice\nguide: As it stands.\n';

/** Three measures of an area that no built-in one has: one that can be worked out, one without a column, one without an extract. */
const FILES = {
  'scorecard.yml': SMALLEST_SETTINGS,
  'targets.csv': [
    'measure,of,from,at_least,at_most,low,high,amber',
    'hub-decided,value,2020-09,95,,,,',
    'hub-decided,value,,90,,,,',
    'hub-by-agency,rate,,,120.5,,,',
  ].join('\n'),
  'extracts/contacts.csv': 'person_id,contact_id,received_at,source,route\n',
  'measures/order.txt': 'hub-decided\nhub-by-agency\nhub-re-referred\n',
  'measures/hub-decided.yml': `name: Contacts decided in a day
area: Our hub
kind: ratio
counts: decided within a day
of: contacts to the hub
dated_by: received_at
polarity: higher
unit: percent
${rest}needs: { contacts: [received_at, route] }
versions:
  - { to: 2020-08, sql: old.sql, definition: Every hour counted. }
  - { from: 2020-09, sql: new.sql, definition: Weekends are left out. }
`,
  'measures/old.sql': 'SELECT 1',
  'measures/new.sql': 'SELECT 2',
  'measures/hub-by-agency.yml': `name: Contacts by agency
area: Our hub
kind: count
counts: contacts
dated_by: received_at
polarity: none
unit: count
rate: true
${rest}needs: { contacts: [received_at, completed_at] }
`,
  'measures/hub-by-agency.sql': 'SELECT 3',
  'measures/hub-re-referred.yml': `name: Contacts after a referral
area: Our hub
kind: count
counts: contacts of children referred before
dated_by: received_at
polarity: lower
unit: count
${rest}needs: { contacts: [received_at, outcome], referrals: [received_at] }
`,
  'measures/hub-re-referred.sql': 'SELECT 4',
};

describe('scorecard measures, beside a workspace', () => {
  let folder: WorkspaceFolder | undefined;

  afterEach(() => {
    folder?.remove();
    folder = undefined;
  });

  async function ask(
    files: Readonly<Record<string, string | Uint8Array>>,
    options: { id?: string; area?: string; json?: boolean } = {},
    console = new CapturedConsole(),
  ): Promise<CapturedConsole> {
    folder?.remove();
    folder = new WorkspaceFolder(files);
    const { id, ...others } = options;
    await listMeasures(id, { workspace: folder.path, json: false, area: 'Our hub', ...others }, console);
    return console;
  }

  it('when there is a workspace then targets, versions, needs and what is missing stand in the table', async () => {
    const { stdout, stderr } = await ask(FILES);
    expect(stderr).toBe('');
    expect(stdout).toBe(
      [
        'Our hub',
        '  Id               Name                       Polarity  Target          Here',
        '  hub-decided      Contacts decided in a day  higher    at least 90%;   yes',
        '                                                        from 2020-09',
        '                                                        at least 95%',
        '    counts    decided within a day, of contacts to the hub',
        '    versions  v1 to 2020-08: Every hour counted.',
        '              v2 from 2020-09: Weekends are left out.',
        '    needs     contacts (received_at, route)',
        '  hub-by-agency    Contacts by agency         none      rate at most    no',
        '                                                        120.5 per',
        '                                                        10,000',
        '    counts    contacts',
        '    needs     contacts (received_at, completed_at)',
        '    missing   no column contacts.completed_at',
        '  hub-re-referred  Contacts after a referral  lower     -               no',
        '    counts    contacts of children referred before',
        '    needs     contacts (received_at, outcome); referrals (received_at)',
        '    missing   no column contacts.outcome; no extract referrals',
      ].join('\n'),
    );
  });

  it('when JSON is asked for then each measure is one object with the same facts', async () => {
    const [decided, byAgency, reReferred] = JSON.parse((await ask(FILES, { json: true })).stdout) as object[];
    expect(decided).toEqual({
      id: 'hub-decided',
      area: 'Our hub',
      name: 'Contacts decided in a day',
      kind: 'ratio',
      unit: 'percent',
      counts: 'decided within a day',
      of: 'contacts to the hub',
      datedBy: 'received_at',
      polarity: 'higher',
      versions: [
        { label: 'v1', from: '', to: '2020-08', definition: 'Every hour counted.' },
        { label: 'v2', from: '2020-09', to: '', definition: 'Weekends are left out.' },
      ],
      needs: { contacts: ['received_at', 'route'] },
      targets: [
        { of: 'value', from: '', target: 'at least 90%' },
        { of: 'value', from: '2020-09', target: 'at least 95%' },
      ],
      available: true,
      missing: '',
    });
    expect(byAgency).toMatchObject({
      targets: [{ of: 'rate', from: '', target: 'at most 120.5 per 10,000' }],
      available: false,
      missing: 'no column contacts.completed_at',
    });
    expect(reReferred).toMatchObject({
      targets: [],
      missing: 'no column contacts.outcome; no extract referrals',
    });
  });

  it('when one is asked for then its target, versions and needs stand before its SQL', async () => {
    const { stdout } = await ask(FILES, { id: 'hub-decided' });
    expect(stdout).toContain('\nTarget    at least 90%; from 2020-09 at least 95%\n');
    expect(stdout).toContain(
      '\nVersions  v1 to 2020-08: Every hour counted.\n          v2 from 2020-09: Weekends are',
    );
    expect(stdout).toContain(
      '\nNeeds     contacts (received_at, route)\nHere      yes\n\nmeasures/old.sql (to 2020-08)\n',
    );
  });

  it('when the folder is no workspace then targets and data are left out, and that is said', async () => {
    const { 'scorecard.yml': _, ...files } = FILES;
    const { stdout, stderr } = await ask(files);
    expect(stdout).toContain('  Id               Name                       Polarity\n');
    expect(stdout).not.toMatch(/Target|Here|missing/);
    expect(stderr).toMatch(/^note: There is no scorecard\.yml in .*\[no-workspace\]$/);
    const [first] = JSON.parse((await ask(files, { json: true })).stdout) as object[];
    expect(Object.keys(first ?? {})).not.toContain('available');
  });

  it.each([100, 80, 60, 40, 24])(
    'when the terminal has %i characters then no line is longer',
    async width => {
      const lines = (await ask({ ...FILES }, {}, new CapturedConsole(width))).stdout.split('\n');
      expect(lines.filter(line => line.length > width)).toEqual([]);
      expect(lines.join(' ')).toContain('hub-re-referred');
    },
  );

  it('when the terminal is too narrow for columns then each fact has its line', async () => {
    expect((await ask(FILES, {}, new CapturedConsole(50))).stdout).toContain(
      [
        '  hub-by-agency',
        '    name      Contacts by agency',
        '    polarity  none',
        '    target    rate at most 120.5 per 10,000',
        '    here      no',
        '    counts    contacts',
      ].join('\n'),
    );
  });

  it('when an area is asked for in any case then only its measures are listed', async () => {
    expect((await ask(FILES, { area: 'our HUB' })).stdout.split('\n')[0]).toBe('Our hub');
    expect((await ask(FILES, { area: 'our HUB' })).stdout).not.toContain('Front door');
  });

  it.each([
    ['Our hubs', /^error: There is no area "Our hubs"\. Did you mean "Our hub"\? \[unknown-area\]$/],
    ['Parks', /^error: There is no area "Parks"\. The areas are Front door, .*Our hub\. \[unknown-area\]$/],
  ])('when the area %s is asked for then there is none', async (area, message) => {
    await expect(ask(FILES, { area })).rejects.toThrow(message);
  });

  it('when headings are local and in Windows-1252 then they are found', async () => {
    const settings = `${SMALLEST_SETTINGS}extracts: { contacts: { encoding: windows-1252, columns: { completed_at: Terminé } } }\n`;
    const heading = Buffer.from('contact_id,person_id,received_at,source,route,Terminé\n', 'latin1');
    const files = { ...FILES, 'scorecard.yml': settings, 'extracts/contacts.csv': heading };
    expect(JSON.parse((await ask(files, { json: true })).stdout)).toMatchObject([
      {},
      { available: true },
      {},
    ]);
  });

  it('when a heading that every row needs is not there then that is a warning, and the list is given', async () => {
    const { stdout, stderr } = await ask({
      ...FILES,
      'extracts/contacts.csv': 'contact_id,person_id,source,route\n',
    });
    expect(stderr).toMatch(
      /^extracts\/contacts\.csv:1: received_at: warning: There is no heading "received_at"\./,
    );
    expect(stdout).toContain('    missing   no column contacts.received_at\n');
  });

  it('when the settings are wrong then nothing is listed', async () => {
    await expect(ask({ ...FILES, 'scorecard.yml': 'councl: { name: Test }\n' })).rejects.toThrow(UserError);
  });
});
