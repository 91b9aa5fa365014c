/**
 * Why identities that a reader may take for true do not hold of the sample's records. One that none of these says anything
 * of is new, and has to be understood before anything is published: docs/small-numbers.md has them in words.
 */

export interface Reason {
  readonly because: string;
  readonly says: RegExp;
}

const MONTH = String.raw`\d{4}-\d{2}`;

export const REASONS: readonly Reason[] = [
  {
    because: 'short breaks start and end, and are in no month end',
    says: new RegExp(
      String.raw`^looked-after\|snapshot\|${MONTH}\|\|all = .*-started\|.* - looked-after-ended\|`,
    ),
  },
  {
    because: 'of the year to date as an earlier pack printed it more cases have come due since',
    says: new RegExp(
      String.raw`^(contacts-mash-24h|contacts-da-hub-48h|referrals-allocated-24h|missing-interview-72h)\|ytd\|${MONTH}\|.* is printed as `,
    ),
  },
  {
    because: "a quarter's value that was returned stands for each of its months",
    says: new RegExp(String.raw`^attendance-looked-after\|(ytd|rolling-12)\|${MONTH}\|\|\w+ = `),
  },
];

/** How many there are of each reason, and those that have none. */
export function explained(untrue: readonly string[]): {
  readonly counts: readonly string[];
  readonly unexplained: readonly string[];
} {
  const found = REASONS.map(({ because, says }) => ({
    because,
    count: untrue.filter(each => says.test(each)).length,
  }));
  return {
    counts: found.filter(({ count }) => count > 0).map(({ because, count }) => `${count}: ${because}`),
    unexplained: untrue.filter(each => !REASONS.some(({ says }) => says.test(each))),
  };
}
