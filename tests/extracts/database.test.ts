import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Database } from '../../src/extracts/database.js';

/** Some tenths of a second of work. */
const LONG =
  'SELECT CAST(count(*) AS INTEGER) AS rows FROM range(8_000) AS a(x), range(8_000) AS b(y) WHERE x < y';

describe('Database', () => {
  it('when it is closed while a query runs then it waits for it, and what is asked afterwards is refused', async () => {
    const database = await Database.open();
    const running = database.rows<{ rows: number }>(LONG);
    const closing = database.close();
    await expect(database.run('SELECT 1')).rejects.toThrow('The engine is closed');
    await closing;
    // Of 8,000 by 8,000 pairs, less the 8,000 that are equal, half: 31,996,000.
    expect(await running).toEqual([{ rows: 31_996_000 }]);
  });

  it('when the work for one item fails then the others end what they are at and begin nothing more', async () => {
    const database = await Database.open();
    const begun: number[] = [];
    const ended: number[] = [];
    const items = Array.from({ length: 20 }, (_, item) => item);
    const spread = database.spread(items, async (connection, item) => {
      begun.push(item);
      if (item === 0) {
        while (begun.length < 4) await setImmediate();
        throw new Error('the first fails');
      }
      await connection.rows(LONG);
      ended.push(item);
    });
    await expect(spread).rejects.toThrow('the first fails');
    // Four at once: the first failed, three were under way.
    expect(begun).toEqual([0, 1, 2, 3]);
    expect(ended.sort()).toEqual([1, 2, 3]);
    await database.close();
  });
});
