import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import type { Figure } from '../../src/figures/figure.js';
import { keyOf } from '../../src/figures/figure-set.js';
import { figuresCsv } from '../../src/figures/tidy.js';
import { commitFreeze } from '../../src/history/commit-freeze.js';
import { asPublished, publishedMonths, restatedFigures } from '../../src/history/published-months.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import { toolPath } from '../../src/tool-folder.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

const { measures } = readCatalogue([toolPath('measures')], readExtractDefinitions());
const chosen = measures.filter(({ id }) => ['referrals', 're-referrals'].includes(id));

function figure(more: Partial<Figure>): Figure {
  return {
    ...{ measure: 're-referrals', of: 'value', period: 'month', month: '2020-08', team: '', category: '' },
    ...{ value: 40, numerator: 40, denominator: 100, notYetDue: 0, notJudged: 0, unit: 'percent' },
    ...{ status: 'ok', reason: '', target: '', rating: null, movement: null, meaning: null },
    ...{ variation: null, assurance: null, definition: 'v1' },
    ...more,
  } as Figure;
}

describe('months as they were published, in a later pack', () => {
  let folder: WorkspaceFolder;
  beforeEach(() => {
    folder = new WorkspaceFolder({});
  });
  afterEach(() => folder.remove());

  function freeze(month: string, figures: readonly Figure[], reason = ''): void {
    const files = [{ file: 'figures.csv', bytes: Buffer.from(figuresCsv(figures)) }];
    const facts = { month, reason, frozenOn: '2020-09-20', toolVersion: '1' };
    commitFreeze(folder.path, facts, () => ({ files, packs: [] }));
  }

  const published = (month = '2020-09') => publishedMonths(folder.path, chosen, month);

  it('when a month is frozen then its own figures of the whole service are known, in the latest revision', () => {
    const team = figure({ team: 'North' });
    const year = figure({ period: 'ytd' });
    freeze('2020-08', [figure({ value: 39 }), team, year]);
    freeze('2020-08', [figure({ value: 40 })], 'Two were recorded twice');
    freeze('2020-09', [figure({ month: '2020-09' })]);
    expect([...published().values()]).toEqual([figure({ value: 40 })]);
    expect(published('2020-08').size).toBe(0);
  });

  it('when nothing is frozen then nothing is known, and the figures stay as they are', () => {
    const live = [figure({})];
    expect(published().size).toBe(0);
    expect(asPublished(live, published(), '2020-09', chosen, [])).toBe(live);
  });

  it('when months are printed as published then the direction is against the printed month', () => {
    freeze('2020-08', [figure({ value: 30 })]);
    const year = figure({ period: 'ytd', value: 35 });
    // Against the live 40% it had fallen; against the printed 30% it has risen, which is worse.
    const now = figure({ month: '2020-09', value: 36, movement: 'down', meaning: 'improving' });
    const made = asPublished([figure({ value: 40 }), year, now], published(), '2020-09', chosen, []);
    expect(made).toEqual([figure({ value: 30 }), year, { ...now, movement: 'up', meaning: 'worsening' }]);
    const chance = { ...now, meaning: 'no clear change' as const };
    expect(asPublished([chance], published(), '2020-09', chosen, [])[0]?.meaning).toBe('no clear change');
  });

  it('when a published figure has changed by the threshold then it is restated, by less and it is not', () => {
    const threshold = { points: 1, percent: 5 };
    const count = figure({
      measure: 'referrals',
      unit: 'count',
      value: 100,
      numerator: null,
      denominator: null,
    });
    const then = new Map([figure({ value: 40 }), count].map(each => [keyOf(each), each]));
    const restated = (...figures: Figure[]) =>
      restatedFigures(figures, then, chosen, [], threshold).map(each => [each.id, each.published, each.now]);
    expect(restated(figure({ value: 40.9 }), { ...count, value: 104 })).toEqual([]);
    expect(restated(figure({ value: 41 }), { ...count, value: 95 })).toEqual([
      ['re-referrals', '40%', '41%'],
      ['referrals', '100', '95'],
    ]);
    expect(restated(figure({ rating: 'red' }))).toEqual([['re-referrals', '40%', '40%']]);
  });
});
