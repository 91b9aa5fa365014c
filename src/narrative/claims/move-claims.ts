import { meaningOf } from '../../figures/direction.js';
import { formatNumber } from '../../figures/display.js';
import type { Figure } from '../../figures/figure.js';
import { targetFor } from '../../figures/labels.js';
import { exact, roundText } from '../../figures/rounding.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import { monthName } from '../../months.js';
import { shown } from '../evidence/source.js';
import { judged, type Sentence, type Verdict } from './claim.js';
import { figureAt, type Moment, momentsIn, NOW } from './moment.js';

/** What a sentence says of a move: up or down, by how many points, for the better or the worse. */

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
const UP = 'rose|risen|rises|rising|increased|increases|gone up|went up|grew|grown|climbed|up|higher';
const DOWN =
  'fell|fallen|falls|falling|decreased|decreases|gone down|went down|dropped|declined|reduced|down|lower';
const FROM = new RegExp(`\\bfrom (${NUMBER}) ?(%|per ?cent)?`, 'i');
const MOVE = new RegExp(
  `\\b(${UP}|${DOWN})\\b(?! than (?:england|the |our |target|statistical|national|good|ofsted|west)| to (?:date|month))`,
);
const POINTS = new RegExp(`\\b(${NUMBER}) (?:percentage )?points?\\b`);
const BY_PERCENT = new RegExp(`\\b(${UP}|${DOWN})(?: \\w+)? by (${NUMBER}) ?(?:%|per ?cent\\b)`);
const BETTER =
  '\\b(improved|improving|has got better|better than (?:last|a year|the month|in )|worsened|worsening|deteriorated|got worse|worse than (?:last|a year|the month|in ))';

interface Pair {
  readonly measure: Measure;
  readonly now: Figure;
  readonly before: Figure;
}

/** "Up from 23% in August", "fell", "rose by 16 percentage points". */
export function moveClaims(sentence: Sentence): Verdict[] {
  return [...byPercent(sentence), ...points(sentence), ...moves(sentence), ...meanings(sentence)];
}

/** "Rose by 16%" of a percentage says that 100 became 116; who means points must say points. */
function byPercent(sentence: Sentence): Verdict[] {
  return sentence.find(BY_PERCENT).flatMap(found => {
    const [said, , typed = ''] = found;
    const isOfShares = sentence.measures.some(measure => measure.unit === 'percent');
    sentence.blank(found);
    const answers = pairsAt(sentence, found.index ?? 0).map(pair => {
      const { before, now } = values(pair);
      const change = before === 0 ? Number.NaN : (100 * Math.abs(now - before)) / before;
      const byPoints = isOfShares
        ? `, which is ${formatNumber(Math.abs(now - before), 0)} percentage points`
        : '';
      return {
        isTrue: roundText(change, decimalsOf(typed)) === typed,
        shows: `${fromTo(pair, sentence)}${byPoints}`,
      };
    });
    return [judged('percent and points', said, answers)];
  });
}

function points(sentence: Sentence): Verdict[] {
  return sentence.find(POINTS).flatMap(found => {
    const [said, typed = ''] = found;
    sentence.blank(found);
    const answers = pairsAt(sentence, found.index ?? 0).map(pair => {
      const { before, now } = values(pair);
      const gap = Math.abs(now - before);
      // Whoever takes one printed figure from the other is right too.
      const printed = Math.abs(
        printedNumber(pair.now, pair.measure, sentence) - printedNumber(pair.before, pair.measure, sentence),
      );
      const isTrue = [gap, printed].some(each => roundText(each, decimalsOf(typed)) === typed);
      return { isTrue, shows: fromTo(pair, sentence) };
    });
    return [judged('percentage points', said, answers)];
  });
}

function moves(sentence: Sentence): Verdict[] {
  return sentence.find(MOVE).flatMap(found => {
    const word = (found[1] ?? '').toLowerCase();
    const start = found.index ?? 0;
    if (isNoMove(word, sentence.text.slice(start + word.length))) return [];
    sentence.blank(found);
    const isUp = UP.split('|').includes(word);
    const after = restOfClause(sentence.text, start);
    const from = FROM.exec(after)?.[1];
    const pairs = pairsAt(sentence, start);
    const meant =
      from === undefined
        ? pairs
        : pairs.filter(pair => printed(pair.before, pair.measure, sentence) === from);
    const answers = (meant.length > 0 ? meant : pairs).map(pair => ({
      isTrue: meant.length > 0 && isMove(pair, isUp, sentence),
      shows: fromTo(pair, sentence),
    }));
    const verdict = judged(
      'rose or fell',
      sentence.text.slice(start, start + Math.min(after.length, 60)),
      answers,
    );
    // The number after "from" has been judged with the move.
    if (from !== undefined && answers.length > 0) blankFrom(sentence, start);
    return [verdict];
  });
}

/** "Up to 20 days", "up and running", "higher education" are no moves. */
function isNoMove(word: string, after: string): boolean {
  if (word === 'up' || word === 'down')
    return !/^ (?:from|on|by|since|over|compared|in the|against|again|for|slightly|sharply|steadily)\b|^[,.;]/.test(
      after,
    );
  if (word === 'higher' || word === 'lower') return !/^ (?:than|again|in |on )/.test(after);
  return false;
}

function blankFrom(sentence: Sentence, start: number): void {
  const found = FROM.exec(sentence.rest.slice(start));
  if (found)
    sentence.blank(Object.assign([found[0]] as unknown as RegExpMatchArray, { index: start + found.index }));
}

function meanings(sentence: Sentence): Verdict[] {
  return sentence.find(new RegExp(BETTER)).flatMap(found => {
    const isBetter = /improv|better/i.test(found[0]);
    const start = found.index ?? 0;
    const from = FROM.exec(restOfClause(sentence.text, start))?.[1];
    sentence.blank(found);
    const answers = meantPairs(sentence, start, from).flatMap(pair => {
      const { before, now } = values(pair);
      const target = targetFor(pair.now, pair.measure, sentence.source.targets);
      const movement =
        now === before || shownOf(pair.now, pair, sentence) === shownOf(pair.before, pair, sentence)
          ? 'same'
          : now > before
            ? 'up'
            : 'down';
      if (movement === 'same') return [{ isTrue: false, shows: fromTo(pair, sentence) }];
      const meaning = meaningOf(movement, pair.measure.polarity, pair.now, pair.before, target);
      if (meaning !== 'improving' && meaning !== 'worsening') return [];
      return [{ isTrue: (meaning === 'improving') === isBetter, shows: fromTo(pair, sentence) }];
    });
    if (from !== undefined && answers.some(each => each.isTrue)) blankFrom(sentence, start);
    return [judged('improved or worsened', found[0], answers)];
  });
}

/** Those whose earlier figure is the one that stands after "from"; all of them where none is. */
function meantPairs(sentence: Sentence, start: number, from: string | undefined): Pair[] {
  const pairs = pairsAt(sentence, start);
  const meant = pairs.filter(pair => printed(pair.before, pair.measure, sentence) === from);
  return meant.length > 0 ? meant : pairs;
}

function isMove(pair: Pair, isUp: boolean, sentence: Sentence): boolean {
  if (shownOf(pair.now, pair, sentence) === shownOf(pair.before, pair, sentence)) return false;
  const { now, before } = values(pair);
  return now > before === isUp;
}

/** What is compared with what: by the words after the move, else with the month before; a number after "from" may be either. */
function pairsAt(sentence: Sentence, start: number): Pair[] {
  const words = restOfClause(sentence.text, start);
  const { month } = sentence.source;
  const named = momentsIn(words, sentence.text, month);
  const bases: Moment[] = named?.filter(({ back }) => back > 0) ?? [];
  if (bases.length === 0) bases.push({ period: 'headline', back: 1 });
  if (named === null && FROM.test(words))
    bases.push({ period: 'headline', back: 12 }, { period: 'ytd', back: 12 });
  return sentence.measures.flatMap(measure =>
    bases.flatMap(base => {
      const now =
        figureAt(measure, { period: base.period, back: 0 } satisfies Moment, sentence.source) ??
        figureAt(measure, NOW, sentence.source);
      const before = figureAt(measure, base, sentence.source);
      if (now?.value == null || before?.value == null || now.definition !== before.definition) return [];
      return [{ measure, now, before }];
    }),
  );
}

/** Up to the end of the clause that the move stands in. */
function restOfClause(text: string, start: number): string {
  const rest = text.slice(start);
  const end = /[,;](?=\s)|[.!?](?=\s|$)/.exec(rest)?.index ?? rest.length;
  return rest.slice(0, end);
}

function values({ now, before }: Pair): { now: number; before: number } {
  return { now: exact(now.value ?? 0), before: exact(before.value ?? 0) };
}

function shownOf(figure: Figure, { measure }: Pair, { source }: Sentence): string {
  return shown(figure, measure, source);
}

function printed(figure: Figure, measure: Measure, sentence: Sentence): string {
  return /-?[\d,]+(?:\.\d+)?/.exec(shown(figure, measure, sentence.source))?.[0] ?? '';
}

function printedNumber(figure: Figure, measure: Measure, sentence: Sentence): number {
  return Number(printed(figure, measure, sentence).replaceAll(',', ''));
}

function fromTo(pair: Pair, sentence: Sentence): string {
  const { measure, now, before } = pair;
  const period = now.period === headlinePeriod(measure) ? '' : ` (${now.period})`;
  return `${measure.id}: ${shownOf(before, pair, sentence)} in ${monthName(before.month)}, ${shownOf(now, pair, sentence)} in ${monthName(now.month)}${period}`;
}

function decimalsOf(typed: string): number {
  return typed.split('.')[1]?.length ?? 0;
}
