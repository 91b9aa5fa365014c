import { readFileSync } from 'node:fs';
import { toolPath } from '../../src/tool-folder.js';
import { WorkspaceFolder } from './workspace-folder.js';

/**
 * Extracts that are broken in every way, each fault in the row of a child, worker or record whose id, name or date of birth
 * would be known again wherever it came out. Everybody is invented.
 */

const SMALL = toolPath('tests', 'workspaces', 'small');

/** Part of every id. */
export const ID = 'ZYXWVUT';
const NAMES = ['Quillfeather', 'Ottoline'];
/** Dates of birth as they are recorded: some can be read, some cannot. */
const BIRTHS = [
  '17/06/2011',
  '18/06/31',
  '06/19/2011',
  '31/02/2010',
  '20 June 2011',
  '40711',
  '21/06/0211',
  '22/06/2031',
  '23/06/1911',
  '24/06/1999',
  '25/06/2011 10:00:00',
];

/** What nothing may show: as it was recorded, and as we or anybody would write it. */
export const NEVER_SHOWN: readonly string[] = [ID, ...NAMES, ...BIRTHS.flatMap(forms)];

function forms(recorded: string): string[] {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(recorded) ?? [];
  if (!day || !month || !year) return [recorded];
  const name = new Date(Date.UTC(2020, Number(month) - 1)).toLocaleString('en-GB', { month: 'long' });
  return [`${day}/${month}/${year}`, `${year}-${month}-${day}`, `${Number(day)} ${name} ${year}`];
}

export function brokenExtracts(): WorkspaceFolder {
  return new WorkspaceFolder(
    {
      'extracts/people.csv': people(),
      'extracts/contacts.csv': contacts(),
      'extracts/cp_plans.csv': cpPlans(),
      'extracts/allocations.csv': allocations(),
      // The heading row is missing, so that a child stands where headings should.
      'extracts/visits.csv': `${ID}V1,${ID}P1,17/06/2011,Quillfeather,Ottoline\n`,
      // A quote that is never closed takes in the rows after it.
      'extracts/strategy_discussions.csv': [
        'discussion_id,person_id,referral_id,due_at,held_at,team',
        `${ID}SD1,${ID}P1,,01/09/2020 13:30,01/09/2020 09:28,Assessment 1`,
        `${ID}SD2,"${ID}P2 Quillfeather,,01/09/2020 13:30,01/09/2020 09:28,Assessment 1`,
        `${ID}SD3,${ID}P3,,01/09/2020 13:30,01/09/2020 09:28,Assessment 1`,
      ].join('\n'),
      // Not the encoding that it says, in the columns of ids.
      'extracts/assessments.csv': Buffer.concat([
        Buffer.from('assessment_id,person_id,referral_id,started_on,authorised_on,outcome,team\n'),
        Buffer.from(
          `${ID}A1,${ID}P1 Jos\u00e9,${ID}R1,01/09/2020,08/09/2020,Close case,Assessment 1\n`,
          'latin1',
        ),
        Buffer.from(`${ID}A2,${ID}P2,${ID}R2,01/09/2020,07/08/2020,Close the case,Assessment 1\n`),
      ]),
      // A file that no extract claims.
      'extracts/children.csv': `surname,forename,born\nQuillfeather,Ottoline,17/06/2011\n`,
    },
    SMALL,
  );
}

function people(): string {
  const [heading = '', ...rows] = linesOf('people');
  const born = BIRTHS.map(
    (birth, index) => `${ID}P${index + 1},${birth},,,Female,White British,N,Quillfeather`,
  );
  return file([
    `${heading},surname`,
    ...rows.map(row => `${row},Quillfeather`),
    ...born,
    `${ID}P21,17/06/2011,${ID}due,,Female,White British,N,Quillfeather`,
    `${ID}P22,17/06/2011,,16/06/2011,Female,White British,N,Quillfeather`,
    `${ID}P22,17/06/2011,,16/06/2011,Female,White British,N,Quillfeather`,
    `${ID}P22,24/06/1999,,,Male,White British,N,Quillfeather`,
    `${ID}P23,17/06/2011,,,Female,White British,N,Quillfeather,Ottoline`,
    `${ID}P24,17/06/2011`,
    `"${ID}P25" Quillfeather,17/06/2011,,,Female,White British,N,Quillfeather`,
    `,17/06/2011,,,Female,White British,N,Quillfeather`,
    `${ID}P26,#REF!,,,Female,White British,N,Quillfeather`,
    `#N/A,17/06/2011,,,Female,White British,N,Quillfeather`,
    `${ID}P27 Caf\u00c3\u00a9,17/06/2011,,,Femal,White British,perhaps,Quillfeather`,
    `=HYPERLINK("${ID}P28"),17/06/2011,,,Female,White British,N,Quillfeather`,
    `${ID}P29 ${'Quillfeather'.repeat(30)},17/06/2011,,,Female,White British,N,Quillfeather`,
    `${ID}P30\u001b[31m,17/06/2011,,,Female,White British,N,Quillfeather`,
  ]);
}

function contacts(): string {
  const row = (id: string, person: string, received = '01/09/2020 10:00', source = 'Police') =>
    `${ID}${id},${ID}${person},${received},${source},MASH,02/09/2020 09:00,Early help`;
  return file([
    ...linesOf('contacts'),
    row('C1', 'NOBODY'),
    row('C2', 'P1', '16/06/2009 10:00'),
    row('C3', 'P1', '09/14/2020'),
    row('C4', 'P1', '2020-09-14T10:00'),
    row('C5', 'P1', '01/09/2031 10:00'),
    row('C6', 'P22'),
    row('C7', 'P1'),
    row('C7', 'P1'),
    row('C7', 'P2', '03/09/2020 10:00'),
    row('C8', 'P1', '01/09/2020 10:00', 'Polic'),
    `,${ID}P1,01/09/2020 10:00,Police,MASH,,`,
    `${ID}C9,,01/09/2020 10:00,Police,MASH,,`,
    `${ID}C10,${ID}P1,,Police,MASH,,`,
    `${row('C11', 'P1')},Quillfeather,17/06/2011`,
    `${ID}C12,${ID}P1`,
  ]);
}

function cpPlans(): string {
  const row = (id: string, person: string, from: string, to: string) =>
    `${ID}${id},${ID}${person},${from},${to},Neglect,Neglect,,Child Protection`;
  return file([
    ...linesOf('cp_plans'),
    row('CP1', 'P1', '01/09/2020', '01/08/2020'),
    row('CP2', 'P1', '01/08/2020', ''),
    row('CP3', 'P1', '03/08/2020', ''),
    row('CP4', 'P10', '01/08/2020', ''),
    row('CP5', 'P9', '44105', ''),
    row('CP6', 'NOBODY', '01/08/2020', '31/02/2020'),
  ]);
}

function allocations(): string {
  return file([
    ...linesOf('allocations'),
    `${ID}AL1,${ID}P1,CIN,${ID}W01,Assessment 1,03/08/2020,`,
    `${ID}AL1,${ID}P1,CIM,${ID}W01,Assessment 1,03/08/2020,02/08/2020`,
    `${ID}AL2,${ID}NOBODY,CIN,${ID}W02 Quillfeather,Assessment 99,03/08/2020,`,
  ]);
}

function linesOf(extract: string): string[] {
  return readFileSync(`${SMALL}/extracts/${extract}.csv`, 'utf8').trimEnd().split('\n');
}

function file(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
