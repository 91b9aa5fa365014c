/**
 * What the numbers of an area say, in a few sentences that anyone can check against its table: how many measures meet
 * their targets, which are furthest from them, which meet them, which are worse or better than a year before, and which
 * are at their highest or lowest.
 */
import type { Figure } from '../figures/figure.js';
import { targetFor } from '../figures/labels.js';
import { distance } from '../figures/rating.js';
import { round } from '../figures/rounding.js';
import { headlinePeriod, type Measure, yearlyPeriod } from '../measures/measure.js';
import { listed } from '../words.js';
import { moveBetween, shownFigure } from './figure-text.js';
import type { PackInput } from './pack-input.js';
import { CHART_MONTHS, chartMonths, packMonths } from './pack-months.js';

/** More names than this say nothing. */
const MOST_NAMES = 3;

interface Standing {
  readonly measure: Measure;
  readonly figure: Figure;
  readonly shown: string;
}

export function areaStatements(measures: readonly Measure[], input: PackInput): string[] {
  const standings = measures.flatMap(measure => standingsOf(measure, input));
  const found = [
    ratingsInWords(standings),
    furthest(standings, input),
    meeting(standings),
    moved(measures, input, 'worsening', 'Worse than a year before'),
    moved(measures, input, 'improving', 'Better than a year before'),
    extremes(measures, input, 'Highest', (one, other) => one > other),
    extremes(measures, input, 'Lowest', (one, other) => one < other),
  ].filter(sentence => sentence !== '');
  if (found.length > 0) return found;
  const before = `the ${CHART_MONTHS - 1} months before`;
  return [
    `No measure here is rated against a target, and none is higher, or lower, than in each of ${before}.`,
  ];
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

function ratingsInWords(standings: readonly Standing[]): string {
  if (standings.length === 0) return '';
  const count = (rating: Figure['rating']) => standings.filter(each => each.figure.rating === rating).length;
  const parts = [
    [count('green'), 'green'],
    [count('amber'), 'amber'],
    [count('red'), 'red'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  const what =
    standings.length === 1
      ? '1 measure is rated against its target'
      : `${standings.length} measures are rated against their targets`;
  return `${what}: ${listed(said)}.`;
}

function furthest(standings: readonly Standing[], { targets }: PackInput): string {
  const missed = standings
    .filter(({ figure }) => figure.rating === 'red')
    .map(each => ({ ...each, share: shareMissed(each, targets) }))
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_NAMES);
  if (missed.length === 0) return '';
  const names = missed.map(
    ({ measure, figure, shown }) => `${measure.name} (${shown}; target ${figure.target})`,
  );
  return `Furthest from ${missed.length === 1 ? 'its target' : 'their targets'}: ${names.join('; ')}.`;
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

function meeting(standings: readonly Standing[]): string {
  const met = standings.filter(({ figure }) => figure.rating === 'green');
  const names = met.map(({ measure, shown }) => `${measure.name} (${shown})`);
  return naming(met.length === 1 ? 'Meets its target' : 'Meet their targets', names);
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
    const [shown, earlier] = [now, before].map(figure => shownFigure(figure, measure, targets));
    return [`${measure.name} (${shown}, after ${earlier})`];
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

/** Measures whose month is beyond each of the twelve before it, under one definition. */
function extremes(
  measures: readonly Measure[],
  { figures, month, targets }: PackInput,
  word: string,
  isBeyond: (one: number, other: number) => boolean,
): string {
  const names = measures.flatMap(measure => {
    const series = figures.series(
      { measure: measure.id, period: headlinePeriod(measure) },
      chartMonths(month),
    );
    const last = series.at(-1);
    if (last?.value == null) return [];
    const value = last.value;
    const earlier = series.slice(0, -1);
    const isExtreme = earlier.every(
      figure =>
        figure?.value != null && figure.definition === last.definition && isBeyond(value, figure.value),
    );
    return isExtreme ? [`${measure.name} (${shownFigure(last, measure, targets)})`] : [];
  });
  return naming(`${word} in ${CHART_MONTHS} months`, names);
}

/** "Words: one; two; three and 2 more."; '' where there is none to name. */
function naming(words: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${words}: ${names.slice(0, MOST_NAMES).join('; ')}${more}.`;
}
