import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cin-reviews-in-time', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('cin-reviews-in-time', {
      cin_reviews: `
        review_id,person_id,due_on,held_on,record_sent_on
        on-the-day,P1,10/09/2020,10/09/2020,
        day-late,P2,10/09/2020,11/09/2020,
        early,P3,30/09/2020,31/08/2020,
        not-held,P4,01/09/2020,,
        due-in-october,P5,01/10/2020,10/09/2020,
        due-in-august,P6,31/08/2020,10/09/2020,
        held-after-month-end,P7,30/09/2020,02/10/2020,`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P3,CIN,W1,Team A,01/01/2020,15/09/2020
        A2,P3,CIN,W2,Team B,15/09/2020,`,
    });
  });

  it('when it is held on the day it was due then it is in time; a day later then not', () => {
    expect(run.caseOf('on-the-day')).toMatchObject({ met: true });
    expect(run.caseOf('day-late')).toMatchObject({ met: false });
  });

  it('when it is held in another month then it belongs to the month it was due in', () => {
    expect(run.caseOf('early')).toMatchObject({ met: true });
    expect(run.caseOf('due-in-october')).toBeUndefined();
    expect(run.caseOf('due-in-august', '2020-08')).toMatchObject({ met: false });
  });

  it('when it was not held then it is not in time, never not judged', () => {
    expect(run.caseOf('not-held')).toMatchObject({ met: false, not_judged: null });
    expect(run.caseOf('held-after-month-end')).toMatchObject({ met: false });
  });

  it('when the child changed teams before it was due then the team of that day has the case', () => {
    expect(run.caseOf('early')).toMatchObject({ team: 'Team B' });
  });

  it('when the reviews are added up then it is 2 of 5 in the month and 2 of 6 in the year', () => {
    expect(run.figure('month')).toMatchObject({ value: 40, numerator: 2, denominator: 5, notYetDue: 0 });
    expect(run.figure('ytd')).toMatchObject({ numerator: 2, denominator: 6 });
  });
});
