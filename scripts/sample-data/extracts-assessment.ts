import { dateText, timeText } from './calendar.js';
import type { ReferralOf } from './extracts-front-door.js';
import { flag, type Holders, type Numbered, numbered } from './records.js';
import type { People, Sheet } from './sheet.js';
import type { Story } from './story.js';
import type { Conference, Discussion, Enquiry, ProtectionPlan } from './world.js';

/** Assessments, strategy discussions, section 47 enquiries, conferences and protection plans. */

export function assessmentSheet(
  story: Story,
  people: People,
  holders: Holders,
  referrals: ReferralOf,
): Sheet {
  const { rows, numbers } = numbered(story.world.assessments, 'AS', one => [one.startedOn, one.authorisedOn]);
  return {
    name: 'assessments',
    columns: [
      'assessment_id',
      'person_id',
      'referral_id',
      'started_on',
      'child_seen_on',
      'authorised_on',
      'outcome',
      'next_action',
      'team',
    ],
    rows: rows.map(one => [
      numbers.of(one),
      people.of(one.child),
      referrals.of(one, one.startedOn),
      dateText(one.startedOn),
      dateText(one.seenOn),
      dateText(one.authorisedOn),
      one.outcome,
      one.nextAction,
      holders.of(one.child, one.case, one.startedOn, ['Assessment']),
    ]),
  };
}

/** The records of protection, numbered once, because they name one another. */
interface Protection {
  readonly story: Story;
  readonly people: People;
  readonly holders: Holders;
  readonly referrals: ReferralOf;
  readonly discussions: Numbered<Discussion>;
  readonly enquiries: Numbered<Enquiry>;
  readonly conferences: Numbered<Conference>;
  readonly plans: Numbered<ProtectionPlan>;
}

export function protectionSheets(
  story: Story,
  people: People,
  holders: Holders,
  referrals: ReferralOf,
): Sheet[] {
  const { world } = story;
  const records: Protection = {
    story,
    people,
    holders,
    referrals,
    discussions: numbered(
      world.discussions,
      'SD',
      one => [one.heldOn, one.heldOn],
      one => one.heldAt,
    ),
    enquiries: numbered(world.enquiries, 'E', one => [one.startedOn, one.completedOn]),
    conferences: numbered(world.conferences, 'CC', one => [one.heldOn, one.heldOn]),
    plans: numbered(world.protectionPlans, 'CP', one => [one.startedOn, null]),
  };
  return [discussionSheet(records), enquirySheet(records), conferenceSheet(records), planSheet(records)];
}

function discussionSheet({ discussions, people, holders, referrals }: Protection): Sheet {
  return {
    name: 'strategy_discussions',
    columns: ['discussion_id', 'person_id', 'referral_id', 'due_at', 'held_at', 'team'],
    rows: discussions.rows.map(one => [
      discussions.numbers.of(one),
      people.of(one.child),
      referrals.of(one, one.heldOn),
      timeText(one.dueAt),
      timeText(one.heldAt),
      holders.of(one.child, one.case, one.heldOn),
    ]),
  };
}

function enquirySheet({ discussions, enquiries, people, holders }: Protection): Sheet {
  return {
    name: 's47_enquiries',
    columns: ['enquiry_id', 'person_id', 'discussion_id', 'started_on', 'completed_on', 'outcome', 'team'],
    rows: enquiries.rows.map(one => [
      enquiries.numbers.of(one),
      people.of(one.child),
      one.linked && discussions.numbers.has(one.discussion) ? discussions.numbers.of(one.discussion) : '',
      dateText(one.startedOn),
      dateText(one.completedOn),
      one.outcome,
      holders.of(one.child, one.case, one.startedOn),
    ]),
  };
}

const CONFERENCE = 'conference_id person_id kind enquiry_id plan_id held_on outcome transfer_in team';

function conferenceSheet({ conferences, enquiries, plans, people, holders }: Protection): Sheet {
  return {
    name: 'conferences',
    columns: CONFERENCE.split(' '),
    rows: conferences.rows.map(one => [
      conferences.numbers.of(one),
      people.of(one.child),
      one.kind,
      one.enquiry?.linked && enquiries.numbers.has(one.enquiry) ? enquiries.numbers.of(one.enquiry) : '',
      one.kind === 'Review' && one.plan ? plans.numbers.of(one.plan) : '',
      dateText(one.heldOn),
      one.outcome,
      flag(one.transferIn),
      holders.of(one.child, one.case, one.heldOn),
    ]),
  };
}

const PLAN = 'plan_id person_id started_on ended_on initial_category latest_category end_reason team';

function planSheet({ plans, people, holders }: Protection): Sheet {
  return {
    name: 'cp_plans',
    columns: PLAN.split(' '),
    rows: plans.rows.map(one => [
      plans.numbers.of(one),
      people.of(one.child),
      dateText(one.startedOn),
      dateText(one.endedOn),
      one.initialCategory,
      one.category,
      one.endReason,
      holders.of(one.child, one.case, one.startedOn, ['CP']),
    ]),
  };
}
