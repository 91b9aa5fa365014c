import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import { figuresOf, workspacePath } from '../support/figures-of.js';

/**
 * The same thirteen children in three layouts. What happened to them, as far as September 2020 asks:
 * 1001, 1002, 1004, 1005 were referred (1001 and 1005 not for the first time, 1005 more than a year after the first).
 * 1001 was assessed from 1 July to 3 September, 45 working days without the bank holiday of 31 August; 1002 from a day
 * earlier, 46. 1004's assessment of 1 June is still open. 1001 and 1002 have enquiries of September. 1001's conference was
 * held on the 15th working day of the enquiry, 1003's on the 16th. Plans of 1001, 1003 and 1007 are open, 1006's ended.
 * 1008 is looked after since 2019 in three episodes of one period; 1009 came home on 11 September and returned on the 25th;
 * 1010 has short breaks (V4).
 */
const LAYOUTS = ['layout-own', 'layout-ssd', 'layout-annex-a'] as const;
type Made = Awaited<ReturnType<typeof figuresOf>>;

const made = new Map<string, Made>();

beforeAll(async () => {
  for (const layout of LAYOUTS) made.set(layout, await figuresOf(workspacePath(layout), '2020-09'));
});

/** Figures of the whole service that there are, by what they are of. A source without teams gives no team's. */
function answers(layout: string): ReadonlyMap<string, string> {
  const figures = made.get(layout)?.figures.filter(({ team, status }) => team === '' && status !== 'no-data');
  return new Map((figures ?? []).map(figure => [keyOf(figure), answerOf(figure)]));
}

function keyOf({ measure, of, period, month, category }: Figure): string {
  return [measure, of, period, month, category].join(' | ');
}

function answerOf({ status, value, numerator, denominator, notYetDue, notJudged }: Figure): string {
  return [status, value, numerator, denominator, notYetDue, notJudged].join(' ');
}

function measuresIn(keys: Iterable<string>): Set<string> {
  return new Set([...keys].map(key => key.split(' | ')[0] ?? ''));
}

describe('the same children in three layouts', () => {
  it.each(LAYOUTS)('when %s is read then nothing of it is left out or told', layout => {
    const read = made.get(layout);
    expect(read?.problems).toEqual([]);
    const leftOut = read?.loaded.flatMap(({ files }) => files.map(({ rowsLeftOut }) => rowsLeftOut));
    expect(leftOut?.every(rows => rows === 0)).toBe(true);
  });

  it.each([
    ['layout-ssd', 66],
    ['layout-annex-a', 29],
  ] as const)('when %s has a figure then it is that of our own layout', (layout, measures) => {
    const own = answers('layout-own');
    const other = answers(layout);
    const differing = [...other].filter(([key, answer]) => own.get(key) !== answer);
    expect(differing).toEqual([]);
    expect(measuresIn(other.keys()).size).toBe(measures);
  });

  it('when our own layout has a figure then the Standard Safeguarding Dataset has it too, but for what needs carers', () => {
    const ssd = answers('layout-ssd');
    const missing = [...answers('layout-own').keys()].filter(key => !ssd.has(key));
    expect(measuresIn(missing)).toEqual(new Set(['placements-3-or-more', 'placements-long-term-stable']));
  });

  it.each([
    ['referrals', 'month', '', 4, null, null],
    ['contacts-by-agency', 'month', 'Police', 1, null, null],
    ['contacts-by-agency', 'month', 'School', 2, null, null],
    ['assessments-in-45-days', 'month', '', 50, 1, 2],
    ['assessments-open-over-45-days', 'snapshot', '', 1, null, null],
    ['s47-started', 'month', '', 2, null, null],
    ['icpc-in-15-days', 'month', '', 50, 1, 2],
    ['cp-plans-open', 'snapshot', '', 3, null, null],
    ['cp-plans-by-category', 'snapshot', 'Multiple', 1, null, null],
    ['cp-plans-started', 'month', '', 2, null, null],
    ['looked-after', 'snapshot', '', 2, null, null],
    ['looked-after-started', 'month', '', 1, null, null],
    ['looked-after-ended', 'month', 'Returned home', 1, null, null],
    ['care-leavers-in-touch', 'snapshot', '', 100, 1, 1],
    // What Annex A has counted itself: 1001 had an earlier referral, 1003 an earlier plan.
    ['re-referrals', 'month', '', 25, 1, 4],
    ['cp-plans-repeat-ever', 'snapshot', '', 100 / 3, 1, 3],
    ['cp-plans-neglect-repeat', 'snapshot', '', 100, 1, 1],
  ] as const)(
    'when %s is asked for the %s %s then every layout says the same',
    (measure, period, category, ...answer) => {
      for (const layout of LAYOUTS) {
        const figure = made.get(layout)?.set.get({ measure, period, month: '2020-09', category });
        const got = [
          figure?.value,
          answer[1] === null ? null : figure?.numerator,
          figure?.denominator ?? null,
        ];
        expect([layout, ...got]).toEqual([layout, ...answer]);
      }
    },
  );

  it.each([
    ['assessments-no-further-action', 'month', 100, 1, 1],
    ['cin-plans-open', 'snapshot', 1, null, null],
    ['placements-kinship', 'snapshot', 50, 1, 2],
  ] as const)('when %s needs what Annex A lacks then it is no data there', (measure, period, ...answer) => {
    const wanted = { measure, period, month: '2020-09' } as const;
    const ssd = made.get('layout-ssd')?.set.get(wanted);
    expect([ssd?.value, answer[1] === null ? null : ssd?.numerator, ssd?.denominator ?? null]).toEqual(
      answer,
    );
    expect(made.get('layout-annex-a')?.set.get(wanted)?.status).toBe('no-data');
  });
});

describe('what a list has counted itself', () => {
  it('when it counts placements to the day it was made then there is a figure at that month end alone', () => {
    const figures = made.get('layout-annex-a')?.set;
    const wanted = { measure: 'placements-3-or-more', period: 'snapshot' } as const;
    // Of the two children looked after, short breaks left out, 1008 had three placements and 1009 two.
    for (const layout of ['layout-own', 'layout-annex-a']) {
      const figure = made.get(layout)?.set.get({ ...wanted, month: '2020-09' });
      expect([layout, figure?.value, figure?.numerator, figure?.denominator]).toEqual([layout, 50, 1, 2]);
    }
    expect(figures?.get({ ...wanted, month: '2020-08' })?.reason).toBe(
      'history: the source counts up to 30 September 2020, the day it was made, and not to the month end',
    );
  });

  it('when it stands for the records of 12 months then it still says nothing of months that the list lacks', () => {
    const wanted = { measure: 're-referrals', period: 'rolling-12', month: '2020-09' } as const;
    expect(made.get('layout-annex-a')?.set.get(wanted)?.reason).toBe(
      'history: records are needed from 1 October 2019, and are complete for referrals from 30 March 2020',
    );
  });
});

describe('what a list leaves out', () => {
  const reasonOf = (measure: string, period: Figure['period']) =>
    made.get('layout-annex-a')?.set.get({ measure, period, month: '2020-09' })?.reason;

  it('when a list goes back six months then a measure that looks further back says so', () => {
    expect(reasonOf('cp-plans-repeat-2-years', 'month')).toBe(
      'history: records are needed from 1 September 2018, and are complete for cp plans from 30 March 2020',
    );
  });

  it('when the whole record is needed then a list of six months is not enough', () => {
    expect(reasonOf('cp-plans-repeat-open-2-years', 'snapshot')).toBe(
      'cp_plans: lists 6 months, and the whole record is needed',
    );
  });

  it('when a list has only some of the rows then the measure of the others is no data', () => {
    expect(reasonOf('rcpc-held', 'month')).toBe(
      'conferences: of review conferences list 7 has only the latest of a child',
    );
  });
});
