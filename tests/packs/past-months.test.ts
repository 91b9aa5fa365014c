import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import { FigureSet, keyOf } from '../../src/figures/figure-set.js';
import { chartsOf } from '../../src/packs/chart-view.js';
import { monthsTable } from '../../src/packs/months-table.js';
import type { PackInput } from '../../src/packs/pack-input.js';
import { restatementsView } from '../../src/packs/restatements-view.js';
import { yearNotes } from '../../src/packs/year-notes.js';
import { settingsSchema } from '../../src/workspace/settings.js';
import { aFigure, aMeasure } from '../support/examples.js';
import { packInput } from './fixture.js';

/** What a pack says of months that were published before, and of those that were published as another number. */

const measure = aMeasure({ kind: 'count', unit: 'count' });

function counts(values: Readonly<Record<string, number>>, more: Partial<Figure> = {}): Figure[] {
  return Object.entries(values).map(([month, value]) =>
    aFigure({ month, value, numerator: null, denominator: null, unit: 'count', ...more }),
  );
}

function inputOf(figures: readonly Figure[], more: Partial<PackInput> = {}): PackInput {
  const input = { ...packInput(), measures: [measure], targets: [], comparators: [] };
  return { ...input, figures: new FigureSet(figures), ...more };
}

describe('restated months in a pack', () => {
  const live = counts({ '2020-07': 10, '2020-08': 12, '2020-09': 9 });
  const publishedAs = (values: Readonly<Record<string, number>>) =>
    new Map(counts(values).map(figure => [keyOf(figure), figure]));

  function tableOf(published: ReadonlyMap<string, Figure>) {
    const [chart] = chartsOf(measure, inputOf(live, { published }));
    const table = chart && monthsTable(chart);
    return { values: table?.rows[0]?.values.slice(-3), key: table?.key };
  }

  it('when a month was published as another number then its number is marked and the mark explained', () => {
    const { values, key } = tableOf(publishedAs({ '2020-07': 10, '2020-08': 11 }));
    expect(values).toEqual(['10', '12r', '9']);
    expect(key).toContain('r restated since it was published');
  });

  it('when all are as they were published, or nothing was, then there is no mark', () => {
    for (const published of [publishedAs({ '2020-07': 10, '2020-08': 12 }), new Map<string, Figure>()]) {
      const { values, key } = tableOf(published);
      expect(values).toEqual(['10', '12', '9']);
      expect(key).not.toContain('restated');
    }
  });
});

describe('months that do not add up to their year', () => {
  const settings = (printed: string) =>
    settingsSchema.parse({ council: { name: 'Test' }, history: { past_months: printed } });
  const months = counts({
    '2020-04': 1,
    '2020-05': 2,
    '2020-06': 3,
    '2020-07': 4,
    '2020-08': 5,
    '2020-09': 6,
  });
  const year = (value: number) => counts({ '2020-09': value }, { period: 'ytd' });
  const notes = (printed: string, ofYear: number) =>
    yearNotes(measure, inputOf([...months, ...year(ofYear)], { settings: settings(printed) }));

  it('when printed months add up to another number than the year then a note gives both', () => {
    // 1 + 2 + 3 + 4 + 5 + 6 = 21.
    expect(notes('as published', 23)).toEqual([
      `${measure.name}: the months as they were published add up to 21; the year to date, 23, is of cases as they are recorded now.`,
    ]);
  });

  it('when they add up, or stand as they are now, then there is none', () => {
    expect(notes('as published', 21)).toEqual([]);
    expect(notes('as they are now', 23)).toEqual([]);
  });
});

describe('the page of restatements', () => {
  it('when a figure is restated then the page says what was published, what is now, and how to see the cases', () => {
    const restated = [
      {
        ...{ measure: 'Re-referrals', id: 're-referrals', month: '2020-08', published: '24%', now: '26%' },
        ...{ ratingBefore: 'green' as const, ratingNow: 'amber' as const },
      },
    ];
    expect(restatementsView(inputOf([], { restated }))).toMatchObject({
      rows: [
        {
          ...{ month: 'August 2020', published: '24%', now: '26%', rating: 'green, now amber' },
          command: 'scorecard compare 2020-08 --measure re-referrals --cases',
        },
      ],
    });
    expect(restatementsView(inputOf([]))).toBeNull();
  });
});
