import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpenQuote, recordsOf } from '../../src/extracts/records.js';

/** Records with the lines they begin on, whether a file is read line by line or parsed. */

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'records-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(bytes: string | Buffer, delimiter = ','): Promise<[number, ...string[]][]> {
  const path = join(folder, 'file.csv');
  writeFileSync(path, bytes);
  const records: [number, ...string[]][] = [];
  for await (const { line, cells } of recordsOf(path, delimiter)) records.push([line, ...cells]);
  return records;
}

describe('recordsOf', () => {
  it.each([
    ['unix lines', 'a,b\n1,2\n3,4\n'],
    ['windows lines', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['old lines', 'a,b\r1,2\r3,4\r'],
    ['no end to the last line', 'a,b\n1,2\n3,4'],
    ['a mark of its encoding', '\ufeffa,b\n1,2\n3,4\n'],
    ['quotations', '"a",b\n"1",2\n3,"4"\n'],
  ])('when a file has %s then its records are the same', async (_, text) => {
    expect(await read(text)).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ]);
  });

  it('when a quotation holds a line end then the next record begins a line later', async () => {
    expect(await read('a,b\n1,"x\ny"\n3,4\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x\ny'],
      [4, '3', '4'],
    ]);
  });

  it('when a line is empty or has more cells than others then it is a record like them', async () => {
    expect(await read('a;b\n\n1;2;3\n', ';')).toEqual([
      [1, 'a', 'b'],
      [2, ''],
      [3, '1', '2', '3'],
    ]);
  });

  it('when there is nothing then there is no record', async () => {
    expect(await read('')).toEqual([]);
  });

  it('when a file is longer than one reading of it then no letter and no line is lost', async () => {
    // 64 kB are read at once; é has two bytes, and with 9 bytes a line one of them is cut in two there.
    const lines = Array.from({ length: 30_000 }, (_, index) => `${String(index).padStart(5, '0')}é`);
    const records = await read(`${lines.join('\n')}\n`);
    expect(records).toHaveLength(30_000);
    expect(records.at(0)).toEqual([1, '00000é']);
    expect(records.at(-1)).toEqual([30_000, '29999é']);
    expect(records.filter(([line, cell]) => cell !== `${String(line - 1).padStart(5, '0')}é`)).toEqual([]);
  });

  it('when a quotation is never closed then what stands before it is read, and its line is told', async () => {
    await expect(read('a,b\n1,2\n3,"4\n5,6\n')).rejects.toEqual(new OpenQuote(3));
  });
});
