import { type Database, sqlText } from '../extracts/database.js';
import { groupBy } from '../group-by.js';
import type { Hit } from './rule.js';

/** A question put to the engine about the rows of one extract. */
export type RowQuery = { readonly extract: string } & (
  | { readonly parts: readonly BrokenRows[] }
  /** Returns row_key, column_name, value and detail, all text; see `selectOf`. */
  | { readonly sql: string }
);

/** The rows of an extract that hold something which cannot be, in one column. */
export interface BrokenRows {
  /** Expression that names a row; '' where the finding is of the extract as a whole. */
  readonly rowKey: string;
  readonly column: string;
  /** Expression; '' where there is no value. */
  readonly value?: string;
  /** Expression; '' where the rule's title says it all. */
  readonly detail?: string;
  /** What stands after FROM: parts with the same are looked through together. */
  readonly from: string;
  /** Condition that holds for the rows that are told. */
  readonly where: string;
}

/** The SELECT of one column's hits, in the columns that every query has. */
function selectOf({ rowKey, column, value = "''", detail = "''", from, where }: BrokenRows): string {
  const key = rowKey === '' ? "''" : rowKey;
  return `SELECT ${key} AS row_key, ${sqlText(column)} AS column_name, ${value} AS value, ${detail} AS detail
    FROM ${from} WHERE ${where}`;
}

/**
 * The queries that can find something: of hundreds that are asked of sound extracts hardly any does, and the engine takes
 * longer to plan each than to look. So all conditions on the same rows are first asked in one pass, whether any row holds.
 */
export async function sifted<Asked extends RowQuery>(
  database: Database,
  queries: readonly Asked[],
): Promise<Asked[]> {
  const parts = queries.flatMap(query => ('parts' in query ? query.parts : []));
  const groups = [...groupBy(parts, ({ from }) => from).values()];
  const found = await database.spread(groups, partsWithRows);
  const kept = new Set(found.flat());
  return queries.flatMap(query => {
    if (!('parts' in query)) return [query];
    const left = query.parts.filter(part => kept.has(part));
    return left.length === 0 ? [] : [{ ...query, parts: left }];
  });
}

async function partsWithRows(
  database: Database,
  parts: readonly BrokenRows[],
): Promise<readonly BrokenRows[]> {
  const asked = parts.map(({ where }, index) => `coalesce(bool_or(${where}), false) AS p${index}`);
  try {
    const [row] = await database.rows(`SELECT ${asked.join(', ')} FROM ${parts[0]?.from}`);
    return parts.filter((_, index) => row?.[`p${index}`] === true);
  } catch {
    // Each is asked by itself, and the one at fault is told by its rule.
    return parts;
  }
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
  asked: RowQuery,
  ownColumn?: string,
): Promise<Hit[]> {
  type Row = { row_key: string; column_name?: string; value?: string; detail?: string; total: number };
  const { extract } = asked;
  const sql = 'parts' in asked ? asked.parts.map(selectOf).join(' UNION ALL ') : asked.sql;
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
