import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 4th is a Friday. Monday 31 August is a bank holiday.
describe('safety-plans-5-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('safety-plans-5-days', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P3,CIN,W1,Team Before,01/01/2019,27/08/2020
        A2,P3,CIN,W1,Team Then,27/08/2020,28/08/2020
        A3,P3,CIN,W1,Team After,28/08/2020,`,
      risk_management_meetings: `
        meeting_id,person_id,level,due_on,held_on,safety_plan_sent_on
        day-5,P1,Significant,04/09/2020,04/09/2020,11/09/2020
        saturday-after,P2,Moderate,04/09/2020,04/09/2020,12/09/2020
        over-bank-holiday,P3,Emerging,28/08/2020,27/08/2020,04/09/2020
        sent-before,P4,Moderate,04/09/2020,09/09/2020,08/09/2020
        not-sent,P5,Moderate,04/09/2020,23/09/2020,
        not-held,P6,Moderate,04/09/2020,,11/09/2020
        limit-in-october,P7,Moderate,04/09/2020,24/09/2020,25/09/2020
        limit-in-august,P8,Moderate,04/09/2020,21/08/2020,28/08/2020`,
    });
  });

  it('when the plan was sent on day 5 then it is in time; when that is a Friday then Saturday is late', () => {
    expect(run.caseOf('day-5')).toMatchObject({ met: true, event_on: '2020-09-04', limit_on: '2020-09-11' });
    expect(run.caseOf('saturday-after')).toMatchObject({ met: false });
    expect(run.caseOf('sent-before')).toMatchObject({ met: true });
  });

  it('when a bank holiday lies between then it is skipped, and the day counts from when the meeting was held', () => {
    // From Thursday 27 August: Friday 28 is day 1, Tuesday 1 to Friday 4 September are days 2-5.
    expect(run.caseOf('over-bank-holiday')).toMatchObject({ met: true, limit_on: '2020-09-04' });
  });

  it('when no plan was sent then it is not met; when no meeting was held then it is no case', () => {
    expect(run.caseOf('not-sent')).toMatchObject({ met: false, not_judged: null, limit_on: '2020-09-30' });
    expect(run.caseOf('not-held')).toBeUndefined();
  });

  it('when the limit falls in another month then it is a case of that one', () => {
    expect(run.caseOf('limit-in-october')).toBeUndefined();
    expect(run.caseOf('limit-in-august')).toBeUndefined();
    expect(run.caseOf('limit-in-august', '2020-08')).toMatchObject({ met: true });
  });

  it('when the cases are added up then 3 of 5, meetings of every level', () => {
    expect(run.figure('month')).toMatchObject({ value: 60, numerator: 3, denominator: 5 });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('over-bank-holiday')).toMatchObject({ team: 'Team Then' });
  });
});
