/** The sentence above a chart: what the measure says this month, how it got there, and whom it stands beside. */
import { reasonInWords } from '../figures/display.js';
import type { Figure, Movement } from '../figures/figure.js';
import { headlinePeriod, isAdditive, type Measure } from '../measures/measure.js';
import { monthName } from '../months.js';
import { agreeing } from '../narrative/evidence/agreement.js';
import { shareOf, shownShare } from './breakdown-view.js';
import { besideMonths } from './chart-view.js';
import { comparatorShown } from './comparators-view.js';
import { isComparable, moveBetween, shownBeside, shownFigure, workings } from './figure-text.js';
import type { PackInput } from './pack-input.js';
import { CHART_MONTHS, chartMonths, packMonths } from './pack-months.js';

/**
 * "39% (37 of 95) of referrals were about children referred before …, up from 23% the month before …, the highest in 13
 * months. England had 21% in 2018/19." Everything in it is printed on the page: it may say no more than a reader can see.
 */
export function headlineOf(measure: Measure, input: PackInput): string {
  const now = figureOf(measure, input.month, input);
  if (!now || now.value === null) return absenceOf(now, measure, input);
  const earlier = earlierOf(now, measure, input);
  const stands = [
    saidOf(now, printed(earlier), measure, input),
    changesOf(now, earlier, measure, input),
    recordOf(measure, input),
  ];
  const sentence = `${stands.filter(part => part !== '').join(', ')}.`;
  const largest = largestPart(measure, input);
  // What is only counted by its parts is about these.
  const sentences = measure.kind === 'breakdown' ? [largest, sentence] : [sentence, largest];
  return [...sentences, ...besideEngland(measure, input)].filter(part => part !== '').join(' ');
}

function figureOf(measure: Measure, month: string, { figures }: PackInput): Figure | undefined {
  return figures.get({ measure: measure.id, period: headlinePeriod(measure), month });
}

/** The measure's own sentence with its figure, without its full stop. */
function saidOf(now: Figure, beside: readonly Figure[], measure: Measure, { targets }: PackInput): string {
  const shown = shownBeside(now, beside, measure, targets);
  // What an average or a rate is worked out from would part the number from its words: "7.2 (72 ÷ 10) out of 10".
  const worked = now.unit === 'percent' ? workings(now, measure) : '';
  const figure = worked === '' ? shown : `${shown} (${worked})`;
  const isOne = now.unit === 'count' && now.value === 1;
  return agreeing(measure.statement.said, isOne).replace('#', () => figure);
}

/** "in September 2020", "at the end of September 2020", "over the 36 months to September 2020". */
function whenOf(measure: Measure, month: string): string {
  const name = monthName(month);
  if (measure.window > 0) return `over the ${measure.window} months to ${name}`;
  return headlinePeriod(measure) === 'snapshot' ? `at the end of ${name}` : `in ${name}`;
}

function absenceOf(figure: Figure | undefined, measure: Measure, input: PackInput): string {
  const when = whenOf(measure, input.month);
  if (figure?.status === 'no-cases') return `No cases ${when}.`;
  if (figure?.status === 'suppressed')
    return `Not shown ${when}: a small number, or one that would give a small number away.${latestShown(measure, input)}`;
  return `No data ${when}${figure ? `: ${reasonInWords(figure)}` : ''}.`;
}

/** " The latest month that can be shown is August 2020: 6."; '' where the chart has none. */
function latestShown(measure: Measure, input: PackInput): string {
  const latest = chartMonths(input.month)
    .map(month => figureOf(measure, month, input))
    .findLast(figure => figure?.value != null);
  if (!latest) return '';
  const shown = shownFigure(latest, measure, input.targets);
  return ` The latest month that can be shown is ${monthName(latest.month)}: ${shown}.`;
}

interface Change {
  /** "up from", "down from", "the same as". */
  readonly how: string;
  readonly what: string;
}

interface Earlier {
  readonly figure: Figure;
  readonly movement: Movement;
  readonly when: string;
}

/** The month before and the year before, where they can be compared. */
function earlierOf(now: Figure, measure: Measure, input: PackInput): Earlier[] {
  const { previous, yearEarlier } = packMonths(input.month);
  const asked = [
    { month: previous.month, when: 'the month before' },
    { month: yearEarlier.month, when: 'a year before' },
  ];
  return asked.flatMap(({ month, when }) => {
    const figure = figureOf(measure, month, input);
    const move = moveBetween(now, figure, measure, input.targets);
    return figure && move ? [{ figure, movement: move.movement, when }] : [];
  });
}

/** Those of which the sentence has the number. */
function printed(earlier: readonly Earlier[]): Figure[] {
  return earlier.flatMap(({ figure, movement }) => (movement === 'same' ? [] : [figure]));
}

/** '' where there is nothing to compare with. */
function changesOf(now: Figure, earlier: readonly Earlier[], measure: Measure, input: PackInput): string {
  const all = [now, ...printed(earlier)];
  const changes = earlier.map(({ figure, movement, when }): Change => {
    if (movement === 'same') return { how: 'the same as', what: when };
    return { how: `${movement} from`, what: `${shownBeside(figure, all, measure, input.targets)} ${when}` };
  });
  return joined(changes);
}

/** "down from 47% the month before and 52% a year before". */
function joined([first, second]: readonly Change[]): string {
  if (!first) return '';
  if (!second) return `${first.how} ${first.what}`;
  if (first.how === second.how) {
    const again = first.how === 'the same as' ? 'as ' : '';
    return `${first.how} ${first.what} and ${again}${second.what}`;
  }
  return `${first.how} ${first.what} and ${second.how} ${second.what}`;
}

/** "the highest in 13 months"; '' where it is not. */
function recordOf(measure: Measure, input: PackInput): string {
  const extreme = extremeOf(measure, input);
  return extreme ? `the ${extreme} in ${CHART_MONTHS} months` : '';
}

/**
 * Whether a measure's month is beyond each of the twelve before it, as printed and under one definition. A month that can
 * still change is no record yet.
 */
export function extremeOf(
  measure: Measure,
  { figures, month, targets }: PackInput,
): 'highest' | 'lowest' | null {
  if (measure.unsettled !== '') return null;
  const key = { measure: measure.id, period: headlinePeriod(measure) };
  const series = figures.series(key, chartMonths(month));
  const last = series.at(-1);
  const moves = series.slice(0, -1).map(earlier => moveBetween(last, earlier, measure, targets)?.movement);
  if (moves.every(move => move === 'up')) return 'highest';
  return moves.every(move => move === 'down') ? 'lowest' : null;
}

/**
 * "By agency, the largest part is Police: 332 of 739 (45%), after 323 of 688 (47%) a year before."; '' where there are no
 * parts, or where what is hidden might be larger: only what follows from the printed numbers is said.
 */
function largestPart(measure: Measure, input: PackInput): string {
  if (!measure.category || !isAdditive(measure)) return '';
  const { figures, month } = input;
  const { current, previous, yearEarlier } = packMonths(month);
  const key = { measure: measure.id, period: headlinePeriod(measure), month: current.month };
  const total = figures.get(key)?.value ?? 0;
  const categories = figures.categories(key);
  const parts = categories.flatMap(category => {
    const value = figures.get({ ...key, category })?.value;
    return value == null ? [] : [{ category, value }];
  });
  const [first, second] = [...parts].sort((a, b) => b.value - a.value);
  // A child who counts once may be in several parts: what is printed of the others says nothing of a hidden one.
  const told = measure.distinct ? 0 : parts.reduce((sum, { value }) => sum + value, 0);
  const hidden = parts.length === categories.length ? 0 : total - told;
  if (!first || parts.length + (hidden > 0 ? 1 : 0) < 2) return '';
  if (first.value <= hidden || first.value === second?.value) return '';
  const name = first.category;
  const now = shareIn(measure, name, month, input);
  const before = [
    { share: shareIn(measure, name, yearEarlier.month, input), when: 'a year before' },
    { share: shareIn(measure, name, previous.month, input), when: 'the month before' },
  ].find(({ share }) => share !== '');
  const by = measure.category.titles.join(' and ').toLowerCase();
  return `By ${by}, the largest part is ${name}: ${now}${before ? `, after ${before.share} ${before.when}` : ''}.`;
}

/** "332 of 739 (45%)"; '' where either is not printed, or was counted by another definition than the month of the pack. */
function shareIn(measure: Measure, category: string, month: string, input: PackInput): string {
  const { figures, targets } = input;
  const key = { measure: measure.id, period: headlinePeriod(measure), month };
  const [part, total] = [figures.get({ ...key, category }), figures.get(key)];
  const share = shareOf(part, total);
  if (share === null || !isComparable(figureOf(measure, input.month, input), total)) return '';
  const shown = (figure: Figure | undefined) => shownFigure(figure, measure, targets);
  return `${shown(part)} of ${shown(total)} (${shownShare(share)})`;
}

/** "England had 21% in 2018/19.", where the chart has its line and counts alike. */
function besideEngland(measure: Measure, input: PackInput): string[] {
  if (measure.national !== 'same') return [];
  return besideMonths(measure, input).map(
    row => `${row.group} had ${comparatorShown(row, measure)} in ${row.year}.`,
  );
}
