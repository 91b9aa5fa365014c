/** The cases that stand in the service's figure and in no team's: neither their record nor an allocation names one. */
import type { FigureSet } from '../../figures/figure-set.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import { plainNumber } from '../figure-text.js';
import type { PackInput } from '../pack-input.js';

/** Below it a note would only be noise: a team's figure says nearly all of what it is about. */
const NOTICEABLE_SHARE = 0.1;

/**
 * "MASH contacts decided in 24 hours (398 of 427)"; '' where nearly all cases have a team.
 * @param byTeam the figures of each team as if it were the whole service
 */
export function casesWithoutTeam(byTeam: ReadonlyMap<string, FigureSet>, input: PackInput): string {
  const shares = input.measures.filter(({ kind }) => kind === 'ratio');
  return shares
    .flatMap(measure => {
      const all = casesIn(input.figures, measure, input.month);
      const ofTeams = [...byTeam.values()].reduce((sum, own) => sum + casesIn(own, measure, input.month), 0);
      const without = all - ofTeams;
      if (without <= NOTICEABLE_SHARE * all) return [];
      return [`${measure.name} (${plainNumber(without)} of ${plainNumber(all)})`];
    })
    .join('; ');
}

function casesIn(figures: FigureSet, measure: Measure, month: string): number {
  return figures.get({ measure: measure.id, period: headlinePeriod(measure), month })?.denominator ?? 0;
}
