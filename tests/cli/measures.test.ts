import { afterEach, describe, expect, it } from 'vitest';
import { listMeasures } from '../../src/cli/measures.js';
import { CapturedConsole } from '../support/captured-console.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

const DESCRIPTION = `name: Referrals as we count them
area: Front door
kind: count
counts: referrals but for transfers
dated_by: received_at
polarity: none
unit: count
disclosure: attribute
source: Local practice
guide: As it stands.
needs: { referrals: [received_at] }
`;

describe('scorecard measures', () => {
  let folder: WorkspaceFolder | undefined;

  afterEach(() => {
    folder?.remove();
    folder = undefined;
  });

  function workspace(files: Readonly<Record<string, string>>): string {
    folder = new WorkspaceFolder({ 'scorecard.yml': SMALLEST_SETTINGS, ...files });
    return folder.path;
  }

  async function ask(
    id: string | undefined,
    options: { workspace?: string; json?: boolean } = {},
  ): Promise<CapturedConsole> {
    const console = new CapturedConsole();
    await listMeasures(id, { workspace: workspace({}), json: false, ...options }, console);
    return console;
  }

  const own = () =>
    workspace({
      'measures/mine/own-referrals.yml': DESCRIPTION,
      'measures/mine/own-referrals.sql': '-- ours\nSELECT 1;\n',
      'measures/mine/re-referrals.yml': DESCRIPTION,
      'measures/mine/re-referrals.sql': 'SELECT 2',
    });

  it('when all are asked for then each stands under its area, the front door first', async () => {
    const lines = (await ask(undefined)).stdout.split('\n');
    expect(lines[0]).toBe('Front door');
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}re-referrals +Re-referrals within 12 months +lower /),
    );
    expect(lines.indexOf('Adoption')).toBeGreaterThan(lines.indexOf('Child protection'));
    expect(lines.filter(line => line === 'Front door')).toHaveLength(1);
  });

  it('when a workspace has its own then they are listed, and one replaces ours', async () => {
    const { stdout } = await ask(undefined, { workspace: own() });
    expect(stdout).toMatch(/^ {2}own-referrals +Referrals as we count them +none /m);
    expect(stdout).toMatch(/^ {2}re-referrals +Referrals as we count them +none /m);
    expect(stdout).not.toContain('Re-referrals within 12 months');
  });

  it('when JSON is asked for then stdout is JSON and nothing else', async () => {
    const rows = JSON.parse((await ask(undefined, { json: true })).stdout) as Record<string, unknown>[];
    expect(rows.find(row => row.id === 're-referrals')).toEqual({
      id: 're-referrals',
      area: 'Front door',
      name: 'Re-referrals within 12 months',
      kind: 'ratio',
      unit: 'percent',
      counts: 'children who had an earlier referral in the 12 months before',
      of: 'referrals, one a child a day',
      datedBy: 'received_at',
      polarity: 'lower',
      versions: [{ label: 'v1', from: '', to: '', definition: '' }],
      needs: { referrals: ['received_at'] },
      targets: [],
      available: false,
      missing: 'no extract referrals',
    });
  });

  it('when one is asked for then what it counts and its SQL are shown', async () => {
    expect((await ask('own-referrals', { workspace: own() })).stdout).toBe(
      [
        'Referrals as we count them (own-referrals)',
        'Area      Front door',
        'Counts    referrals but for transfers',
        'Dated by  received_at',
        'Polarity  none',
        'Unit      count',
        'Target    none',
        'Source    Local practice',
        'Reading   As it stands.',
        'Needs     referrals (received_at)',
        'Here      no extract referrals',
        '',
        'measures/mine/own-referrals.sql',
        '-- ours',
        'SELECT 1;',
      ].join('\n'),
    );
  });

  it('when its definition has changed then every version is shown with its months', async () => {
    const { stdout } = await ask('contacts-mash-24h');
    expect(stdout).toContain('measures/front-door/contacts-mash-24h.to-2020-08.sql (to 2020-08)\n');
    expect(stdout).toContain('measures/front-door/contacts-mash-24h.sql (from 2020-09)\n');
  });

  it('when it is of the month end then that is said', async () => {
    expect((await ask('cp-plans-open')).stdout).toContain('Dated by  month end (one figure a month end)');
  });

  it('when one is asked for as JSON then it is one object', async () => {
    expect(JSON.parse((await ask('re-referrals', { json: true })).stdout)).toMatchObject({
      id: 're-referrals',
      history: 12,
      versions: [{ label: 'v1' }],
    });
  });

  it.each([
    ['re-referals', 'Did you mean "re-referrals"?'],
    ['birthday-cards-sent-on-time', 'List them with: scorecard measures.'],
  ])('when %s is asked for then there is none: %s', async (id, advice) => {
    await expect(ask(id)).rejects.toThrow(`error: There is no measure "${id}". ${advice} [unknown-measure]`);
  });

  it('when a measure of the workspace is wrong then its faults are told and nothing is listed', async () => {
    const faulty = workspace({ 'measures/mine/own.yml': DESCRIPTION.replace('kind: count', 'kind: tally') });
    await expect(ask(undefined, { workspace: faulty })).rejects.toThrow(
      /^measures\/mine\/own\.yml:3: kind: error: Found "tally"; expected one of count, /,
    );
  });

  it('when there is no such workspace then it is told, lest the built-in list be taken for its own', async () => {
    await expect(ask(undefined, { workspace: 'no/such/folder' })).rejects.toThrow('There is no folder ');
  });
});
