import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 1st is a Tuesday. Monday 31 August is a bank holiday.
describe('assessments-seen-in-3-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('assessments-seen-in-3-days', {
      assessments: `
        assessment_id,person_id,referral_id,started_on,child_seen_on,authorised_on,team
        day-3,P1,,03/09/2020,08/09/2020,30/09/2020,Team A
        day-4,P2,,03/09/2020,09/09/2020,30/09/2020,Team A
        saturday-after,P3,,01/09/2020,05/09/2020,30/09/2020,Team A
        over-bank-holiday,P4,,27/08/2020,02/09/2020,30/09/2020,Team A
        before-start,P5,,03/09/2020,20/08/2020,30/09/2020,Team A
        not-seen,P6,,03/09/2020,,01/09/2020,Team A
        still-open,P7,,03/09/2020,03/09/2020,,Team A
        started-at-month-end,P8,,30/09/2020,30/09/2020,30/09/2020,Team A`,
    });
  });

  it('when the child was seen on the third working day then it is in time, on the fourth then late', () => {
    // Thursday 3 September: Friday 4, Monday 7, Tuesday 8.
    expect(run.caseOf('day-3')).toMatchObject({ met: true, limit_on: '2020-09-08', event_on: '2020-09-30' });
    expect(run.caseOf('day-4')).toMatchObject({ met: false });
  });

  it('when the third working day was a Friday then Saturday is late', () => {
    expect(run.caseOf('saturday-after')).toMatchObject({ met: false, limit_on: '2020-09-04' });
  });

  it('when a bank holiday lies between then it is skipped', () => {
    // Thursday 27 August: Friday 28, Tuesday 1, Wednesday 2.
    expect(run.caseOf('over-bank-holiday')).toMatchObject({
      met: true,
      team: 'Team A',
      limit_on: '2020-09-02',
    });
  });

  it('when the child was seen before the start then it is in time; never seen is not met', () => {
    expect(run.caseOf('before-start')).toMatchObject({ met: true });
    expect(run.caseOf('not-seen')).toMatchObject({ met: false, not_judged: null });
  });

  it('when it is not authorised then it is no case; when it is then it is judged at once', () => {
    expect(run.caseOf('still-open')).toBeUndefined();
    expect(run.caseOf('started-at-month-end')).toMatchObject({ met: true, not_yet_due: false });
  });

  it('when the cases are added up then 4 of 7', () => {
    expect(run.figure('month')).toMatchObject({ numerator: 4, denominator: 7, notYetDue: 0 });
  });
});
