import type { Figure } from '../../figures/figure.js';
import { exact } from '../../figures/rounding.js';
import type { Measure } from '../../measures/measure.js';
import { monthName, yearStart } from '../../months.js';
import { seriesOf, shown } from '../evidence/source.js';
import { NUMBER_WORD, numberFrom, numberWord, ORDINAL_WORD, ordinalWord } from '../number-words.js';
import { judged, type Sentence, type Verdict } from './claim.js';
import { monthNamed } from './moment.js';

/** What a sentence says of a whole series: so many months alike, the nth in a row, the highest since. */

const SERIES_END = '(?: in a row| running| in succession)';
const IN_A_ROW = new RegExp(
  `\\b(?:for|is|was|in|over) (?:each of |all of |every one of )?(?:the )?(?:last |past )?(${NUMBER_WORD}) (?:(?:consecutive|successive) )?months?${SERIES_END}?`,
);
const NTH = new RegExp(
  `\\b(?:the |a )?(${ORDINAL_WORD}) (?:(?:consecutive|successive) month|month${SERIES_END})`,
);

interface Predicate {
  readonly words: RegExp;
  readonly what: string;
  /** Null where it cannot be told of a month. */
  readonly holds: (
    figure: Figure,
    before: Figure | undefined,
    show: (figure: Figure) => string,
    last: Figure,
  ) => boolean | null;
}

const isMissed = (figure: Figure) => (figure.rating === null ? null : figure.rating !== 'green');
const moved =
  (way: 1 | -1): Predicate['holds'] =>
  (figure, before) =>
    before?.value == null || figure.value === null
      ? null
      : Math.sign(exact(figure.value) - exact(before.value)) === way;

const PREDICATES: readonly Predicate[] = [
  {
    words:
      /\b(?:target|standard)\b.*\b(?:missed|not met)|\b(?:below|under|short of|missed|missing|not met) (?:the |our |its )?(?:target|standard)/i,
    what: 'the target was missed',
    holds: isMissed,
  },
  {
    words:
      /\b(?:target|standard)\b.*\bmet\b|\b(?:met|meets|above|at|within) (?:the |our |its )?(?:target|standard)/i,
    what: 'the target was met',
    holds: figure => {
      const missed = isMissed(figure);
      return missed === null ? null : !missed;
    },
  },
  { words: /\b(?:rose|risen|rising|increas\w+|gone up|grown|climb\w+)\b/i, what: 'it rose', holds: moved(1) },
  {
    words: /\b(?:fell|fallen|falling|decreas\w+|dropp\w+|gone down|declin\w+)\b/i,
    what: 'it fell',
    holds: moved(-1),
  },
  {
    words: /\b(?:steady|stable|unchanged|the same|flat|level|stayed|remained)\b|\d ?%/i,
    what: 'the printed figure was the same',
    holds: (figure, _, show, last) => figure.value !== null && show(figure) === show(last),
  },
];

/** "Steady for six months", "met for three months in a row", "for the third consecutive month". */
export function runClaims(sentence: Sentence): Verdict[] {
  return [
    ...sentence.find(NTH).flatMap(found => runVerdict(sentence, found, 'nth consecutive')),
    ...sentence.find(IN_A_ROW).flatMap(found => runVerdict(sentence, found, 'so many months')),
  ];
}

function runVerdict(sentence: Sentence, found: RegExpMatchArray, form: string): Verdict[] {
  const count = numberFrom(found[1] ?? '') ?? 0;
  const around = wordsAround(sentence.text, found);
  const predicate = PREDICATES.find(each => each.words.test(around));
  const isLoose =
    form === 'so many months' &&
    !/in a row|running|consecutive|successive|each of|steady|stable|unchanged|the same|flat|missed|met/i.test(
      around,
    );
  // Above or below an average is a fact of the chart, whose limits a sentence does not name.
  if (!predicate || isLoose || /\baverage for\b|\busual\b/i.test(around)) return [];
  sentence.blank(found);
  const answers = sentence.measures.flatMap(measure => {
    const { months, isWhole } = runOf(measure, predicate, sentence);
    const isLong = months >= count;
    if (isWhole && (form === 'nth consecutive' || !isLong)) return [];
    const isTrue = form === 'nth consecutive' ? months === count : isLong;
    const told =
      form === 'nth consecutive'
        ? `this is the ${ordinalWord(months)} month`
        : `for ${numberWord(months)} ${months === 1 ? 'month' : 'months'}`;
    return [{ isTrue, shows: `${measure.id}: ${predicate.what} ${told}` }];
  });
  return [judged(form, found[0], answers)];
}

/** The sentence's own part: what stands beyond a full stop says something else. */
function wordsAround(text: string, { index = 0, 0: words }: RegExpMatchArray): string {
  const start = Math.max(text.lastIndexOf('. ', index), text.lastIndexOf('; ', index)) + 1;
  const ends = [text.indexOf('. ', index + words.length), text.indexOf('; ', index + words.length)].filter(
    end => end >= 0,
  );
  return text.slice(start, Math.min(text.length, ...ends));
}

/** Months up to the last for which it holds, and whether that is as far as the series goes. */
function runOf(
  measure: Measure,
  { holds }: Predicate,
  { source }: Sentence,
): { months: number; isWhole: boolean } {
  const series = seriesOf(measure, source);
  const last = series.at(-1);
  if (!last) return { months: 0, isWhole: true };
  const show = (figure: Figure) => shown(figure, measure, source);
  let months = 0;
  for (let index = series.length - 1; index >= 0; index--) {
    const figure = series[index];
    const answer = figure && figure.value !== null ? holds(figure, series[index - 1], show, last) : null;
    if (answer === null) return { months, isWhole: true };
    if (!answer) return { months, isWhole: false };
    months++;
  }
  return { months, isWhole: true };
}

const RECORD = new RegExp(
  `\\b(highest|lowest|best|worst)\\b[^,.;]{0,40}?\\b(?:since ([a-z]+(?: \\d{4})?)|(?:in|for) (?:over |more than |nearly |almost )?(a|${NUMBER_WORD}) (years?|months?)|(so far this year|this year|of the year|this financial year)|(on record|ever))`,
);
const YEAR = 12;

/** "The highest in over a year", "the lowest since May 2019", "the lowest so far this year". */
export function recordClaims(sentence: Sentence): Verdict[] {
  return sentence.find(RECORD).flatMap(found => {
    const [, word = '', since, count, unit = '', year, ever] = found;
    const { month } = sentence.source;
    const from = since === undefined ? null : monthNamed(since, month);
    if (since !== undefined && from === null) return [];
    sentence.blank(found);
    const answers = sentence.measures.flatMap(measure => {
      const extreme = extremeOf(word.toLowerCase(), measure);
      const earlier = seriesOf(measure, sentence.source);
      const last = earlier.pop();
      if (extreme === 0 || last?.value == null) return [];
      const months = (numberFrom(count ?? '') ?? 0) * (unit.startsWith('year') ? YEAR : 1);
      const meant = earlier.filter((figure, index) => {
        if (from !== null) return figure.month > from;
        if (year !== undefined) return figure.month >= yearStart(month);
        return ever !== undefined || index >= earlier.length - months;
      });
      const beyond = meant.find(
        figure => figure.value !== null && extreme * exact(figure.value) > extreme * exact(last.value ?? 0),
      );
      if (beyond)
        return [
          {
            isTrue: false,
            shows: `${measure.id}: ${shown(beyond, measure, sentence.source)} in ${monthName(beyond.month)}, ${shown(last, measure, sentence.source)} now`,
          },
        ];
      const isKnown =
        meant.every(figure => figure.value !== null) &&
        ever === undefined &&
        meant.length >= (count === undefined ? 1 : months);
      return isKnown ? [{ isTrue: true, shows: '' }] : [];
    });
    return [judged('highest or lowest', found[0], answers)];
  });
}

/** 1 for highest, -1 for lowest, 0 where neither is better. */
function extremeOf(word: string, { polarity }: Measure): -1 | 0 | 1 {
  if (word === 'highest') return 1;
  if (word === 'lowest') return -1;
  if (polarity !== 'higher' && polarity !== 'lower') return 0;
  return (polarity === 'higher') === (word === 'best') ? 1 : -1;
}
