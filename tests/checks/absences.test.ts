import { afterEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/rule.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { prepare } from '../../src/cli/prepare.js';
import { csv } from '../support/check-extracts.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

/** What measures need and is not there is told with the measures that have no data because of it. */

const folders: WorkspaceFolder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

async function findingsOf(
  files: Readonly<Record<string, string>>,
  settings = '',
): Promise<readonly Finding[]> {
  const folder = new WorkspaceFolder({ 'scorecard.yml': SMALLEST_SETTINGS + settings, ...files });
  folders.push(folder);
  return (await runChecks({ ...prepare(folder.path), month: '2020-09' })).findings;
}

const POSTS = csv('post_id,status,fte,team,started_on,ended_on', 'A,Agency,1,T,01/04/2020,');
const CONTACTS = csv(
  'cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_desc',
  '1,A,2020-09-01,Police',
);

function placeOf(findings: readonly Finding[], rule: string, file: string): string | undefined {
  const places = findings.filter(finding => finding.rule === rule).flatMap(finding => finding.places);
  return places.find(place => place.file === file)?.message;
}

describe('an extract without a file', () => {
  it('when a pack needs it then a warning names the measures that have no data', async () => {
    const findings = await findingsOf({ 'extracts/posts.csv': POSTS });
    const finding = findings.find(({ rule }) => rule === 'missing-extract');
    expect(finding?.severity).toBe('warning');
    expect(finding?.measures).toContain('visits-cp-in-time');
    expect(placeOf(findings, 'missing-extract', 'extracts/cp_plans.csv')).toMatch(
      /^There is no file of cp_plans, so .*visits-cp-in-time.* have no data\.$/,
    );
    expect(placeOf(findings, 'missing-extract', 'extracts/posts.csv')).toBeUndefined();
  });

  it('when only measures outside the packs need it then that is a note', async () => {
    const findings = await findingsOf({ 'extracts/posts.csv': POSTS });
    expect(placeOf(findings, 'missing-extract', 'extracts/private_fostering.csv')).toBeUndefined();
    const note = findings.find(({ rule }) => rule === 'not-asked');
    expect(note?.severity).toBe('note');
    expect(note?.message).toMatch(
      /^Some pages of the indicator book have no data, for lack of .*private_fostering.*\.$/,
    );
  });

  it('when the packs are to hold those measures too then it is a warning', async () => {
    const settings = 'report: { measures_asked_by: [scorecard 2020, action plan 2026, plan 2020] }\n';
    const findings = await findingsOf({ 'extracts/posts.csv': POSTS }, settings);
    expect(placeOf(findings, 'missing-extract', 'extracts/private_fostering.csv')).toContain('no data');
  });

  it.each([
    [
      'under nearly its name',
      'unused-file',
      { 'extracts/vists.csv': csv('visit_id,person_id,kind', 'V,P,CP') },
      '',
    ],
    ['that cannot be read', 'no-heading-row', { 'extracts/visits.csv': csv('a,b', 'c,d') }, ''],
    ['under a name of the settings', 'no-such-file', {}, 'extracts: { visits: { files: [all.csv] } }\n'],
  ])('when there is a file %s then that is told and no more', async (_, rule, files, settings) => {
    const findings = await findingsOf({ 'extracts/posts.csv': POSTS, ...files }, settings);
    expect(findings.find(each => each.rule === rule)?.extract).toBe('visits');
    expect(placeOf(findings, 'missing-extract', 'extracts/visits.csv')).toBeUndefined();
  });
});

describe('what is missing from another layout', () => {
  it('when the layout cannot give it then that is a note with the reason', async () => {
    const findings = await findingsOf({ 'extracts/ssd_contacts.csv': CONTACTS });
    const finding = findings.find(({ rule }) => rule === 'not-in-layout');
    expect(finding?.severity).toBe('note');
    const told = finding?.places.map(({ message }) => message) ?? [];
    expect(told).toContain(
      'contacts.completed_at: the day of a decision is not recorded, so contacts-mash-24h, contacts-da-hub-48h, contacts-early-help-hub-72h and contacts-72h have no data.',
    );
    expect(told).toContain(
      'audits: it has none, so audits-completed, audits-good-or-better and audits-inadequate have no data.',
    );
    expect(placeOf(findings, 'missing-extract', 'extracts/audits.csv')).toBeUndefined();
  });

  it('when the layout can give it then its file or its own heading is missed', async () => {
    const findings = await findingsOf({ 'extracts/ssd_contacts.csv': CONTACTS });
    expect(placeOf(findings, 'missing-extract', 'extracts/cp_plans.csv')).toContain('There is no file');
    expect(placeOf(findings, 'needed-column', 'extracts/ssd_contacts.csv')).toBe(
      'There is no heading "cont_contact_outcome_json", so contacts-to-referral has no data.',
    );
  });
});
