/** A measure by category: counts with their share of the total, or the share that each category has of its own. */
import { formatValue } from '../figures/display.js';
import type { Figure, PeriodKind } from '../figures/figure.js';
import { headlinePeriod, isAdditive, type Measure, periodsOf } from '../measures/measure.js';
import { monthName } from '../months.js';
import { listed } from '../words.js';
import { shownBare, unitDetail, workings } from './figure-text.js';
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
  /** One for each column of the head. */
  readonly cells: readonly BreakdownCell[];
}

export interface BreakdownView {
  readonly title: string;
  /** "by age, with the share of the total"; '' where the measure's name says it all. */
  readonly caption: string;
  /** Heads of the columns: months, and the year to date where there is one. */
  readonly columns: readonly string[];
  readonly rows: readonly BreakdownRow[];
  readonly note: string;
}

/** Weights of full-time equivalents add up but for the noise of binary fractions. */
const HALF_A_CASE = 0.5;
const ROUNDING_NOTE =
  'Percentages are of the total and each is rounded by itself, so they may not add up to 100%.';
const HELD_BACK_NOTE = 'c is a small number, or one that would give a small number away.';
/** As the tables print it. */
const HELD_BACK = 'c';
const NOUGHT = '0';
const OVERLAP_NOTE = 'Categories do not add up to the total.';

/** Null where there is nothing to list, or so little that a sentence says it. */
export function breakdownView(measure: Measure, input: PackInput): BreakdownView | null {
  const columns = breakdownColumns(measure, input.month);
  const [first] = columns;
  const parts = partsOf(measure, columns, input);
  if (!measure.category || !first || parts.length === 0 || saidOf(measure, columns, parts) !== '')
    return null;
  const rows = [...parts, { category: 'Total', isTotal: true, cells: cellsOf(measure, '', columns, input) }];
  const title = measure.category.titles.join(' and ');
  const isShared = isAdditive(measure);
  const { kept, left } = withoutEmpty(rows);
  if (kept.every(row => row.isTotal)) return null;
  const notes = [isShared ? noteOn(measure, parts, first, input) : '', leftOutNote(left)];
  return {
    title,
    caption: captionOf(measure, `by ${title.toLowerCase()}`, isShared),
    columns: columns.map(({ name }) => name),
    rows: kept,
    note: notes.filter(note => note !== '').join(' '),
  };
}

/**
 * "By age, only Aged 21 can be printed: 59% (35 of 59) in September 2020 and 61% (36 of 59) in August 2020. …" in place of a
 * table of which the month has hidden numbers and no more than one row has others; '' where more can be read. Goes by what the
 * table would print.
 */
export function heldBackInWords(measure: Measure, input: PackInput): string {
  const columns = breakdownColumns(measure, input.month);
  return saidOf(measure, columns, partsOf(measure, columns, input));
}

function saidOf(
  measure: Measure,
  columns: readonly BreakdownColumn[],
  parts: readonly BreakdownRow[],
): string {
  if (!measure.category) return '';
  // None of 12 cases is a share like any other, and no case of a count is none.
  const tells = (cell: BreakdownCell) => (isAdditive(measure) ? hasNumber(cell) : /^\d/.test(cell.value));
  const [only, ...more] = parts.filter(({ cells }) => cells.some(tells));
  if (more.length > 0 || !parts.some(({ cells }) => cells[0]?.value === HELD_BACK)) return '';
  const by = measure.category.titles.join(' and ').toLowerCase();
  const rest = 'number above 0 is small, or would give a small one away (c).';
  if (!only) return `By ${by}, nothing above 0 can be printed: every ${rest}`;
  const said = columns.flatMap((column, index) => {
    const cell = only.cells[index];
    if (!cell || !tells(cell)) return [];
    const shown = cell.beside === '' ? cell.value : `${cell.value} (${cell.beside})`;
    return [`${shown} ${spanInWords(column)}`];
  });
  return `By ${by}, only ${only.category} can be printed: ${listed(said)}. Every other ${rest}`;
}

/** A row for each category of the month. */
function partsOf(
  measure: Measure,
  columns: readonly BreakdownColumn[],
  input: PackInput,
): readonly BreakdownRow[] {
  const [month] = columns;
  if (!measure.category || !month) return [];
  return input.figures.categories({ measure: measure.id, ...month }).map(category => ({
    category,
    isTotal: false,
    cells: cellsOf(measure, category, columns, input),
  }));
}

function cellsOf(
  measure: Measure,
  category: string,
  columns: readonly BreakdownColumn[],
  input: PackInput,
): BreakdownCell[] {
  return columns.map(column => cellOf(measure, category, column, input));
}

function spanInWords({ period, month }: BreakdownColumn): string {
  if (period === 'ytd') return 'in the year to date';
  return period === 'snapshot' ? `at the end of ${monthName(month)}` : `in ${monthName(month)}`;
}

/** Of a table that is mostly c only the rows with a number; which those are can be seen in the whole table too. */
function withoutEmpty(rows: readonly BreakdownRow[]): {
  readonly kept: readonly BreakdownRow[];
  readonly left: readonly BreakdownRow[];
} {
  const parts = rows.filter(row => !row.isTotal);
  const cells = parts.flatMap(row => row.cells);
  const hidden = cells.filter(({ value }) => value === HELD_BACK).length;
  if (cells.filter(hasNumber).length >= hidden) return { kept: rows, left: [] };
  const left = parts.filter(row => !row.cells.some(hasNumber));
  return { kept: rows.filter(row => !left.includes(row)), left };
}

/** More than nought. */
function hasNumber({ value }: BreakdownCell): boolean {
  return /^\d/.test(value) && value.replace('%', '') !== NOUGHT;
}

function leftOutNote(left: readonly BreakdownRow[]): string {
  if (left.length === 0) return '';
  return `Not listed, for want of a number above 0 that can be printed: ${left.map(row => row.category).join('; ')}.`;
}

/** What the measure's name does not say already. */
function captionOf(measure: Measure, by: string, isShared: boolean): string {
  const parts = [
    measure.name.toLowerCase().includes(by) ? '' : by,
    unitDetail(measure),
    isShared ? 'with the share of the total' : '',
  ];
  return parts.filter(part => part !== '').join(', ');
}

export interface BreakdownColumn {
  readonly name: string;
  readonly period: PeriodKind;
  readonly month: string;
}

export function breakdownColumns(measure: Measure, month: string): BreakdownColumn[] {
  const { current, previous, yearEarlier } = packMonths(month);
  const period = headlinePeriod(measure);
  const months = [current, previous, yearEarlier].map(each => ({
    name: each.short,
    period,
    month: each.month,
  }));
  if (!periodsOf(measure).includes('ytd')) return months;
  return [...months, { name: 'Year to date', period: 'ytd', month }];
}

function cellOf(
  measure: Measure,
  category: string,
  column: BreakdownColumn,
  input: PackInput,
): BreakdownCell {
  const key = { measure: measure.id, period: column.period, month: column.month };
  const figure = input.figures.get({ ...key, category });
  const beside = isAdditive(measure)
    ? shownShare(shareOf(figure, input.figures.get(key)))
    : workings(figure, measure);
  return { value: shownBare(figure, measure, input.targets), beside };
}

/** In percent; null where there is no share to give: no value, or a total of 0. */
export function shareOf(figure: Figure | undefined, total: Figure | undefined): number | null {
  if (figure?.value == null || total?.value == null || total.value === 0) return null;
  return (100 * figure.value) / total.value;
}

export function shownShare(share: number | null): string {
  return share === null ? '' : formatValue(share, 'percent', 0);
}

function noteOn(
  measure: Measure,
  rows: readonly BreakdownRow[],
  column: BreakdownColumn,
  { figures }: PackInput,
): string {
  const key = { measure: measure.id, period: column.period, month: column.month };
  const parts = rows.map(({ category }) => figures.get({ ...key, category }));
  // Of what is not printed nobody can say whether it adds up.
  if (parts.some(part => part?.status === 'suppressed')) return `${ROUNDING_NOTE} ${HELD_BACK_NOTE}`;
  const sum = parts.reduce((all, part) => all + (part?.value ?? 0), 0);
  const total = figures.get(key)?.value ?? sum;
  return Math.abs(sum - total) < HALF_A_CASE ? ROUNDING_NOTE : `${ROUNDING_NOTE} ${OVERLAP_NOTE}`;
}
