import { headlinePeriod, isAdditive, type Measure } from '../measures/measure.js';
import { addMonths, yearStart } from '../months.js';
import { shownFigure } from './figure-text.js';
import type { PackInput } from './pack-input.js';

/**
 * Where the printed months do not add up to the year to date: months printed as they were published stay as they are, and
 * the year is of cases as now recorded. A sentence for the foot of the page; none where they add up, or are no sum at all.
 */
export function yearNotes(measure: Measure, input: PackInput): string[] {
  const { figures, month, settings, targets } = input;
  const isSum = isAdditive(measure) && !measure.distinct && headlinePeriod(measure) === 'month';
  if (settings.history.past_months !== 'as published' || !isSum) return [];
  const year = figures.get({ measure: measure.id, period: 'ytd', month });
  const values = monthsOfYear(month).map(
    each => figures.get({ measure: measure.id, period: 'month', month: each })?.value,
  );
  if (year?.value == null || values.some(value => value == null)) return [];
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
  if (Math.abs(sum - year.value) < 1e-6) return [];
  const shown = (value: number) => shownFigure({ ...year, value }, measure, targets);
  return [
    `${measure.name}: the months as they were published add up to ${shown(sum)}; the year to date, ${shown(year.value)}, is of cases as they are recorded now.`,
  ];
}

function monthsOfYear(month: string): string[] {
  const months: string[] = [];
  for (let each = yearStart(month); each <= month; each = addMonths(each, 1)) months.push(each);
  return months;
}
