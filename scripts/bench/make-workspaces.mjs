/**
 * Workspaces of a size, out of the sample: its children so many times over, each time with ids of their own, so that a large
 * council has the sample's proportions, faults and links. Made by DuckDB, the same every time.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { ROOT } from '../set-up/project.mjs';

const SAMPLE = join(ROOT, 'sample-data');
const PARTS = 10_000;

/** What a large council has no more of than the sample: settings, targets, plans, words. */
const HAND_KEPT = /^(?!out$|extracts$|history$|README)/;

/**
 * @param {string} folder
 * @param {number} rows so many, give or take a few in a hundred
 * @returns {Promise<void>}
 */
export async function makeWorkspace(folder, rows) {
  mkdirSync(join(folder, 'extracts'), { recursive: true });
  for (const name of readdirSync(SAMPLE).filter(each => HAND_KEPT.test(each)))
    cpSync(join(SAMPLE, name), join(folder, name), { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const types = await columnTypes(connection);
    const times = rows / rowsOfSample();
    for (const file of readdirSync(join(SAMPLE, 'extracts')))
      await connection.run(copySql(file, types, times, join(folder, 'extracts', file)));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * @param {string} file
 * @param {ReadonlyMap<string, string>} types
 * @param {number} times
 * @param {string} copy
 */
function copySql(file, types, times, copy) {
  const path = join(SAMPLE, 'extracts', file);
  const headings = (readFileSync(path, 'utf8').split('\n', 1)[0] ?? '').trim().split(',');
  const extract = file.replace(/\.csv$/, '');
  const ids = headings.filter(heading => types.get(`${extract}.${heading}`) === 'id');
  const cells = headings.map(heading =>
    ids.includes(heading)
      ? `CASE WHEN turn = 0 THEN "${heading}" ELSE "${heading}" || '-' || turn END AS "${heading}"`
      : `"${heading}"`,
  );
  // Figures that arrive as figures are the same however many children there are.
  const whole = ids.length === 0 ? 1 : Math.floor(times);
  const part = ids.length === 0 ? 0 : Math.round((times - whole) * PARTS);
  const who = ids.includes('person_id') ? 'person_id' : (ids[0] ?? "''");
  return `COPY (
    SELECT ${cells.join(', ')}
    FROM read_csv('${path}', all_varchar = true, header = true, delim = ',', quote = '"')
    CROSS JOIN range(${whole + 1}) AS turns(turn)
    WHERE turn < ${whole} OR md5_number_lower(${who}) % ${PARTS} < ${part}
  ) TO '${copy}' (HEADER, DELIMITER ',')`;
}

/** @param {import('@duckdb/node-api').DuckDBConnection} connection */
async function columnTypes(connection) {
  const file = join(ROOT, 'reference', 'extracts.csv');
  const listed = await connection.runAndReadAll(
    `SELECT extract || '.' || "column", type FROM read_csv('${file}', all_varchar = true)`,
  );
  return new Map(listed.getRows().map(([name, type]) => [String(name), String(type)]));
}

function rowsOfSample() {
  return readdirSync(join(SAMPLE, 'extracts'))
    .map(
      file =>
        readFileSync(join(SAMPLE, 'extracts', file), 'utf8')
          .trimEnd()
          .split('\n').length - 1,
    )
    .reduce((sum, count) => sum + count, 0);
}
