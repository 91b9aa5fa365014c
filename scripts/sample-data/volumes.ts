import { aimed, canReach, metByMonth } from './aims.js';
import { monthAt, months, OCTOBER, REPORT } from './calendar.js';
import { Random } from './random.js';

/** How much comes to the front door in each month: seasons, growth, the spring of 2020, and noise. */

export interface Volumes {
  readonly mash: readonly number[];
  readonly domesticAbuse: readonly number[];
  /** The Early Help Hub opened in September 2020. */
  readonly earlyHelpHub: readonly number[];
  /** Contacts to the MASH that became a referral. */
  readonly progressed: readonly number[];
  readonly domesticAbuseProgressed: readonly number[];
  /** Referrals that came without a contact: transfers in, courts, other services. */
  readonly direct: readonly number[];
}

/** By calendar month from January; schools are closed in August, people are away in December. */
const SEASON = [1.02, 0.97, 1.1, 0.95, 1.03, 1.06, 1.06, 0.85, 0.98, 1.06, 1.06, 0.87];
const SPRING_2020: Record<string, number> = {
  '2020-03': 0.94,
  '2020-04': 0.73,
  '2020-05': 0.72,
  '2020-06': 0.83,
  '2020-07': 0.9,
  '2020-08': 0.95,
};
const OCTOBER_SHARE = 0.11;

export function volumes(): Volumes {
  const random = new Random('volumes');
  for (;;) {
    const mash = months.map(({ index }) => volume(index, 505 + index * 1.1, 'contacts-mash', random));
    if (!canReach('contacts-to-referral', mash)) continue;
    const domesticAbuse = months.map(({ index }) =>
      volume(index, 148 + index * 0.4, 'contacts-domestic-abuse-hub', random),
    );
    const progressed = metByMonth('contacts-to-referral', mash, usualProgress, random);
    return {
      mash,
      domesticAbuse,
      earlyHelpHub: months.map(({ index }) => (index === REPORT ? 118 : index === OCTOBER ? 14 : 0)),
      progressed,
      domesticAbuseProgressed: domesticAbuse.map(count =>
        Math.round(count * Math.max(0.04, random.normal(0.1, 0.018))),
      ),
      direct: months.map(({ index }) => (index === OCTOBER ? 0 : random.int(2, 8))),
    };
  }
}

function usualProgress(index: number): number {
  return index < 12 ? 0.27 : index < 42 ? 0.25 : index < 48 ? 0.21 : 0.185;
}

function volume(index: number, level: number, measure: string, random: Random): number {
  if (index === REPORT) return aimed(measure, '2020-09');
  const { id } = monthAt(index);
  const season = SEASON[Number(id.slice(5)) - 1] ?? 1;
  // the hub heard more, not less, when families were at home
  const spring = measure === 'contacts-mash' ? (SPRING_2020[id] ?? 1) : (2 - (SPRING_2020[id] ?? 1)) ** 0.4;
  const share = index === OCTOBER ? OCTOBER_SHARE : 1;
  return Math.round(level * season * spring * share * random.normal(1, 0.035));
}
