import {
  addWorking,
  COVERS_FROM,
  DAY_MINUTES,
  type Day,
  dateText,
  LAST,
  months,
  timeText,
  workingDays,
} from './calendar.js';
import { Random } from './random.js';
import type { Cell, Sheet } from './sheet.js';
import { atLeast, doneBy, known, type Stay, yesNo } from './stays.js';

/** Work with children in particular need, and what partners and families say: so many a month, of children then known. */

type Row = readonly Cell[];

/**
 * So many events a month, each on a working day, with a child of the stays that are open on it.
 * @param apart days before the same child may have another
 */
function events(
  stays: readonly Stay[],
  aMonth: number,
  random: Random,
  row: (person: string, on: Day) => Row,
  apart = 0,
): Row[] {
  const free = new Map<string, Day>();
  return months.flatMap(({ first, last }) => {
    const days = workingDays(first, last);
    const count = Math.round(random.normal(aMonth, Math.sqrt(aMonth) * 0.8) * (days.length > 10 ? 1 : 0.1));
    const dates = Array.from({ length: Math.max(0, count) }, () => random.pick(days)).sort((a, b) => a - b);
    return dates.flatMap(on => {
      const open = stays.filter(
        ({ person, from, to }) => from <= on && on <= to && (free.get(person) ?? on) <= on,
      );
      if (open.length === 0) return [];
      const { person } = random.pick(open);
      if (apart > 0) free.set(person, on + apart);
      return [row(person, on)];
    });
  });
}

function sheetOf(name: string, prefix: string, columns: readonly string[], rows: readonly Row[]): Sheet {
  const numbers = rows.map((_, index) => `${prefix}${String(index + 1).padStart(5, '0')}`);
  return { name, columns, rows: rows.map((row, index) => [numbers[index] ?? '', ...row]) };
}

export function exploitationSheets(care: readonly Stay[], atRisk: readonly Stay[]): Sheet[] {
  const random = new Random('exploitation');
  const missing = events(
    care,
    12,
    random,
    (person, on) => {
      const started = on * DAY_MINUTES + random.int(600, 1400);
      const found = started + Math.ceil(random.waiting(900));
      const offered = random.chance(0.95) ? found + random.int(120, 2800) : null;
      const held = offered !== null && random.chance(0.7) ? offered + random.int(60, 3200) : null;
      const isLate = (at: number | null) => at === null || Math.floor(at / DAY_MINUTES) > LAST;
      return [
        person,
        timeText(started),
        isLate(found) ? '' : timeText(found),
        isLate(offered) ? '' : timeText(offered),
        isLate(held) ? '' : timeText(held),
        yesNo(held === null && random.chance(0.6)),
        random.chance(0.12) ? 'Another council' : '',
      ];
    },
    30,
  );
  const assessments = events(atRisk, 7, random, (person, on) => [
    person,
    dateText(on),
    dateText(known(doneBy(addWorking(on, 5), 0.8, random, 5, 9))),
    random.weighted({ Significant: 2, Moderate: 4, Emerging: 5 }),
  ]);
  const meetings = events(atRisk, 9, random, (person, due) => {
    const held = random.chance(0.03) ? null : known(doneBy(due, 0.84, random, 4, 8));
    const plan = held === null ? null : known(doneBy(addWorking(held, 5), 0.8, random, 5, 6));
    const level = random.weighted({ Significant: 3, Moderate: 5 });
    return [person, level, dateText(due), dateText(held), dateText(plan)];
  });
  return [
    sheetOf(
      'missing_episodes',
      'ME',
      [
        'episode_id',
        'person_id',
        'started_at',
        'found_at',
        'interview_offered_at',
        'interview_held_at',
        'interview_refused',
        'placing_authority',
      ],
      missing,
    ),
    sheetOf(
      'exploitation_assessments',
      'EA',
      ['assessment_id', 'person_id', 'identified_on', 'completed_on', 'level'],
      assessments,
    ),
    sheetOf(
      'risk_management_meetings',
      'RM',
      ['meeting_id', 'person_id', 'level', 'due_on', 'held_on', 'safety_plan_sent_on'],
      meetings,
    ),
  ];
}

export function courtSheets(protection: readonly Stay[], care: readonly Stay[]): Sheet[] {
  const random = new Random('court');
  const before = events(
    protection,
    6,
    random,
    (person, on) => [person, dateText(on), dateText(known(on + random.int(60, 145)))],
    160,
  );
  const proceedings = events(
    care,
    7,
    random,
    (person, on) => {
      const concluded = known(on + Math.round(random.normal(214, 45)));
      const outcome = random.weighted({
        'Care order': 5,
        'Special guardianship order': 2,
        'Supervision order': 2,
      });
      return [person, dateText(on), dateText(concluded), concluded === null ? '' : outcome];
    },
    400,
  );
  return [
    sheetOf('pre_proceedings', 'PP', ['case_id', 'person_id', 'started_on', 'ended_on'], before),
    sheetOf(
      'care_proceedings',
      'CA',
      ['case_id', 'person_id', 'issued_on', 'concluded_on', 'outcome'],
      proceedings,
    ),
  ];
}

export function familySheets(need: readonly Stay[], protection: readonly Stay[]): Sheet[] {
  const random = new Random('families');
  const conferences = events([...need, ...protection], 14, random, (person, on) => {
    const allocated = known(addWorking(on, random.int(1, 6)));
    const held = random.chance(0.8) ? known(doneBy(addWorking(on, 15), 0.66, random, 8, 25)) : null;
    const hasPlan = held !== null && random.chance(0.88);
    const dates = [dateText(on), dateText(allocated), dateText(held)];
    const flags = held === null ? ['', ''] : [yesNo(hasPlan), yesNo(hasPlan && random.chance(0.35))];
    return [person, ...dates, ...flags];
  });
  const fostering = events(
    need,
    0.8,
    random,
    (person, on) => {
      const visited = known(doneBy(on + 7, 0.8, random, 6, 8));
      const ended = known(on + random.int(60, 500));
      const assessed = known(addWorking(on, random.int(20, 42)));
      return [person, dateText(on), dateText(visited), dateText(assessed), dateText(ended)];
    },
    520,
  );
  const carers = events(atLeast(6, need), 9, random, (person, on) => {
    const level = random.weighted({ Low: 5, Moderate: 4, High: 2, 'Very high': 1 });
    const referred = level === 'Low' ? null : known(on + random.int(1, 14));
    const by = random.weighted({ 'Early help': 4, School: 3, 'Social work': 3, Health: 1 });
    return [person, dateText(on), by, level, dateText(referred)];
  });
  const profiles = events([...need, ...protection], 11, random, (person, on) => [
    person,
    dateText(on),
    random.weighted({ 'Social work': 5, Health: 3, School: 2 }),
  ]);
  return [
    sheetOf(
      'family_group_conferences',
      'FG',
      [
        'conference_id',
        'person_id',
        'referred_on',
        'allocated_on',
        'held_on',
        'plan_made',
        'kinship_carer_identified',
      ],
      conferences,
    ),
    sheetOf(
      'private_fostering',
      'PF',
      ['arrangement_id', 'person_id', 'notified_on', 'visited_on', 'assessed_on', 'ended_on'],
      fostering,
    ),
    sheetOf(
      'young_carer_screenings',
      'YC',
      ['screening_id', 'person_id', 'screened_on', 'screened_by', 'level', 'assessment_referred_on'],
      carers,
    ),
    sheetOf('graded_care_profiles', 'GC', ['profile_id', 'person_id', 'completed_on', 'agency'], profiles),
  ];
}

const QUESTIONS = ['My worker listens to me', 'I know what the plan is', 'Things are better than before'];

/** About professionals, and from people who answer for themselves: neither names a child. */
export function voiceSheets(everybody: readonly Stay[]): Sheet[] {
  const random = new Random('voices');
  const allegations = events(everybody, 13, random, (_, on) => {
    const held = random.chance(0.62) ? known(addWorking(on, random.int(2, 12))) : null;
    const sent = held === null ? null : known(doneBy(addWorking(held, 5), 0.75, random, 5, 8));
    const closed = known(on + random.int(15, 120));
    const agency = random.weighted({
      Education: 8,
      'Early years': 4,
      'Foster care': 4,
      Health: 2,
      'Faith group': 1,
    });
    const outcome = random.weighted({ Substantiated: 3, Unsubstantiated: 4, Unfounded: 2, Malicious: 1 });
    const dates = [dateText(held), dateText(sent)];
    return [dateText(on), agency, ...dates, closed === null ? '' : outcome, dateText(closed)];
  });
  const feedback = events(everybody, 42, random, (_, on) => {
    const years = (on - COVERS_FROM) / 365;
    const score = Math.min(10, Math.max(0, Math.round(random.normal(6.6 + 0.2 * years, 1.7))));
    const respondent = random.weighted({
      'Child or young person': 4,
      'Parent or carer': 5,
      Practitioner: 2,
      'Partner agency': 2,
    });
    const service = random.weighted({ 'Social work': 6, 'Early help': 3, 'Family group conferences': 2 });
    return [dateText(on), respondent, service, random.pick(QUESTIONS), score];
  });
  return [
    sheetOf(
      'allegations',
      'AL',
      [
        'allegation_id',
        'referred_on',
        'agency',
        'meeting_held_on',
        'minutes_sent_on',
        'outcome',
        'closed_on',
      ],
      allegations,
    ),
    sheetOf(
      'feedback',
      'FB',
      ['response_id', 'received_on', 'respondent', 'service', 'question', 'score'],
      feedback,
    ),
  ];
}
