import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('unallocated-cases', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('unallocated-cases', {
      people: `
        person_id,date_of_birth,date_of_death
        P9,01/01/2010,30/09/2020`,
      cin_plans: `
        plan_id,person_id,started_on,ended_on,team
        allocated,P1,01/01/2020,,A
        never-allocated,P2,30/09/2020,,A
        allocation-ended-30,P3,01/01/2020,,A
        allocation-ended-in-october,P4,01/01/2020,,A
        allocated-in-october,P5,01/01/2020,,B
        plan-ended-30,P6,01/01/2020,30/09/2020,A
        cin-beside-others,P7,01/01/2020,,A
        died-30,P9,01/01/2020,,A`,
      cp_plans: `
        plan_id,person_id,started_on,ended_on,team
        cp-beside-others,P7,01/01/2020,,A
        other-kind-of-allocation,P10,01/01/2020,,A`,
      care_episodes: `
        episode_id,person_id,started_on,ended_on,legal_status,team
        care-beside-others,P7,01/01/2019,,C2,B
        short-breaks,P8,01/01/2020,,V3,A`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        L1,P1,CIN,W1,A,30/09/2020,
        L2,P3,CIN,W1,A,01/01/2020,30/09/2020
        L3,P4,CIN,W1,A,01/01/2020,01/10/2020
        L4,P5,CIN,W1,A,01/10/2020,
        L5,P10,Assessment,W-unknown,A,01/01/2020,
        L6,P7,LAC,W1,A,01/01/2020,31/08/2020`,
    });
  });

  it('when an allocation of any kind is open at month end then the child has a worker', () => {
    expect(run.caseOf('allocated')).toBeUndefined();
    expect(run.caseOf('allocation-ended-in-october')).toBeUndefined();
    expect(run.caseOf('other-kind-of-allocation')).toBeUndefined();
  });

  it('when the allocation ended on the last day, starts later or was never made then the child has none', () => {
    expect(run.caseOf('allocation-ended-30')).toMatchObject({ team: 'A' });
    expect(run.caseOf('allocated-in-october')).toMatchObject({ team: 'B' });
    expect(run.caseOf('never-allocated')).toBeDefined();
  });

  it('when a child has several open cases then it counts once, as looked after', () => {
    expect(run.caseOf('care-beside-others')).toMatchObject({ team: 'B' });
    expect(run.caseOf('cp-beside-others')).toBeUndefined();
    expect(run.caseOf('cin-beside-others')).toBeUndefined();
  });

  it('when a child has short breaks then a worker is owed too', () => {
    expect(run.caseOf('short-breaks')).toBeDefined();
  });

  it('when the case ended or the child died on the last day then it is not open', () => {
    expect(run.caseOf('plan-ended-30')).toBeUndefined();
    expect(run.caseOf('died-30')).toBeUndefined();
  });

  it('when the children are added up then 5 have no worker', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 5, status: 'ok' });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 2 });
    // July: P1, P5, P6, P8 and P9; P3, P4, P7 and P10 had a worker, P2 no plan.
    expect(run.figure('snapshot', '2020-07')).toMatchObject({ value: 5 });
    // August: P7 besides.
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ value: 6 });
  });
});
