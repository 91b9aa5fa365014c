import { withoutControls } from '../../control-characters.js';
import { valueAsPrinted } from '../../disclosure/as-printed.js';
import type { Figure, Unit } from '../../figures/figure.js';
import { decimalsShown } from '../../figures/labels.js';
import { isFormulaLike } from '../../figures/tidy.js';
import type { Measure } from '../../measures/measure.js';
import { decimalsIn } from '../figure-text.js';
import type { PackInput } from '../pack-input.js';
import type { Cell } from './workbook.js';

/** Figures, dates and words as cells: typed, in the format of the measure's unit and decimals. */

/** As in the statistics of the Department for Education. */
export const HELD_BACK = 'c';
const NO_CASES = 'z';
const NO_DATA = ':';

/** What the signs mean that stand where a number would. */
export const KEY = `${HELD_BACK} is a small number, or one that would give it away; ${NO_CASES} is no cases; ${NO_DATA} is no data.`;

/** Whether a cell says why there is no number. */
export function isSign({ value }: Cell): boolean {
  return value === HELD_BACK || value === NO_CASES || value === NO_DATA;
}

/** Excel keeps the cell as text when somebody edits it. */
const TEXT = '@';
const MOST_CHARACTERS = 32_767;
/** Significant digits of a number in Excel. */
const EXCEL_DIGITS = 15;
const DAY = 24 * 60 * 60 * 1000;
/** The day before Excel's first, with the 29 February 1900 that it counts and that never was. */
const DAY_NOUGHT = Date.UTC(1899, 11, 30);

export const NOTHING: Cell = { value: null, format: '', link: '' };

/**
 * Text from extracts too, which is not trusted: what looks like a formula is text and stays so. Excel reads `_x0041_` as
 * the letter A, unless the first line is itself written in that way.
 */
export function textCell(text: string): Cell {
  const plain = withoutControls(text)
    .slice(0, MOST_CHARACTERS)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return { ...NOTHING, value: plain || null, format: isFormulaLike(text) ? TEXT : '' };
}

export function linkCell(text: string, sheet: string): Cell {
  return { ...textCell(text), link: sheet };
}

/** @param date YYYY-MM-DD */
export function dateCell(date: string): Cell {
  return { ...NOTHING, value: dayNumber(date), format: 'd mmmm yyyy' };
}

/** The first day of the month, shown as "Sep 2020". */
export function monthCell(month: string): Cell {
  return { ...NOTHING, value: dayNumber(`${month}-01`), format: 'mmm yyyy' };
}

/** A count, or what a sum is divided by: as it is, with at most two decimals shown. */
export function countCell(count: number | null | undefined): Cell {
  if (count === null || count === undefined) return NOTHING;
  return { ...NOTHING, value: excelNumber(count), format: formatOf('count', decimalsIn(count)) };
}

/** A value in its unit: 39.4 for 39.4%. */
export function valueCell(value: number, unit: Unit, decimals: number): Cell {
  const inExcel = unit === 'percent' ? value / 100 : value;
  return { ...NOTHING, value: excelNumber(inExcel), format: formatOf(unit, decimals) };
}

/** As exact as it may be known, and shown as the pack prints it; else the sign that says why there is none. */
export function figureCell(figure: Figure | undefined, measure: Measure, source: FigureSource): Cell {
  const value = mayBeKnown(figure, measure, source);
  if (!figure || value === null) return { ...NOTHING, value: signOf(figure) };
  return valueCell(value, figure.unit, decimalsShown(figure, measure, source.targets));
}

export interface FigureSource extends Pick<PackInput, 'targets'> {
  /** Of a pack that leaves the council. */
  readonly isPublished: boolean;
}

/**
 * Exact digits of a percentage give away the counts that it is published without: 92.3076923% is 12 of 13. Such a
 * value is what the pack prints.
 */
export function mayBeKnown(
  figure: Figure | undefined,
  measure: Measure,
  { isPublished, targets }: FigureSource,
): number | null {
  if (figure?.value == null || figure.status !== 'ok') return null;
  return isPublished ? valueAsPrinted(figure, figure.value, measure, targets) : figure.value;
}

function signOf(figure: Figure | undefined): string {
  if (figure?.status === 'suppressed') return HELD_BACK;
  return figure?.status === 'no-cases' ? NO_CASES : NO_DATA;
}

function formatOf(unit: Unit, decimals: number): string {
  const fraction = decimals > 0 ? `.${'0'.repeat(decimals)}` : '';
  return unit === 'percent' ? `0${fraction}%` : `#,##0${fraction}`;
}

/** Without the noise of binary fractions, which Excel does not keep either. */
function excelNumber(value: number): number {
  return Number(value.toPrecision(EXCEL_DIGITS));
}

function dayNumber(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) - DAY_NOUGHT) / DAY;
}
