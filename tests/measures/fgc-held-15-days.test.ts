import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// 15 working days after Friday 21 August 2020: 24 to 28 August are 5 (the 31st is a bank holiday), 1 to 4 September 9,
// 7 to 11 September 14, Monday the 14th 15. After Wednesday 9 September it is the 30th, after the 10th 1 October.
describe('fgc-held-15-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('fgc-held-15-days', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        L1,P1,CIN,W1,A,01/01/2020,14/09/2020
        L2,P1,CIN,W2,B,14/09/2020,
        L3,P5,CIN,W1,A,01/01/2020,01/10/2020
        L4,P5,CIN,W2,B,01/10/2020,`,
      family_group_conferences: `
        conference_id,person_id,family_id,referred_on,allocated_on,held_on
        in-time,P1,F1,21/08/2020,,14/09/2020
        sibling-late,P2,F1,21/08/2020,,15/09/2020
        from-saturday,P3,F2,05/09/2020,,25/09/2020
        from-saturday-late,P4,F3,05/09/2020,,26/09/2020
        not-held,P5,F4,09/09/2020,,
        limit-in-october,P6,F5,10/09/2020,,11/09/2020
        limit-in-august,P7,F6,31/07/2020,,20/08/2020`,
    });
  });

  it('when a bank holiday lies between then it is none of the 15 days', () => {
    expect(run.caseOf('in-time')).toMatchObject({ met: true, limit_on: '2020-09-14' });
    expect(run.caseOf('sibling-late')).toMatchObject({ met: false });
  });

  it('when the referral came on a Saturday then Monday is day 1, and the Saturday after the limit is late', () => {
    // Mondays to Fridays from 7 to 25 September are 15 days.
    expect(run.caseOf('from-saturday')).toMatchObject({ met: true, limit_on: '2020-09-25' });
    expect(run.caseOf('from-saturday-late')).toMatchObject({ met: false });
  });

  it('when nothing was held by the limit then it is not met', () => {
    expect(run.caseOf('not-held')).toMatchObject({ met: false, not_judged: null, limit_on: '2020-09-30' });
  });

  it('when the limit falls in October then the conference, though held, belongs to October', () => {
    expect(run.caseOf('limit-in-october')).toBeUndefined();
    // 15 working days after Friday 31 July are the three weeks to 21 August.
    expect(run.caseOf('limit-in-august', '2020-08')).toMatchObject({ met: true, limit_on: '2020-08-21' });
  });

  it('when the case has no team of its own then the allocation open on the day of the limit gives it', () => {
    expect(run.caseOf('in-time')).toMatchObject({ team: 'B' });
    // Its limit is 30 September, the day before the case went to team B.
    expect(run.caseOf('not-held')).toMatchObject({ team: 'A' });
  });

  it('when the month is added up then it is 2 of 5, a row for each child of a family', () => {
    expect(run.figure('month')).toMatchObject({ value: 40, numerator: 2, denominator: 5, notYetDue: 0 });
    expect(run.figure('ytd')).toMatchObject({ value: 50, numerator: 3, denominator: 6 });
  });
});
