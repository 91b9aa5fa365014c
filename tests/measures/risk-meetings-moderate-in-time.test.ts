import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('risk-meetings-moderate-in-time', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('risk-meetings-moderate-in-time', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P2,CIN,W1,Team Before,01/01/2019,01/09/2020
        A2,P2,CIN,W1,Team Then,01/09/2020,02/09/2020
        A3,P2,CIN,W1,Team After,02/09/2020,`,
      risk_management_meetings: `
        meeting_id,person_id,level,due_on,held_on,safety_plan_sent_on
        on-the-day,P1,Moderate,30/09/2020,30/09/2020,
        a-day-late,P2,Moderate,01/09/2020,02/09/2020,
        early,P3,moderate,15/09/2020,31/08/2020,
        not-held,P4,Moderate,30/09/2020,,
        other-level,P5,Significant,15/09/2020,15/09/2020,
        emerging,P6,Emerging,15/09/2020,15/09/2020,
        due-in-october,P7,Moderate,01/10/2020,30/09/2020,
        due-in-august,P8,Moderate,31/08/2020,01/09/2020,`,
    });
  });

  it('when it was held on the day it was due then it is in time, a day later then not', () => {
    expect(run.caseOf('on-the-day')).toMatchObject({ met: true, event_on: '2020-09-30', not_yet_due: false });
    expect(run.caseOf('a-day-late')).toMatchObject({ met: false });
    expect(run.caseOf('early')).toMatchObject({ met: true });
  });

  it('when it was due and not held then it is not met, never "not judged"', () => {
    expect(run.caseOf('not-held')).toMatchObject({ met: false, not_judged: null });
  });

  it('when the risk is of another level then it is no case', () => {
    expect(run.caseOf('other-level')).toBeUndefined();
    expect(run.caseOf('emerging')).toBeUndefined();
  });

  it('when it was due in another month then it is a case of that one, whenever it was held', () => {
    expect(run.caseOf('due-in-october')).toBeUndefined();
    expect(run.caseOf('due-in-august')).toBeUndefined();
    expect(run.caseOf('due-in-august', '2020-08')).toMatchObject({ met: false });
  });

  it('when the cases are added up then 2 of 4, and 2 of 5 since April', () => {
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 2, denominator: 4 });
    expect(run.figure('ytd')).toMatchObject({ value: 40, numerator: 2, denominator: 5 });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('a-day-late')).toMatchObject({ team: 'Team Then' });
  });
});
