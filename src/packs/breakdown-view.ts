/** A measure by category: counts with their share of the total, or the share that each category has of its own. */
import { formatValue } from '../figures/display.js';
import type { Figure } from '../figures/figure.js';
import { headlinePeriod, type Measure } from '../measures/measure.js';
import { isAdditive } from './chart-view.js';
import { shownFigure, workings } from './figure-text.js';
import type { PackInput } from './pack-input.js';
import { packMonths } from './pack-months.js';

interface BreakdownCell {
  readonly value: string;
  /** Share of the total, or "37 of 40". */
  readonly beside: string;
}

interface BreakdownRow {
  readonly category: string;
  readonly isTotal: boolean;
  /** One for each month of the head. */
  readonly cells: readonly BreakdownCell[];
}

export interface BreakdownView {
  readonly title: string;
  readonly months: readonly string[];
  readonly rows: readonly BreakdownRow[];
  readonly note: string;
  /** Too many rows to stand beside a chart. */
  readonly isLong: boolean;
}

const ROWS_BESIDE_A_CHART = 12;
const ROUNDING_NOTE =
  'Percentages are of the total and each is rounded by itself, so they may not add up to 100%.';
const OVERLAP_NOTE = 'Categories do not add up to the total.';

export function breakdownView(measure: Measure, input: PackInput): BreakdownView | null {
  if (!measure.category) return null;
  const key = { measure: measure.id, period: headlinePeriod(measure) };
  const { current, previous, yearEarlier } = packMonths(input.month);
  const categories = input.figures.categories({ ...key, month: current.month });
  if (categories.length === 0) return null;
  const months = [current, previous, yearEarlier];
  const cellOf = (category: string, month: string): BreakdownCell => {
    const figure = input.figures.get({ ...key, month, category });
    const total = input.figures.get({ ...key, month });
    const beside = isAdditive(measure) ? shareOf(figure, total) : workings(figure, measure);
    return { value: shownFigure(figure, measure, input.targets), beside };
  };
  const rows = [...categories, ''].map(category => ({
    category: category || 'Total',
    isTotal: category === '',
    cells: months.map(({ month }) => cellOf(category, month)),
  }));
  const figures = categories.map(category => input.figures.get({ ...key, month: current.month, category }));
  const total = input.figures.get({ ...key, month: current.month });
  return {
    title: measure.category.titles.join(' and '),
    months: months.map(({ short }) => short),
    rows,
    note: isAdditive(measure) ? notesOn(figures, total) : '',
    isLong: rows.length > ROWS_BESIDE_A_CHART,
  };
}

/** '' where there is no share to give: no value, or a total of 0. */
function shareOf(figure: Figure | undefined, total: Figure | undefined): string {
  if (figure?.value == null || total?.value == null || total.value === 0) return '';
  return formatValue((100 * figure.value) / total.value, 'percent', 0);
}

function notesOn(figures: readonly (Figure | undefined)[], total: Figure | undefined): string {
  const sum = figures.reduce((all, figure) => all + (figure?.value ?? 0), 0);
  const addsUp = total?.value == null || Math.abs(sum - total.value) < 0.005;
  return addsUp ? ROUNDING_NOTE : `${ROUNDING_NOTE} ${OVERLAP_NOTE}`;
}
