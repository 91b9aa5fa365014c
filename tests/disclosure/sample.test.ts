import { beforeAll, describe, expect, it } from 'vitest';
import { publicFigures } from '../../src/disclosure/public-figures.js';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import type { Figure } from '../../src/figures/figure.js';
import { keyOf } from '../../src/figures/figure-set.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import type { Measure } from '../../src/measures/measure.js';
import { monthsTo } from '../../src/months.js';
import { toolPath } from '../../src/tool-folder.js';
import { figuresOf } from '../support/figures-of.js';
import { Reader, type SameCases, truthsOf } from './reader.js';

const MONTH = '2020-09';
const TIME = 300_000;

describe('the public figures of the sample', () => {
  const { measures } = readCatalogue([toolPath('measures')], readExtractDefinitions());
  const measureOf = new Map(measures.map(measure => [measure.id, measure]));
  let full: Figure[];
  let packs: Figure[][];
  let printed: Figure[];

  beforeAll(async () => {
    const { figures, monthly } = await figuresOf(toolPath('sample-data'), MONTH);
    full = [...figures];
    packs = monthsTo(MONTH, 13).map(month =>
      publicFigures({
        measures,
        month,
        threshold: 5,
        figures: figures.filter(figure => figure.month <= month),
        monthly: monthly.filter(figure => figure.month <= month),
      }),
    );
    printed = packs.at(-1) ?? [];
  }, TIME);

  const fullOf = (figures: readonly Figure[]) => {
    const byKey = new Map(full.map(figure => [keyOf(figure), figure]));
    return figures.flatMap(figure => {
      const whole = byKey.get(keyOf(figure));
      return whole ? [{ figure, whole, measure: measureOf.get(figure.measure) as Measure }] : [];
    });
  };

  it('give a reader with thirteen packs and a solver no small count', { timeout: TIME }, () => {
    const truths = truthsOf(full, measures);
    const reader = new Reader(packs, measures, alike(truths));
    expect(reader.targets(truths).length).toBeGreaterThan(500);
    expect(reader.attack(truths).slice(0, 5)).toEqual([]);
  });

  it("keep four fifths of the public pack's percentages of timeliness, and every total above 50", () => {
    const all = fullOf(printed);
    const timeliness = all.filter(
      ({ measure, whole }) =>
        measure.disclosure === 'process' && measure.firstAsked === 'scorecard 2020' && whole.status === 'ok',
    );
    const kept = timeliness.filter(({ figure }) => figure.status === 'ok');
    expect(timeliness.length).toBeGreaterThan(300);
    expect(kept.length / timeliness.length).toBeGreaterThan(0.8);
    const totals = all.filter(
      ({ measure, whole }) =>
        measure.disclosure === 'attribute' &&
        measure.unit === 'count' &&
        whole.category === '' &&
        whole.of === 'value' &&
        // Twelve months to a month with a c would give that month away: they are the months before, and it.
        whole.period !== 'rolling-12' &&
        (whole.value ?? 0) > 50,
    );
    expect(totals.length).toBeGreaterThan(300);
    expect(totals.filter(({ figure }) => figure.status !== 'ok')).toEqual([]);
  });

  it('hold no number where they are hidden, no count of timeliness, and every nought of a printed total', () => {
    const all = fullOf(printed);
    for (const { figure } of all.filter(each => each.figure.status === 'suppressed')) {
      const { value, numerator, denominator, notYetDue, notJudged, rating, movement } = figure;
      expect([value, numerator, denominator, notYetDue, notJudged, rating, movement]).toEqual(
        Array(7).fill(null),
      );
    }
    for (const { figure, measure } of all) {
      if (measure.disclosure === 'process')
        expect([figure.numerator, figure.denominator]).toEqual([null, null]);
      if (measure.disclosure === 'attribute' && figure.of === 'value' && measure.unit === 'count')
        expect(figure.value === null || figure.value === 0 || figure.value > 5).toBe(true);
    }
    const totals = new Map(printed.map(figure => [keyOf(figure), figure]));
    const noughts = all.filter(
      ({ whole, measure, figure }) =>
        measure.disclosure === 'attribute' &&
        whole.value === 0 &&
        measure.unit === 'count' &&
        ['month', 'snapshot'].includes(whole.period) &&
        totals.get(keyOf({ ...figure, category: '' }))?.status === 'ok',
    );
    expect(noughts.length).toBeGreaterThan(100);
    const lost = noughts.filter(({ figure }) => figure.status !== 'ok');
    expect(lost.map(({ figure }) => figure.measure)).toEqual(
      lost.map(() => 'assessments-closed-next-action'),
    );
  });
});

/** Counts that are the same in every month: a reader who knows the service knows why. */
function alike(truths: ReadonlyMap<string, number>): SameCases[] {
  const series = new Map<string, Map<string, string>>();
  for (const name of truths.keys()) {
    const [measure, period, month = '', category, role] = name.split('|');
    const key = [measure, period, category, role].join('|');
    series.set(key, (series.get(key) ?? new Map()).set(month, name));
  }
  const first = new Map<string, Map<string, string>>();
  const pairs: SameCases[] = [];
  for (const [key, names] of series) {
    const period = key.split('|')[1];
    const values = [...names].sort().map(([month, name]) => `${month} ${truths.get(name)}`);
    if (values.length < 13 || [...names.values()].every(name => truths.get(name) === 0)) continue;
    const same = `${period}: ${values.join(', ')}`;
    const other = first.get(same);
    if (!other) first.set(same, names);
    else for (const [month, name] of names) pairs.push([other.get(month) ?? '', [name]]);
  }
  return pairs;
}
