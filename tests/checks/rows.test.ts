import { describe, expect, it } from 'vitest';
import { checkExtracts, csv, type Extracts, placesOf } from '../support/check-extracts.js';

/** Rules about rows: each over rows that break it, whose lines are counted by hand, and over rows that do not. */

interface Example {
  readonly rule: string;
  readonly when: string;
  readonly broken: Extracts;
  readonly places: readonly string[];
  readonly sound: Extracts;
}

const PEOPLE = 'person_id,date_of_birth,expected_date_of_birth,date_of_death';
const CP_PLANS = 'plan_id,person_id,started_on,ended_on,latest_category';
const POSTS = 'post_id,status,fte,team,started_on,ended_on';
const REFERRALS = 'referral_id,person_id,received_at,decided_at,closed_on';
const ASSESSMENTS = 'assessment_id,person_id,referral_id,started_on,child_seen_on,authorised_on';
const PLACEMENTS = 'placement_id,person_id,started_on,ended_on,kind,temporary';
const CARE = 'episode_id,person_id,started_on,ended_on';
const VISITS = 'visit_id,person_id,kind,due_on,visited_on';
const DISCUSSIONS = 'discussion_id,person_id,referral_id,due_at,held_at';
const CHILD = csv(
  PEOPLE,
  'P1,02/10/2010,,',
  'P2,01/06/2020,,',
  'P3,,01/12/2020,',
  'P4,02/10/2010,,10/08/2020',
);

const EXAMPLES: readonly Example[] = [
  {
    rule: 'repeated-row',
    when: 'a row stands a second time',
    broken: {
      posts: csv(POSTS, 'A,Agency,1,T,01/04/2020,', 'B,Agency,1,T,01/04/2020,', 'A,Agency,1,T,01/04/2020,'),
    },
    places: ['posts:4'],
    sound: { posts: csv(POSTS, 'A,Agency,1,T,01/04/2020,', 'B,Agency,1,T,01/04/2020,') },
  },
  {
    rule: 'repeated-key',
    when: 'another row has the same id',
    broken: {
      posts: csv(POSTS, 'A,Agency,1,T,01/04/2020,', 'B,Agency,1,T,01/04/2020,', 'A,Empty,1,T,01/04/2020,'),
    },
    places: ['posts:4'],
    sound: { posts: csv(POSTS, 'A,Agency,1,T,01/04/2020,', 'A2,Empty,1,T,01/04/2020,') },
  },
  {
    rule: 'repeated-key',
    when: 'a care leaver stands twice in the list of one day',
    broken: {
      care_leavers: csv(
        'person_id,as_at,date_of_birth,in_touch',
        'P1,30/09/2020,01/01/2001,Y',
        'P2,30/09/2020,01/01/2001,Y',
        'P1,30/09/2020,01/01/2001,N',
      ),
    },
    places: ['care_leavers:4'],
    sound: {
      care_leavers: csv(
        'person_id,as_at,date_of_birth,in_touch',
        'P1,31/08/2020,01/01/2001,Y',
        'P1,30/09/2020,01/01/2001,N',
      ),
    },
  },
  {
    rule: 'missing-person',
    when: 'a record is about nobody among people',
    broken: { people: CHILD, cp_plans: csv(CP_PLANS, 'C1,P1,01/09/2020,,', 'C2,P9,01/09/2020,,') },
    places: ['cp_plans:3'],
    // Without the extract nobody can be missing from it.
    sound: { cp_plans: csv(CP_PLANS, 'C2,P9,01/09/2020,,') },
  },
  {
    rule: 'missing-link',
    when: 'a case is held by a worker who is not there',
    broken: {
      workers: csv('worker_id,role,started_on', 'W1,Manager,01/04/2016'),
      allocations: csv(
        'allocation_id,person_id,kind,worker_id,team,started_on',
        'A1,P1,CP,W1,T,01/09/2020',
        'A2,P1,CP,W7,T,01/09/2020',
      ),
    },
    places: ['allocations:3'],
    // The extract of workers may begin later than an old allocation.
    sound: {
      workers: csv('worker_id,role,started_on', 'W1,Manager,01/04/2016'),
      allocations: csv('allocation_id,person_id,kind,worker_id,team,started_on', 'A2,P1,CP,W7,T,01/09/2018'),
    },
  },
  {
    rule: 'ended-before-started',
    when: 'a plan ended on the day before it started',
    broken: { cp_plans: csv(CP_PLANS, 'C1,P1,02/09/2020,02/09/2020,', 'C2,P2,02/09/2020,01/09/2020,') },
    places: ['cp_plans:3'],
    sound: { cp_plans: csv(CP_PLANS, 'C1,P1,02/09/2020,,') },
  },
  {
    rule: 'ended-before-started',
    when: 'a contact was decided a minute before it was received',
    broken: {
      contacts: csv(
        'contact_id,person_id,received_at,source,completed_at',
        'K1,P1,02/09/2020 10:00,GP,02/09/2020 09:59',
      ),
    },
    places: ['contacts:2'],
    // A referral may be written down after the decision of the same day.
    sound: { referrals: csv(REFERRALS, 'R1,P1,02/09/2020 10:00,02/09/2020 09:59,') },
  },
  {
    rule: 'seen-before-received',
    when: 'a child was seen on the day before the referral',
    broken: {
      referrals: csv(REFERRALS, 'R1,P1,02/09/2020 10:00,,'),
      assessments: csv(ASSESSMENTS, 'A1,P1,R1,03/09/2020,01/09/2020,'),
    },
    places: ['assessments:2'],
    sound: {
      referrals: csv(REFERRALS, 'R1,P1,02/09/2020 10:00,,'),
      assessments: csv(ASSESSMENTS, 'A1,P1,R1,03/09/2020,02/09/2020,'),
    },
  },
  {
    rule: 'conference-before-enquiry',
    when: 'a conference was held before its enquiry',
    broken: {
      s47_enquiries: csv('enquiry_id,person_id,started_on', 'E1,P1,10/09/2020'),
      conferences: csv('conference_id,person_id,kind,enquiry_id,held_on', 'N1,P1,Initial,E1,09/09/2020'),
    },
    places: ['conferences:2'],
    sound: {
      s47_enquiries: csv('enquiry_id,person_id,started_on', 'E1,P1,10/09/2020'),
      conferences: csv('conference_id,person_id,kind,enquiry_id,held_on', 'N1,P1,Initial,E1,10/09/2020'),
    },
  },
  {
    rule: 'after-extraction',
    when: 'a date is the day after the extraction',
    broken: { cp_plans: csv(CP_PLANS, 'C1,P1,05/10/2020,,', 'C2,P1,01/09/2020,06/10/2020,') },
    places: ['cp_plans:3'],
    sound: { core_groups: csv('core_group_id,person_id,due_on,held_on', 'G1,P1,06/10/2020,') },
  },
  {
    rule: 'before-birth',
    when: 'care began on the day before the birth',
    broken: { people: CHILD, care_episodes: csv(CARE, 'L1,P2,01/06/2020,', 'L2,P2,31/05/2020,31/05/2020') },
    places: ['care_episodes:3'],
    // 280 days before 1 December 2020 is 25 February 2020.
    sound: { people: CHILD, cp_plans: csv(CP_PLANS, 'C1,P3,25/02/2020,,') },
  },
  {
    rule: 'before-birth',
    when: 'a plan began more than 40 weeks before the expected birth',
    broken: { people: CHILD, cp_plans: csv(CP_PLANS, 'C1,P3,24/02/2020,,') },
    places: ['cp_plans:2'],
    sound: { people: CHILD, cp_plans: csv(CP_PLANS, 'C1,P2,01/06/2020,,') },
  },
  {
    rule: 'after-death',
    when: 'a plan began after the child died',
    broken: { people: CHILD, cp_plans: csv(CP_PLANS, 'C1,P4,11/08/2020,,') },
    places: ['cp_plans:2'],
    sound: { people: CHILD, cp_plans: csv(CP_PLANS, 'C1,P4,10/08/2020,,') },
  },
  {
    rule: 'no-date-of-birth',
    when: 'a person has neither a birth nor an expected one',
    broken: { people: csv(PEOPLE, 'P1,02/10/2010,,', 'P2,,,') },
    places: ['people:3'],
    sound: { people: csv(PEOPLE, 'P3,,01/12/2020,') },
  },
  {
    rule: 'overlapping-records',
    when: 'a plan starts while another of the child is open',
    broken: { cp_plans: csv(CP_PLANS, 'C1,P1,01/03/2020,,', 'C2,P2,01/03/2020,,', 'C3,P1,02/09/2020,,') },
    places: ['cp_plans:4'],
    sound: { cp_plans: csv(CP_PLANS, 'C1,P1,01/03/2020,02/09/2020,', 'C3,P1,02/09/2020,,') },
  },
  {
    rule: 'overlapping-records',
    when: 'a placement starts before the one before it ended',
    broken: {
      placements: csv(PLACEMENTS, 'L1,P1,01/03/2020,03/09/2020,Parents,N', 'L2,P1,02/09/2020,,Residential,N'),
    },
    places: ['placements:3'],
    // A stay away from a placement that goes on.
    sound: {
      placements: csv(PLACEMENTS, 'L1,P1,01/03/2020,,Parents,N', 'L2,P1,02/09/2020,,Residential,Y'),
    },
  },
  {
    rule: 'second-referral-open',
    when: 'a referral comes while another is open',
    broken: {
      referrals: csv(
        REFERRALS,
        'R1,P1,02/09/2020 10:00,,',
        'R2,P1,12/09/2020 10:00,,',
        'R3,P2,12/09/2020 10:00,,',
      ),
    },
    places: ['referrals:3'],
    sound: { referrals: csv(REFERRALS, 'R1,P1,02/09/2020 10:00,,12/09/2020', 'R2,P1,12/09/2020 10:00,,') },
  },
  {
    rule: 'open-over-18',
    when: 'a plan is open at the month end for somebody who is 18 on that day',
    broken: {
      people: csv(PEOPLE, 'P1,30/09/2002,,'),
      cp_plans: csv(CP_PLANS, 'C1,P1,01/03/2020,,'),
    },
    places: ['cp_plans:2'],
    sound: {
      people: csv(PEOPLE, 'P1,01/10/2002,,', 'P2,30/09/2002,,'),
      cp_plans: csv(CP_PLANS, 'C1,P1,01/03/2020,,', 'C2,P2,01/03/2020,30/09/2020,'),
    },
  },
  {
    rule: 'unknown-code',
    when: 'a code is not in its list',
    broken: { posts: csv(POSTS, 'A,Agency,1,T,01/04/2020,', 'B,Agencey,1,T,01/04/2020,') },
    places: ['posts:3'],
    sound: { posts: csv(POSTS, 'A,AGENCY,1,T,01/04/2020,') },
  },
  {
    rule: 'spreadsheet-error',
    when: 'a formula failed in a column of text',
    broken: { posts: csv(POSTS, 'A,Agency,1,T,01/04/2020,', 'B,Agency,1,#N/A,01/04/2020,') },
    places: ['posts:3'],
    sound: { posts: csv(POSTS, 'A,Agency,1,N/A,01/04/2020,') },
  },
  {
    rule: 'garbled-letters',
    when: 'letters were read in the wrong encoding on the way',
    broken: { posts: csv(POSTS, 'A,Agency,1,T,01/04/2020,', 'B,Agency,1,CafÃ© team,01/04/2020,') },
    places: ['posts:3'],
    sound: { posts: csv(POSTS, 'A,Agency,1,Café Ângela,01/04/2020,') },
  },
  {
    rule: 'review-due-after-limit',
    // 20 working days after Tuesday 1 September 2020 are over on Tuesday 29 September.
    when: 'the first review is due on the day after its limit',
    broken: {
      care_episodes: csv(CARE, 'L1,P1,01/09/2020,'),
      looked_after_reviews: csv('review_id,person_id,due_on,held_on', 'V1,P1,30/09/2020,'),
    },
    places: ['looked_after_reviews:2'],
    sound: {
      care_episodes: csv(CARE, 'L1,P1,01/09/2020,', 'L2,P2,27/02/2007,'),
      looked_after_reviews: csv(
        'review_id,person_id,due_on,held_on,sequence',
        'V1,P1,29/09/2020,,1',
        // The first review of a child in care since 2007 stands in no extract; 6 months after 1 April end on 1 October.
        'V2,P2,,01/04/2020,28',
        'V3,P2,01/10/2020,,29',
      ),
    },
  },
  {
    rule: 'visit-due-after-limit',
    // 10 working days after 1 September end on the 15th; 20 after 3 August, with the bank holiday of the 31st, on
    // 1 September; 6 weeks after 1 August on 12 September.
    when: 'a visit is due on the day after the interval from the plan, or from the visit before it',
    broken: {
      cp_plans: csv(CP_PLANS, 'C1,P1,01/09/2020,,Neglect'),
      cin_plans: csv('plan_id,person_id,started_on,ended_on', 'N1,P2,03/08/2020,'),
      care_episodes: csv(CARE, 'L1,P3,01/02/2020,'),
      visits: csv(
        VISITS,
        'V1,P1,CP,16/09/2020,',
        'V2,P2,CIN,02/09/2020,31/08/2020',
        'V3,P3,LAC,,01/08/2020',
        'V4,P3,LAC,13/09/2020,13/09/2020',
      ),
    },
    places: ['visits:2', 'visits:3', 'visits:5'],
    sound: {
      cp_plans: csv(CP_PLANS, 'C1,P1,01/09/2020,,Neglect', 'C2,P2,01/04/2019,,Neglect'),
      cin_plans: csv('plan_id,person_id,started_on,ended_on', 'N1,P2,03/08/2020,'),
      care_episodes: csv(CARE, 'L1,P3,01/02/2020,'),
      visits: csv(
        VISITS,
        'V1,P1,CP,15/09/2020,',
        'V2,P2,CIN,01/09/2020,31/08/2020',
        'V3,P3,LAC,,01/08/2020',
        'V4,P3,LAC,12/09/2020,20/09/2020',
        // Of a kind without an interval, of a child without a plan, and of more than 12 months ago.
        'V5,P3,Care leaver,30/09/2020,',
        'V6,P4,CP,30/09/2020,',
        'V7,P2,CP,30/09/2019,',
      ),
    },
  },
  {
    rule: 'not-judged',
    when: 'a discussion of the month has no time by which it was due',
    broken: {
      strategy_discussions: csv(DISCUSSIONS, 'D1,P1,,,08/09/2020 10:00'),
      referrals: csv(REFERRALS, 'R1,P1,02/09/2020 10:00,,'),
    },
    places: ['strategy_discussions:2'],
    sound: {
      strategy_discussions: csv(DISCUSSIONS, 'D1,P1,R1,09/09/2020 10:00,08/09/2020 10:00'),
      referrals: csv(REFERRALS, 'R1,P1,08/09/2020 09:00,,'),
    },
  },
];

describe('a rule about rows', () => {
  it.each(EXAMPLES)('when $when then $rule names its line', async ({ rule, broken, places }) => {
    const { findings } = await checkExtracts(broken);
    expect([...new Set(placesOf(findings, rule))]).toEqual(places);
  });

  it.each(EXAMPLES)('when it is not so that $when then $rule is silent', async ({ rule, sound }) => {
    const { findings } = await checkExtracts(sound);
    expect(findings.filter(finding => finding.rule === rule)).toEqual([]);
  });
});
