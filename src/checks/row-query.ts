import { type Database, sqlText } from '../extracts/database.js';
import type { Hit } from './rule.js';

/** A question put to the engine about the rows of one extract. */
export interface RowQuery {
  readonly extract: string;
  /** Returns row_key, column_name, value and detail, all text; see `brokenRows`. */
  readonly sql: string;
}

export interface BrokenRows {
  /** Expression that names a row; '' where the finding is of the extract as a whole. */
  readonly rowKey: string;
  readonly column: string;
  /** Expression; '' where there is no value. */
  readonly value?: string;
  /** Expression; '' where the rule's title says it all. */
  readonly detail?: string;
  /** Everything after SELECT … */
  readonly from: string;
}

/** The SELECT of one column's hits, in the columns that every query has. */
export function brokenRows({ rowKey, column, value = "''", detail = "''", from }: BrokenRows): string {
  const key = rowKey === '' ? "''" : rowKey;
  return `SELECT ${key} AS row_key, ${sqlText(column)} AS column_name, ${value} AS value, ${detail} AS detail ${from}`;
}

/** Places beyond these say nothing new; the count says how many there are. */
export const MOST_PLACES = 20_000;

/**
 * The hits of a rule.
 * @param ownColumn of a query that was written by hand, which need return no more than row_key
 */
export async function askRows(
  database: Database,
  rule: string,
  { extract, sql }: RowQuery,
  ownColumn?: string,
): Promise<Hit[]> {
  type Row = { row_key: string; column_name?: string; value?: string; detail?: string; total: number };
  const query = sql.replace(/;(?=(?:\s|--[^\n]*(?:\n|$))*$)/, '');
  const groups = ownColumn === undefined ? 'PARTITION BY column_name, value' : '';
  const rows = await database.rows<Row & Record<string, string | number>>(
    `SELECT *, CAST(count(*) OVER (${groups}) AS INTEGER) AS total FROM (${query}
    ) QUALIFY row_number() OVER (${groups}) <= ${MOST_PLACES}`,
  );
  return rows.map(row => ({
    rule,
    extract,
    column: row.column_name ?? ownColumn ?? '',
    value: row.value ?? '',
    rowKey: row.row_key,
    detail: row.detail ?? '',
    total: row.total,
  }));
}

/** Days and moments as people write them, for what a query says of a row. */
export async function createCheckMacros(database: Database): Promise<void> {
  await database.run(`
    CREATE OR REPLACE MACRO shown_day(day) AS strftime(day, '%d/%m/%Y');
    CREATE OR REPLACE MACRO shown_moment(moment) AS strftime(moment, '%d/%m/%Y %H:%M');
  `);
}
