import { beforeAll, describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/problems.js';
import { workspacePath } from '../support/figures-of.js';
import { type ReadExtracts, readExtracts } from '../support/read-extracts.js';

/** Files as a council's own system writes them. What is in each, and what is wrong with it, is told in FAULTS.md there. */
describe('a local layout', () => {
  let read: ReadExtracts;

  beforeAll(async () => {
    read = await readExtracts(workspacePath('local-layout'), ['people', 'contacts', 's47_enquiries']);
  });

  it('when rows cannot be read then each is told with file, line and heading', () => {
    const places = read.problems.map(
      problem => `${problem.place ? formatPlace(problem.place) : ''} [${problem.rule}]`,
    );
    expect(places.filter(place => place.includes('extracts/'))).toEqual([
      'extracts/Children.csv:4: Date  of  birth [unreadable-cell]',
      'extracts/Children.csv:7: Disabled? [unreadable-cell]',
      'extracts/ContactsExport_2020-08.csv:5: Date  RECEIVED [unreadable-cell]',
      'extracts/ContactsExport_2020-08.csv:6: Decision  recorded [unreadable-cell]',
      'extracts/ContactsExport_2020-08.csv:8 [short-row]',
      'extracts/ContactsExport_2020-08.csv:9 [long-row]',
      'extracts/ContactsExport_2020-09.csv:4: date received [unreadable-cell]',
      'extracts/ContactsExport_2020-09.csv:5: date received [blank-cell]',
      'extracts/s47-report.tsv:4: Enquiry START  Date [unreadable-cell]',
      'extracts/s47-report.tsv:5: Enquiry START  Date [unreadable-cell]',
      'extracts/s47-report.tsv:7 [short-row]',
      'extracts/s47-report.tsv:9: end date [unreadable-cell]',
    ]);
  });

  it('when the run goes on without them then it says how many', () => {
    const counts = read.loaded.flatMap(extract =>
      extract.files.map(file => [file.file, file.rowsRead, file.rowsLeftOut]),
    );
    expect(counts).toEqual([
      ['extracts/Children.csv', 5, 2],
      ['extracts/ContactsExport_2020-08.csv', 4, 4],
      ['extracts/ContactsExport_2020-09.csv', 3, 2],
      ['extracts/s47-report.tsv', 4, 4],
    ]);
  });

  it('when a date of birth cannot be read then its value is not told', () => {
    const fault = read.problems.find(
      problem => problem.place?.file === 'extracts/Children.csv' && problem.place.line === 4,
    );
    expect(fault?.message).toBe(
      'The cell cannot be read; expected a date as YYYY-MM-DD. The row was left out.',
    );
  });

  it('when another cell cannot be read then its value is told', () => {
    const fault = read.problems.find(
      problem => problem.place?.line === 6 && problem.place.file.includes('2020-08'),
    );
    expect(fault?.message).toBe(
      'Found "n/a"; expected a date and time as DD/MM/YYYY HH:MM. The row was left out.',
    );
  });

  it('when the files are read then letters, codes, quotes and line breaks come out as they were meant', () => {
    expect(read.rows.contacts).toMatchObject([
      { contact_id: 'K-0001', source: 'Children’s Centre', route: 'MASH', outcome: 'Progress to referral' },
      {
        contact_id: 'K-0002',
        source: 'Police "999" desk',
        route: 'Domestic Abuse Hub',
        received_at: '2020-08-05 23:59:59',
      },
      { contact_id: 'K-0005', source: 'École St André', received_at: '2020-08-14 00:00:00' },
      { contact_id: 'K-0008', route: null },
      { contact_id: 'K-0009', received_at: '2020-09-04 15:00:00', completed_at: '2020-09-07 15:00:00' },
      { contact_id: 'K-0010', route: 'Early Help Hub' },
      { contact_id: 'K-0013', source: 'Neighbour', completed_at: null, outcome: null },
    ]);
    expect(read.rows.people).toMatchObject([
      { person_id: 'M-01', date_of_birth: '2012-03-14', gender: 'Female', disabled: true },
      { person_id: 'M-02', gender: 'Male', ethnicity: 'White – "other"', disabled: false },
      { person_id: 'M-04', date_of_birth: '2016-02-29', ethnicity: 'Mixed, two groups' },
      { person_id: 'M-05', date_of_birth: null },
      { person_id: 'M-07', disabled: null },
    ]);
    expect(read.rows.s47_enquiries).toMatchObject([
      {
        enquiry_id: 'Q-01',
        started_on: '2020-08-17',
        completed_on: '2020-09-08',
        outcome: 'ICPC',
        team: 'East & West',
      },
      { enquiry_id: 'Q-02', outcome: 'Child in Need', team: 'Team "A"' },
      { enquiry_id: 'Q-05', completed_on: null, team: 'Café Street' },
      { enquiry_id: 'Q-07', outcome: 'ICPC', team: 'North\tand South' },
    ]);
  });
});
