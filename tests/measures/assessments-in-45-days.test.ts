import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// From Wednesday 1 July 2020: 2-3 July are days 1-2, then five a week to day 42 on Friday 28 August; Monday 31 August is a
// bank holiday; so day 43 is Tuesday 1 and day 45 Thursday 3 September.
describe('assessments-in-45-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('assessments-in-45-days', {
      assessments: `
        assessment_id,person_id,referral_id,started_on,authorised_on,team
        day-45,P1,,01/07/2020,03/09/2020,Team A
        day-46,P2,,01/07/2020,04/09/2020,Team A
        saturday-after,P3,,02/07/2020,05/09/2020,Team A
        started-saturday,P4,,04/07/2020,07/09/2020,Team A
        same-day,P5,,30/09/2020,30/09/2020,Team A
        still-open,P6,,01/01/2020,,Team A
        very-old,P7,,01/12/2011,15/09/2020,Team A
        october,P8,,01/09/2020,01/10/2020,Team A`,
    });
  });

  it('when it was authorised on day 45 then it is in time, on day 46 then late', () => {
    expect(run.caseOf('day-45')).toMatchObject({ met: true, team: 'Team A', limit_on: '2020-09-03' });
    expect(run.caseOf('day-46')).toMatchObject({ met: false });
  });

  it('when day 45 was a Friday then Saturday is late', () => {
    expect(run.caseOf('saturday-after')).toMatchObject({ met: false, limit_on: '2020-09-04' });
  });

  it('when it started on a Saturday then day 1 is the Monday', () => {
    // Monday 6 July is day 1, Friday 28 August day 40, Friday 4 September day 44.
    expect(run.caseOf('started-saturday')).toMatchObject({ met: true, limit_on: '2020-09-07' });
  });

  it('when it was authorised then it is judged at once, though its limit lies ahead', () => {
    expect(run.caseOf('same-day')).toMatchObject({ met: true, not_yet_due: false });
  });

  it('when it is still open then it is no case; when it started before the calendar does then it is late', () => {
    expect(run.caseOf('still-open')).toBeUndefined();
    expect(run.caseOf('very-old')).toMatchObject({ met: false, not_judged: null });
  });

  it('when the cases are added up then 3 of 6', () => {
    expect(run.figure('month')).toMatchObject({
      value: 50,
      numerator: 3,
      denominator: 6,
      notYetDue: 0,
      notJudged: 0,
    });
  });
});
