/** Measures that a team's pages cannot show this month, so that none is missing without a word. */
import { reasonInWords } from '../../figures/display.js';
import { headlinePeriod } from '../../measures/measure.js';
import { listed } from '../../words.js';
import type { PackInput } from '../pack-input.js';

/** "Visits in time and Reviews in time (no extract visits)"; '' where each has its data. */
export function measuresWithoutData({ measures, figures, month }: PackInput): string {
  const byReason = new Map<string, string[]>();
  for (const measure of measures) {
    const figure = figures.get({ measure: measure.id, period: headlinePeriod(measure), month });
    if (figure?.status !== 'no-data') continue;
    const reason = reasonInWords(figure);
    byReason.set(reason, [...(byReason.get(reason) ?? []), measure.name]);
  }
  return [...byReason].map(([reason, names]) => `${listed(names)} (${reason})`).join('; ');
}
