import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import { keyOf } from '../../src/figures/figure-set.js';
import type { Measure } from '../../src/measures/measure.js';
import { attackSample, type SamplePacks, samplePacks } from './sample-packs.js';

const TIME = 600_000;
const PRINTED_BY_THE_PUBLIC_PACK = 'scorecard 2020';

describe('the public figures of the sample', () => {
  let packs: SamplePacks;
  let all: readonly Printed[];

  beforeAll(async () => {
    packs = await samplePacks(PRINTED_BY_THE_PUBLIC_PACK);
    all = besideFull(packs);
  }, TIME);

  it('give a reader with thirteen packs and a solver no small count', { timeout: TIME }, () => {
    const { found, targets, unexpectedNoughts, untrue, identities, saidByPattern } = attackSample(packs);
    expect(targets.length).toBeGreaterThan(500);
    expect(found.slice(0, 5)).toEqual([]);
    expect(unexpectedNoughts).toEqual([]);
    // Records that started and ended are not quite the children who are open; of an earlier pack's year more has come due.
    expect(
      untrue.filter(says => !/^looked-after\|snapshot|-(24h|48h)\|ytd.* is printed as /.test(says)),
    ).toEqual([]);
    expect(untrue.length).toBeLessThan(10);
    expect(identities).toBeGreaterThan(5000);
    expect(saidByPattern.filter(({ values }) => values.at(-1) !== 5)).toEqual([]);
    expect(saidByPattern.length).toBeLessThan(targets.length / 10);
  });

  it('when a total above 50 is held back, then printing it would give a small count away', {
    timeout: TIME,
  }, () => {
    const totals = all.filter(
      ({ measure, whole }) =>
        measure.disclosure === 'attribute' &&
        measure.unit === 'count' &&
        whole.category === '' &&
        whole.of === 'value' &&
        (whole.value ?? 0) > 50,
    );
    const held = totals.filter(({ figure }) => figure.status !== 'ok');
    const kept = (period: string) =>
      totals.filter(({ figure }) => figure.period === period && figure.status === 'ok').length;
    const names = held.map(({ figure }) => `${figure.measure} ${figure.period} ${figure.month}`);
    expect(names.sort()).toEqual([
      'looked-after-ended rolling-12 2020-08',
      'looked-after-ended rolling-12 2020-09',
      'looked-after-started rolling-12 2020-08',
      'looked-after-started rolling-12 2020-09',
    ]);
    for (const { whole } of held) {
      const { found } = attackSample(packs, [whole], count => count.startsWith('looked-after'));
      expect(found.length, `${whole.measure} ${whole.month}`).toBeGreaterThan(0);
    }
    expect(['month', 'snapshot', 'ytd', 'rolling-12'].map(kept)).toEqual([
      expect.toSatisfy(isAbove(150)),
      expect.toSatisfy(isAbove(100)),
      expect.toSatisfy(isAbove(15)),
      expect.toSatisfy(isAbove(25)),
    ]);
  });

  it('keep four fifths of the percentages of timeliness', () => {
    const timeliness = all.filter(
      ({ measure, whole }) => measure.disclosure === 'process' && whole.status === 'ok',
    );
    const kept = timeliness.filter(({ figure }) => figure.status === 'ok');
    expect(timeliness.length).toBeGreaterThan(300);
    expect(kept.length / timeliness.length).toBeGreaterThan(0.8);
  });

  it('hold no number where they are hidden, no count of timeliness, and every nought of a printed total', () => {
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
    const byKey = new Map(all.map(({ figure }) => [keyOf(figure), figure]));
    const noughts = all.filter(
      ({ whole, measure, figure }) =>
        measure.disclosure === 'attribute' &&
        whole.value === 0 &&
        measure.unit === 'count' &&
        ['month', 'snapshot'].includes(whole.period) &&
        byKey.get(keyOf({ ...figure, category: '' }))?.status === 'ok',
    );
    expect(noughts.length).toBeGreaterThan(100);
    const lost = noughts.filter(({ figure }) => figure.status !== 'ok');
    expect(lost.map(({ figure }) => figure.measure)).toEqual(
      lost.map(() => 'assessments-closed-next-action'),
    );
  });
});

/** A figure as the latest pack prints it, and as it is. */
interface Printed {
  readonly figure: Figure;
  readonly whole: Figure;
  readonly measure: Measure;
}

function besideFull({ printed, full, measures }: SamplePacks): Printed[] {
  const byKey = new Map(full.map(figure => [keyOf(figure), figure]));
  const measureOf = new Map(measures.map(measure => [measure.id, measure]));
  return (printed.at(-1) ?? []).flatMap(figure => {
    const [whole, measure] = [byKey.get(keyOf(figure)), measureOf.get(figure.measure)];
    return whole && measure ? [{ figure, whole, measure }] : [];
  });
}

function isAbove(least: number): (count: number) => boolean {
  return count => count > least;
}
