import { describe, expect, it } from 'vitest';
import { FigureSet } from '../../../src/figures/figure-set.js';
import { measuresWithoutData } from '../../../src/packs/team/without-data.js';
import { aFigure, aMeasure } from '../../support/examples.js';
import { packInput } from '../fixture.js';

describe('measures that a team page cannot show', () => {
  const said = (reasons: Readonly<Record<string, string>>) =>
    measuresWithoutData({
      ...packInput(),
      measures: Object.keys(reasons).map(id => aMeasure({ id, name: `Measure ${id}` })),
      figures: new FigureSet(
        Object.entries(reasons).map(([measure, reason]) =>
          aFigure(reason === '' ? { measure } : { measure, value: null, status: 'no-data', reason }),
        ),
      ),
    });

  it('when several lack the same then they stand together, and those with data are not named', () => {
    expect(said({ a: 'no team plan', b: '', c: 'no team plan', d: 'too early' })).toBe(
      'Measure a and Measure c (no team plan); Measure d (too early)',
    );
  });

  it('when each has its data then there is nothing to say', () => {
    expect(said({ a: '' })).toBe('');
    expect(said({})).toBe('');
  });
});
