import { stringify } from 'csv-stringify/sync';
import type { Figure } from './figure.js';

/** figures.csv and figures.json: one row a figure, the contract's columns in its order. */

const SIGNIFICANT_DIGITS = 10;

const COLUMNS = {
  measure: figure => figure.measure,
  of: figure => figure.of,
  period: figure => figure.period,
  month: figure => figure.month,
  team: figure => figure.team,
  category: figure => figure.category,
  value: figure => tidyNumber(figure.value),
  numerator: figure => tidyNumber(figure.numerator),
  denominator: figure => tidyNumber(figure.denominator),
  not_yet_due: figure => figure.notYetDue,
  not_judged: figure => figure.notJudged,
  unit: figure => figure.unit,
  status: figure => figure.status,
  reason: figure => figure.reason,
  target: figure => figure.target,
  rating: figure => figure.rating,
  movement: figure => figure.movement,
  meaning: figure => figure.meaning,
  variation: figure => figure.variation,
  assurance: figure => figure.assurance,
  definition: figure => figure.definition,
} satisfies Record<string, (figure: Figure) => string | number | null>;

/** What a spreadsheet would take for a formula; such text comes from extracts, and extracts are not trusted. */
const FORMULA = /^[=+\-@\t\r]/;

export function figuresCsv(figures: readonly Figure[]): string {
  const rows = figures.map(figure => Object.values(COLUMNS).map(read => guard(read(figure))));
  return stringify([Object.keys(COLUMNS), ...rows], { record_delimiter: '\n' });
}

export function figuresJson(figures: readonly Figure[]): string {
  const rows = figures.map(figure =>
    JSON.stringify(Object.fromEntries(Object.entries(COLUMNS).map(([name, read]) => [name, read(figure)]))),
  );
  return `[\n${rows.join(',\n')}\n]\n`;
}

function tidyNumber(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

function guard(cell: string | number | null): string | number | null {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}
