import { describe, expect, it } from 'vitest';
import { findingNotes } from '../../src/checks/finding-notes.js';
import { checkExtracts, csv, placesOf } from '../support/check-extracts.js';

/** One fault is one finding: what follows from a line that could not be read is not told as well. */

const PEOPLE = 'person_id,date_of_birth,gender';
const POSTS = 'post_id,status,fte,team,started_on,ended_on';
const REFERRALS = 'referral_id,person_id,received_at';
const ASSESSMENTS = 'assessment_id,person_id,referral_id,started_on';

describe('people that are missing', () => {
  const people = csv('person_id,date_of_birth', 'P1,01/01/2010');
  const plan = (person: string) => csv('plan_id,person_id,started_on,ended_on', `N1,${person},01/09/2020,`);
  const review = (person: string) =>
    csv('review_id,person_id,due_on,held_on', `V1,${person},29/09/2020,`, `V2,${person},30/09/2020,`);

  it('when several extracts name them then that is one finding of people, with every place', async () => {
    const { findings } = await checkExtracts({
      people,
      cin_plans: plan('P8'),
      looked_after_reviews: review('P9'),
    });
    const missing = findings.filter(({ rule }) => rule === 'missing-person');
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatchObject({
      extract: 'people',
      shownIn: ['cin_plans', 'looked_after_reviews'],
      count: 3,
      message: '3 rows of 2 extracts are about a person who is not in people.',
    });
    expect(missing[0]?.measures).toContain('lac-reviews-in-time');
    expect(placesOf(findings, 'missing-person')).toEqual([
      'cin_plans:2',
      'looked_after_reviews:2',
      'looked_after_reviews:3',
    ]);
    expect(findingNotes(missing).map(({ extract }) => extract)).toEqual([
      'cin_plans',
      'looked_after_reviews',
    ]);
  });

  it('when a worker is missing whom two extracts name then that is one finding of workers', async () => {
    const { findings } = await checkExtracts({
      workers: csv('worker_id,role,started_on', 'W1,Manager,01/04/2016'),
      allocations: csv('allocation_id,person_id,kind,worker_id,team,started_on', 'A1,P1,CP,W7,T,01/09/2020'),
      worker_supervisions: csv(
        'supervision_id,worker_id,staff_group,due_month,held_on',
        'S1,W7,Operational,2020-09,02/09/2020',
      ),
    });
    const missing = findings.filter(({ rule }) => rule === 'missing-link');
    expect(missing.map(({ extract, count }) => [extract, count])).toEqual([['workers', 2]]);
  });

  it('when one extract names them then the finding is of that one', async () => {
    const { findings } = await checkExtracts({
      people,
      cin_plans: plan('P8'),
      looked_after_reviews: review('P1'),
    });
    expect(findings.find(({ rule }) => rule === 'missing-person')).toMatchObject({
      extract: 'cin_plans',
      message: '1 row of cin_plans is about a person who is not in people.',
    });
  });
});

describe('a row that was left out', () => {
  it.each([
    ['of an impossible date of birth', 'unreadable-cell', ['P1,31/02/2010,', 'P2,01/02/2010,']],
    ['it is too short', 'short-row', ['P1,01/01/2010', 'P2,01/02/2010,']],
    ['a quote swallowed it', 'swallowed-lines', ['P3,01/01/2010,"a', 'P1,01/01/2010,b" c']],
    ['it stands on the line of another', 'long-row', ['P3,01/01/2010,,P1,01/02/2010,', 'P2,01/02/2010,']],
  ])('when a person is not read because %s then %s is told, and nobody is missing', async (_, rule, rows) => {
    const { findings } = await checkExtracts({
      people: csv(PEOPLE, ...rows, 'P4,01/01/2011,'),
      referrals: csv(REFERRALS, 'R1,P1,02/09/2020 10:00'),
    });
    expect(placesOf(findings, rule)).toEqual(['people:2']);
    expect(placesOf(findings, 'missing-person')).toEqual([]);
  });

  it('when another person is missing too then that one is told', async () => {
    const { findings } = await checkExtracts({
      people: csv(PEOPLE, 'P1,31/02/2010,', 'P2,01/02/2010,'),
      referrals: csv(REFERRALS, 'R1,P1,02/09/2020 10:00', 'R2,P9,02/09/2020 10:00'),
    });
    expect(placesOf(findings, 'missing-person')).toEqual(['referrals:3']);
  });

  it('when the file of people was cut off then who is missing from it is not told', async () => {
    const { findings } = await checkExtracts({
      people: `${csv(PEOPLE, 'P1,01/01/2010,')}P2,01/0`,
      referrals: csv(REFERRALS, 'R1,P7,02/09/2020 10:00'),
    });
    expect(placesOf(findings, 'truncated-file')).toEqual(['people:3']);
    expect(placesOf(findings, 'missing-person')).toEqual([]);
  });

  it('when a referral is not read then the assessment that names it names something', async () => {
    const { findings } = await checkExtracts({
      referrals: csv(REFERRALS, 'R1,P1,02/13/2020 10:00', 'R2,P1,02/09/2020 10:00'),
      assessments: csv(ASSESSMENTS, 'A1,P1,R1,01/09/2020', 'A2,P1,R2,03/09/2020', 'A3,P1,R8,03/09/2020'),
    });
    expect(placesOf(findings, 'us-date')).toEqual(['referrals:2']);
    expect(placesOf(findings, 'missing-link')).toEqual(['assessments:4']);
  });

  it('when none of a file can be read then the first fault says why, in the same finding', async () => {
    const { findings } = await checkExtracts({
      posts: csv(POSTS, 'A,Agency,1,T,2020-04-01,', 'B,Agency,1,T,2020-04-02,'),
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['no-rows']);
    expect(findings[0]?.places[0]?.message).toContain(
      'The first is on line 2, started_on: Found "2020-04-01"; expected a date as DD/MM/YYYY.',
    );
  });
});

describe('a quote that is never closed', () => {
  it.each([3, 40, 400])('when it opens on line %i of many then that line is named', async line => {
    const rows = Array.from({ length: 500 }, (_, index) => `A${index},Agency,1,T,01/04/2020,`);
    // The heading is line 1, so the row at 0 stands on line 2.
    const posts = csv(POSTS, ...rows.with(line - 2, 'Z,Agency,1,"T,01/04/2020,'));
    const { findings } = await checkExtracts({ posts });
    expect(placesOf(findings, 'open-quote')).toEqual([`posts:${line}`]);
    expect(findings).toHaveLength(1);
  });
});

describe('rows that look sound', () => {
  it('when an id is blank then that is what is told of it', async () => {
    const { findings } = await checkExtracts({
      people: csv(PEOPLE, 'P1,01/01/2010,', ',02/01/2010,'),
    });
    expect(placesOf(findings, 'blank-cell')).toEqual(['people:3']);
    expect(findings.find(({ rule }) => rule === 'blank-cell')?.places[0]?.message).toBe(
      'Nothing is recorded; expected an identifier. The row was left out.',
    );
  });

  it('when a quote opens in one row and closes in the same column of another then their lines are lost', async () => {
    const { findings, loaded } = await checkExtracts({
      posts: csv(
        POSTS,
        'A,Agency,1,"T,01/04/2020,',
        'B,Agency,1,T,01/04/2020,',
        'C,Agency,1,T",01/04/2020,',
        'D,Agency,1,T,01/04/2020,',
      ),
    });
    expect(placesOf(findings, 'swallowed-lines')).toEqual(['posts:2']);
    expect(loaded.find(({ name }) => name === 'posts')?.files[0]?.rowsRead).toBe(1);
  });

  it('when the lines of a text have commas enough for a row then they lack its id, and it is no row', async () => {
    const { findings } = await checkExtracts({
      posts: csv(POSTS, 'A,Agency,1,"North, South,\nthen: one, two, three, four, five",01/04/2020,'),
    });
    expect(findings).toEqual([]);
  });

  it('when a text has lines and commas of its own then it is no row', async () => {
    const { findings, loaded } = await checkExtracts({
      posts: csv(POSTS, 'A,Agency,1,"North,\nSouth, and\nEast",01/04/2020,'),
    });
    expect(findings).toEqual([]);
    expect(loaded.find(({ name }) => name === 'posts')?.files[0]?.rowsRead).toBe(1);
  });

  it('when a spreadsheet wrote rows of nothing below the last then they are no rows', async () => {
    const { findings, loaded } = await checkExtracts({
      posts: csv(POSTS, 'A,Agency,1,T,01/04/2020,', ',,,,,', ',,,,,'),
    });
    expect(findings).toEqual([]);
    expect(loaded.find(({ name }) => name === 'posts')?.files[0]).toMatchObject({
      rowsRead: 1,
      rowsLeftOut: 0,
    });
  });
});

describe('a month that is missing', () => {
  const HEADING = 'contact_id,person_id,received_at,source';
  /** As many contacts in each month from October 2019 to September 2020. */
  function contacts(each: number, ...without: readonly string[]): string {
    const months = ['10/2019', '11/2019', '12/2019'].concat(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map(month => `${month}/2020`),
    );
    const rows = months
      .filter(month => !without.includes(month))
      .flatMap(month =>
        Array.from({ length: each }, (_, index) => {
          const day = String(1 + (index % 28)).padStart(2, '0');
          return `${month}-${index},P1,${day}/${month} 10:00,GP`;
        }),
      );
    return csv(HEADING, ...rows);
  }

  async function told(text: string): Promise<string[]> {
    const settings = 'extracts:\n  contacts: { covers_from: 2019-10-01 }\n';
    const { findings } = await checkExtracts({ contacts: text }, settings);
    return findings.filter(({ rule }) => rule === 'month-missing').map(({ message }) => message);
  }

  it('when one of the months before has no event then it is told by its name', async () => {
    expect(await told(contacts(30, '03/2020'))).toEqual([
      'contacts has nothing at all by received_at in March 2020; the median of the months up to August 2020 is 30.',
    ]);
  });

  it('when two have none then both are told in one sentence', async () => {
    expect(await told(contacts(30, '03/2020', '12/2019'))).toEqual([
      'contacts has nothing at all by received_at in December 2019, March 2020; the median of the months up to August 2020 is 30.',
    ]);
  });

  it.each([
    ['no month is without an event', contacts(30)],
    ['fewer than 20 a month are usual', contacts(19, '03/2020')],
    ['it is the month in which the extract begins', contacts(30, '10/2019')],
  ])('when %s then nothing is told', async (_, text) => {
    expect(await told(text)).toEqual([]);
  });
});
