import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Database, sqlDate, sqlName, sqlText } from '../../src/extracts/database.js';
import { filesBelow } from '../../src/files.js';
import { toolPath } from '../../src/tool-folder.js';

/** Headings, codes and names of tables come from anybody; there is one place that makes SQL of them. */

const HOSTILE = [
  `'`,
  `"`,
  `''"";--`,
  `"; DROP TABLE kept; --`,
  `'); DROP TABLE kept; --`,
  'a\\',
  '$1',
  '\n',
  '\u2019',
];

describe('SQL of names and texts', () => {
  it('when they are hostile then they are names and texts still', async () => {
    const database = await Database.open();
    await database.run('CREATE TABLE kept (x INTEGER)');
    for (const each of HOSTILE) {
      const name = sqlName(`n${each}`);
      await database.run(`CREATE TABLE ${name} (${name} VARCHAR)`);
      await database.run(`INSERT INTO ${name} VALUES (${sqlText(each)})`);
      expect(await database.rows(`SELECT ${name} FROM ${name}`)).toEqual([{ [`n${each}`]: each }]);
    }
    expect(await database.rows(`SELECT ${sqlDate('2020-09-30')} AS day`)).toEqual([{ day: '2020-09-30' }]);
    expect(await database.rows('SELECT count(*)::INTEGER AS rows FROM kept')).toEqual([{ rows: 0 }]);
    await database.close();
  });

  it('when SQL is made anywhere else then nothing is quoted there by hand', () => {
    const folders = ['extracts', 'measures', 'figures', 'checks', 'history'];
    const files = folders.flatMap(folder => filesBelow(toolPath('src'), folder));
    expect(files.length).toBeGreaterThan(80);
    const byHand = files
      .filter(file => file !== 'extracts/database.ts')
      .flatMap(file =>
        readFileSync(toolPath('src', file), 'utf8')
          .split('\n')
          .map((line, index) => ({ line, place: `${file}:${index + 1}` })),
      )
      .filter(({ line }) => quotesByHand(line))
      .map(({ line, place }) => `${place} ${line.trim()}`);
    expect(byHand).toEqual([]);
  });

  it.each([
    "`SELECT * FROM x WHERE y = '@{value}'`",
    "`DATE '@{day}'`",
    '`SELECT "@{name}" FROM x`',
    "value: `'@{text}'`,",
    `const name = text.replaceAll("'", "''");`,
    `const name = text.replaceAll('"', '""');`,
  ])('when a line is %s then it would be found', line => {
    expect(quotesByHand(line.replace('@', '$'))).toBe(true);
  });
});

const DOUBLING = /(["`])'\1, *(["`])''\2|(['`])"\3, *(['`])""\4/;

/** Quotes around what is put into a line of SQL, a text that begins with a quote, the doubling of quotes. */
function quotesByHand(line: string): boolean {
  const isSql = /\b(SELECT|FROM|WHERE|DATE|CAST|CREATE|INSERT|AND|OR|IN|LIKE)\b|concat\(/.test(line);
  return (isSql && /['"]\$\{/.test(line)) || /`'[^`]*\$\{/.test(line) || DOUBLING.test(line);
}
