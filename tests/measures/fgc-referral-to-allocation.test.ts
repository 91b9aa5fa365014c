import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 1st is a Tuesday, after the bank holiday of Monday 31 August.
describe('fgc-referral-to-allocation', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('fgc-referral-to-allocation', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        L1,P1,CIN,W1,A,01/09/2020,`,
      family_group_conferences: `
        conference_id,person_id,referred_on,allocated_on,held_on
        over-bank-holiday,P1,28/08/2020,01/09/2020,
        same-day,P2,10/09/2020,10/09/2020,
        from-saturday,P3,05/09/2020,07/09/2020,
        to-saturday,P4,03/09/2020,05/09/2020,
        last-day,P5,16/09/2020,30/09/2020,
        october,P6,16/09/2020,01/10/2020,
        not-allocated,P7,16/09/2020,,30/09/2020
        august,P8,03/08/2020,10/08/2020,`,
    });
  });

  it('when a weekend and a bank holiday lie between then they are not counted', () => {
    expect(run.caseOf('over-bank-holiday')).toMatchObject({ amount: 1, event_on: '2020-09-01', team: 'A' });
  });

  it('when it was allocated on the day of the referral then it is 0 days', () => {
    expect(run.caseOf('same-day')).toMatchObject({ amount: 0 });
  });

  it('when a Saturday begins or ends it then only the working days between are counted', () => {
    // From Saturday the 5th, Monday is day 1. From Thursday the 3rd, Friday is day 1 and Saturday adds none.
    expect(run.caseOf('from-saturday')).toMatchObject({ amount: 1 });
    expect(run.caseOf('to-saturday')).toMatchObject({ amount: 1 });
  });

  it('when it was not allocated or only in October then it is no case of September', () => {
    expect(run.caseOf('not-allocated')).toBeUndefined();
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when the month is added up then 13 days over 5 are 2.6', () => {
    // last-day: 17, 18, 21 to 25, 28, 29 and 30 September are 10. August: Monday the 3rd to Monday the 10th are 5.
    expect(run.caseOf('last-day')).toMatchObject({ amount: 10 });
    expect(run.figure('month')).toMatchObject({ value: 2.6, numerator: 13, denominator: 5 });
    expect(run.figure('ytd')).toMatchObject({ value: 3, numerator: 18, denominator: 6 });
  });
});
