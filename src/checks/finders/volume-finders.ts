import { addMonths, dayMonthYear, monthEnd, monthName, monthsTo } from '../../months.js';
import type { CheckContext } from '../context.js';
import { type EventCounts, MONTHS_BACK } from '../event-counts.js';
import type { Hit } from '../rule.js';

/** Far more or fewer events than the extract's own history leads one to expect: stated rules, no judgement. */

/** The month before is compared with a year of months, each with its own holidays and school terms. */
const MONTHS = 12;
/** Below it half or double is chance. */
const FEWEST_IN_A_MONTH = 20;
const FEW = 0.5;
const MANY = 2;

export async function unusualVolumes(context: CheckContext): Promise<Hit[]> {
  const { month } = context;
  const months = monthsTo(addMonths(month, -1), MONTHS);
  return (await completeSince(context, addMonths(month, -MONTHS))).flatMap(counts => {
    const { extract, event, ofMonth } = counts;
    const here = ofMonth.get(month) ?? 0;
    const usual = medianOf(months, ofMonth);
    if (usual < FEWEST_IN_A_MONTH || (here >= usual * FEW && here <= usual * MANY)) return [];
    const detail = `${extract} has ${here} in ${monthName(month)} by ${event}; the median of the ${MONTHS} months before is ${Math.round(usual)}.`;
    return [hitOf('unusual-volume', counts, detail)];
  });
}

/** A part of an extract that is left out of the folder is a month of which nothing is known, and reads as a quiet one. */
export async function missingMonths(context: CheckContext): Promise<Hit[]> {
  const before = addMonths(context.month, -1);
  return (await completeSince(context, before)).flatMap(counts => {
    const { extract, event, coversFrom, ofMonth } = counts;
    const back = monthsTo(before, MONTHS_BACK);
    // The month in which an extract begins may be there in part.
    const months = coversFrom <= `${back[0]}-01` ? back : back.filter(month => `${month}-01` > coversFrom);
    const empty = months.filter(month => !ofMonth.has(month));
    const usual = medianOf(months, ofMonth);
    if (empty.length === 0 || usual < FEWEST_IN_A_MONTH) return [];
    const detail = `${extract} has nothing at all by ${event} in ${empty.map(monthName).join(', ')}; the median of the months up to ${monthName(before)} is ${Math.round(usual)}.`;
    return [hitOf('month-missing', counts, detail)];
  });
}

const WEEKS = 52;
const FEWEST_IN_A_WEEK = 5;

/**
 * An extract that was cut off days before the month's end looks whole in every other way. One in which something else is
 * dated in or after its last week was not: the week had no start and an end, say.
 */
export async function nothingInLastWeek(context: CheckContext): Promise<Hit[]> {
  const end = monthEnd(context.month);
  const lastWeek = `${end.slice(0, 8)}${Number(end.slice(8)) - 6}`;
  const weeks = Array.from({ length: WEEKS }, (_, index) => index + 1);
  return (await completeSince(context, addMonths(context.month, -MONTHS))).flatMap(counts => {
    const { extract, latest, ofWeek } = counts;
    const usual = medianOf(weeks, ofWeek);
    if (latest === '' || latest >= lastWeek || usual < FEWEST_IN_A_WEEK) return [];
    const detail = `${extract} has nothing in the last 7 days of ${monthName(context.month)}; the latest date in it is ${dayMonthYear(latest)}, and a usual week has ${Math.round(usual)}.`;
    return [hitOf('nothing-in-last-week', counts, detail)];
  });
}

/** Extracts that are complete since the first day of a month. */
async function completeSince(context: CheckContext, month: string): Promise<EventCounts[]> {
  return (await context.events()).filter(({ coversFrom }) => coversFrom <= `${month}-01`);
}

function hitOf(rule: string, { extract, event }: EventCounts, detail: string): Hit {
  return { rule, extract, column: event, value: '', rowKey: '', detail };
}

/** Of the counts of all keys, 0 where there is none. */
function medianOf<Key>(keys: readonly Key[], counts: ReadonlyMap<Key, number>): number {
  const sorted = keys.map(key => counts.get(key) ?? 0).sort((one, two) => one - two);
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}
