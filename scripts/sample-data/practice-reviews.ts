import { addMonths, addWorking, COVERS_FROM, type Day, dateText, LAST, workingUpTo } from './calendar.js';
import { Random } from './random.js';
import { Numbers, type Sheet } from './sheet.js';
import { doneBy, known, type Stay, yesNo } from './stays.js';

/** Reviews, core groups, health checks and the reviewing officer's work, for children on plans and in care. */

interface Held {
  readonly person: string;
  readonly due: Day;
  readonly on: Day | null;
  readonly sent: Day | null;
}

function numbered<T extends { readonly due: Day }>(rows: readonly T[], prefix: string) {
  const inOrder = [...rows].sort((a, b) => a.due - b.due);
  return { inOrder, numbers: new Numbers(inOrder, prefix) };
}

/** Meetings that fall due again and again while a plan is open; the share held in time grows over the years. */
function meetings(stays: readonly Stay[], first: number, every: number, random: Random): Held[] {
  return stays.flatMap(({ person, from, to }) => {
    const found: Held[] = [];
    for (let due = addWorking(from, first); due <= to; due = workingUpTo(due + every)) {
      if (due < COVERS_FROM) continue;
      const years = (due - COVERS_FROM) / 365;
      const on = random.chance(0.04) ? null : known(doneBy(due, 0.7 + 0.04 * years, random));
      const sent = on === null || random.chance(0.05) ? null : known(addWorking(on, random.int(1, 8)));
      found.push({ person, due, on, sent });
    }
    return found;
  });
}

function heldSheet(name: string, id: string, prefix: string, held: readonly Held[]): Sheet {
  const { inOrder, numbers } = numbered(held, prefix);
  return {
    name,
    columns: [id, 'person_id', 'due_on', 'held_on', 'record_sent_on'],
    rows: inOrder.map(one => [
      numbers.of(one),
      one.person,
      dateText(one.due),
      dateText(one.on),
      dateText(one.sent),
    ]),
  };
}

export function reviewSheets(need: readonly Stay[], protection: readonly Stay[]): Sheet[] {
  const reviews = meetings(need, 20, 91, new Random('cin-reviews'));
  const groups = meetings(protection, 10, 42, new Random('core-groups'));
  return [
    heldSheet('cin_reviews', 'review_id', 'CR', reviews),
    heldSheet('core_groups', 'core_group_id', 'CG', groups),
  ];
}

/** Reviews of children looked after: within 20 working days, then 3 months, then every 6 months. */
export function lookedAfterReviewSheet(care: readonly Stay[]): Sheet {
  const random = new Random('looked-after-reviews');
  const reviews = care.flatMap(({ person, from, to }) => {
    const found: { person: string; due: Day; on: Day | null; sequence: number }[] = [];
    let due = addWorking(from, 20);
    for (let sequence = 1; due <= to; sequence += 1) {
      const held = doneBy(due, 0.9, random, 8, 15);
      const on = held > to ? null : known(held);
      if (due >= COVERS_FROM) found.push({ person, due, on, sequence });
      if (on === null) break;
      due = workingUpTo(addMonths(on, sequence === 1 ? 3 : 6));
    }
    return found;
  });
  const { inOrder, numbers } = numbered(reviews, 'LR');
  const after = (on: Day | null, least: number, most: number, share: number) =>
    on === null || !random.chance(share) ? null : known(addWorking(on, random.int(least, most)));
  return {
    name: 'looked_after_reviews',
    columns: [
      'review_id',
      'person_id',
      'due_on',
      'held_on',
      'cancelled',
      'sequence',
      'participated',
      'consulted',
      'minutes_sent_on',
      'recommendations_sent_on',
      'recommendations_answered_on',
    ],
    rows: inOrder.map(one => {
      const minutes = after(one.on, 5, 24, 0.97);
      const sent = after(one.on, 1, 7, 0.97);
      return [
        numbers.of(one),
        one.person,
        dateText(one.due),
        dateText(one.on),
        'N',
        one.sequence,
        one.on === null ? '' : yesNo(random.chance(0.91)),
        one.on === null ? '' : yesNo(random.chance(0.78)),
        dateText(minutes),
        dateText(sent),
        dateText(after(sent, 2, 6, 0.94)),
      ];
    }),
  };
}

const INITIAL = 'Initial health assessment';
const REVIEW = 'Review health assessment';
const DENTAL = 'Dental check';

export function healthSheet(care: readonly Stay[]): Sheet {
  const random = new Random('health-checks');
  const checks = care.flatMap(({ person, from, to }) => {
    const found = [{ person, kind: INITIAL, due: doneBy(addWorking(from, 20), 0.75, random, 8, 25) }];
    for (const [kind, missed] of [
      [REVIEW, 0.06],
      [DENTAL, 0.16],
    ] as const) {
      for (let on = from + random.int(150, 330); on <= to; on += random.int(300, 385)) {
        if (!random.chance(missed)) found.push({ person, kind, due: on });
      }
    }
    return found.filter(({ due }) => due >= COVERS_FROM - 400 && due <= Math.min(to, LAST));
  });
  const { inOrder, numbers } = numbered(checks, 'HC');
  return {
    name: 'health_checks',
    columns: ['check_id', 'person_id', 'kind', 'checked_on'],
    rows: inOrder.map(one => [numbers.of(one), one.person, one.kind, dateText(one.due)]),
  };
}

/** What a reviewing officer records between reviews, and disputes that the officer raises with the service. */
export function officerSheets(care: readonly Stay[]): Sheet[] {
  const random = new Random('reviewing-officers');
  const times = (mean: number) =>
    care.flatMap(({ person, from, to }) => {
      const found: { person: string; due: Day }[] = [];
      for (
        let on = from + random.int(40, 120);
        on <= to;
        on += Math.max(30, Math.ceil(random.normal(mean, mean / 2.5)))
      ) {
        if (on >= COVERS_FROM) found.push({ person, due: workingUpTo(on) });
      }
      return found;
    });
  const oversights = numbered(times(150), 'OV');
  const disputes = numbered(
    times(125).filter(() => random.chance(0.035)),
    'DI',
  );
  return [
    {
      name: 'oversights',
      columns: ['oversight_id', 'person_id', 'recorded_on'],
      rows: oversights.inOrder.map(one => [oversights.numbers.of(one), one.person, dateText(one.due)]),
    },
    {
      name: 'disputes',
      columns: ['dispute_id', 'person_id', 'raised_on', 'formal', 'resolved_on'],
      rows: disputes.inOrder.map(one => [
        disputes.numbers.of(one),
        one.person,
        dateText(one.due),
        yesNo(random.chance(0.3)),
        dateText(known(doneBy(addWorking(one.due, 20), 0.7, random, 18, 30))),
      ]),
    },
  ];
}
