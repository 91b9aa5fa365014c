import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatProblem } from '../../src/problems.js';
import { month, openNumber, text } from '../../src/workspace/cells.js';
import { type CheckedTable, checkTable } from '../../src/workspace/csv-table.js';

const schema = z.strictObject({
  team: text,
  from: month,
  size: openNumber.default(null),
  note: z.string().default(''),
});
type Row = z.infer<typeof schema>;

function read(csv: string): CheckedTable<Row> & { told: string[] } {
  const table = checkTable('teams.csv', csv, schema);
  return { ...table, told: table.problems.map(formatProblem) };
}

const north = { team: 'North', from: '2020-09', size: null, note: '' };

describe('a hand-kept table', () => {
  it('when it is right then each row has its line and what is left out its default', () => {
    expect(read('team,from\nNorth,2020-09\nEast,2020-10\n')).toMatchObject({
      rows: [
        { line: 2, value: north },
        { line: 3, value: { ...north, team: 'East', from: '2020-10' } },
      ],
      problems: [],
    });
  });

  it.each([
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ])('when its columns are parted by "%s" then that alone is said, with what to do', (separator, words) => {
    expect(read(`team${separator}from\nNorth${separator}2020-09\n`).told).toEqual([
      `teams.csv:1: error: The columns are separated by ${words}. In Excel save it as "CSV UTF-8 (Comma delimited)", or put commas in their place. [not-csv]`,
    ]);
  });

  it('when Excel has saved it with a byte order mark and Windows line ends then it reads the same', () => {
    for (const heading of ['team,from', '"team","from"']) {
      expect(read(`\ufeff${heading}\r\nNorth,2020-09\r\n`)).toMatchObject({
        rows: [{ line: 2, value: north }],
        problems: [],
      });
    }
  });

  it('when headings have capitals or spaces around them, and cells too, then they are the same', () => {
    expect(read(' Team , FROM\n North , 2020-09 \n').rows).toEqual([{ line: 2, value: north }]);
  });

  it('when columns stand in another order then cells follow their headings', () => {
    expect(read('from,note,team\n2020-09,x,North\n').rows).toEqual([
      { line: 2, value: { ...north, note: 'x' } },
    ]);
  });

  it('when the last line has no end, or lines are empty or all commas, then no row is made of them', () => {
    const { rows, problems } = read('team,from\n\n,\nNorth,2020-09\n\n  ,  \nEast,2020-10');
    expect(problems).toEqual([]);
    expect(rows.map(row => [row.line, row.value.team])).toEqual([
      [4, 'North'],
      [7, 'East'],
    ]);
  });

  it('when it has a heading only then it has no rows and no problem', () => {
    expect(read('team,from\n')).toMatchObject({ rows: [], problems: [] });
  });

  it('when a row is shorter than the heading then the rest is blank', () => {
    expect(read('team,from,size,note\nNorth,2020-09\n').rows).toEqual([{ line: 2, value: north }]);
  });

  it.each(['\n', '\r\n'])(
    'when a quoted cell holds %j before the faulty line then the line is still right',
    end => {
      const lines = [
        'team,from,note',
        'North,2020-09,"one',
        'two',
        '',
        'three"',
        'East,soon,"a ""quoted"" word"',
        '',
      ];
      expect(read(lines.join(end)).told).toEqual([
        'teams.csv:6: from: error: Found "soon"; expected a month as YYYY-MM. [wrong-value]',
      ]);
    },
  );

  it('when two rows are equal then both are kept, each with its line', () => {
    expect(read('team,from\nNorth,2020-09\nNorth,2020-09\n').rows.map(row => row.line)).toEqual([2, 3]);
  });
});

describe('a faulty table', () => {
  it('when a heading is unknown then the nearest is named, and no row is read', () => {
    expect(read('team,form\nNorth,soon\n')).toMatchObject({
      rows: [],
      told: [
        'teams.csv:1: form: error: "form" is not a column of this table. Did you mean "from"? [unknown-column]',
        'teams.csv:1: from: error: The heading row has no such column; expected team, from, size, note. [missing-column]',
      ],
    });
  });

  it('when a heading is like none then all are named', () => {
    expect(read('team,from,population\n').told).toEqual([
      'teams.csv:1: population: error: "population" is not a column of this table. Known: team, from, size, note. [unknown-column]',
    ]);
  });

  it('when a heading stands twice then one must go', () => {
    expect(read('team,from,team\n').told).toEqual([
      'teams.csv:1: team: error: This column stands twice; keep one. [repeated-column]',
    ]);
  });

  it('when a heading is blank then no name is made up for it', () => {
    const { told } = read('team,from,\nNorth,2020-09,\n');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^teams\.csv:1: error: /);
    expect(told[0]).not.toContain('Did you mean');
  });

  it('when the file is empty then the columns that it must have are named', () => {
    expect(read('').told).toEqual([
      'teams.csv:1: team: error: The heading row has no such column; expected team, from, size, note. [missing-column]',
      'teams.csv:1: from: error: The heading row has no such column; expected team, from, size, note. [missing-column]',
    ]);
  });

  it('when several cells are wrong then all are told at once and the right rows are kept', () => {
    const { told, rows } = read('team,from,size\n,2020-13,many\nNorth,2020-09,\nEast,,1\n');
    expect(told).toEqual([
      'teams.csv:2: team: error: Nothing is given; expected text that is not empty. [missing-value]',
      'teams.csv:2: from: error: Found "2020-13"; expected a month as YYYY-MM. [wrong-value]',
      'teams.csv:2: size: error: Found "many"; expected a number, or nothing. [wrong-value]',
      'teams.csv:4: from: error: Nothing is given; expected a month as YYYY-MM. [missing-value]',
    ]);
    expect(rows.map(row => row.line)).toEqual([3]);
  });

  it('when a comma in text is not quoted then the advice is to quote it', () => {
    expect(read('team,from\nNorth, East,2020-09\n').told).toEqual([
      'teams.csv:2: error: Found 3 cells; expected 2, as in the heading. Put text that holds a comma in double quotes, and write decimals with a point (22.5). [too-many-cells]',
    ]);
  });

  it('when a quote is never closed then the line is named on which it opens', () => {
    const { told, rows } = read('team,from\nNorth,2020-09\n"East,2020-10\nWest,2020-11\nSouth,2020-12\n');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^teams\.csv:3: error: .*quote.* \[not-csv\]$/);
    expect(rows).toEqual([]);
  });

  it('when a quote stands inside a cell then its line is named, in whole sentences', () => {
    const { told } = read('team,from\nNorth,2020-09\nEast "B",2020-10\n');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /^teams\.csv:3: error: This line cannot be read as CSV: .*\. Check its quotes\. \[not-csv\]$/,
    );
  });

  it('when a cell is long then only its beginning is quoted', () => {
    expect(read(`team,from\nNorth,${'9'.repeat(100)}\n`).told).toEqual([
      `teams.csv:2: from: error: Found "${'9'.repeat(60)}…"; expected a month as YYYY-MM. [wrong-value]`,
    ]);
  });
});
