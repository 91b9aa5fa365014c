import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure, PeriodKind } from '../../src/figures/figure.js';
import type { FigureSet } from '../../src/figures/figure-set.js';
import { figuresOf, workspacePath } from '../support/figures-of.js';

/** Every measure over invented extracts full of edges, against figures that another program worked out. */

type Expected = Readonly<Record<string, string>>;

/**
 * One child of these extracts died on 21 August 2020 and has a care episode recorded until 3 September. The other program
 * does not look at dates of death; the contract says that a child is in no snapshot from the day of death on.
 */
const TURNS_ON_A_DEATH = [
  'visits-lac-in-time,snapshot,2020-08,,',
  'visits-lac-in-time,ytd,2020-08,,',
  'visits-lac-in-time,ytd,2020-09,,',
  'visits-lac-in-time,ytd,2020-09,Looked After,',
  'case-supervision-3-months,snapshot,2020-08,,',
  'case-supervision-3-months,snapshot,2020-08,,LAC',
  'unallocated-cases,snapshot,2020-08,,',
];

const folder = workspacePath('edges');
const rows = parse(readFileSync(join(folder, 'expected.csv'), 'utf8'), { columns: true }) as Expected[];
const measures = [...new Set(rows.map(row => row.measure ?? ''))];

describe('the workspace of edges', () => {
  let figures: FigureSet;

  beforeAll(async () => {
    figures = (await figuresOf(folder, '2020-09', measures)).set;
  });

  it('when its answers are read then there are thousands, for every measure that is worked out', () => {
    expect(measures).toHaveLength(136);
    // 8,788 of the measures of the list, and seven of caseload-by-role.
    expect(rows).toHaveLength(8788 + 7);
  });

  it.each(measures)('when %s is worked out then it agrees with the other program', measure => {
    const different = rows
      .filter(row => row.measure === measure)
      .filter(row => differences(row, figures.get(keyOf(row))).length > 0)
      .map(nameOf);
    expect(different).toEqual(TURNS_ON_A_DEATH.filter(name => name.startsWith(`${measure},`)));
  });
});

function keyOf(row: Expected) {
  const { measure = '', month = '', team = '', category = '' } = row;
  return { measure, month, team, category, of: row.of as Figure['of'], period: row.period as PeriodKind };
}

function nameOf(row: Expected): string {
  return ['measure', 'period', 'month', 'team', 'category'].map(column => row[column]).join(',');
}

/** What of a row differs; a blank cell is not compared. */
function differences(row: Expected, figure: Figure | undefined): string[] {
  if (!figure) return ['missing'];
  const numbers: Readonly<Record<string, [number | null, number]>> = {
    value: [figure.value, 6],
    numerator: [figure.numerator, 10],
    denominator: [figure.denominator, 10],
    not_yet_due: [figure.notYetDue, 10],
    not_judged: [figure.notJudged, 10],
  };
  const wrong = Object.entries(numbers).filter(([column, [found, digits]]) => {
    const wanted = row[column] ?? '';
    return wanted !== '' && digitsOf(found, digits) !== digitsOf(Number(wanted), digits);
  });
  const reason = row.reason ?? '';
  const isOtherReason = reason !== '' && !figure.reason.startsWith(`${reason}:`);
  return [
    ...wrong.map(([column]) => column),
    ...(figure.status === row.status ? [] : ['status']),
    ...(isOtherReason ? ['reason'] : []),
  ];
}

function digitsOf(number: number | null, digits: number): string {
  return number === null ? 'nothing' : Number(number.toPrecision(digits)).toString();
}
