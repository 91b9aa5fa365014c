import { sqlDate, sqlName, sqlText } from '../../extracts/database.js';
import { datesRecorded } from '../../extracts/odd-values.js';
import { addMonths, monthEnd, monthName } from '../../months.js';
import type { CheckContext, CheckedExtract } from '../context.js';
import { brokenRows, type RowQuery } from '../row-query.js';

/** Far more or fewer events than the extract's own history leads one to expect: stated rules, no judgement. */

/** The month before is compared with a year of months, each with its own holidays and school terms. */
const MONTHS = 12;
/** Below it half or double is chance. */
const FEWEST_IN_A_MONTH = 20;
const FEW = 0.5;
const MANY = 2;

export function unusualVolumes(context: CheckContext): RowQuery[] {
  const { month } = context;
  const first = `${addMonths(month, -MONTHS)}-01`;
  return withEvents(context, first).map(({ extract, event }) => {
    const from = `FROM (
        SELECT
          (SELECT count(*) FROM ${sqlName(extract)} WHERE ${sqlName(event)} >= ${sqlDate(`${month}-01`)} AND ${sqlName(event)} < ${sqlDate(`${addMonths(month, 1)}-01`)}) AS here,
          (SELECT median(events) FROM (
            SELECT count(${sqlName(event)}) AS events
            FROM generate_series(${sqlDate(first)}, ${sqlDate(`${addMonths(month, -1)}-01`)}, INTERVAL 1 MONTH) AS months(start)
            LEFT JOIN ${sqlName(extract)} ON ${sqlName(event)} >= start AND ${sqlName(event)} < start + INTERVAL 1 MONTH
            GROUP BY start)) AS usual
      ) WHERE usual >= ${FEWEST_IN_A_MONTH} AND (here < usual * ${FEW} OR here > usual * ${MANY})`;
    const detail = `concat(${sqlText(`${extract} has `)}, here, ${sqlText(` in ${monthName(month)} by ${event}; the median of the ${MONTHS} months before is `)}, CAST(usual AS INTEGER), '.')`;
    return { extract, sql: brokenRows({ rowKey: '', column: event, detail, from }) };
  });
}

/** So far back as a pack compares: the year to date with the same months of the year before. */
const MONTHS_BACK = 24;

/** A part of an extract that is left out of the folder is a month of which nothing is known, and reads as a quiet one. */
export function missingMonths(context: CheckContext): RowQuery[] {
  const { month } = context;
  return withEvents(context, `${addMonths(month, -1)}-01`).map(({ extract, event, coversFrom }) => {
    const back = `${addMonths(month, -MONTHS_BACK)}-01`;
    // The month in which an extract begins may be there in part.
    const first = coversFrom > back ? `${addMonths(coversFrom.slice(0, 7), 1)}-01` : back;
    const from = `FROM (
        SELECT string_agg(strftime(start, '%B %Y'), ', ' ORDER BY start) FILTER (events = 0) AS empty_months, median(events) AS usual
        FROM (
          SELECT start, count(${sqlName(event)}) AS events
          FROM generate_series(${sqlDate(first)}, ${sqlDate(`${addMonths(month, -1)}-01`)}, INTERVAL 1 MONTH) AS months(start)
          LEFT JOIN ${sqlName(extract)} ON ${sqlName(event)} >= start AND ${sqlName(event)} < start + INTERVAL 1 MONTH
          GROUP BY start)
      ) WHERE empty_months IS NOT NULL AND usual >= ${FEWEST_IN_A_MONTH}`;
    const detail = `concat(${sqlText(`${extract} has nothing at all by ${event} in `)}, empty_months, ${sqlText(`; the median of the months up to ${monthName(addMonths(month, -1))} is `)}, CAST(usual AS INTEGER), '.')`;
    return { extract, sql: brokenRows({ rowKey: '', column: event, detail, from }) };
  });
}

const WEEKS = 52;
const FEWEST_IN_A_WEEK = 5;

/**
 * An extract that was cut off days before the month's end looks whole in every other way. One in which something else is
 * dated in or after its last week was not: the week had no start and an end, say.
 */
export function nothingInLastWeek(context: CheckContext): RowQuery[] {
  const end = monthEnd(context.month);
  return withEvents(context, `${addMonths(context.month, -MONTHS)}-01`).map(({ extract, event, dates }) => {
    const latest = dates.map(name => `max(CAST(${sqlName(name)} AS DATE))`).join(', ');
    const from = `FROM (
        SELECT
          (SELECT greatest(${latest}) FROM ${sqlName(extract)}) AS latest,
          (SELECT median(events) FROM (
            SELECT count(${sqlName(event)}) AS events
            FROM generate_series(1, ${WEEKS}) AS weeks(back)
            LEFT JOIN ${sqlName(extract)}
              ON CAST(${sqlName(event)} AS DATE) BETWEEN ${sqlDate(end)} - 6 - CAST(back AS INTEGER) * 7 AND ${sqlDate(end)} - CAST(back AS INTEGER) * 7
            GROUP BY back)) AS usual
      ) WHERE latest < ${sqlDate(end)} - 6 AND usual >= ${FEWEST_IN_A_WEEK}`;
    const detail = `concat(${sqlText(`${extract} has nothing in the last 7 days of ${monthName(context.month)}; the latest date in it is `)}, shown_day(latest), ', and a usual week has ', CAST(usual AS INTEGER), '.')`;
    return { extract, sql: brokenRows({ rowKey: '', column: event, detail, from }) };
  });
}

/** Extracts that say on which day things happened and are complete since the day. */
function withEvents(
  context: CheckContext,
  since: string,
): { extract: string; event: string; dates: readonly string[]; coversFrom: string }[] {
  return context.extracts.flatMap(({ definition, loaded, coverage }: CheckedExtract) => {
    const event = definition.columns.find(
      ({ isEvent, name, type }) => isEvent && type !== 'month' && loaded.columns.includes(name),
    );
    const isComplete = coverage.coversFrom !== '' && coverage.coversFrom <= since;
    const dates = datesRecorded(definition).filter(name => loaded.columns.includes(name));
    return event && isComplete
      ? [{ extract: definition.name, event: event.name, dates, coversFrom: coverage.coversFrom }]
      : [];
  });
}
