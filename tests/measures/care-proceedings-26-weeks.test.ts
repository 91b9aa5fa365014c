import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// 182 days before 30 September 2020 is 1 April: 29 days of April, then 31, 30, 31, 31 and 30.
describe('care-proceedings-26-weeks', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('care-proceedings-26-weeks', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,CIN,W1,Team Before,01/01/2019,30/09/2020
        A2,P1,CIN,W1,Team Then,30/09/2020,01/10/2020
        A3,P1,CIN,W1,Team After,01/10/2020,`,
      care_proceedings: `
        case_id,person_id,family_id,issued_on,concluded_on,outcome
        to-the-day,P1,F1,01/04/2020,30/09/2020,Care order
        sibling,P2,F1,01/04/2020,30/09/2020,
        a-day-more,P3,F2,31/03/2020,30/09/2020,Care order
        same-day,P4,F3,01/09/2020,01/09/2020,Care order
        still-open,P5,F4,01/01/2020,,
        october,P6,F5,01/09/2020,01/10/2020,Care order
        august,P7,F6,01/01/2020,31/08/2020,Care order`,
    });
  });

  it('when they were concluded after 182 days then they are in time, a day later then not', () => {
    expect(run.caseOf('to-the-day')).toMatchObject({
      met: true,
      event_on: '2020-09-30',
      limit_on: '2020-09-30',
    });
    expect(run.caseOf('a-day-more')).toMatchObject({ met: false, limit_on: '2020-09-29' });
  });

  it('when two children of a family are in them then each counts, whatever the outcome', () => {
    expect(run.caseOf('sibling')).toMatchObject({ met: true, person_id: 'P2' });
  });

  it('when they are still open then they are no case', () => {
    expect(run.caseOf('still-open')).toBeUndefined();
  });

  it('when they were concluded in the month then they are judged at once, in that month', () => {
    expect(run.caseOf('same-day')).toMatchObject({ met: true, not_yet_due: false });
    expect(run.caseOf('october')).toBeUndefined();
    expect(run.caseOf('august', '2020-08')).toMatchObject({ met: false });
  });

  it('when the cases are added up then 3 of 4, and 3 of 5 since April', () => {
    expect(run.figure('month')).toMatchObject({ value: 75, numerator: 3, denominator: 4, notYetDue: 0 });
    expect(run.figure('ytd')).toMatchObject({ value: 60, numerator: 3, denominator: 5 });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('to-the-day')).toMatchObject({ team: 'Team Then' });
  });
});
