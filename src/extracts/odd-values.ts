import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';
import { type Database, sqlName, sqlText } from './database.js';
import type { ColumnDefinition, ExtractDefinition } from './definitions.js';

/** What can be read and is not what it should be: codes outside their list, and records that stand twice. */

/** A column whose codes are all unknown is mapped wrongly; more than this says nothing new. */
const MOST_CODES = 20;

/** YYYY-MM-DD; '' where there is none. */
export interface RecordedDates {
  /** Of the dates that the extract's events are known by. */
  readonly earliest: string;
  /** Of all dates that do not lie ahead by nature. */
  readonly latest: string;
}

/** Looks at an extract's rows once for what is odd in them, and again only at what was found to be. */
export async function oddValues(
  database: Database,
  definition: ExtractDefinition,
  present: readonly string[],
): Promise<{ recorded: RecordedDates; problems: Problem[] }> {
  const key = definition.columns.find(column => column.isKey);
  const coded = definition.columns.filter(column => column.codes.length > 0);
  const [found] = await database.rows<Record<string, string | number | null>>(
    `SELECT ${recordedDates(definition, present)}, CAST(count(*) AS INTEGER) AS rows,
       ${key ? `CAST(count(DISTINCT ${sqlName(key.name)}) AS INTEGER)` : 'rows'} AS keys
       ${coded.map(column => `, count_if(${isUnknown(column)}) > 0 AS ${sqlName(`odd ${column.name}`)}`).join('')}
     FROM ${sqlName(definition.name)}`,
  );
  if (!found) throw new Error(`no counts for ${definition.name}`);
  const repeated = key && found.rows !== found.keys ? await repeatedRecords(database, definition, key) : [];
  const odd = coded.filter(column => found[`odd ${column.name}`]);
  const unknown = odd.length > 0 ? await unknownCodes(database, definition, odd) : [];
  return {
    recorded: { earliest: String(found.earliest ?? ''), latest: String(found.latest ?? '') },
    problems: [...repeated, ...unknown],
  };
}

/** Dates that lie ahead by nature say nothing about when an extract was made. */
export const AHEAD = /^due_|^expected_/;

/** Columns that say when something was done: not what lies ahead, and not a birth. */
export function datesRecorded({ columns }: ExtractDefinition): string[] {
  return columns
    .filter(
      ({ name, type, isPrivate }) =>
        (type === 'date' || type === 'datetime') && !isPrivate && !AHEAD.test(name),
    )
    .map(({ name }) => name);
}

function recordedDates(definition: ExtractDefinition, present: readonly string[]): string {
  const event = definition.columns.find(column => column.isEvent);
  const dates = datesRecorded(definition).filter(name => present.includes(name));
  const greatest = dates.map(name => `CAST(max(${sqlName(name)}) AS DATE)`).join(', ');
  const earliest = event ? `CAST(CAST(min(${sqlName(event.name)}) AS DATE) AS VARCHAR)` : 'NULL';
  return `${earliest} AS earliest, ${greatest ? `CAST(greatest(${greatest}) AS VARCHAR)` : 'NULL'} AS latest`;
}

function isUnknown(column: ColumnDefinition): string {
  return `${sqlName(column.name)} NOT IN (${column.codes.map(sqlText).join(', ')})`;
}

/** One warning for each code that is not in its column's list: such rows count as another thing, or as nothing. */
async function unknownCodes(
  database: Database,
  definition: ExtractDefinition,
  columns: readonly ColumnDefinition[],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const column of columns) {
    const name = sqlName(column.name);
    const found = await database.rows<{ code: string; rows: number }>(`
      SELECT ${name} AS code, CAST(count(*) AS INTEGER) AS rows FROM ${sqlName(definition.name)}
      WHERE ${isUnknown(column)} GROUP BY ALL ORDER BY ALL LIMIT ${MOST_CODES}`);
    for (const { code, rows } of found) {
      const nearest = didYouMean(code, column.codes) || ` It has ${column.codes.join(', ')}.`;
      const message = `${rows} ${rows === 1 ? 'row has' : 'rows have'} "${code.slice(0, 40)}", which is not a code of ${column.name}.${nearest} Map it in scorecard.yml under extracts.${definition.name}.codes.${column.name}.`;
      problems.push({
        severity: 'warning',
        rule: 'unknown-code',
        message,
        place: { file: `extracts: ${definition.name}` },
      });
    }
  }
  return problems;
}

/** Files that overlap repeat records: equal rows are read once, and unequal ones of one key are told. */
async function repeatedRecords(
  database: Database,
  definition: ExtractDefinition,
  key: ColumnDefinition,
): Promise<Problem[]> {
  const table = sqlName(definition.name);
  const before = await countsOf(database, table, sqlName(key.name));
  const other = sqlName(`${definition.name}_once`);
  // Kept for whoever asks which they were: afterwards equal rows are one.
  await database.run(`
    CREATE TABLE ${sqlName(repeatedTable(definition.name))} AS
    SELECT ${sqlName(key.name)} AS row_key, count(*) AS rows, count(DISTINCT each) AS variants
    FROM ${table} AS each GROUP BY ALL HAVING count(*) > 1`);
  await database.run(
    `CREATE TABLE ${other} AS SELECT DISTINCT * FROM ${table}; DROP TABLE ${table}; ALTER TABLE ${other} RENAME TO ${table}`,
  );
  const after = await countsOf(database, table, sqlName(key.name));
  const place = { file: `extracts: ${definition.name}` };
  const equal = before.rows - after.rows;
  const unequal = after.rows - after.keys;
  const told: Problem[] = [];
  if (equal > 0) {
    const message = `${equal} ${equal === 1 ? 'row repeats' : 'rows repeat'} another to the letter and ${equal === 1 ? 'is' : 'are'} read once. Check that its files do not overlap.`;
    told.push({ severity: 'warning', rule: 'repeated-row', message, place });
  }
  if (unequal > 0) {
    const message = `${unequal} ${unequal === 1 ? 'row has' : 'rows have'} the ${key.name} of another row and differ${unequal === 1 ? 's' : ''} from it; all are counted. Keep one row a record.`;
    told.push({ severity: 'warning', rule: 'repeated-key', message, place });
  }
  return told;
}

/** The table of an extract's repeated keys: row_key, rows, variants. Only where `repeated-row` or `repeated-key` is told. */
export function repeatedTable(extract: string): string {
  return `${extract}_repeated`;
}

async function countsOf(
  database: Database,
  table: string,
  key: string,
): Promise<{ rows: number; keys: number }> {
  const [counts] = await database.rows<{ rows: number; keys: number }>(
    `SELECT CAST(count(*) AS INTEGER) AS rows, CAST(count(DISTINCT ${key}) AS INTEGER) AS keys FROM ${table}`,
  );
  return counts ?? { rows: 0, keys: 0 };
}
