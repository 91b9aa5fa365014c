import { dateText } from './calendar.js';
import { flag, type Holders, kept, numbered } from './records.js';
import { Numbers, type People, type Sheet } from './sheet.js';
import type { Story } from './story.js';
import type { Placement } from './world.js';

/** Child in need plans, care, placements, adoptions, visits and care leavers. */

export function needSheet(story: Story, people: People, holders: Holders): Sheet {
  const { rows, numbers } = numbered(story.world.needPlans, 'CN', one => [one.startedOn, one.endedOn]);
  return {
    name: 'cin_plans',
    columns: ['plan_id', 'person_id', 'started_on', 'ended_on', 'team'],
    rows: rows.map(one => [
      numbers.of(one),
      people.of(one.child),
      dateText(one.startedOn),
      dateText(one.endedOn),
      holders.of(one.child, one.case, one.startedOn, ['CIN']),
    ]),
  };
}

export function careSheets(story: Story, people: People, holders: Holders): Sheet[] {
  const episodes = numbered(story.world.careEpisodes, 'L', one => [one.startedOn, one.endedOn]);
  const care: Sheet = {
    name: 'care_episodes',
    columns: ['episode_id', 'person_id', 'started_on', 'ended_on', 'end_reason', 'legal_status', 'team'],
    rows: episodes.rows.map(one => [
      episodes.numbers.of(one),
      people.of(one.child),
      dateText(one.startedOn),
      dateText(one.endedOn),
      one.endReason,
      one.legalStatus,
      holders.of(one.child, one.case, one.startedOn, ['LAC']),
    ]),
  };
  const placements = episodes.rows.flatMap(one => one.placements);
  return [
    care,
    placementSheet(
      placements.sort((a, b) => a.startedOn - b.startedOn),
      people,
    ),
  ];
}

const PLACEMENT = 'placement_id person_id started_on ended_on kind provider carer_id temporary';

/** All placements of a child's time in care, also those that had ended when the extracts begin. */
function placementSheet(placements: readonly Placement[], people: People): Sheet {
  const numbers = new Numbers(placements, 'PL');
  return {
    name: 'placements',
    columns: PLACEMENT.split(' '),
    rows: placements.map(one => [
      numbers.of(one),
      people.of(one.child),
      dateText(one.startedOn),
      dateText(one.endedOn),
      one.kind,
      one.provider,
      one.carer,
      flag(one.temporary),
    ]),
  };
}

export function adoptionSheet(story: Story, people: People): Sheet {
  const rows = story.world.adoptions.filter(one => one.placementOrderOn !== null);
  rows.sort((a, b) => (a.placementOrderOn ?? 0) - (b.placementOrderOn ?? 0));
  return {
    name: 'adoptions',
    columns: [
      'person_id',
      'entered_care_on',
      'placement_order_on',
      'matched_on',
      'placed_on',
      'adopted_on',
      'reversed_on',
    ],
    rows: rows.map(one => [
      people.of(one.child),
      dateText(one.enteredCareOn),
      dateText(one.placementOrderOn),
      dateText(one.matchedOn),
      dateText(one.placedOn),
      dateText(one.adoptedOn),
      dateText(one.reversedOn),
    ]),
  };
}

export function visitSheets(story: Story, people: People): Sheet[] {
  const visits = numbered(story.visits, 'V', one => [one.on, one.on]);
  const supervisions = numbered(story.supervisions, 'CS', one => [one.on, one.on]);
  return [
    {
      name: 'visits',
      columns: ['visit_id', 'person_id', 'kind', 'visited_on', 'seen', 'seen_alone'],
      rows: visits.rows.map(one => [
        visits.numbers.of(one),
        people.of(one.child),
        one.kind,
        dateText(one.on),
        flag(one.seen),
        flag(one.alone),
      ]),
    },
    {
      name: 'case_supervisions',
      columns: ['supervision_id', 'person_id', 'held_on'],
      rows: supervisions.rows.map(one => [
        supervisions.numbers.of(one),
        people.of(one.child),
        dateText(one.on),
      ]),
    },
  ];
}

export function careLeaverSheet(story: Story, people: People): Sheet {
  return {
    name: 'care_leavers',
    columns: [
      'person_id',
      'as_at',
      'date_of_birth',
      'in_touch',
      'suitable_accommodation',
      'in_education_employment_training',
      'pathway_plan_reviewed_on',
      'team',
    ],
    rows: story.careLeavers
      .filter(one => kept(one.asAt, null))
      .map(one => [
        people.of(one.child),
        dateText(one.asAt),
        dateText(one.child.born),
        flag(one.inTouch),
        flag(one.suitable),
        flag(one.occupied),
        dateText(one.planReviewedOn),
        'Leaving Care',
      ]),
  };
}
