import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('fgc-pre-proceedings-with-plan', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('fgc-pre-proceedings-with-plan', {
      people: `
        person_id,date_of_birth,date_of_death
        P7,01/01/2010,30/09/2020`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        L1,P1,CP,W1,A,01/01/2020,30/09/2020
        L2,P1,CP,W2,B,30/09/2020,`,
      pre_proceedings: `
        case_id,person_id,family_id,started_on,ended_on
        plan-made,P1,F1,30/09/2020,
        sibling,P2,F1,30/09/2020,
        made-in-october,P3,F2,01/01/2020,
        first-of-two,P4,F3,01/01/2020,
        second-of-two,P4,F3,01/06/2020,
        ended-30,P5,F4,01/01/2020,30/09/2020
        ended-in-october,P6,F5,01/01/2020,01/10/2020
        died-30,P7,F6,01/01/2020,`,
      family_group_conferences: `
        conference_id,person_id,family_id,referred_on,held_on,plan_made
        C1,P1,F1,01/09/2020,30/09/2020,Y
        C2,P3,F2,01/09/2020,01/10/2020,Y
        C3,P4,F3,01/03/2020,15/03/2020,Y
        C4,P5,F4,01/03/2020,15/03/2020,Y
        C5,P6,F5,01/03/2020,15/03/2020,N
        C6,P7,F6,01/03/2020,15/03/2020,Y`,
    });
  });

  it('when the conference was held on the last day then the plan counts; a day later it does not', () => {
    expect(run.caseOf('plan-made')).toMatchObject({ met: true, event_on: '2020-09-30' });
    expect(run.caseOf('made-in-october')).toMatchObject({ met: false });
  });

  it('when only a brother or sister has a plan then the child has none', () => {
    expect(run.caseOf('sibling')).toMatchObject({ met: false });
  });

  it('when a child has two open cases then it counts once, by the one started last', () => {
    expect(run.caseOf('second-of-two')).toMatchObject({ met: true });
    expect(run.caseOf('first-of-two')).toBeUndefined();
    expect(run.caseOf('first-of-two', '2020-05')).toMatchObject({ met: true });
  });

  it('when the case ended or the child died on the last day then it is not in the month end', () => {
    expect(run.caseOf('ended-30')).toBeUndefined();
    expect(run.caseOf('died-30')).toBeUndefined();
    expect(run.caseOf('ended-in-october')).toMatchObject({ met: false });
    expect(run.caseOf('died-30', '2020-08')).toMatchObject({ met: true });
  });

  it('when the case has no team of its own then the allocation open at month end gives it', () => {
    expect(run.caseOf('plan-made')).toMatchObject({ team: 'B' });
    expect(run.caseOf('sibling')).toMatchObject({ team: null });
  });

  it('when the children are added up then it is 2 of 5', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 40, numerator: 2, denominator: 5 });
  });
});
