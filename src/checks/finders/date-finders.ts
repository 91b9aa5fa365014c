import { z } from 'zod';
import { sqlDate, sqlName, sqlText } from '../../extracts/database.js';
import type { ColumnDefinition } from '../../extracts/definitions.js';
import { AHEAD } from '../../extracts/odd-values.js';
import { keyColumns, rowKeySql } from '../../extracts/row-key.js';
import type { CheckContext, CheckedExtract } from '../context.js';
import { referenceTable } from '../reference-table.js';
import type { RowQuery } from '../row-query.js';

/** Dates in an order that cannot be: one after another of the same record, after the extraction, outside a life. */

const orderRow = z.strictObject({
  extract: z.string(),
  earlier: z.string(),
  later: z.string(),
  /** A decision may be written down before the referral that it is about, if not on an earlier day. */
  same_day: z.enum(['', 'allowed']),
});

export function dateOrders(context: CheckContext): RowQuery[] {
  return referenceTable('date-orders', orderRow).flatMap(({ extract, earlier, later, same_day }) => {
    const found = context.with(extract, earlier, later);
    if (!found) return [];
    const hasTimes = [earlier, later].every(name => columnOf(found, name).type === 'datetime');
    const shown = hasTimes ? 'shown_moment' : 'shown_day';
    // Where one of the two is a day, the same day is in order at any hour.
    const compared = (name: string) =>
      hasTimes && same_day === '' ? sqlName(name) : `CAST(${sqlName(name)} AS DATE)`;
    const part = {
      rowKey: rowKeySql(found.definition),
      column: later,
      value: sqlText(earlier),
      detail: `concat(${sqlText(`${later} (`)}, ${shown}(${sqlName(later)}), ${sqlText(`) is before ${earlier} (`)}, ${shown}(${sqlName(earlier)}), ').')`,
      from: sqlName(extract),
      where: `${compared(later)} < ${compared(earlier)}`,
    };
    return [{ extract, parts: [part] }];
  });
}

function columnOf({ definition }: CheckedExtract, name: string): ColumnDefinition {
  const column = definition.columns.find(each => each.name === name);
  if (!column) throw new Error(`reference/ names ${definition.name}.${name}, which there is none of`);
  return column;
}

export function datesAfterExtraction(context: CheckContext): RowQuery[] {
  return context.extracts.flatMap(({ definition, loaded, coverage }) => {
    const dates = definition.columns.filter(
      ({ name, type }) =>
        (type === 'date' || type === 'datetime') && !AHEAD.test(name) && loaded.columns.includes(name),
    );
    if (coverage.extractedOn === '' || dates.length === 0) return [];
    const parts = dates.map(({ name, isPrivate }) => ({
      rowKey: rowKeySql(definition),
      column: name,
      detail: isPrivate
        ? sqlText(`${name} is after the extraction.`)
        : `concat(${sqlText(`${name} (`)}, shown_day(${sqlName(name)}), ') is after the extraction.')`,
      from: sqlName(definition.name),
      where: `CAST(${sqlName(name)} AS DATE) > ${sqlDate(coverage.extractedOn)}`,
    }));
    return [{ extract: definition.name, parts }];
  });
}

const lifeRow = z.strictObject({
  extract: z.string(),
  column: z.string(),
  before_birth_weeks: z.string().regex(/^\d+$/).transform(Number),
});

/** Up to so many weeks before the day of birth, or the expected one, a record of an unborn child is in order. */
export function datesBeforeBirth(context: CheckContext): RowQuery[] {
  if (!context.with('people')) return [];
  return referenceTable('life-dates', lifeRow).flatMap(({ extract, column, before_birth_weeks: weeks }) => {
    const found = context.with(extract, column);
    if (!found) return [];
    const weeksBefore = weeks === 0 ? '' : `more than ${weeks} weeks `;
    const part = {
      rowKey: rowKeySql(found.definition, 'record'),
      column,
      value: sqlText(weeksBefore),
      detail: sqlText(`${column} is ${weeksBefore}before the child was born.`),
      from: withLives(extract),
      where: `CAST(record.${sqlName(column)} AS DATE) < life.born_on - ${weeks * 7}`,
    };
    return [{ extract, parts: [part] }];
  });
}

export function datesAfterDeath(context: CheckContext): RowQuery[] {
  if (!context.with('people', 'date_of_death')) return [];
  return referenceTable('life-dates', lifeRow).flatMap(({ extract, column }) => {
    const found = context.with(extract, column);
    if (!found) return [];
    const part = {
      rowKey: rowKeySql(found.definition, 'record'),
      column,
      detail: sqlText(`${column} is after the child died.`),
      from: withLives(extract),
      where: `CAST(record.${sqlName(column)} AS DATE) > life.died_on`,
    };
    return [{ extract, parts: [part] }];
  });
}

const LIVES = 'lives';

/** When each person was born, or is expected, and died, for all questions about lives. */
export async function createLives({ database, with: extractWith }: CheckContext): Promise<void> {
  const people = extractWith('people');
  if (!people) return;
  const { extractedOn } = people.coverage;
  // A birth after the extraction is told by another rule, and would put everything before it.
  const isPast = extractedOn === '' ? 'true' : `date_of_birth <= ${sqlDate(extractedOn)}`;
  // A person who stands twice among people is told by another rule.
  await database.run(`CREATE OR REPLACE TABLE ${LIVES} AS
    SELECT person_id, max(date_of_death) AS died_on,
      min(CASE WHEN date_of_birth IS NULL THEN expected_date_of_birth WHEN ${isPast} THEN date_of_birth END) AS born_on
    FROM people GROUP BY person_id`);
}

function withLives(extract: string): string {
  return `${sqlName(extract)} AS record JOIN ${LIVES} AS life USING (person_id)`;
}

/** People in a table of ends by age: still open at the month end at which they are 18 or more. */
const openRow = z.strictObject({ extract: z.string(), start: z.string(), end: z.string() });

export function openOver18(context: CheckContext): RowQuery[] {
  if (!context.with('people', 'date_of_birth')) return [];
  return referenceTable('under-18', openRow).flatMap(({ extract, start, end }) => {
    const found = context.with(extract, start);
    if (!found) return [];
    const part = {
      rowKey: rowKeySql(found.definition, 'record'),
      column: end,
      detail: `concat('Open since ', shown_day(record.${sqlName(start)}), ' for a person of 18 or more.')`,
      from: `${sqlName(extract)} AS record JOIN people USING (person_id) CROSS JOIN report`,
      where: `open_at(record.${sqlName(start)}, record.${sqlName(end)}, report_month_end)
        AND age_at(people.date_of_birth, report_month_end) >= 18
        AND (people.date_of_death IS NULL OR people.date_of_death > report_month_end)`,
    };
    return [{ extract, parts: [part] }];
  });
}

const overlapRow = z.strictObject({
  extract: z.string(),
  start: z.string(),
  end: z.string(),
  unless: z.string(),
});

/** A record that starts before an earlier one of the same child ended; one that starts on the day of an end does not. */
export function overlaps(context: CheckContext): RowQuery[] {
  return referenceTable('overlaps', overlapRow).flatMap(({ extract, start, end, unless }) => {
    const found = context.with(extract, start, end);
    if (!found) return [];
    const counted = unless === '' ? '' : `AND ${sqlName(unless)} IS NOT TRUE`;
    const key = keyColumns(found.definition).map(({ name }) => sqlName(name));
    const part = {
      rowKey: rowKeySql(found.definition),
      column: start,
      detail: `concat('It starts on ', shown_day(${sqlName(start)}), ', before the earlier one ended (', CASE WHEN others_end = 'infinity' THEN 'still open' ELSE shown_day(others_end) END, ').')`,
      from: `(
          SELECT *, max(coalesce(CAST(${sqlName(end)} AS TIMESTAMP), 'infinity')) OVER (
            PARTITION BY person_id ORDER BY ${sqlName(start)}, ${key.join(', ')}
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS others_end
          FROM ${sqlName(extract)}
          -- A record that ends before it starts is told by another rule, and a row that stands twice too.
          WHERE (${sqlName(end)} IS NULL OR ${sqlName(end)} >= ${sqlName(start)}) ${counted}
          QUALIFY row_number() OVER (PARTITION BY ${key.join(', ')} ORDER BY ${sqlName(start)}) = 1
        )`,
      where: `${sqlName(start)} < others_end`,
    };
    return [{ extract, parts: [part] }];
  });
}
