import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PeriodKind } from '../../src/figures/figure.js';
import type { FigureSet } from '../../src/figures/figure-set.js';
import { figuresOf, workspacePath } from '../support/figures-of.js';

/** The hand-made workspace against the answers that were worked out by hand: see WORKING.md beside its extracts. */

type Expected = Record<
  | 'measure'
  | 'of'
  | 'period'
  | 'month'
  | 'team'
  | 'category'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'not_yet_due'
  | 'not_judged'
  | 'status',
  string
>;

const folder = workspacePath('small');
const expected = parse(readFileSync(join(folder, 'expected.csv'), 'utf8'), {
  columns: true,
  bom: true,
}) as Expected[];
const measures = [...new Set(expected.map(row => row.measure))];

describe('the hand-made workspace', () => {
  let figures: FigureSet;

  beforeAll(async () => {
    figures = (await figuresOf(folder, '2020-09', measures)).set;
  });

  it('when its answers are read then there are some for each of the eight measures', () => {
    expect(measures).toHaveLength(8);
    expect(expected.length).toBeGreaterThan(100);
  });

  it.each(expected.map(row => [nameOf(row), row] as const))(
    'when asked for %s then the answer is the one worked out',
    (_, row) => {
      const { measure, month, team, category } = row;
      const figure = figures.get({
        measure,
        month,
        team,
        category,
        of: row.of as 'value' | 'rate',
        period: row.period as PeriodKind,
      });
      expect(figure?.status).toBe(row.status);
      const numbers = {
        value: figure?.value,
        numerator: figure?.numerator,
        denominator: figure?.denominator,
        not_yet_due: figure?.notYetDue,
        not_judged: figure?.notJudged,
      };
      for (const [column, number] of Object.entries(numbers)) {
        const answer = row[column as keyof Expected];
        if (answer !== '') expect([column, sixDigits(number)]).toEqual([column, sixDigits(Number(answer))]);
      }
    },
  );
});

function nameOf(row: Expected): string {
  return [row.measure, row.of, row.period, row.month, row.team, row.category]
    .filter(part => part !== '')
    .join(', ');
}

function sixDigits(number: number | null | undefined): string {
  return number == null ? 'nothing' : Number(number.toPrecision(6)).toString();
}
