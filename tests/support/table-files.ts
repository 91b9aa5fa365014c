import { DuckDBInstance } from '@duckdb/node-api';

/** Runs SQL in a database file, or in memory; to make Parquet and DuckDB files for tests. */
export async function runSql(sql: string, path = ':memory:'): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  try {
    await connection.run(sql);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
