/** Measures that a team's pages cannot show this month, so that none is missing without a word. */
import { reasonInWords } from '../../figures/display.js';
import { headlinePeriod } from '../../measures/measure.js';
import { listedByReason } from '../../words.js';
import type { PackInput } from '../pack-input.js';

/** "Visits in time and Reviews in time (no extract visits)"; '' where each has its data. */
export function measuresWithoutData({ measures, figures, month }: PackInput): string {
  const without = measures.flatMap(measure => {
    const figure = figures.get({ measure: measure.id, period: headlinePeriod(measure), month });
    return figure?.status === 'no-data' ? [{ name: measure.name, reason: reasonInWords(figure) }] : [];
  });
  return listedByReason(without);
}
