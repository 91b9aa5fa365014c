import { sqlDate, sqlName } from '../extracts/database.js';
import { datesRecorded } from '../extracts/odd-values.js';
import { addMonths, monthEnd } from '../months.js';
import type { CheckContext, CheckedExtract } from './context.js';

/** How many events an extract has month by month and week by week, in one pass over its rows. */
export interface EventCounts {
  readonly extract: string;
  /** The column that says when its events happened. */
  readonly event: string;
  /** YYYY-MM-DD; '' where nothing says it. */
  readonly coversFrom: string;
  /** The last day that any of its dates names, YYYY-MM-DD; '' where it names none. */
  readonly latest: string;
  /** By month, YYYY-MM, from MONTHS_BACK before the report month on; a month of none is not in it. */
  readonly ofMonth: ReadonlyMap<string, number>;
  /** By how many weeks they lie back from the week that ends with the report month, which is 0. */
  readonly ofWeek: ReadonlyMap<number, number>;
}

/** So far back as a pack compares: the year to date with the same months of the year before. */
export const MONTHS_BACK = 24;

/** Those of every extract that says when its events happened and since when it is complete. */
export async function countEvents(
  context: Pick<CheckContext, 'database' | 'month' | 'extracts'>,
): Promise<EventCounts[]> {
  const asked = context.extracts.flatMap(found => {
    const { definition, loaded, coverage } = found;
    const event = definition.columns.find(
      ({ isEvent, name, type }) => isEvent && type !== 'month' && loaded.columns.includes(name),
    );
    return event && coverage.coversFrom !== '' ? [{ found, event: event.name }] : [];
  });
  return context.database.spread(asked, async (database, { found, event }) => {
    type Row = { month: string | null; week: number | null; events: number; latest: string | null };
    const rows = await database.rows<Row>(countSql(found, event, context.month));
    return {
      extract: found.definition.name,
      event,
      coversFrom: found.coverage.coversFrom,
      latest: rows.reduce((last, row) => ((row.latest ?? '') > last ? (row.latest ?? '') : last), ''),
      ofMonth: summed(rows, ({ month }) => month),
      ofWeek: summed(rows, ({ week }) => week),
    };
  });
}

/** Events before the months that are asked for are one group, which has neither month nor week. */
function countSql({ definition, loaded }: CheckedExtract, event: string, month: string): string {
  const [first, end] = [`${addMonths(month, -MONTHS_BACK)}-01`, monthEnd(month)];
  const dates = datesRecorded(definition).filter(name => loaded.columns.includes(name));
  const days = dates.map(name => `CAST(${sqlName(name)} AS DATE)`);
  // What was due may be all that an extract has: it says nothing of when it was made.
  const latest = days.length > 0 ? `greatest(${days.join(', ')})` : 'CAST(NULL AS DATE)';
  const day = `CASE WHEN ${sqlName(event)} >= ${sqlDate(first)} THEN CAST(${sqlName(event)} AS DATE) END`;
  return `SELECT strftime(month, '%Y-%m') AS month, week, CAST(count(*) AS INTEGER) AS events,
      CAST(max(latest) AS VARCHAR) AS latest
    FROM (
      SELECT date_trunc('month', day) AS month, latest,
        CASE WHEN day <= ${sqlDate(end)} THEN CAST((${sqlDate(end)} - day) // 7 AS INTEGER) END AS week
      FROM (SELECT ${day} AS day, ${latest} AS latest FROM ${sqlName(definition.name)})
    )
    GROUP BY ALL`;
}

function summed<Row extends { events: number }, Key extends string | number>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key | null,
): ReadonlyMap<Key, number> {
  const sums = new Map<Key, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + row.events);
  }
  return sums;
}
