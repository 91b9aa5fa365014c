import { z } from 'zod';
import { SPREADSHEET_ERRORS } from '../../extracts/cell-faults.js';
import { sqlDate, sqlName, sqlText } from '../../extracts/database.js';
import type { ColumnDefinition } from '../../extracts/definitions.js';
import { rowKeySql } from '../../extracts/row-key.js';
import type { CheckContext, CheckedExtract } from '../context.js';
import { isNotLeftOut } from '../left-out.js';
import { referenceTable } from '../reference-table.js';
import type { RowQuery } from '../row-query.js';

/** Values that can be read and are not what they should be, and names of records that are not there. */

const ERRORS = SPREADSHEET_ERRORS.map(sqlText).join(', ');

function isError(column: string): string {
  return `upper(${column}) IN (${ERRORS})`;
}

/** Those of columns with a type were told in reading; texts and ids take anything. */
export function spreadsheetErrors(context: CheckContext): RowQuery[] {
  return textQueries(context, ({ name }) => isError(sqlName(name)));
}

/** UTF-8 that was taken for Windows-1252 on the way, and letters that were already given up for lost. */
export function garbledLetters(context: CheckContext): RowQuery[] {
  const marks = ['Ã[\u0080-\u00bf]', 'Â[\u00a0-\u00bf]', 'â€', '\ufffd'].join('|');
  return textQueries(
    context,
    ({ name, codes }) => codes.length === 0 && `regexp_matches(${sqlName(name)}, ${sqlText(marks)})`,
  );
}

/** One query an extract over its columns of text. @param isBroken the condition, or false where it is not asked */
function textQueries(
  context: CheckContext,
  isBroken: (column: ColumnDefinition) => string | false,
): RowQuery[] {
  return context.extracts.flatMap(({ definition, loaded }) => {
    const parts = definition.columns
      .filter(({ name, type }) => (type === 'text' || type === 'id') && loaded.columns.includes(name))
      .flatMap(column => {
        const condition = isBroken(column);
        if (condition === false) return [];
        const from = sqlName(definition.name);
        return [{ rowKey: rowKeySql(definition), column: column.name, from, where: condition }];
      });
    return parts.length === 0 ? [] : [{ extract: definition.name, parts }];
  });
}

export function unknownCodes(context: CheckContext): RowQuery[] {
  return context.extracts.flatMap(({ definition, loaded }) => {
    const coded = definition.columns.filter(
      ({ name, codes }) => codes.length > 0 && loaded.columns.includes(name),
    );
    const parts = coded.map(({ name, codes }) => ({
      rowKey: rowKeySql(definition),
      column: name,
      value: sqlName(name),
      from: sqlName(definition.name),
      where: `${sqlName(name)} NOT IN (${codes.map(sqlText).join(', ')}) AND NOT ${isError(sqlName(name))}`,
    }));
    return parts.length === 0 ? [] : [{ extract: definition.name, parts }];
  });
}

export function missingPersons(context: CheckContext): RowQuery[] {
  const people = context.with('people');
  if (!people) return [];
  return context.extracts
    .filter(({ definition }) => definition.name !== 'people')
    .flatMap(extract => linkQuery(extract, 'person_id', people, 'person_id'));
}

const linkRow = z.strictObject({
  extract: z.string(),
  column: z.string(),
  to_extract: z.string(),
  to_column: z.string(),
});

export function linkRows(): readonly z.infer<typeof linkRow>[] {
  return referenceTable('links', linkRow);
}

/**
 * A record from before an extract begins is not missing from it: those are asked for only that happened after the extract
 * that they name a record of was complete.
 */
export function missingLinks(context: CheckContext): RowQuery[] {
  return linkRows().flatMap(({ extract, column, to_extract, to_column }) => {
    const from = context.with(extract, column);
    const to = context.with(to_extract, to_column);
    return from && to ? linkQuery(from, column, to, to_column) : [];
  });
}

/** A link may reach back over a plan's whole life, so as long after the beginning is left unasked. */
const YEARS_OF_GRACE = 3;

function linkQuery(
  { definition, loaded }: CheckedExtract,
  column: string,
  to: CheckedExtract,
  toColumn: string,
): RowQuery[] {
  if (!loaded.columns.includes(column) || isInPart(to)) return [];
  const event = definition.columns.find(({ isEvent, name }) => isEvent && loaded.columns.includes(name));
  const begins = to.coverage.coversFrom;
  const isCovered =
    begins !== '' && event
      ? `AND ${sqlName(event.name)} >= ${sqlDate(begins)} + INTERVAL ${YEARS_OF_GRACE} YEARS`
      : '';
  const part = {
    rowKey: rowKeySql(definition),
    column,
    from: sqlName(definition.name),
    where: `${sqlName(column)} NOT IN (SELECT ${sqlName(toColumn)} FROM ${sqlName(to.definition.name)} WHERE ${sqlName(toColumn)} IS NOT NULL)
        AND ${isNotLeftOut(column, to.definition.name)} AND NOT ${isError(sqlName(column))} ${isCovered}`,
  };
  return [{ extract: definition.name, parts: [part] }];
}

/** Of an extract that was cut off, or of which a file could not be read, nobody can tell who is missing. */
function isInPart({ loaded }: CheckedExtract): boolean {
  return loaded.problems.some(({ severity, rule }) => severity === 'error' && rule !== 'us-order');
}
