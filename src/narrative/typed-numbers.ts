import { formatFigure, formatNumber } from '../figures/display.js';
import { decimalsInProse, type FigureSource } from './figure-reference.js';

/**
 * Numbers that a person typed into a statement. Each must be a figure, a target or part of the wording of a measure that
 * the statement names; else the commentary could disagree with the table it stands beside.
 */

const REFERENCE = /\{\{[^}]*\}\}/g;
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** Dates, years, and lengths of time are not figures. */
const NOT_FIGURES = new RegExp(
  [
    `\\b\\d{1,2} (?:${MONTHS})(?: \\d{4})?\\b`,
    '\\b(?:19|20)\\d{2}(?:[/-]\\d{2,4})?\\b',
    '\\b\\d+(?:\\.\\d+)? (?:working )?(?:hours?|days?|weeks?|months?|years?)\\b',
    '\\b(?:section|regulation|form|level|stage|tier) \\d+\\b',
    '\\b\\d+(?:st|nd|rd|th)\\b',
  ].join('|'),
  'gi',
);
const NUMBER = /(?<![\w-])\d[\d,]*(?:\.\d+)?%?(?![\w-])/g;

/** The typed numbers of a sentence that no named measure accounts for. */
export function unaccountedNumbers(
  sentence: string,
  measures: readonly string[],
  source: FigureSource,
): string[] {
  const typed = sentence.replaceAll(REFERENCE, ' ').replaceAll(NOT_FIGURES, ' ').match(NUMBER) ?? [];
  if (typed.length === 0) return [];
  const known = knownNumbers(measures, source);
  return typed.map(number => number.replace(/,$/, '')).filter(number => !known.has(number));
}

/** Everything that a statement about these measures may say as a number, as a table would print it. */
function knownNumbers(ids: readonly string[], source: FigureSource): Set<string> {
  const known = new Set<string>();
  for (const measure of source.measures.filter(each => ids.includes(each.id))) {
    for (const word of `${measure.name} ${measure.counts} ${measure.of}`.match(NUMBER) ?? []) known.add(word);
    for (const target of source.targets.filter(each => each.measure === measure.id)) {
      const edges = [target.atLeast, target.atMost, target.low, target.high].filter(edge => edge !== null);
      for (const edge of edges) known.add(`${edge}`).add(`${edge}%`);
    }
  }
  for (const figure of source.figures.all.filter(each => ids.includes(each.measure))) {
    const measure = source.measures.find(each => each.id === figure.measure);
    if (!measure || figure.value === null) continue;
    known.add(formatFigure(figure, decimalsInProse(figure, measure, source.targets)).split(' ')[0] ?? '');
    for (const part of [figure.numerator, figure.denominator])
      if (part !== null) known.add(formatNumber(part, 0));
  }
  return known;
}
