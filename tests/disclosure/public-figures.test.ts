import { describe, expect, it } from 'vitest';
import { publicFigures } from '../../src/disclosure/public-figures.js';
import type { Figure } from '../../src/figures/figure.js';
import { monthsTo } from '../../src/months.js';
import { aFigure, aMeasure } from '../support/examples.js';

const MONTH = '2020-09';
const repeat = aMeasure({ id: 'repeat', kind: 'ratio', polarity: 'higher', disclosure: 'attribute' });

/** 20 of 40 in each month, which is chance; what is given differs. */
function series(numerators: Readonly<Record<string, number>>): Figure[] {
  return monthsTo(MONTH, 13).map(month => {
    const numerator = numerators[month] ?? 20;
    return aFigure({
      measure: 'repeat',
      month,
      numerator,
      denominator: 40,
      value: (100 * numerator) / 40,
      notYetDue: 2,
      notJudged: 1,
      rating: 'green',
      movement: 'up',
      meaning: 'no clear change',
      variation: 'common cause',
      assurance: 'hit and miss',
    });
  });
}

function published(figures: readonly Figure[], measures = [repeat]): Map<string, Figure> {
  const input = { measures, figures, monthly: figures, month: MONTH, threshold: 5 };
  return new Map(publicFigures(input).map(figure => [figure.month, figure]));
}

describe('what a public figure says of others', () => {
  it('when no month is hidden, then all words stand', () => {
    expect(published(series({})).get(MONTH)).toMatchObject({
      status: 'ok',
      numerator: 20,
      meaning: 'no clear change',
      variation: 'common cause',
      assurance: 'hit and miss',
      notYetDue: null,
      notJudged: null,
    });
  });

  it('when a month is hidden, then no word of another month is read from a series with it', () => {
    const figures = published(series({ '2020-05': 3 }));
    expect(figures.get('2020-05')).toMatchObject({
      status: 'suppressed',
      value: null,
      rating: null,
      movement: null,
      meaning: null,
      variation: null,
    });
    // The month after is not compared with it.
    expect(figures.get('2020-06')).toMatchObject({ value: 50, movement: null, meaning: null });
    // Up is better, and that it is chance nobody may tell from a series of which a month is not known.
    expect(figures.get(MONTH)).toMatchObject({
      value: 50,
      movement: 'up',
      meaning: 'improving',
      variation: null,
      assurance: null,
    });
  });

  it('when fewer than 10 were judged, then timeliness has no percentage', () => {
    const timely = { ...repeat, disclosure: 'process' as const };
    const figures = series({}).map(figure =>
      figure.month === MONTH ? { ...figure, denominator: 9 } : figure,
    );
    const found = published(figures, [timely]);
    expect(found.get(MONTH)).toMatchObject({ status: 'suppressed', value: null });
    expect(found.get('2020-08')).toMatchObject({ status: 'ok', numerator: null, denominator: null });
  });

  it('when a team has a figure, then it is not published', () => {
    expect(published(series({}).map(figure => ({ ...figure, team: 'North' }))).size).toBe(0);
  });
});
