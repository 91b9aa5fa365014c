import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('caseload-by-role', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('caseload-by-role', {
      workers: `
        worker_id,role,fte,team,started_on,ended_on
        first,Social worker,1,A,01/01/2015,
        second,Social worker,1,A,01/01/2015,
        adviser,Personal adviser,1,B,01/01/2015,`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        L1,P1,LAC,first,A,01/01/2020,
        L2,P1,CP,first,A,01/06/2020,
        L3,P2,CIN,first,A,30/09/2020,
        L4,P3,CIN,second,B,01/01/2020,
        L5,P4,CIN,second,B,01/01/2020,30/09/2020
        L6,P5,Care leaver,adviser,B,01/01/2020,
        L7,P6,CIN,nobody-knows,A,01/01/2020,`,
    });
  });

  it('when a child is allocated to a worker twice then it counts once, whatever the role', () => {
    expect(run.caseOf('first')).toMatchObject({ amount: 2 });
    expect(run.caseOf('adviser')).toMatchObject({ amount: 1 });
    expect(run.caseOf('nobody-knows')).toBeUndefined();
  });

  it("when an allocation ended on the last day then it is not open, and the team is the worker's", () => {
    expect(run.caseOf('second')).toMatchObject({ amount: 1, team: 'A' });
  });

  it('when the workers are added up then each role has its own, and a role without workers has no cases', () => {
    const of = (category: string) => run.figure('snapshot', '2020-09', { category });
    // P1 and P2, and P3, for two social workers.
    expect(of('Social worker')).toMatchObject({ value: 1.5, numerator: 3, denominator: 2 });
    expect(of('Personal adviser')).toMatchObject({ value: 1, numerator: 1, denominator: 1 });
    expect(of('Manager')).toMatchObject({ status: 'no-cases' });
    expect(run.figure('snapshot')).toMatchObject({ numerator: 4, denominator: 3 });
  });
});
