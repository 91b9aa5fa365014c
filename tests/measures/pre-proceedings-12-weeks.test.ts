import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// 84 days before 1 September 2020 is 9 June: 21 days of June, 31 of July, 31 of August and 1.
describe('pre-proceedings-12-weeks', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('pre-proceedings-12-weeks', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,CIN,W1,Team Before,01/01/2019,01/09/2020
        A2,P1,CIN,W1,Team Then,01/09/2020,02/09/2020
        A3,P1,CIN,W1,Team After,02/09/2020,`,
      pre_proceedings: `
        case_id,person_id,family_id,started_on,ended_on
        to-the-day,P1,F1,09/06/2020,01/09/2020
        sibling,P2,F1,09/06/2020,01/09/2020
        a-day-more,P3,F2,08/06/2020,01/09/2020
        same-day,P4,F3,30/09/2020,30/09/2020
        still-open,P5,F4,01/01/2020,
        october,P6,F5,01/09/2020,01/10/2020
        august,P7,F6,01/08/2020,31/08/2020`,
    });
  });

  it('when it was concluded after 84 days then it is in time, a day later then not', () => {
    expect(run.caseOf('to-the-day')).toMatchObject({
      met: true,
      event_on: '2020-09-01',
      limit_on: '2020-09-01',
    });
    expect(run.caseOf('a-day-more')).toMatchObject({ met: false, limit_on: '2020-08-31' });
  });

  it('when two children of a family are in it then each counts', () => {
    expect(run.caseOf('sibling')).toMatchObject({ met: true, person_id: 'P2' });
  });

  it('when it is still open then it is no case, however long ago it started', () => {
    expect(run.caseOf('still-open')).toBeUndefined();
  });

  it('when it was concluded then it is judged at once, though its limit lies ahead', () => {
    expect(run.caseOf('same-day')).toMatchObject({ met: true, not_yet_due: false });
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when the cases are added up then 3 of 4, and 4 of 5 since April', () => {
    expect(run.figure('month')).toMatchObject({ value: 75, numerator: 3, denominator: 4, notYetDue: 0 });
    expect(run.figure('ytd')).toMatchObject({ value: 80, numerator: 4, denominator: 5 });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('to-the-day')).toMatchObject({ team: 'Team Then' });
  });
});
