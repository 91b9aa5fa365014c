import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import { figureFiles } from '../../src/figures/tidy.js';
import { aFigure } from '../support/examples.js';

async function figuresCsv(figures: readonly Figure[]): Promise<string> {
  return (await figureFiles(figures)).csv.toString();
}

async function figuresJson(figures: readonly Figure[]): Promise<string> {
  return (await figureFiles(figures)).json.toString();
}

const HEADING =
  'measure,of,period,month,team,category,value,numerator,denominator,not_yet_due,not_judged,unit,status,reason,target,rating,movement,meaning,variation,assurance,definition';

describe('figuresCsv', () => {
  it("when there is no figure then there is the heading in the contract's order", async () => {
    expect(await figuresCsv([])).toBe(`${HEADING}\n`);
  });

  it('when a figure is written then each of its parts has its column and nothing is blank', async () => {
    const figure = aFigure({
      numerator: 13,
      denominator: 33,
      notYetDue: 2,
      notJudged: 0,
      value: 1300 / 33,
      target: 'at least 95%',
      rating: 'red',
      movement: 'down',
      meaning: 'worsening',
    });
    expect((await figuresCsv([figure])).split('\n')[1]).toBe(
      'example,value,month,2020-09,,,39.39393939,13,33,2,0,percent,ok,,at least 95%,red,down,worsening,,,v1',
    );
  });

  it('when there is no value then the cell is empty, and 0 is 0', async () => {
    const none = aFigure({ value: null, numerator: 0, denominator: 0, status: 'no-cases', reason: 'none' });
    expect((await figuresCsv([none])).split('\n')[1]).toBe(
      'example,value,month,2020-09,,,,0,0,,,percent,no-cases,none,,,,,,,v1',
    );
  });

  it.each([
    [100 / 3, '33.33333333'],
    [0.1 + 0.2, '0.3'],
    [1_234_567_890.123, '1234567890'],
    [-0.000_123_456_789_012, '-0.000123456789'],
  ])('when a value is %d then ten significant digits are written: %s', async (value, text) => {
    const [row] = parse(await figuresCsv([aFigure({ value })]), { columns: true }) as Record<
      string,
      string
    >[];
    expect(row?.value).toBe(text);
  });

  it.each(['=cmd|" /C calc"!A0', '+1', '-1', '@sum(a1)', '\t=1', '\r=1'])(
    'when a category is %j then no spreadsheet takes it for a formula',
    async category => {
      const [row] = parse(await figuresCsv([aFigure({ category, team: category })]), {
        columns: true,
      }) as Record<string, string>[];
      expect(row?.category).toBe(`'${category}`);
      expect(row?.team).toBe(`'${category}`);
    },
  );

  it.each(['Team "A", north', 'two\nlines', "O'Neill", 'a=b', 'Médecin – "autre"', ' / '])(
    'when a category is %j then it reads back as it was',
    async category => {
      const [row] = parse(await figuresCsv([aFigure({ category })]), { columns: true }) as Record<
        string,
        string
      >[];
      expect(row?.category).toBe(category);
    },
  );

  it('when a number is negative then it stays a number', async () => {
    expect(await figuresCsv([aFigure({ value: -4.5 })])).toContain(',-4.5,');
  });

  it('when the same figures are written twice then the bytes are the same', async () => {
    const figures = [aFigure({ month: '2020-08' }), aFigure()];
    expect(await figuresCsv(figures)).toBe(await figuresCsv(figures));
    expect((await figuresCsv(figures)).split('\n')).toHaveLength(4);
  });
});

describe('figuresJson', () => {
  it('when figures are written then each is an object with the same columns and text as recorded', async () => {
    const text = await figuresJson([aFigure({ category: '=1', value: 100 / 3 }), aFigure({ value: null })]);
    const rows = JSON.parse(text) as Record<string, unknown>[];
    expect(rows.map(row => Object.keys(row).join(','))).toEqual([HEADING, HEADING]);
    expect(rows.map(row => [row.category, row.value])).toEqual([
      ['=1', 33.33333333],
      ['', null],
    ]);
  });

  it('when there is no figure then it is an empty list', async () => {
    expect(JSON.parse(await figuresJson([]))).toEqual([]);
  });
});

describe('figureFiles', () => {
  it.each([0, 1, 2000, 2001, 4001])(
    'when there are %d figures then pieces make the same files',
    async count => {
      const figures = Array.from({ length: count }, (_, value) => aFigure({ value }));
      const { csv, json } = await figureFiles(figures);
      const alone = await Promise.all(figures.map(figure => figureFiles([figure])));
      const rows = alone.map(file => file.csv.toString().split('\n')[1]);
      expect(csv.toString()).toBe(`${[HEADING, ...rows].join('\n')}\n`);
      const objects = alone.map(file => file.json.toString().split('\n')[1]);
      expect(json.toString()).toBe(`[\n${objects.join(',\n')}\n]\n`);
      expect(csv.toString().split('\n')).toHaveLength(count + 2);
    },
  );
});
