import { afterEach, describe, expect, it } from 'vitest';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import { readLayouts } from '../../src/extracts/layouts/library.js';
import type { FigureSet } from '../../src/figures/figure-set.js';
import type { WorkedOut } from '../../src/figures/work-out.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import { dataNotes } from '../../src/narrative/data-notes.js';
import { formatProblem } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';
import { figuresOf } from '../support/figures-of.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

/** Where a list has counted what its records would say, the measure keeps its cases and takes the count's word for each. */

const SETTINGS = 'council: { name: Test }\nextracted_on: 2020-09-30\n';
const LIST_3 = 'ChildUniqueID,DateOfBirth,ReferralDate,ReferralSource,ReferralsLast12Months,AllocatedTeam';
const LIST_8 = 'ChildUniqueID,LoookedAfterStartDate,LegalStatus,PlacementsLast12Months,CeasedLookedAfterDate';

const folders: WorkspaceFolder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

async function workOut(
  measure: string,
  files: Readonly<Record<string, string>>,
): Promise<WorkedOut & { set: FigureSet }> {
  const folder = new WorkspaceFolder({ 'scorecard.yml': SETTINGS, ...files });
  folders.push(folder);
  return figuresOf(folder.path, '2020-09', [measure]);
}

function list3(...rows: readonly string[]): Readonly<Record<string, string>> {
  return { 'extracts/List 3.csv': `${[LIST_3, ...rows].join('\n')}\n` };
}

async function reReferrals(...rows: readonly string[]) {
  const { set } = await workOut('re-referrals', list3(...rows));
  const figure = set.get({ measure: 're-referrals', period: 'month', month: '2020-09' });
  return [figure?.status, figure?.numerator, figure?.denominator, figure?.notJudged];
}

describe('re-referrals that list 3 has counted', () => {
  it('when a referral has one before it then it is met, and with none it is not', async () => {
    expect(await reReferrals('1,,01/09/2020,Police,0,North', '2,,02/09/2020,Police,2,North')).toEqual([
      'ok',
      1,
      2,
      0,
    ]);
  });

  it('when a cell is blank or no number then the case is not judged', async () => {
    const rows = [
      '1,,01/09/2020,Police,0,North',
      '2,,02/09/2020,Police,,North',
      '3,,03/09/2020,Police,some,',
    ];
    expect(await reReferrals(...rows)).toEqual(['ok', 0, 1, 2]);
  });

  it('when a child has two referrals on a day then the day counts once, by the first of them', async () => {
    const rows = ['1,,01/09/2020,Police,0,North', '1,,01/09/2020,School,1,North', '2,,02/09/2020,Police,1,'];
    expect(await reReferrals(...rows)).toEqual(['ok', 1, 2, 0]);
  });

  it('when nobody has 0 then the list counts the referral itself, and nothing is judged by it', async () => {
    const rows = ['1,,01/09/2020,Police,1,North', '2,,02/09/2020,Police,2,North'];
    expect(await reReferrals(...rows)).toEqual(['no-cases', 0, 0, 2]);
  });

  it('when the column is not there then there is no data, since the records go back too little', async () => {
    const file = 'ChildUniqueID,DateOfBirth,ReferralDate,ReferralSource\n1,,01/09/2020,Police\n';
    const { set } = await workOut('re-referrals', { 'extracts/List 3.csv': file });
    const figure = set.get({ measure: 're-referrals', period: 'month', month: '2020-09' });
    expect([figure?.status, figure?.reason]).toEqual([
      'no-data',
      'history: records are needed from 1 September 2019, and are complete for referrals from 1 September 2020',
    ]);
  });

  it('when the teams of the list are asked then each has its own', async () => {
    const { set } = await workOut(
      're-referrals',
      list3('1,,01/09/2020,Police,0,North', '2,,02/09/2020,Police,2,South'),
    );
    const wanted = { measure: 're-referrals', period: 'month', month: '2020-09' } as const;
    expect(['North', 'South'].map(team => set.get({ ...wanted, team })?.numerator)).toEqual([0, 1]);
  });

  it('when the notes of a pack are made then they say that the list has counted', async () => {
    const { set, loaded, coverage } = await workOut('re-referrals', list3('1,,01/09/2020,Police,0,North'));
    const { measures } = readCatalogue([toolPath('measures')], readExtractDefinitions());
    const asked = measures.filter(({ id }) => id === 're-referrals');
    const notes = dataNotes({ month: '2020-09', measures: asked, figures: set, loaded, coverage });
    expect(notes).toContainEqual({
      subject: 'Re-referrals within 12 months',
      text: 'Counted by the source of referrals itself: list 3 says of each referral how many came in the 12 months before.',
    });
  });

  it('when the council has a measure of its own by that name then the list does not stand for it', async () => {
    const measure = [
      'name: Re-referrals in 6 months',
      'area: Front door',
      'kind: ratio',
      'counts: x',
      'of: y',
      'dated_by: received_at',
      'polarity: lower',
      'unit: percent',
      'disclosure: attribute',
      'source: The council',
      'guide: Lower is better.',
      'needs: { referrals: [received_at] }',
    ].join('\n');
    const query =
      'SELECT month_of(CAST(received_at AS DATE)) AS month, referral_id AS record_id, false AS met FROM referrals';
    const { set } = await workOut('re-referrals', {
      ...list3('1,,01/09/2020,Police,0,North', '2,,02/09/2020,Police,2,North'),
      'measures/front-door/re-referrals.yml': measure,
      'measures/front-door/re-referrals.sql': query,
    });
    const figure = set.get({ measure: 're-referrals', period: 'month', month: '2020-09' });
    expect([figure?.numerator, figure?.denominator]).toEqual([0, 2]);
  });
});

describe('placements that list 8 has counted', () => {
  it('when a child in care has 0 then the list counts something else, and nothing is judged by it', async () => {
    const file = `${LIST_8}\n1,01/02/2019,a) C2,3,\n2,01/02/2019,a) C2,0,\n`;
    const { set } = await workOut('placements-3-or-more', { 'extracts/List 8.csv': file });
    const figure = set.get({ measure: 'placements-3-or-more', period: 'snapshot', month: '2020-09' });
    expect([figure?.status, figure?.notJudged]).toEqual(['no-cases', 2]);
  });
});

describe('a layout that counts', () => {
  it('when it names measures, headings or extracts then there are such', () => {
    const definitions = readExtractDefinitions();
    const { layouts, problems } = readLayouts(definitions);
    expect(problems).toEqual([]);
    const known = readCatalogue([toolPath('measures')], definitions).measures.map(({ id }) => id);
    const named = layouts.flatMap(({ gives }) => gives.flatMap(part => Object.keys(part.stands_for)));
    expect(named.filter(id => !known.includes(id))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  it('when a layout of the council names what there is none of then both are told with their lines', () => {
    const folder = new WorkspaceFolder({
      'layouts/ours.yml': `title: Ours
sources:
  work: { headings: [Child, Begun], told_by: [Child, Begun] }
gives:
  - extract: referrals
    from: work
    columns: { referral_id: { id_from: [Child] }, person_id: Child, received_at: Begun }
    stands_for:
      re-referrals: { met: Earlier > 0, needs: [Earlier], instead_of: [visit], note: as counted }
`,
    });
    folders.push(folder);
    const { problems } = readLayouts(readExtractDefinitions(), folder.path);
    expect(problems.map(formatProblem).map(text => text.split('There are')[0])).toEqual([
      expect.stringMatching(/^layouts\/ours\.yml:9: .*error: "Earlier" is no heading\./),
      expect.stringMatching(
        /^layouts\/ours\.yml:9: .*error: "visit" is no extract\. Did you mean "visits"\?/,
      ),
    ]);
  });
});
