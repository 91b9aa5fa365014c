/**
 * What the numbers of an area say, in a few sentences that anyone can check against its table: which measures miss or meet
 * their targets, which are worse or better than a year before, and which are at their highest or lowest.
 */
import type { Figure } from '../figures/figure.js';
import { targetFor } from '../figures/labels.js';
import { distance } from '../figures/rating.js';
import { round } from '../figures/rounding.js';
import { headlinePeriod, type Measure, yearlyPeriod } from '../measures/measure.js';
import { capitalised } from '../words.js';
import { moveBetween, shownBeside, shownFigure } from './figure-text.js';
import { extremeOf } from './headline.js';
import type { PackInput } from './pack-input.js';
import { CHART_MONTHS, packMonths } from './pack-months.js';

/** More names than this say nothing. */
const MOST_NAMES = 3;

interface Standing {
  readonly measure: Measure;
  readonly figure: Figure;
  readonly shown: string;
}

export function areaStatements(measures: readonly Measure[], input: PackInput): string[] {
  const standings = measures.flatMap(measure => standingsOf(measure, input));
  return [
    ratingsInWords(standings, input),
    moved(measures, input, 'worsening', 'Worse than a year before'),
    moved(measures, input, 'improving', 'Better than a year before'),
    [extremes(measures, input, 'highest'), extremes(measures, input, 'lowest')].join(' ').trim(),
  ].filter(sentence => sentence !== '');
}

/** The measure's own figure, and the rate beside it where the target is on that. */
function standingsOf(measure: Measure, { figures, month, targets }: PackInput): Standing[] {
  return [
    figures.get({ measure: measure.id, period: headlinePeriod(measure), month }),
    figures.get({ measure: measure.id, of: 'rate', period: yearlyPeriod(measure), month }),
  ].flatMap(figure =>
    figure?.rating ? [{ measure, figure, shown: shownFigure(figure, measure, targets) }] : [],
  );
}

const RATINGS = [
  ['red', 'Red'],
  ['amber', 'Amber'],
  ['green', 'Green'],
] as const;

/** "Red: Visits (64%; target at least 95%). Green: Audits (90%; target at least 85%)." The furthest of each come first. */
function ratingsInWords(standings: readonly Standing[], { targets }: PackInput): string {
  return RATINGS.map(([rating, word]) => {
    const rated = standings
      .filter(({ figure }) => figure.rating === rating)
      .map(each => ({ ...each, share: shareMissed(each, targets) }))
      .sort((a, b) => b.share - a.share);
    return naming(
      word,
      rated.map(({ measure, figure, shown }) => `${measure.name} (${shown}; target ${figure.target})`),
    );
  })
    .filter(sentence => sentence !== '')
    .join(' ');
}

/** How far a figure misses its target, as a share of the target's nearer edge. */
export function shareMissed(
  { measure, figure }: Pick<Standing, 'measure' | 'figure'>,
  targets: PackInput['targets'],
): number {
  const target = targetFor(figure, measure, targets);
  if (!target || figure.value === null) return 0;
  const edges = [target.atLeast, target.atMost, target.low, target.high].filter(edge => edge !== null);
  const nearest = Math.min(...edges.map(edge => Math.abs(edge)));
  return distance(figure.value, target) / (nearest || 1);
}

/** Measures whose month is worse, or better, than the same month a year before, under one definition. */
function moved(
  measures: readonly Measure[],
  { figures, month, targets }: PackInput,
  meaning: 'worsening' | 'improving',
  words: string,
): string {
  const { yearEarlier } = packMonths(month);
  const names = measures.flatMap(measure => {
    const key = { measure: measure.id, period: headlinePeriod(measure) };
    const [now, before] = [figures.get({ ...key, month }), figures.get({ ...key, month: yearEarlier.month })];
    if (moveBetween(now, before, measure, targets)?.meaning !== meaning || isSlight(now, before, measure))
      return [];
    const shown = shownBeside(now, [before], measure, targets);
    const earlier = shownBeside(before, [now], measure, targets);
    // Of a band, up can be worse and down can be worse: nobody can tell without it.
    const band = measure.polarity === 'target' && now?.target ? `; target ${now.target}` : '';
    return [`${measure.name} (${shown}, after ${earlier}${band})`];
  });
  return naming(words, names);
}

/**
 * Decimals that are only printed to bear out a rating make no news: 89.5% after 89.6% is the same to any reader. @returns
 * whether the two are the same with the measure's own decimals
 */
function isSlight(now: Figure | undefined, before: Figure | undefined, { decimals }: Measure): boolean {
  if (now?.value == null || before?.value == null) return false;
  return round(now.value, decimals) === round(before.value, decimals);
}

/** Measures whose month is beyond each of the twelve before it. */
function extremes(measures: readonly Measure[], input: PackInput, extreme: 'highest' | 'lowest'): string {
  const { figures, month, targets } = input;
  const names = measures.flatMap(measure => {
    if (extremeOf(measure, input) !== extreme) return [];
    const figure = figures.get({ measure: measure.id, period: headlinePeriod(measure), month });
    return [`${measure.name} (${shownFigure(figure, measure, targets)})`];
  });
  return naming(`${capitalised(extreme)} in ${CHART_MONTHS} months`, names);
}

/** "Words: one; two; three and 2 more."; '' where there is none to name. */
function naming(words: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${words}: ${names.slice(0, MOST_NAMES).join('; ')}${more}.`;
}
