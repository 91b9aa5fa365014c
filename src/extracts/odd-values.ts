import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';
import { type Database, sqlName, sqlText } from './database.js';
import type { ExtractDefinition } from './definitions.js';

/** What can be read and is not what it should be: codes outside their list, and records that stand twice. */

/** A column whose codes are all unknown is mapped wrongly; more than this says nothing new. */
const MOST_CODES = 20;

/** One warning for each code that is not in its column's list: such rows count as another thing, or as nothing. */
export async function unknownCodes(database: Database, definition: ExtractDefinition): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const column of definition.columns.filter(each => each.codes.length > 0)) {
    const name = sqlName(column.name);
    const found = await database.rows<{ code: string; rows: number }>(`
      SELECT ${name} AS code, CAST(count(*) AS INTEGER) AS rows FROM ${sqlName(definition.name)}
      WHERE ${name} NOT IN (${column.codes.map(sqlText).join(', ')}) GROUP BY ALL ORDER BY ALL LIMIT ${MOST_CODES}`);
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
export async function repeatedRecords(database: Database, definition: ExtractDefinition): Promise<Problem[]> {
  const key = definition.columns.find(column => column.isKey);
  if (!key) return [];
  const table = sqlName(definition.name);
  const before = await countsOf(database, table, sqlName(key.name));
  if (before.rows === before.keys) return [];
  const other = sqlName(`${definition.name}_once`);
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
