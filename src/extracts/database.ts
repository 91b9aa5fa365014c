import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export type Cell = string | number | bigint | boolean | null;

/** As many as libuv has threads to wait with. */
const CONNECTIONS = 4;

/** A statement that does something else than it may. */
export class NotAllowed extends Error {}

/**
 * The embedded engine that holds the extracts of one run and works out the measures. Nothing is kept after it.
 *
 * An engine that is closed while it works takes the process with it. So `close` waits for the queries that are under way,
 * and those that others ask for afterwards, not knowing that the run has failed, are refused.
 */
export class Database {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    readonly version: string,
    /** Of the whole engine, whichever connection asks. */
    private readonly work: {
      readonly underWay: Set<Promise<unknown>>;
      readonly afterwards: (() => void)[];
      isOver: boolean;
    },
  ) {}

  static async open(): Promise<Database> {
    // Loading the engine takes a quarter of a second, so only a command that needs it does.
    const { DuckDBInstance, version } = await import('@duckdb/node-api');
    // What does not fit into memory would be written to the current folder, where a run that is killed leaves it.
    const instance = await DuckDBInstance.create(':memory:', { temp_directory: '' });
    const connection = await instance.connect();
    // It takes a few rows on one side as a reason to compare them with each of the other, and guesses the few: a hundred
    // thousand visits, each with every child. A sort of both is never slow.
    await connection.run('SET asof_loop_join_threshold = 0');
    return new Database(instance, connection, version(), {
      underWay: new Set(),
      afterwards: [],
      isOver: false,
    });
  }

  /** What is to be cleared away with the engine. */
  whenClosed(clear: () => void): void {
    this.work.afterwards.push(clear);
  }

  async run(sql: string): Promise<void> {
    await this.during(() => this.connection.run(sql));
  }

  /** @returns how many rows were put in */
  async insert(sql: string): Promise<number> {
    return (await this.during(() => this.connection.run(sql))).rowsChanged;
  }

  /** How many statements a text holds. @throws Error in the engine's words where it cannot be read */
  async statementCount(sql: string): Promise<number> {
    return (await this.during(() => this.connection.extractStatements(sql))).count;
  }

  /**
   * Runs statements that make tables, views and functions, and no others.
   * @throws Error in the engine's words where one cannot run · @throws NotAllowed where one does something else
   */
  async define(sql: string): Promise<void> {
    const { StatementType } = await import('@duckdb/node-api');
    const statements = await this.during(() => this.connection.extractStatements(sql));
    for (let index = 0; index < statements.count; index++) {
      const statement = await this.during(() => statements.prepare(index));
      try {
        if (statement.statementType !== StatementType.CREATE) throw new NotAllowed();
        await this.during(() => statement.run());
      } finally {
        statement.destroySync();
      }
    }
  }

  /** Rows as plain objects; dates and decimals as text or numbers, as DuckDB's JSON gives them. */
  async rows<T extends Record<string, Cell>>(sql: string): Promise<T[]> {
    const result = await this.during(() => this.connection.runAndReadAll(sql));
    return result.getRowObjectsJson() as unknown as T[];
  }

  /**
   * Does the work for every item, several at once, each on a connection of its own; results in the order of the items.
   * Many small queries leave most of the machine idle when they follow on one another.
   */
  async spread<Item, Result>(
    items: readonly Item[],
    work: (database: Database, item: Item) => Promise<Result>,
  ): Promise<Result[]> {
    const results: Result[] = [];
    const waiting = [...items.entries()];
    const worker = async () => {
      const connection = await this.during(() => this.instance.connect());
      const database = new Database(this.instance, connection, this.version, this.work);
      try {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          results[next[0]] = await work(database, next[1]);
        }
      } finally {
        connection.closeSync();
      }
    };
    const workers = Array.from({ length: Math.min(CONNECTIONS, items.length) }, worker);
    try {
      await Promise.all(workers);
    } catch (error) {
      // The others end what they are at, and begin nothing more: the caller may clear away what they work with.
      waiting.length = 0;
      await Promise.allSettled(workers);
      throw error;
    }
    return results;
  }

  /** From here on a query can reach neither files nor the network, whoever wrote it. */
  async closeTheDoors(): Promise<void> {
    await this.run('SET enable_external_access = false');
  }

  /**
   * From here on each query is worked out by one processor, and no setting can be changed. Reading a file is quicker when
   * it is shared among them; many small queries, several at once, when none is.
   */
  async oneProcessorEach(): Promise<void> {
    await this.run('SET threads = 1; SET lock_configuration = true');
  }

  async close(): Promise<void> {
    this.work.isOver = true;
    await Promise.allSettled(this.work.underWay);
    this.connection.closeSync();
    this.instance.closeSync();
    for (const clear of this.work.afterwards.splice(0)) clear();
  }

  private async during<T>(query: () => Promise<T>): Promise<T> {
    if (this.work.isOver) throw new Error('The engine is closed');
    const asked = query();
    this.work.underWay.add(asked);
    try {
      return await asked;
    } finally {
      this.work.underWay.delete(asked);
    }
  }
}

/** A text as an SQL literal. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A day, YYYY-MM-DD, as an SQL literal. */
export function sqlDate(day: string): string {
  return `DATE ${sqlText(day)}`;
}

/** A name as an SQL identifier. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
