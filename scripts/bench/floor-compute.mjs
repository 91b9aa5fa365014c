/**
 * The floor under reading and computing: `node scripts/bench/floor-compute.mjs WORKSPACE`. What DuckDB alone takes for the same
 * text read, the same casts and one group by month an extract, with nothing checked, told or kept apart. Prints the rows read.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [workspace = ''] = process.argv.slice(2);
const reference = new URL('../../reference/extracts.csv', import.meta.url);

const DATE = ['%d/%m/%Y', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S'];
const TIME = ['%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y'];
/** @type {Record<string, (cell: string) => string>} */
const CASTS = {
  date: cell => `CAST(try_strptime(${cell}, ${listOf(DATE)}) AS DATE)`,
  datetime: cell => `try_strptime(${cell}, ${listOf(TIME)})`,
  month: cell => `CAST(try_strptime(${cell} || '-01', '%Y-%m-%d') AS DATE)`,
  flag: cell => `lower(${cell}) IN ('y', 'yes', '1', 'true')`,
  integer: cell => `TRY_CAST(${cell} AS INTEGER)`,
  number: cell => `TRY_CAST(${cell} AS DECIMAL(18, 6))`,
};

/** @param {readonly string[]} formats */
function listOf(formats) {
  return `[${formats.map(format => `'${format}'`).join(', ')}]`;
}

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
let rows = 0;
for (const [extract, types] of await typesOfExtracts()) {
  const file = join(workspace, 'extracts', `${extract}.csv`);
  if (!existsSync(file)) continue;
  const headings = (readFileSync(file, 'utf8').split('\n', 1)[0] ?? '').trim().split(',');
  const read = headings.map(heading => `"${heading}": 'VARCHAR'`).join(', ');
  const cells = headings.map(heading => {
    const cast = CASTS[types.get(heading) ?? ''];
    return cast ? `${cast(`"${heading}"`)} AS "${heading}"` : `"${heading}"`;
  });
  const made = await connection.run(
    `CREATE TABLE "${extract}" AS SELECT ${cells.join(', ')}
     FROM read_csv('${file.replaceAll("'", "''")}', auto_detect = false, header = true, delim = ',', quote = '"',
       escape = '"', columns = {${read}})`,
  );
  const [[count]] = /** @type {[[bigint]]} */ (await made.getRows());
  rows += Number(count);
  const dated = headings.find(heading => ['date', 'datetime', 'month'].includes(types.get(heading) ?? ''));
  const month = dated ? `date_trunc('month', "${dated}")` : '1';
  await connection.runAndReadAll(
    `SELECT ${month} AS month, count(*) FROM "${extract}" GROUP BY 1 ORDER BY 1`,
  );
}
connection.closeSync();
instance.closeSync();
process.stdout.write(`${rows}\n`);

/** @returns {Promise<Map<string, Map<string, string>>>} the type of each column, by extract */
async function typesOfExtracts() {
  const listed = await connection.runAndReadAll(
    `SELECT extract, "column", type FROM read_csv('${decodeURI(reference.pathname)}', all_varchar = true)`,
  );
  /** @type {Map<string, Map<string, string>>} */
  const types = new Map();
  for (const [extract, column, type] of listed.getRows()) {
    const columns = types.get(String(extract)) ?? new Map();
    types.set(String(extract), columns.set(String(column), String(type)));
  }
  return types;
}
