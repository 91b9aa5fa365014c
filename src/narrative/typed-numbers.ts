import { formatFigure, formatNumber } from '../figures/display.js';
import { decimalsShown } from '../figures/labels.js';
import { targetInWords } from '../figures/rating.js';
import type { FigureSource } from './figure-reference.js';

/**
 * Numbers that a person typed into a statement. Each must be a figure, a target or part of the wording of a measure that
 * the statement names; else the commentary could disagree with the table it stands beside.
 */

const REFERENCE = /\{\{[^}]*\}\}/g;
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** One number or the two ends of a range. Not "and", which as often joins a figure to what comes next. */
const range = (number: string) => `${number}(?:(?:[-–]| to | or )${number})?`;
/** Dates, years and ages are not figures. */
const NOT_FIGURES = new RegExp(
  [
    `\\b${range('\\d{1,2}')} (?:${MONTHS})(?: \\d{4})?\\b`,
    '\\b(?:19|20)\\d{2}(?:[/-]\\d{2,4})?\\b',
    `\\baged ${range('\\d{1,2}')}\\b`,
    '\\b(?:section|regulation|form|level|stage|tier) \\d+\\b',
    '\\b\\d+(?:st|nd|rd|th)\\b',
  ].join('|'),
  'gi',
);
/** "In 15 working days" is part of the wording, but a figure beside a measure whose unit it is. */
const LENGTH_OF_TIME = new RegExp(
  `\\b${range('\\d+(?:\\.\\d+)?')} (?:working )?(hour|day|week|month|year)s?\\b`,
  'gi',
);
/** Not part of a name: S47, COVID-19, 24-hour. The ends of a range, 71-73%, are two numbers. */
const NUMBER = /(?<!\w|[a-z]-)\d[\d,]*(?:\.\d+)?%?(?!\w|-[a-z])/gi;

/** The typed numbers of a sentence that no named measure accounts for. */
export function unaccountedNumbers(
  sentence: string,
  measures: readonly string[],
  source: FigureSource,
): string[] {
  const units = source.measures.filter(each => measures.includes(each.id)).map(each => String(each.unit));
  const typed = sentence
    .replaceAll(REFERENCE, ' ')
    .replaceAll(NOT_FIGURES, ' ')
    .replaceAll(LENGTH_OF_TIME, (length, unit: string) =>
      units.includes(`${unit.toLowerCase()}s`) ? length : ' ',
    )
    .match(NUMBER);
  if (!typed) return [];
  const known = knownNumbers(measures, source);
  return typed.map(number => number.replace(/,$/, '')).filter(number => !known.has(number));
}

/** Everything that a statement about these measures may say as a number, as a table would print it. */
function knownNumbers(ids: readonly string[], source: FigureSource): Set<string> {
  const known = new Set<string>();
  for (const measure of source.measures.filter(each => ids.includes(each.id))) {
    for (const word of `${measure.name} ${measure.counts} ${measure.of}`.match(NUMBER) ?? []) known.add(word);
    for (const target of source.targets.filter(each => each.measure === measure.id)) {
      for (const edge of targetInWords(target, 'count').match(NUMBER) ?? []) known.add(edge).add(`${edge}%`);
    }
  }
  for (const figure of source.figures.all.filter(each => ids.includes(each.measure))) {
    const measure = source.measures.find(each => each.id === figure.measure);
    if (!measure || figure.value === null) continue;
    known.add(formatFigure(figure, decimalsShown(figure, measure, source.targets)).split(' ')[0] ?? '');
    for (const part of [figure.numerator, figure.denominator])
      if (part !== null) known.add(formatNumber(part, 0));
  }
  return known;
}
