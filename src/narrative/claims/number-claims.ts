import { formatNumber } from '../../figures/display.js';
import type { Figure } from '../../figures/figure.js';
import { targetFor } from '../../figures/labels.js';
import { targetInWords } from '../../figures/rating.js';
import { roundText } from '../../figures/rounding.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import { judged, type Sentence, type Verdict } from './claim.js';
import type { Moment } from './moment.js';

/** Numbers and fractions as they are typed, each held against the figures of the months that its words name. */

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
const HEDGE =
  '(?:(about|around|roughly|some|nearly|almost|just under|under|less than|fewer than|below|just over|over|more than|above|at least|well over) )?';
const PERCENT = new RegExp(`\\b${HEDGE}(${NUMBER}) ?(?:%|per ?cent\\b)`);
const OF = new RegExp(`\\b(${NUMBER}) (?:out )?of (?:the |all )?(${NUMBER})\\b`);
const COUNT = new RegExp(
  `(?<![\\w£.-])${HEDGE}(${NUMBER})(?![\\w%]| ?per ?cent|-\\w| percentage| points?\\b| ?/)((?: [a-z-]+){0,4})`,
);
const MONTH_NAMES = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** Dates, years, ages, sections, and lengths of time that are part of a measure's wording. */
const NO_FIGURE = new RegExp(
  [
    `\\b\\d{1,2}(?:[-–]| to )?(?:\\d{1,2})? (?:${MONTH_NAMES})(?: \\d{4})?\\b`,
    `\\b(?:${MONTH_NAMES}) \\d{4}\\b`,
    '\\b(?:19|20)\\d{2}(?:[/-]\\d{2,4})?\\b',
    '\\baged \\d{1,2}(?:(?:[-–]| to | or )\\d{1,2})?\\b',
    '\\b(?:section|regulation|form|level|stage|tier|phase) \\d+\\b',
    '\\b\\d+(?:st|nd|rd|th)\\b',
  ].join('|'),
);
const LENGTH_OF_TIME =
  /\b\d+(?:\.\d+)?(?:(?:[-–]| to | or )\d+)? (?:working )?(hour|day|week|month|year)s?\b/;
const TARGET_WORDS = /\b(?:target|aim|ask for|standard|goal)\b/i;
const ABOUT = 2;

type Hedge = string | undefined;

/** Blanks what looks like a number and is none. */
export function setAside(sentence: Sentence): void {
  for (const found of sentence.find(NO_FIGURE)) sentence.blank(found);
  const units = sentence.measures.map(measure => String(measure.unit));
  for (const found of sentence.find(LENGTH_OF_TIME))
    if (!units.includes(`${found[1]?.toLowerCase()}s`)) sentence.blank(found);
}

export function percentClaims(sentence: Sentence): Verdict[] {
  return sentence.find(PERCENT).flatMap(found => {
    const start = (found.index ?? 0) + found[0].indexOf(found[2] ?? '');
    sentence.blank(found);
    if (sentence.isTrusted(start)) return [];
    return percentVerdict(sentence, found[0], found[1], found[2] ?? '', start);
  });
}

function percentVerdict(
  sentence: Sentence,
  said: string,
  hedge: Hedge,
  typed: string,
  start: number,
): Verdict[] {
  const segment = sentence.segmentAt(start);
  const others = othersIn(segment, sentence);
  if (others.length > 0)
    return [
      judged(
        'number',
        said,
        others.map(each => answer(typed, hedge, each.value, each.shown, each.name)),
      ),
    ];
  if (isTargetNumber(sentence, start)) return [judged('target', said, targetAnswers(sentence, typed))];
  const moments = sentence.momentsAt(start);
  const shares = categoryShares(sentence, moments);
  // "Higher than England, at 21%" names the group before the comma.
  const named = othersIn(sentence.text, sentence).filter(each =>
    agrees(typed, hedge, each.value, each.shown),
  );
  const answers = sentence
    .figures(moments)
    .filter(({ measure }) => measure.unit === 'percent')
    .flatMap(({ measure, figure, shown }) => {
      const of = `${measure.id}, ${momentWords(figure)}`;
      const value = figure.value ?? 0;
      if (!isNegated(segment, measure)) return [answer(typed, hedge, value, shown, of)];
      const rest = `${formatNumber(100 - value, measure.decimals)}%`;
      return [answer(typed, hedge, 100 - value, rest, `not, ${of}`)];
    });
  return [
    judged('percentage', said, [
      ...answers,
      ...[...shares, ...named].map(each => answer(typed, hedge, each.value, each.shown, each.name)),
    ]),
  ];
}

const NEGATION = /\b(?:not|never|without|no|nobody|failed|missed)\b|n't\b/i;

/** "Not seen" is of the rest; "no further action" is what its measure counts. */
function isNegated(segment: string, { name, counts, statement }: Measure): boolean {
  return NEGATION.test(segment) && !NEGATION.test(`${name} ${counts} ${statement.said}`);
}

/** After the word, it is the target's number; before it, the figure's. */
function isTargetNumber(sentence: Sentence, start: number): boolean {
  const segment = sentence.segmentAt(start);
  const word = TARGET_WORDS.exec(segment);
  return word !== null && sentence.text.indexOf(segment) + word.index < start;
}

function momentWords({ period, month }: Figure): string {
  return `${period} ${month}`;
}

interface Shown {
  readonly value: number;
  readonly shown: string;
  readonly name: string;
}

function answer(
  typed: string,
  hedge: Hedge,
  value: number,
  shown: string,
  of: string,
): { isTrue: boolean; shows: string } {
  return { isTrue: agrees(typed, hedge, value, shown), shows: `${shown} (${of})` };
}

/** As printed, or with more decimals than are printed; with a hedge, on its side of what is typed. */
function agrees(typed: string, hedge: Hedge, value: number, shown: string): boolean {
  const plain = typed.replaceAll(',', '');
  const decimals = plain.split('.')[1]?.length ?? 0;
  const printed = (/-?[\d,]+(?:\.\d+)?/.exec(shown)?.[0] ?? '').replaceAll(',', '');
  const number = Number(plain);
  const isExact =
    plain === printed ||
    (decimals > (printed.split('.')[1]?.length ?? 0) && roundText(value, decimals) === plain);
  switch (hedge?.toLowerCase()) {
    case undefined:
      return isExact;
    case 'about':
    case 'around':
    case 'roughly':
    case 'some':
      return isExact || Math.abs(value - number) <= Math.max(ABOUT, number * 0.05);
    case 'nearly':
    case 'almost':
    case 'just under':
      return value < number && value >= number - Math.max(ABOUT + 1, number * 0.05);
    case 'at least':
      return value >= number;
    case 'under':
    case 'less than':
    case 'fewer than':
    case 'below':
      return value < number;
    default:
      return value > number;
  }
}

/** What others published, where the words name them. */
function othersIn(segment: string, { measures, source }: Sentence): Shown[] {
  const words = segment.toLowerCase();
  return source.comparators
    .filter(row => measures.some(({ id }) => id === row.measure) && words.includes(row.group.toLowerCase()))
    .map(row => ({ value: row.value, shown: String(row.value), name: `${row.group} ${row.year}` }));
}

function targetAnswers({ measures, source }: Sentence, typed: string): { isTrue: boolean; shows: string }[] {
  const plain = Number(typed.replaceAll(',', ''));
  return measures.flatMap(measure => {
    const figure = source.figures.get({
      measure: measure.id,
      period: headlinePeriod(measure),
      month: source.month,
    });
    const target = figure && targetFor(figure, measure, source.targets);
    if (!figure || !target) return [];
    const edges = [target.atLeast, target.atMost, target.low, target.high];
    return [
      {
        isTrue: edges.includes(plain),
        shows: `target ${targetInWords(target, figure.unit)} (${measure.id})`,
      },
    ];
  });
}

/** Categories that the sentence names, with their share of the total; "other" is too common a word to name one. */
function categoryShares(sentence: Sentence, moments: readonly Moment[]): Shown[] {
  return sentence.measures.flatMap(measure =>
    categoriesNamed(measure, sentence).flatMap(category =>
      moments.flatMap(moment => {
        const [part] = sentence.figures([moment], category).filter(each => each.measure === measure);
        const [total] = sentence.figures([moment]).filter(each => each.measure === measure);
        if (!part) return [];
        if (measure.unit === 'percent')
          return [{ value: part.figure.value ?? 0, shown: part.shown, name: category }];
        if (!total?.figure.value) return [];
        const value = (100 * (part.figure.value ?? 0)) / total.figure.value;
        return [
          { value, shown: `${formatNumber(value, 0)}%`, name: `${category}, ${momentWords(part.figure)}` },
        ];
      }),
    ),
  );
}

const COMMON_WORDS = ['other', 'others', 'unknown', 'none'];

export function categoriesNamed(measure: Measure, { text, source }: Sentence): string[] {
  if (!measure.category) return [];
  const key = { measure: measure.id, period: headlinePeriod(measure), month: source.month };
  return source.figures.categories(key).filter(category => {
    const name = (category.split(' / ').at(-1) ?? '').toLowerCase();
    const words = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return (
      name.length > 2 &&
      !COMMON_WORDS.includes(name) &&
      new RegExp(`(?<![\\w-])${words}(?![\\w-])`, 'i').test(text)
    );
  });
}

/** "37 of 95": the two parts of a percentage, or a category and its total. */
export function partClaims(sentence: Sentence): Verdict[] {
  return sentence.find(OF).flatMap(found => {
    const [said, top = '', bottom = ''] = found;
    const start = found.index ?? 0;
    sentence.blank(found);
    if (sentence.isTrusted(start)) return [];
    const moments = sentence.momentsAt(start);
    const isSame = (typed: string, value: number | null | undefined) =>
      value != null && typed === formatNumber(value, 0);
    const answers = sentence.figures(moments).flatMap(({ measure, figure }) => {
      const { numerator, denominator, value } = figure;
      const parts = categoriesNamed(measure, sentence).map(
        category => sentence.figures(moments, category).find(each => each.measure === measure)?.figure.value,
      );
      const whole = denominator ?? value;
      const pairs = numerator === null ? parts : [numerator, (denominator ?? 0) - numerator];
      return pairs.map(part => ({
        isTrue: isSame(top, part) && isSame(bottom, whole),
        shows: `${part == null ? 'no data' : formatNumber(part, 0)} of ${whole === null ? 'no data' : formatNumber(whole, 0)} (${measure.id}, ${momentWords(figure)})`,
      }));
    });
    return [judged('parts', said, answers)];
  });
}

/** A number before a noun of the measure: its count, the parts of its percentage, a category, a target's edge. */
export function countClaims(sentence: Sentence): Verdict[] {
  return sentence.find(COUNT).flatMap(found => {
    const [said, hedge, typed = '', after = ''] = found;
    const start = (found.index ?? 0) + said.indexOf(typed);
    if (sentence.isTrusted(start)) return [];
    sentence.blank({ ...found, 0: said.slice(0, said.length - after.length) } as RegExpMatchArray);
    const segment = sentence.segmentAt(start);
    const words = said.slice(0, said.length - after.length) + after;
    if (isTargetNumber(sentence, start)) return [judged('target', words, targetAnswers(sentence, typed))];
    const moments = sentence.momentsAt(start);
    const answers = sentence.figures(moments).flatMap(({ measure, figure, shown }) => {
      const of = `${measure.id}, ${momentWords(figure)}`;
      const named = categoriesNamed(measure, sentence);
      const parts = named.flatMap(category =>
        sentence.figures(moments, category).filter(each => each.measure === measure),
      );
      if (parts.length > 0 && measure.unit === 'count')
        return parts.map(each =>
          answer(
            typed,
            hedge,
            each.figure.value ?? 0,
            each.shown,
            `${each.figure.category}, ${momentWords(each.figure)}`,
          ),
        );
      if (!isNounOf(measure, after, segment)) return [];
      if (measure.unit !== 'percent') return [answer(typed, hedge, figure.value ?? 0, shown, of)];
      const { numerator, denominator } = figure;
      if (numerator === null || denominator === null) return [];
      return [numerator, denominator, denominator - numerator].map(part =>
        answer(typed, hedge, part, formatNumber(part, 0), of),
      );
    });
    return [judged('count', words, answers)];
  });
}

const COMMON = new Set([
  'their',
  'within',
  'month',
  'months',
  'which',
  'whose',
  'after',
  'before',
  'where',
  'there',
  'working',
  'years',
  'other',
]);

/** Whether what follows a number is what the measure is about; an average's unit is its noun. */
function isNounOf(measure: Measure, after: string, segment: string): boolean {
  const { counts, of, name, statement, unit } = measure;
  const stems = new Set(
    `${counts} ${of} ${name} ${statement.said} ${unit}`
      .toLowerCase()
      .match(/[a-z]{4,}/g)
      ?.filter(word => !COMMON.has(word))
      .map(stem),
  );
  const words =
    (after === '' && unit !== 'percent' && unit !== 'count' ? segment : after)
      .toLowerCase()
      .match(/[a-z]{4,}/g) ?? [];
  return words.some(word => stems.has(stem(word)));
}

function stem(word: string): string {
  return word
    .replace(/(?:ies|y)$/, 'i')
    .replace(/(?:es|s)$/, '')
    .slice(0, 8);
}

const FRACTIONS: Readonly<Record<string, number>> = {
  half: 50,
  'a half': 50,
  'one half': 50,
  'a third': 100 / 3,
  'one third': 100 / 3,
  'two thirds': 200 / 3,
  'two-thirds': 200 / 3,
  'a quarter': 25,
  'one quarter': 25,
  'three quarters': 75,
  'three-quarters': 75,
  'a fifth': 20,
  'one fifth': 20,
  'two fifths': 40,
  'three fifths': 60,
  'four fifths': 80,
  'a tenth': 10,
  'one tenth': 10,
};
const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}';
const FRACTION = new RegExp(
  `\\b${HEDGE}(?:(${Object.keys(FRACTIONS)
    .sort((a, b) => b.length - a.length)
    .join(
      '|',
    )})(?= (?:of|were|was|had|are|did|do|have)\\b)|(${SMALL}) (?:in|out of) (?:every )?(three|four|five|six|seven|eight|nine|ten|\\d{1,2})(?! ?(?:working|days|weeks|months|years)))`,
);
/** So near a plain fraction may be. */
const NEAR = 2.5;
const FAR = 10;
const SMALL_WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "A quarter of", "nearly two thirds of", "one in four". */
export function fractionClaims(sentence: Sentence): Verdict[] {
  return sentence.find(FRACTION).flatMap(found => {
    const [said, hedge, words = '', top, bottom] = found;
    const share = words !== '' ? FRACTIONS[words.toLowerCase()] : (100 * small(top)) / small(bottom);
    if (share === undefined || !Number.isFinite(share)) return [];
    const start = found.index ?? 0;
    const segment = sentence.segmentAt(start);
    sentence.blank(found);
    const moments = sentence.momentsAt(start);
    const shares = categoryShares(sentence, moments);
    const own = sentence.figures(moments).filter(({ measure }) => measure.unit === 'percent');
    const values = [
      ...shares.map(each => ({ value: each.value, shows: `${each.shown} (${each.name})` })),
      ...own.map(({ measure, figure, shown }) => {
        const of = `${measure.id}, ${momentWords(figure)}`;
        const value = figure.value ?? 0;
        return isNegated(segment, measure)
          ? { value: 100 - value, shows: `${formatNumber(100 - value, 0)}% not (${of})` }
          : { value, shows: `${shown} (${of})` };
      }),
    ];
    return [
      judged(
        'fraction',
        said,
        values.map(({ value, shows }) => ({ isTrue: isFraction(value, share, hedge), shows })),
      ),
    ];
  });
}

function small(word: string | undefined): number {
  const index = SMALL_WORDS.indexOf((word ?? '').toLowerCase());
  return index > 0 ? index : Number(word);
}

function isFraction(value: number, share: number, hedge: Hedge): boolean {
  switch (hedge?.toLowerCase()) {
    case 'nearly':
    case 'almost':
    case 'just under':
      return value < share && value >= share - 2 * NEAR;
    case 'under':
    case 'less than':
    case 'fewer than':
    case 'below':
      return value < share && value >= share - FAR;
    case 'over':
    case 'more than':
    case 'just over':
    case 'above':
    case 'well over':
      return value > share && value <= share + FAR;
    case 'at least':
      return value >= share;
    default:
      return Math.abs(value - share) <= NEAR;
  }
}
