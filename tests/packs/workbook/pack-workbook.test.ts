import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Figure } from '../../../src/figures/figure.js';
import { FigureSet } from '../../../src/figures/figure-set.js';
import type { Pack } from '../../../src/packs/manifest.js';
import type { PackInput } from '../../../src/packs/pack-input.js';
import { packWorkbook } from '../../../src/packs/workbook/pack-workbook.js';
import { writeWorkbook } from '../../../src/packs/workbook/write-workbook.js';
import { aFigure, aMeasure } from '../../support/examples.js';
import { type ReadSheet, readWorkbook, unzip } from '../../support/read-workbook.js';
import { packInput } from '../fixture.js';
import { hostileInput } from '../fixture-hostile.js';

const PUBLIC = { id: 'scrutiny', name: 'Scorecard', audience: 'public', isInternalEdition: false } as Pack;
const INTERNAL: Pack = { ...PUBLIC, isInternalEdition: true };

async function bytesOf(input: PackInput, pack = PUBLIC): Promise<Buffer> {
  return writeWorkbook(packWorkbook(pack, input));
}

async function sheetsOf(input: PackInput, pack = PUBLIC): Promise<ReadSheet[]> {
  return readWorkbook(await bytesOf(input, pack));
}

function sheetNamed(sheets: readonly ReadSheet[], name: string): ReadSheet {
  const sheet = sheets.find(each => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name} among ${sheets.map(each => each.name).join(', ')}`);
  return sheet;
}

/** The cells of a table's row by heading; rows count from 1 below the head. */
function rowOf({ table, cells }: ReadSheet, number: number): Record<string, unknown> {
  const head = Number(/\d+/.exec(table?.range ?? '')?.[0]);
  return Object.fromEntries(
    (table?.columns ?? []).map((name, index) => [
      name,
      cells.get(`${String.fromCharCode(65 + index)}${head + number}`),
    ]),
  );
}

const REFERRALS = aMeasure({
  id: 're-referrals',
  area: 'Front door',
  name: 'Re-referrals',
  decimals: 0,
  disclosure: 'attribute',
});

function inputWith(figures: readonly Figure[], parts: Partial<PackInput> = {}): PackInput {
  return packInput({ measures: [REFERRALS], figures: new FigureSet(figures), comparators: [], ...parts });
}

function monthly(month: string, parts: Partial<Figure> = {}): Figure {
  return aFigure({ measure: 're-referrals', period: 'month', month, unit: 'percent', ...parts });
}

const NOTHING = { value: null, numerator: null, denominator: null };
/** 37 of 40 is 92.5%. */
const ONE_MEASURE = [
  monthly('2019-09', { ...NOTHING, status: 'no-cases' }),
  monthly('2020-08', { ...NOTHING, status: 'suppressed' }),
  monthly('2020-09', { value: 92.5, numerator: 37, denominator: 40 }),
];

describe('the workbook of a pack', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('when a measure has a percentage, then it is a number as the pack prints it, and signs say why others are not', async () => {
    const row = rowOf(sheetNamed(await sheetsOf(inputWith(ONE_MEASURE)), 'Front door'), 1);
    expect(row).toMatchObject({
      Measure: { value: 'Re-referrals' },
      'September 2020': { value: 0.925, format: '0%' },
      Numerator: { value: 37, format: '#,##0' },
      Denominator: { value: 40, format: '#,##0' },
      'August 2020': { value: 'c' },
      'September 2019': { value: 'z' },
      'Year to date': { value: ':' },
    });
  });

  it('when a measure has a series, then it has a row a month, dated', async () => {
    const months = sheetNamed(await sheetsOf(inputWith(ONE_MEASURE)), 'Months');
    // Day 43,709 is 1 September 2019: 25,569 days to 1970, 18,140 from there.
    expect(rowOf(months, 1)).toMatchObject({
      Month: { value: 43_709, format: 'mmm yyyy' },
      Figure: { value: 'z' },
    });
    expect(rowOf(months, 2)).toMatchObject({ Figure: { value: 'c' } });
    expect(rowOf(months, 3)).toMatchObject({ Figure: { value: 0.925, format: '0%' }, Unit: { value: '%' } });
    expect(months.table?.range.replace(/\d+/g, '')).toBe('A:K');
  });

  it('when figures are tidy, then they have the columns and the numbers of figures.csv', async () => {
    const figures = sheetNamed(await sheetsOf(inputWith(ONE_MEASURE)), 'Figures');
    expect(rowOf(figures, 3)).toMatchObject({
      measure: { value: 're-referrals' },
      value: { value: 92.5 },
      denominator: { value: 40 },
      status: { value: 'ok' },
    });
    expect(rowOf(figures, 2)).toMatchObject({ value: undefined, status: { value: 'suppressed' } });
  });

  it('when a pack leaves the council, then a percentage without its counts has no more digits than are printed', async () => {
    // 12 of 13 is 92.30769...%: its digits would give the 13 away.
    const figures = [
      monthly('2020-09', { value: 1200 / 13, numerator: null, denominator: null }),
      monthly('2020-08', { value: 1200 / 13, numerator: 12, denominator: 13 }),
    ];
    const published = await sheetsOf(inputWith(figures));
    const area = rowOf(sheetNamed(published, 'Front door'), 1);
    expect(area).toMatchObject({ 'September 2020': { value: 0.92 } });
    expect(area).toMatchObject({ 'August 2020': { value: 0.923076923076923 } });
    expect(rowOf(sheetNamed(published, 'Figures'), 1)).toMatchObject({ value: { value: 92 } });
    const internal = await sheetsOf(inputWith(figures), INTERNAL);
    expect(rowOf(sheetNamed(internal, 'Front door'), 1)).toMatchObject({
      'September 2020': { value: 0.923076923076923 },
    });
  });

  it('when other things of the run hold numbers, then none of them is in the workbook', async () => {
    const hidden = monthly('2020-08', { value: 31.4159, numerator: 2718, denominator: 8652 });
    const input = inputWith(ONE_MEASURE, {
      published: new Map([['re-referrals', hidden]]),
      restated: [
        {
          measure: 'Re-referrals',
          id: 're-referrals',
          month: '2020-08',
          published: '31.4159%',
          now: '2718',
          ratingBefore: null,
          ratingNow: null,
        },
      ],
    });
    const text = [...unzip(await bytesOf(input)).values()].join('\n');
    expect(text).not.toMatch(/31\.4159|0\.314159|2718|8652/);
  });

  it('when a pack is whole, then every sheet has a named table under a frozen head, and the contents lead to it', async () => {
    const [contents, ...sheets] = await sheetsOf(packInput());
    expect(sheets.map(({ name }) => name).slice(-5)).toEqual([
      'Months',
      'Categories',
      'Comparators',
      'Figures',
      'Notes',
    ]);
    const names = sheets.map(({ table }) => table?.name ?? '');
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(sheets.length);
    for (const { name, table, frozen, cells, links } of sheets) {
      const [, head = '', last = ''] = /^A(\d+):[A-Z]+(\d+)$/.exec(table?.range ?? '') ?? [];
      expect(frozen, name).toEqual({ rows: Number(head), columns: 1 });
      expect(Number(last), name).toBeGreaterThan(Number(head));
      for (const [index, heading] of (table?.columns ?? []).entries()) {
        expect(cells.get(`${String.fromCharCode(65 + index)}${head}`)?.value).toBe(heading);
      }
      expect(new Set(table?.columns).size).toBe(table?.columns.length);
      expect([...links.values()]).toEqual(["'Contents'!A1"]);
    }
    expect([...(contents?.links.values() ?? [])]).toEqual(sheets.map(({ name }) => `'${name}'!A1`));
  });

  it('when a measure has categories, then they have counts and shares', async () => {
    const sheets = await sheetsOf(packInput());
    const { table, cells } = sheetNamed(sheets, 'Categories');
    const places = [...cells].filter(([, { value }]) => value === 'Total').map(([place]) => place.slice(1));
    const head = Number(/\d+/.exec(table?.range ?? '')?.[0]);
    const total = rowOf(sheetNamed(sheets, 'Categories'), Number(places[0]) - head);
    expect(total).toMatchObject({ 'Share of the total': { value: 1, format: '0%' } });
  });

  it('when a pack tells teams apart, then they have a sheet; in no other pack is there a figure of a team', async () => {
    const figures = [
      ...ONE_MEASURE,
      monthly('2020-09', { team: 'Assessment 1', value: 80, numerator: 8, denominator: 10 }),
    ];
    const team = await sheetsOf(inputWith(figures), { ...INTERNAL, audience: 'team managers', view: 'team' });
    expect(rowOf(sheetNamed(team, 'Teams'), 1)).toMatchObject({
      Team: { value: 'Assessment 1' },
      Figure: { value: 0.8, format: '0%' },
      Numerator: { value: 8 },
    });
    const other = [...unzip(await bytesOf(inputWith(figures), INTERNAL)).values()];
    expect(other.filter(part => part.includes('Assessment 1'))).toEqual([]);
  });

  it('when others have published, then each value has its group and year', async () => {
    const sheets = await sheetsOf(packInput());
    const comparators = sheetNamed(sheets, 'Comparators');
    // The fixture's England, 21%.
    expect(rowOf(comparators, 1)).toMatchObject({
      Group: { value: 'England' },
      Published: { value: 0.21, format: '0%' },
    });
    expect(rowOf(comparators, 1).Year).toBeDefined();
  });

  it('when words are hostile, then they are text that stays text, and no cell is a formula', async () => {
    const words = [
      '=1+1',
      '+44',
      '-2',
      '@SUM(A1)',
      '\t=1',
      '_x0041_',
      'constructor',
      '__proto__',
      '<f>1</f>&"',
    ];
    const figures = words.map(category =>
      monthly('2020-09', { category, value: 50, numerator: 10, denominator: 20 }),
    );
    const measures = [{ ...REFERRALS, name: '=HYPERLINK("http://x")', area: "=cmd|' /C calc'!A0" }];
    const sheets = await sheetsOf(inputWith(figures, { measures }));
    const found = [...sheetNamed(sheets, 'Figures').cells.values()];
    for (const word of words) expect(found.map(({ value }) => value)).toContain(word);
    expect(found.find(({ value }) => value === '=1+1')?.format).toBe('@');
    for (const { xml, name } of [...sheets, ...(await sheetsOf(hostileInput()))]) {
      expect(xml).not.toMatch(/<f[ >]/);
      expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    }
  });

  it('when a measure has no data, then its cells say so', async () => {
    const row = rowOf(sheetNamed(await sheetsOf(inputWith([])), 'Front door'), 1);
    expect(row).toMatchObject({ 'September 2020': { value: ':' }, 'August 2020': { value: ':' } });
    expect(row.Numerator).toBeUndefined();
  });

  it('when a pack has no measures, then its contents say so, and there is no empty table', async () => {
    const sheets = await sheetsOf(packInput({ measures: [], dataNotes: [] }));
    expect(sheets.map(({ name }) => name)).toEqual(['Contents']);
    expect(sheets[0]?.table).toBeNull();
    expect([...(sheets[0]?.cells.values() ?? [])].map(({ value }) => value)).toContain(
      'This pack has no figures.',
    );
  });

  it('when it is made twice, at other times, then it is the same bytes', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-10-06T09:00:00Z') });
    const first = await bytesOf(packInput());
    vi.setSystemTime(new Date('2031-01-02T23:00:00Z'));
    expect(await bytesOf(packInput())).toEqual(first);
    expect(unzip(first).get('docProps/core.xml')).toContain('2020-10-05T00:00:00Z');
  });
});
