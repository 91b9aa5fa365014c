import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cp-plans-ended', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('cp-plans-ended', {
      cp_plans: `
        plan_id,person_id,started_on,ended_on,end_reason,team
        first-day,P1,01/06/2020,01/09/2020,Child no longer at risk,A
        last-day,P2,01/06/2020,30/09/2020,Became looked after,B
        october,P3,01/06/2020,01/10/2020,Became looked after,A
        august,P4,01/06/2020,31/08/2020,Moved to another council,A
        no-reason,P5,01/06/2020,15/09/2020,,A
        open,P6,01/09/2020,,Became looked after,A
        twice-1,P7,01/06/2020,02/09/2020,Became looked after,A
        twice-2,P7,03/09/2020,29/09/2020,Became looked after,A`,
    });
  });

  it('when a plan ends on the first or the last day of the month then it belongs to the month', () => {
    expect(run.caseOf('first-day')).toBeDefined();
    expect(run.caseOf('last-day')).toBeDefined();
    expect(run.caseOf('august')).toBeUndefined();
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when a plan is open then it has not ended, whatever reason stands there', () => {
    expect(run.casesIn('2020-09').map(each => each.record_id)).not.toContain('open');
  });

  it('when no reason is recorded then it has a row of its own', () => {
    expect(run.caseOf('no-reason')).toMatchObject({ category_1: null });
    expect(run.figure('month', '2020-09', { category: 'Not recorded' })).toMatchObject({ value: 1 });
  });

  it('when a child ends two plans in a month then both count', () => {
    // last-day, twice-1, twice-2
    expect(run.figure('month', '2020-09', { category: 'Became looked after' })).toMatchObject({ value: 3 });
    expect(run.figure('month', '2020-09', { category: 'Became looked after', team: 'B' })).toMatchObject({
      value: 1,
    });
  });

  it('when the plans are counted then the month has 5, the year to date 6, each by its reason', () => {
    expect(run.figure('month')).toMatchObject({ value: 5 });
    expect(run.figure('ytd')).toMatchObject({ value: 6 });
    expect(run.figure('month', '2020-09', { category: 'Moved to another council' })).toMatchObject({
      value: 0,
    });
    expect(run.figure('ytd', '2020-09', { category: 'Moved to another council' })).toMatchObject({
      value: 1,
    });
  });
});
