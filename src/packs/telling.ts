/** Which of several measures a page leads with, and the one sentence to remember of it. */
import { variationSettings } from '../figures/variation/settings.js';
import { headlinePeriod, type Measure } from '../measures/measure.js';
import { scoreOf } from '../narrative/draft/score.js';
import { findFacts } from '../narrative/evidence/find-facts.js';
import type { EvidenceSource } from '../narrative/evidence/source.js';
import { inSentence } from '../words.js';
import { shareMissed } from './area-statements.js';
import { extremeOf, headlineOf } from './headline.js';
import type { PackInput } from './pack-input.js';

/** What a month's target and record add to the score that a draft of the commentary goes by (docs/commentary.md). */
const MISSED_BY_MORE = 2;
const MISSED = 1;
const RECORD = 0.5;
const NOTHING_TO_SAY = -1;

/**
 * "64% of section 47 enquiries were completed within 15 working days, down from 86% the month before … The target, at least
 * 95%, is missed."; '' where there is no measure.
 */
export function leadOf(measures: readonly Measure[], input: PackInput): string {
  const first = mostTelling(measures, input);
  if (!first) return '';
  const headline = headlineOf(first.measure, input);
  // Without a figure it is not said of what: the card's own heading is not in sight.
  if (first.score === NOTHING_TO_SAY) return `${first.measure.name}: ${inSentence(headline)}`;
  return [headline, ...targetSentence(first.measure, input)].join(' ');
}

/** The measure that the lead is about: what it says need not be said again on its card. */
export function leadingMeasure(measures: readonly Measure[], input: PackInput): Measure | null {
  return mostTelling(measures, input)?.measure ?? null;
}

function mostTelling(
  measures: readonly Measure[],
  input: PackInput,
): { readonly measure: Measure; readonly score: number } | undefined {
  const [first] = measures
    .map(measure => ({ measure, score: tellingScore(measure, input) }))
    .sort((a, b) => b.score - a.score);
  return first;
}

function targetSentence(measure: Measure, { figures, month }: PackInput): string[] {
  const figure = figures.get({ measure: measure.id, period: headlinePeriod(measure), month });
  if (!figure?.rating || figure.target === '') return [];
  // Who was named last may be England, or a part: "it" could be taken for that.
  return [`The target, ${figure.target}, is ${figure.rating === 'green' ? 'met' : 'missed'}.`];
}

/** A measure is weighed for its area and for its page, when a pack is planned and when it is made: facts take long to find. */
const weighed = new WeakMap<PackInput, Map<Measure, number>>();

/** The first of equals leads, so that what is nowhere judged comes in the order of the catalogue. */
function tellingScore(measure: Measure, input: PackInput): number {
  const known = weighed.get(input) ?? new Map<Measure, number>();
  weighed.set(input, known);
  const score = known.get(measure) ?? weigh(measure, input);
  known.set(measure, score);
  return score;
}

function weigh(measure: Measure, input: PackInput): number {
  const { figures, month, targets } = input;
  const figure = figures.get({ measure: measure.id, period: headlinePeriod(measure), month });
  if (figure?.value == null) return NOTHING_TO_SAY;
  const source = evidenceOf(input);
  const facts = findFacts(measure, source);
  const scores = (['good', 'bad'] as const).map(side => scoreOf(measure, facts, side)?.score ?? 0);
  const missed = shareMissed({ measure, figure }, targets);
  const rated = { red: MISSED_BY_MORE + missed, amber: MISSED + missed, green: 0, blue: 0 };
  const record = extremeOf(measure, input) ? RECORD : 0;
  return Math.max(...scores) + (figure.rating ? rated[figure.rating] : 0) + record;
}

/** A pack is told from its own figures alone: those of a public edition are all that may be published. */
function evidenceOf({ figures, measures, month, targets, comparators, settings }: PackInput): EvidenceSource {
  return {
    figures,
    published: figures,
    measures,
    month,
    targets,
    comparators,
    variation: variationSettings(settings),
    smallNumber: settings.small_numbers.threshold,
  };
}
