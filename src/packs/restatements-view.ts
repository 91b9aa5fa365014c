import { monthName } from '../months.js';
import type { PackInput } from './pack-input.js';

/** The page "Restatements this month": published figures that have changed by more than the council's threshold. */
export interface RestatementsView {
  /** "1 percentage point, 5% of other figures, or a rating". */
  readonly threshold: string;
  readonly rows: readonly {
    readonly month: string;
    readonly measure: string;
    readonly published: string;
    readonly now: string;
    /** "green, now amber"; '' where it is the same. */
    readonly rating: string;
    /** What tells the cases behind it. */
    readonly command: string;
  }[];
}

/** The part of a pack that shows them. */
export const RESTATEMENTS = 'restatements';

/** null where there is none. */
export function restatementsView({ restated = [], settings }: PackInput): RestatementsView | null {
  if (restated.length === 0) return null;
  const { points, percent } = settings.history.restated_over;
  return {
    threshold: `${points} percentage ${points === 1 ? 'point' : 'points'}, ${percent}% of what was published for other figures, or a rating`,
    rows: restated.map(each => ({
      month: monthName(each.month),
      measure: each.measure,
      published: each.published,
      now: each.now,
      rating:
        each.ratingBefore === each.ratingNow
          ? ''
          : `${each.ratingBefore ?? 'no rating'}, now ${each.ratingNow ?? 'no rating'}`,
      command: `scorecard compare ${each.month} --measure ${each.id} --cases`,
    })),
  };
}
