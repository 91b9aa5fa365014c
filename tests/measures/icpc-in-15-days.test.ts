import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 1st is a Tuesday. Monday 31 August is a bank holiday.
describe('icpc-in-15-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('icpc-in-15-days', {
      s47_enquiries: `
        enquiry_id,person_id,started_on
        E-28-AUG,P1,28/08/2020
        E-4-SEP,P2,04/09/2020
        E-15-SEP,P3,15/09/2020
        E-1-AUG,P4,01/08/2020
        E-31-JUL,P5,31/07/2020
        E-1-SEP,P6,01/09/2020
        E-14-SEP,P6,14/09/2020
        E-SAME-DAY,P7,30/09/2020`,
      conferences: `
        conference_id,person_id,kind,enquiry_id,held_on,transfer_in
        day-15,P1,Initial,E-28-AUG,21/09/2020,N
        day-16,P1,Initial,E-28-AUG,22/09/2020,N
        saturday-after,P2,Initial,E-4-SEP,26/09/2020,
        limit-in-october,P3,Initial,E-15-SEP,30/09/2020,
        names-another,P6,Initial,E-1-SEP,30/09/2020,
        names-unknown,P6,Initial,E-LOST,30/09/2020,
        blank-60-days,P4,Initial,,30/09/2020,
        blank-61-days,P5,Initial,,30/09/2020,
        blank-latest,P6,Initial,,30/09/2020,
        blank-same-day,P7,Initial,,30/09/2020,
        blank-nobody,P8,Initial,,30/09/2020,
        transfer,P1,Initial,E-28-AUG,21/09/2020,Y
        review,P1,Review,E-28-AUG,21/09/2020,`,
    });
  });

  it('when the enquiry started on Friday 28 August then day 15 is Monday 21 September', () => {
    // Monday 31 August is a bank holiday: Tuesday 1 September is day 1, the 7th day 5, the 14th day 10, the 21st day
    // 15.
    expect(run.caseOf('day-15')).toMatchObject({ met: true, limit_on: '2020-09-21' });
    expect(run.caseOf('day-16')).toMatchObject({ met: false });
  });

  it('when a conference is held on the Saturday after day 15 then it is late', () => {
    // From Friday the 4th: Monday the 7th is day 1, Friday the 25th day 15.
    expect(run.caseOf('saturday-after')).toMatchObject({ met: false, limit_on: '2020-09-25' });
  });

  it('when the limit falls in October then a conference held in September is judged at once', () => {
    expect(run.caseOf('limit-in-october')).toMatchObject({
      met: true,
      not_yet_due: false,
      limit_on: '2020-10-06',
    });
  });

  it('when no enquiry is named then the latest that started in the 60 days before stands for it', () => {
    // 60 days before 30 September is 1 August.
    expect(run.caseOf('blank-60-days')).toMatchObject({ met: false, not_judged: null });
    expect(run.caseOf('blank-61-days')).toMatchObject({ met: null });
    expect(run.caseOf('blank-61-days')?.not_judged).toContain('no section 47 enquiry');
    // From Monday the 14th day 15 is 5 October; from the 1st it would have been 22 September.
    expect(run.caseOf('blank-latest')).toMatchObject({ met: true, limit_on: '2020-10-05' });
    expect(run.caseOf('blank-same-day')?.not_judged).not.toBeNull();
    expect(run.caseOf('blank-nobody')?.not_judged).not.toBeNull();
  });

  it('when an enquiry is named then that one counts, also where the extract lacks it', () => {
    expect(run.caseOf('names-another')).toMatchObject({ met: false, limit_on: '2020-09-22' });
    expect(run.caseOf('names-unknown')?.not_judged).not.toBeNull();
  });

  it('when the cases are added up then 3 of 7 were in time and 4 are not judged', () => {
    expect(run.caseOf('transfer')).toBeUndefined();
    expect(run.caseOf('review')).toBeUndefined();
    expect(run.figure('month')).toMatchObject({ numerator: 3, denominator: 7, notYetDue: 0, notJudged: 4 });
  });
});
