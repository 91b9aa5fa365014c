/** The sentence above a chart: where the measure stands and how it got there, in the words of the tables. */
import { reasonInWords } from '../figures/display.js';
import type { Figure } from '../figures/figure.js';
import { headlinePeriod, type Measure } from '../measures/measure.js';
import { monthName } from '../months.js';
import { moveBetween, shownFigure, workings } from './figure-text.js';
import type { PackInput } from './pack-input.js';
import { packMonths } from './pack-months.js';

export function headlineOf(measure: Measure, input: PackInput): string {
  const { current, previous, yearEarlier } = packMonths(input.month);
  const figureOf = (month: string) =>
    input.figures.get({ measure: measure.id, period: headlinePeriod(measure), month });
  const now = figureOf(current.month);
  const when = whenOf(measure, current.month);
  if (!now || now.value === null) return absenceOf(now, when);
  const worked = workings(now, measure);
  const stands = `${shownFigure(now, measure, input.targets)}${worked === '' ? '' : ` (${worked})`} ${when}`;
  const changes = [
    changeOf(measure, now, figureOf(previous.month), 'the month before', input),
    changeOf(measure, now, figureOf(yearEarlier.month), 'a year before', input),
  ].filter(change => change !== null);
  return changes.length === 0 ? `${stands}.` : `${stands}, ${joined(changes)}.`;
}

/** "in September 2020", "at the end of September 2020", "over the 36 months to September 2020". */
function whenOf(measure: Measure, month: string): string {
  const name = monthName(month);
  if (measure.window > 0) return `over the ${measure.window} months to ${name}`;
  return headlinePeriod(measure) === 'snapshot' ? `at the end of ${name}` : `in ${name}`;
}

function absenceOf(figure: Figure | undefined, when: string): string {
  if (figure?.status === 'no-cases') return `No cases ${when}.`;
  if (figure?.status === 'suppressed')
    return `Not shown ${when}: a small number, or one that would give a small number away.`;
  return `No data ${when}${figure ? `: ${reasonInWords(figure)}` : ''}.`;
}

interface Change {
  /** "up from", "down from", "the same as". */
  readonly how: string;
  readonly what: string;
}

/** Null where there is nothing to compare with. */
function changeOf(
  measure: Measure,
  now: Figure,
  earlier: Figure | undefined,
  when: string,
  input: PackInput,
): Change | null {
  const move = moveBetween(now, earlier, measure, input.targets);
  if (!move) return null;
  if (move.movement === 'same') return { how: 'the same as', what: when };
  return { how: `${move.movement} from`, what: `${shownFigure(earlier, measure, input.targets)} ${when}` };
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
