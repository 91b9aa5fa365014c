import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('worker-supervision-operational', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('worker-supervision-operational', {
      worker_supervisions: `
        supervision_id,worker_id,staff_group,due_month,held_on,team
        first-day,W1,Operational,2020-09,01/09/2020,A
        last-day,W2,Operational,2020-09,30/09/2020,A
        day-early,W3,Operational,2020-09,31/08/2020,A
        day-late,W4,Operational,2020-09,01/10/2020,B
        year-early,W5,Operational,2020-09,15/09/2019,B
        not-held,W6,Operational,2020-09,,
        other-group,W7,Business support,2020-09,15/09/2020,A
        august,W1,Operational,2020-08,31/08/2020,A
        march,W1,Operational,2020-03,15/03/2020,A
        october,W1,Operational,2020-10,02/10/2020,A`,
    });
  });

  it('when it was held on the first or the last day of its month then it is met', () => {
    expect(run.caseOf('first-day')).toMatchObject({ met: true, limit_on: '2020-09-30' });
    expect(run.caseOf('last-day')).toMatchObject({ met: true });
  });

  it('when it was held a day early, a day late or in the same month of another year then it is not met', () => {
    expect(run.caseOf('day-early')).toMatchObject({ met: false });
    expect(run.caseOf('day-late')).toMatchObject({ met: false });
    expect(run.caseOf('year-early')).toMatchObject({ met: false });
  });

  it('when it was not held then it is not met', () => {
    expect(run.caseOf('not-held')).toMatchObject({ met: false, not_judged: null });
  });

  it('when the member of staff belongs to the other group then it is no case', () => {
    expect(run.caseOf('other-group')).toBeUndefined();
  });

  it('when the month is added up then it is 2 of 6, and the year to date begins in April', () => {
    expect(run.figure('month')).toMatchObject({ numerator: 2, denominator: 6 });
    expect(run.figure('ytd')).toMatchObject({ numerator: 3, denominator: 7 });
    expect(run.figure('rolling-12')).toMatchObject({ value: 50, numerator: 4, denominator: 8 });
    expect(run.figure('month', '2020-09', { team: 'B' })).toMatchObject({ value: 0, denominator: 2 });
  });
});
