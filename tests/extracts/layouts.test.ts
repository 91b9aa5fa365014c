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
    ['layout-annex-a', 25],
  ] as const)('when %s has a figure then it is that of our own layout', (layout, measures) => {
    const own = answers('layout-own');
    const other = answers(layout);
    const differing = [...other].filter(([key, answer]) => own.get(key) !== answer);
    expect(differing).toEqual([]);
    expect(measuresIn(other.keys()).size).toBe(measures);
  });

  it('when our own layout has a figure then the Standard Safeguarding Dataset has it too', () => {
    const ssd = answers('layout-ssd');
    const missing = [...answers('layout-own').keys()].filter(key => !ssd.has(key));
    expect(measuresIn(missing)).toEqual(new Set());
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
    ['re-referrals', 'month', 25, 1, 4],
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

describe('what a list leaves out', () => {
  const reasonOf = (measure: string, period: Figure['period']) =>
    made.get('layout-annex-a')?.set.get({ measure, period, month: '2020-09' })?.reason;

  it('when a list goes back six months then a measure that looks further back says so', () => {
    expect(reasonOf('re-referrals', 'month')).toBe(
      'history: records are needed from 1 September 2019, and are complete for referrals from 30 March 2020',
    );
  });

  it('when the whole record is needed then a list of six months is not enough', () => {
    expect(reasonOf('cp-plans-repeat-ever', 'snapshot')).toBe(
      'cp_plans: lists 6 months, and the whole record is needed',
    );
  });

  it('when a list has only some of the rows then the measure of the others is no data', () => {
    expect(reasonOf('rcpc-held', 'month')).toBe(
      'conferences: of review conferences list 7 has only the latest of a child',
    );
  });
});
