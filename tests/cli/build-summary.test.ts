import { describe, expect, it } from 'vitest';
import { type Built, buildSummary } from '../../src/cli/build-summary.js';
import type { Figure } from '../../src/figures/figure.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import { MONTH, packInput } from '../packs/fixture.js';

/** The report month's figure of each measure, as given; those of the fixture have none of these marks. */
function built(marks: Readonly<Record<string, Partial<Figure>>>, parts: Partial<Built> = {}): Built {
  const input = packInput();
  const figures = input.figures.all.map((figure): Figure => {
    const isHeadline = figure.month === MONTH && figure.team === '' && figure.category === '';
    return {
      ...figure,
      rating: null,
      variation: null,
      meaning: null,
      ...(isHeadline ? marks[figure.measure] : {}),
    };
  });
  const questions = { ...input.questions, absence: '' };
  return {
    input: { ...input, questions, figures: new FigureSet(figures), restated: [] },
    packs: ['scrutiny', 'team'],
    packsNotMade: [],
    files: 7,
    folder: 'out/2020-09',
    rowsLeftOut: 0,
    warnings: 0,
    ...parts,
  };
}

const WIDE = 200;

describe('the end of a build', () => {
  it('when all is well then it says so in three lines', () => {
    expect(buildSummary(built({}), WIDE)).toEqual([
      'Made          2 packs of September 2020, 7 files in out/2020-09',
      'Left out      nothing',
      'Look first at nothing: no red rating, no warning, nothing restated',
    ]);
  });

  it('when measures have no figure then they are named by reason, the commonest first', () => {
    const missing = (reason: string) => ({ status: 'no-data', value: null, reason }) as const;
    const lines = buildSummary(
      built({
        're-referrals': missing('history: referrals begin in May 2020'),
        'posts-agency': missing('the extract "posts" is not there'),
        's47-in-15-days': missing('history: referrals begin in May 2020'),
      }),
      WIDE,
    );
    expect(lines.slice(1, 3)).toEqual([
      'Left out      no figure of re-referrals, s47-in-15-days: referrals begin in May 2020',
      '              no figure of posts-agency: the extract "posts" is not there',
    ]);
  });

  it('when packs were not asked for, or rows could not be read, then that is left out too', () => {
    const lines = buildSummary(built({}, { packsNotMade: ['action-plan'], rowsLeftOut: 1 }), WIDE);
    expect(lines.slice(1, 3)).toEqual([
      'Left out      packs that were not asked for: action-plan',
      '              1 row of the extracts that could not be read',
    ]);
  });

  it('when much is red then what gets worse comes first, and no number is told', () => {
    const lines = buildSummary(
      built(
        {
          're-referrals': { rating: 'red', variation: 'special-cause concern', meaning: 'worsening' },
          'posts-agency': { rating: 'red', meaning: 'worsening' },
          's47-in-15-days': { rating: 'red' },
          'contacts-mash-24h': { rating: 'green' },
        },
        { warnings: 2 },
      ),
      WIDE,
    );
    expect(lines.slice(2)).toEqual([
      'Look first at red, and a special-cause concern: re-referrals',
      '              red and worsening: posts-agency',
      '              red: s47-in-15-days',
      '              2 warnings, told above and in run.json',
    ]);
  });

  it('when the terminal is narrow then lines are wrapped beside their labels', () => {
    const lines = buildSummary(built({}, { packsNotMade: ['action-plan', 'improvement-plan'] }), 50);
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(50);
    expect(lines).toContain('Left out      packs that were not asked for:');
    expect(lines).toContain('              action-plan, improvement-plan');
  });
});
