import type { ExtractLayout } from '../workspace/settings.js';
import { sqlName } from './database.js';
import type { ColumnDefinition, ExtractDefinition } from './definitions.js';

/**
 * What a row is known by, told alike by the engine and by a second reading of its file: so that a row which the engine
 * found to be odd is found again among the lines. Its id; where the extract has none, all that a row must have.
 */
export function keyColumns({ columns }: ExtractDefinition): ColumnDefinition[] {
  const keys = columns.filter(column => column.isKey);
  return keys.length > 0 ? keys : columns.filter(column => column.required);
}

const PART_BREAK = '\u0001';

/** As an expression over the extract's table. @param table its name or alias, where several are joined */
export function rowKeySql(definition: ExtractDefinition, table = ''): string {
  const prefix = table === '' ? '' : `${sqlName(table)}.`;
  const parts = keyColumns(definition).map(
    ({ name }) => `coalesce(CAST(${prefix}${sqlName(name)} AS VARCHAR), '')`,
  );
  return parts.length === 1 ? (parts[0] as string) : `concat_ws(chr(1), ${parts.join(', ')})`;
}

/** From the cells of a line. @param positions of our columns in the file */
export function rowKeyOf(
  cells: readonly string[],
  positions: ReadonlyMap<string, number>,
  definition: ExtractDefinition,
  dates: ExtractLayout['dates'],
): string {
  const parts = keyColumns(definition).map(column =>
    plainText(cells[positions.get(column.name) ?? -1] ?? '', column, dates),
  );
  return parts.join(PART_BREAK);
}

/** A cell without the spaces around it. */
export function trimmed(cell: string): string {
  return cell.replace(/^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$/g, '');
}

function plainText(cell: string, { type }: ColumnDefinition, dates: ExtractLayout['dates']): string {
  const text = trimmed(cell);
  if (type === 'month') return `${text}-01`;
  if (type !== 'date') return text;
  const pattern = dates === 'DD/MM/YYYY' ? /^(\d{1,2})\/(\d{1,2})\/(\d{4})/ : /^(\d{4})-(\d{1,2})-(\d{1,2})/;
  const parts = pattern.exec(text)?.slice(1);
  if (!parts) return text;
  const [year, month, day] = dates === 'DD/MM/YYYY' ? parts.toReversed() : parts;
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}
