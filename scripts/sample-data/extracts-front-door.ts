import { DAY_MINUTES, dateText, timeText } from './calendar.js';
import { root } from './children.js';
import { flag, type Holders, numbered } from './records.js';
import { Numbers, type People, type Sheet } from './sheet.js';
import type { Story } from './story.js';
import type { Referral } from './world.js';

/** Contacts, referrals and early help. */

const dayOf = (at: number) => Math.floor(at / DAY_MINUTES);

export function contactSheet(story: Story, people: People): Sheet {
  const { rows, numbers } = numbered(
    story.world.contacts,
    'C',
    one => [dayOf(one.receivedAt), null],
    one => one.receivedAt,
  );
  return {
    name: 'contacts',
    columns: ['contact_id', 'person_id', 'received_at', 'source', 'route', 'completed_at', 'outcome'],
    rows: rows.map(one => [
      numbers.of(one),
      people.of(one.child),
      timeText(one.receivedAt),
      one.source,
      one.route,
      timeText(one.completedAt),
      one.outcome,
    ]),
  };
}

export function numberedReferrals(story: Story): { rows: Referral[]; numbers: Numbers<Referral> } {
  return numbered(
    story.world.referrals,
    'R',
    one => [dayOf(one.receivedAt), one.closedOn],
    one => one.receivedAt,
  );
}

export function referralSheet(story: Story, people: People, holders: Holders): Sheet {
  const { rows, numbers } = numberedReferrals(story);
  return {
    name: 'referrals',
    columns: [
      'referral_id',
      'person_id',
      'received_at',
      'source',
      'allocated_at',
      'decided_at',
      'primary_need',
      'no_further_action',
      'closed_on',
      'close_reason',
      'team',
    ],
    rows: rows.map(one => [
      numbers.of(one),
      people.of(one.child),
      timeText(one.receivedAt),
      one.source,
      timeText(one.allocatedAt),
      timeText(one.decidedAt),
      one.need,
      flag(one.noFurtherAction),
      dateText(one.closedOn),
      one.closeReason,
      holders.of(one.child, one.case, dayOf(one.receivedAt)) || 'MASH',
    ]),
  };
}

/** The referral that began a child's case. */
export class ReferralOf {
  private readonly known = new Map<unknown, Map<unknown, string>>();

  constructor(story: Story) {
    const { rows, numbers } = numberedReferrals(story);
    for (const row of rows) {
      const children = this.known.get(row.case) ?? new Map<unknown, string>();
      if (!children.has(root(row.child))) children.set(root(row.child), numbers.of(row));
      this.known.set(row.case, children);
    }
  }

  /** Named by what happened in its first weeks; later steps of the case name none. */
  of(one: { child: Referral['child']; case: Referral['case'] }, on: number): string {
    const referred = one.case.referredOn;
    if (referred === null || on > referred + 40) return '';
    return this.known.get(one.case)?.get(root(one.child)) ?? '';
  }
}

export function earlyHelpSheet(story: Story, people: People): Sheet {
  const { rows, numbers } = numbered(story.earlyHelp, 'EH', one => [one.startedOn, one.endedOn]);
  const families = new Numbers([...new Set(rows.map(one => one.family))], 'F');
  return {
    name: 'early_help',
    columns: ['episode_id', 'person_id', 'family_id', 'started_on', 'ended_on', 'organisation'],
    rows: rows.map(one => [
      numbers.of(one),
      people.of(one.child),
      families.of(one.family),
      dateText(one.startedOn),
      dateText(one.endedOn),
      one.organisation,
    ]),
  };
}
