/** Figures in the words of a table cell: the value, what it was worked out from, its rating, its direction. */

import { meaningBeside, meaningOf, movementBetween } from '../figures/direction.js';
import { formatFigure, formatNumber, unitWords } from '../figures/display.js';
import type { Figure, Meaning, Movement, Rating, Unit } from '../figures/figure.js';
import { decimalsShown, targetFor } from '../figures/labels.js';
import { exact } from '../figures/rounding.js';
import { isAdditive, type Measure } from '../measures/measure.js';
import type { Target } from '../workspace/tables.js';

/** A rating as a word with the name of its colour and shape. */
export interface RatingView {
  readonly word: string;
  readonly colour: Rating;
}

export interface DirectionView {
  readonly arrow: Movement;
  /** "Up, improving". */
  readonly words: string;
}

const RATING_WORDS: Readonly<Record<Rating, string>> = {
  green: 'Green',
  amber: 'Amber',
  red: 'Red',
  blue: 'Blue',
};
const MOVEMENT_WORDS: Readonly<Record<Movement, string>> = { up: 'Up', down: 'Down', same: 'Same' };
const MOST_DECIMALS = 2;

/** The value as printed everywhere in a pack; more decimals where the rounded one would contradict its rating. */
export function shownFigure(
  figure: Figure | undefined,
  measure: Measure,
  targets: readonly Target[],
): string {
  return formatFigure(figure, figure ? decimalsShown(figure, measure, targets) : measure.decimals);
}

/** The value without the words of its unit, where a table's row names them once: "16" of "16 cases per worker". */
export function shownBare(figure: Figure | undefined, measure: Measure, targets: readonly Target[]): string {
  return withoutUnit(shownFigure(figure, measure, targets), figure?.unit ?? measure.unit);
}

/** A percentage keeps its sign: it is as short as a digit, and tables hold counts too. */
export function withoutUnit(shown: string, unit: Unit): string {
  const words = unitWords(unit);
  return words !== '' && words !== '%' && /^-?\d/.test(shown) ? (shown.split(' ')[0] ?? shown) : shown;
}

/** The words of a measure's unit for beside its name in a table; '' where the name or the sign says it. */
export function unitDetail({ name, unit }: Measure): string {
  const words = unitWords(unit);
  return words === '%' || name.toLowerCase().includes(words.toLowerCase()) ? '' : words;
}

/** "37 of 40"; a sum divided by its cases, "4,812 ÷ 12"; '' for a plain count, and where no value is printed. */
export function workings(figure: Figure | undefined, measure: Measure): string {
  if (figure?.status !== 'ok' || figure.numerator === null || figure.denominator === null) return '';
  const [top, bottom] = [plainNumber(figure.numerator), plainNumber(figure.denominator)];
  if (figure.unit === 'per 10000') return `${top} in ${bottom} children`;
  return measure.kind === 'average' ? `${top} ÷ ${bottom}` : `${top} of ${bottom}`;
}

/** With the decimals that it has, at most two: counts have none, full-time equivalents may. */
export function plainNumber(value: number): string {
  return formatNumber(value, decimalsIn(value));
}

/** Decimals of a number as it was given, at most two. */
export function decimalsIn(value: number): number {
  return Math.min(MOST_DECIMALS, String(exact(value)).split('.')[1]?.length ?? 0);
}

export function ratingView(rating: Rating | null | undefined): RatingView | null {
  return rating ? { word: RATING_WORDS[rating], colour: rating } : null;
}

/** Null where the two figures cannot be compared. */
export function directionView(
  movement: Movement | null | undefined,
  meaning: Meaning | null | undefined,
): DirectionView | null {
  if (!movement) return null;
  const word = MOVEMENT_WORDS[movement];
  return { arrow: movement, words: movement === 'same' || !meaning ? word : `${word}, ${meaning}` };
}

/** How a measure moved between two of its figures, where the figure's own movement is against another month. */
export interface Move {
  readonly movement: Movement;
  readonly meaning: Meaning | null;
}

/** Null where there is nothing to compare: no value, or another definition. */
export function moveBetween(
  current: Figure | undefined,
  earlier: Figure | undefined,
  measure: Measure,
  targets: readonly Target[],
): Move | null {
  if (!current || !earlier || !isComparable(current, earlier)) return null;
  const movement = movementBetween(current, earlier, decimalsBetween(current, earlier, measure, targets));
  if (!movement) return null;
  const target = targetFor(current, measure, targets);
  const meaning = meaningOf(movement, measure.polarity, current, earlier, target);
  return { movement, meaning: meaningBeside(current.variation, meaning) };
}

/**
 * Decimals at which two figures are compared: those of the one that is printed with more, so that 89.9% and 89.7% differ
 * where the second would be printed as 90%. A figure that is only known as it is printed has no more: beside a 90% that may
 * have been 89.7% nobody knows whether 89.9% is up or down. Under one target the rating tells, for which the decimals are.
 */
function decimalsBetween(
  current: Figure,
  earlier: Figure,
  measure: Measure,
  targets: readonly Target[],
): number {
  const decimals = [current, earlier].map(figure => decimalsShown(figure, measure, targets));
  const coarser = (decimals[0] ?? 0) < (decimals[1] ?? 0) ? current : earlier;
  const isOneTarget = targetFor(current, measure, targets) === targetFor(earlier, measure, targets);
  const isKnown = isOneTarget || hasAllDigits(coarser, measure);
  return isKnown ? Math.max(...decimals) : Math.min(...decimals);
}

/** The public figures hold no digit that is not printed (src/disclosure/as-printed.ts). */
function hasAllDigits({ numerator, of, unit }: Figure, measure: Measure): boolean {
  return numerator !== null || (of === 'value' && unit !== 'percent' && isAdditive(measure));
}

/** A figure in a sentence with others of its measure: in the decimals of the one that has most, where they are known. */
export function shownBeside(
  figure: Figure | undefined,
  others: readonly (Figure | undefined)[],
  measure: Measure,
  targets: readonly Target[],
): string {
  if (!figure || !hasAllDigits(figure, measure)) return shownFigure(figure, measure, targets);
  const decimals = [figure, ...others].map(each => (each ? decimalsShown(each, measure, targets) : 0));
  return formatFigure(figure, Math.max(...decimals));
}

/** Figures under two definitions are not one above the other. */
export function isComparable(now: Figure | undefined, earlier: Figure | undefined): boolean {
  return now !== undefined && earlier !== undefined && now.definition === earlier.definition;
}

/** Whether a move is called better or worse of a measure whose months cannot be read as a series. */
export function mayBeChance(now: Figure | undefined, move: Move | null): boolean {
  return now?.variation === null && (move?.meaning === 'improving' || move?.meaning === 'worsening');
}

/** Beyond them a list is not read: in a council's first year no measure can be read as a series. */
const MOST_NAMED = 8;

/** Names them, each once; '' where there is none. */
export function byTwoNumbersAlone(measures: readonly Measure[]): string {
  const names = [...new Set(measures.map(({ name }) => name))];
  if (names.length === 0) return '';
  const which = names.length > MOST_NAMED ? `${names.length} measures` : names.join('; ');
  return `Improving or worsening by two numbers alone, which may be chance: ${which}.`;
}
