import { sqlName, sqlText } from '../database.js';
import type { ExtractDefinition } from '../definitions.js';
import {
  type Given,
  type GivenColumn,
  type GivenCount,
  headingsCounted,
  headingsNeeded,
  headingsOf,
  type Layout,
} from './layout.js';
import { FILE_COLUMN, LINE_COLUMN, type SourceTable } from './source-tables.js';

/** The SELECT that makes rows of an extract, as text, out of the tables of a layout's sources. */

/** The day in the form of the layout's dates, so that it is read as they are. */
function dayText(day: string, dates: Layout['dates']): string {
  const [year, month, date] = day.split('-');
  return dates === 'YYYY-MM-DD' ? day : `${date}/${month}/${year}`;
}

/** Our columns that an entry gives from files with these headings, with the heading that each is told by. */
export function columnsGiven(
  layout: Layout,
  part: Given,
  present: ReadonlySet<string>,
  extractedOn: string,
): ReadonlyMap<string, string> {
  const known = headingsOf(layout, part);
  return new Map(
    Object.entries(part.columns).flatMap(([name, column]) => {
      if (typeof column !== 'string' && column.extracted_on && extractedOn === '') return [];
      const needed = headingsNeeded(column, known);
      return needed.every(heading => !known.includes(heading) || present.has(heading))
        ? [[name, needed[0] ?? name] as const]
        : [];
    }),
  );
}

/** What the entries of an extract count themselves from files with these headings, by the measure that it stands for. */
export function countsGiven(
  layout: Layout,
  parts: readonly Given[],
  present: ReadonlySet<string>,
): ReadonlyMap<string, GivenCount> {
  return new Map(
    parts.flatMap(part =>
      Object.entries(part.stands_for).filter(([, count]) =>
        headingsCounted(count, headingsOf(layout, part)).every(heading => present.has(heading)),
      ),
    ),
  );
}

/**
 * Columns source_file, source_line, every column that some entry of the extract gives, and what stands for each measure.
 * @param given the columns that this entry gives · @param all those of all entries, in order
 * @param measures ids of those that some entry counts for
 */
export function givenSql(
  layout: Layout,
  part: Given,
  given: ReadonlyMap<string, string>,
  all: readonly string[],
  measures: readonly string[],
  tables: readonly SourceTable[],
  extractedOn: string,
): string {
  const sources = [part.from, ...part.with].map(source => {
    const { table = '' } = tables.find(each => each.source === source) ?? {};
    return `${sqlName(source)} AS (SELECT * FROM ${sqlName(table)})`;
  });
  const columns = all.map(name => {
    const column = part.columns[name];
    const value =
      column !== undefined && given.has(name) ? expressionOf(layout, part, column, extractedOn) : 'NULL';
    return `CAST((${value}
      ) AS VARCHAR) AS ${sqlName(name)}`;
  });
  const counts = measures.map(
    measure => `CAST((${part.stands_for[measure]?.met ?? 'NULL'}
      ) AS BOOLEAN) AS ${sqlName(measure)}`,
  );
  const rows = part.rows === undefined ? sqlName(part.from) : `(${withoutEnd(part.rows)}\n)`;
  const condition = part.where === undefined ? '' : `WHERE (${part.where}\n)`;
  return `WITH ${[...new Set(sources)].join(',\n')}
    SELECT ${[FILE_COLUMN, LINE_COLUMN, ...columns, ...counts].join(', ')} FROM ${rows} AS each ${condition}`;
}

function withoutEnd(sql: string): string {
  return sql.trimEnd().replace(/;$/, '');
}

function expressionOf(layout: Layout, part: Given, column: GivenColumn, extractedOn: string): string {
  if (typeof column === 'string') return sqlName(column);
  if (column.sql !== undefined) return column.sql;
  if (column.constant !== undefined) return sqlText(column.constant);
  if (column.extracted_on) return sqlText(dayText(extractedOn, layout.dates));
  return madeId(layout, part, column.id_from ?? []);
}

/**
 * Child, source and date. Rows that differ and have these in common are numbered; equal ones are one record, as they
 * are in any extract whose files overlap.
 */
function madeId(layout: Layout, part: Given, headings: readonly string[]): string {
  const names = headings.map(sqlName);
  const parts = `concat_ws('/', ${[sqlText(part.from), ...names].join(', ')})`;
  if (part.rows !== undefined) return parts;
  const whole = (layout.sources[part.from]?.headings ?? []).map(
    heading => `coalesce(${sqlName(heading)}, '')`,
  );
  const number = `dense_rank() OVER (PARTITION BY ${names.join(', ')} ORDER BY concat_ws(chr(1), ${whole.join(', ')}))`;
  return `${parts} || CASE WHEN ${number} > 1 THEN '/' || ${number} ELSE '' END`;
}

/** Columns of an extract that its entries give, in the extract's order. */
export function inOrder(
  definition: ExtractDefinition,
  given: readonly ReadonlyMap<string, string>[],
): string[] {
  return definition.columns.map(({ name }) => name).filter(name => given.some(each => each.has(name)));
}
