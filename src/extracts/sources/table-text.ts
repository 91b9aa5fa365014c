import type { ExtractLayout } from '../../workspace/settings.js';
import { sqlName, sqlText } from '../database.js';

/** How a column of a table becomes the text that a CSV file would have, as DuckDB expressions by the column's type. */

export interface TableColumn {
  readonly name: string;
  /** As the engine describes it: VARCHAR, DATE, DECIMAL(18,2), … */
  readonly type: string;
}

const DATE_FORMAT: Readonly<Record<ExtractLayout['dates'], string>> = {
  'DD/MM/YYYY': '%d/%m/%Y',
  'YYYY-MM-DD': '%Y-%m-%d',
};

/** Larger ones are no longer told apart from their neighbours. */
const LARGEST_EXACT = 1e15;

/** Undefined where a column of such a type is not read. */
export function textOfColumn({ name, type }: TableColumn, dates: ExtractLayout['dates']): string | undefined {
  const column = sqlName(name);
  const day = sqlText(DATE_FORMAT[dates]);
  const plainType = type.replace(/\(.*$/s, '');
  // A list of texts is told from a text by its end.
  if (/\]$/.test(type)) return undefined;
  switch (plainType) {
    case 'VARCHAR':
    case 'ENUM':
    case 'UUID':
      // One line a row, so that a row can be found again by its number.
      return `regexp_replace(CAST(${column} AS VARCHAR), '[\\r\\n]+', ' ', 'g')`;
    case 'BOOLEAN':
      return `CASE WHEN ${column} THEN 'Y' WHEN NOT ${column} THEN 'N' END`;
    case 'DATE':
      return `strftime(${column}, ${day})`;
    case 'TIMESTAMP':
    case 'TIMESTAMP_S':
    case 'TIMESTAMP_MS':
    case 'TIMESTAMP_NS': {
      const time = `CAST(${column} AS TIMESTAMP)`;
      const second = sqlText(`${DATE_FORMAT[dates]} %H:%M:%S`);
      return `CASE WHEN ${time} = date_trunc('day', ${time}) THEN strftime(${time}, ${day}) ELSE strftime(${time}, ${second}) END`;
    }
    case 'FLOAT':
    case 'DOUBLE':
      // Ids and flags become such numbers where some are blank; a blank itself becomes "not a number".
      return `CASE WHEN isnan(${column}) THEN NULL WHEN ${column} = trunc(${column}) AND abs(${column}) < ${LARGEST_EXACT}
        THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR) ELSE coalesce(CAST(TRY_CAST(${column} AS DECIMAL(18, 6)) AS VARCHAR), CAST(${column} AS VARCHAR)) END`;
    case 'DECIMAL':
      return `regexp_replace(CAST(${column} AS VARCHAR), '[.]0+$', '')`;
    default:
      return /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(plainType)
        ? `CAST(${column} AS VARCHAR)`
        : undefined;
  }
}

/** A heading is on one line too. */
export function headingOfColumn({ name }: TableColumn): string {
  return name.replaceAll(/[\r\n]+/g, ' ');
}
