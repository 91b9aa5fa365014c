import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 1st is a Tuesday, the 4th a Friday, the 30th a Wednesday. Monday 31 August is a bank holiday.
describe('s47-in-15-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('s47-in-15-days', {
      s47_enquiries: `
        enquiry_id,person_id,discussion_id,started_on,completed_on,outcome,team
        day-15,P1,,28/08/2020,21/09/2020,ICPC,Team A
        day-16,P2,,28/08/2020,22/09/2020,ICPC,Team A
        friday,P3,,04/09/2020,25/09/2020,ICPC,Team A
        saturday-after,P4,,04/09/2020,26/09/2020,ICPC,Team A
        started-saturday,P5,,05/09/2020,25/09/2020,ICPC,Team A
        still-open,P6,,09/09/2020,,,Team A
        limit-in-october,P7,,10/09/2020,11/09/2020,ICPC,Team A
        limit-in-august,P8,,07/08/2020,28/08/2020,ICPC,Team A`,
    });
  });

  it('when a bank holiday lies between then day 15 is a day later', () => {
    // From Friday 28 August: 1-4 September are days 1-4, 7-11 to day 9, 14-18 to day 14, Monday 21 is day 15.
    expect(run.caseOf('day-15')).toMatchObject({ met: true, limit_on: '2020-09-21', event_on: '2020-08-28' });
    expect(run.caseOf('day-16')).toMatchObject({ met: false });
  });

  it('when day 15 is a Friday then what is done on Saturday is late', () => {
    // From Friday 4 September: three whole weeks.
    expect(run.caseOf('friday')).toMatchObject({ met: true, limit_on: '2020-09-25' });
    expect(run.caseOf('saturday-after')).toMatchObject({ met: false });
  });

  it('when it started on a Saturday then day 1 is the Monday', () => {
    expect(run.caseOf('started-saturday')).toMatchObject({
      met: true,
      team: 'Team A',
      limit_on: '2020-09-25',
    });
  });

  it('when nothing is recorded by the limit then it is not met, never "not judged"', () => {
    // From Wednesday 9 September: 10-11, 14-18, 21-25, 28-30; day 15 is the last day of the month.
    expect(run.caseOf('still-open')).toMatchObject({ met: false, not_judged: null, limit_on: '2020-09-30' });
  });

  it('when the limit falls in October or August then it is a case of that month, though it was completed', () => {
    expect(run.caseOf('limit-in-october')).toBeUndefined();
    // From Friday 7 August: three whole weeks to Friday 28.
    expect(run.caseOf('limit-in-august')).toBeUndefined();
    expect(run.caseOf('limit-in-august', '2020-08')).toMatchObject({ met: true, limit_on: '2020-08-28' });
  });

  it('when the cases are added up then 3 of 6, and 4 of 7 since April', () => {
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 3, denominator: 6 });
    expect(run.figure('ytd')).toMatchObject({ numerator: 4, denominator: 7 });
  });
});
