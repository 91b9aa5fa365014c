import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PeriodKind } from '../../src/figures/figure.js';
import type { FigureSet } from '../../src/figures/figure-set.js';
import { roundText } from '../../src/figures/rounding.js';
import { toolPath } from '../../src/tool-folder.js';
import { figuresOf } from '../support/figures-of.js';

/** The sample council's figures against those that a scorecard printed, which its script aims at. */

type Aim = Readonly<
  Record<'measure' | 'period' | 'month' | 'team' | 'category' | 'value' | 'unit' | 'decimals', string>
>;

const aims = parse(readFileSync(toolPath('scripts', 'sample-data', 'aims.csv'), 'utf8'), {
  columns: true,
}) as Aim[];

describe('the sample council', () => {
  let figures: FigureSet;

  beforeAll(async () => {
    figures = (await figuresOf(toolPath('sample-data'), '2020-09')).set;
  });

  it('when the published figures are read then there are 197', () => {
    expect(aims).toHaveLength(197);
  });

  it.each(aims.map(aim => [nameOf(aim), aim] as const))(
    'when asked for %s then it is as published',
    (_, aim) => {
      const { measure, month, team, category, unit, decimals, value } = aim;
      const key = { measure, month, team, period: aim.period as PeriodKind };
      const figure = figures.get({ ...key, category })?.value ?? Number.NaN;
      const total = figures.get(key)?.value ?? Number.NaN;
      const shown = unit === 'percent of total' ? (100 * figure) / total : figure;
      expect(roundText(shown, Number(decimals))).toBe(roundText(Number(value), Number(decimals)));
    },
  );
});

function nameOf(aim: Aim): string {
  return [aim.measure, aim.period, aim.month, aim.category].filter(part => part !== '').join(', ');
}
