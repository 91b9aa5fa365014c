import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('caseload-per-fte', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('caseload-per-fte', {
      workers: `
        worker_id,role,fte,team
        full-time,Social worker,1.0,A
        part-time,Newly qualified social worker,0.6,A
        no-fte,Social worker,,B
        support,Family support worker,0.5,A
        without-cases,Social worker,1.0,A`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        L1,P1,LAC,full-time,A,01/01/2020,
        L2,P1,CP,full-time,A,01/01/2020,
        L3,P2,CIN,full-time,A,01/01/2020,
        L4,P3,CIN,full-time,A,01/01/2020,
        L5,P4,CIN,part-time,B,01/01/2020,
        L6,P5,CIN,no-fte,B,01/01/2020,
        L7,P6,CIN,support,A,01/01/2020,
        L8,P7,CIN,part-time,A,01/01/2020,30/09/2020`,
    });
  });

  it('when a worker is part-time then the share of full time is the weight', () => {
    expect(run.caseOf('full-time')).toMatchObject({ amount: 3, weight: 1 });
    expect(run.caseOf('part-time')).toMatchObject({ amount: 1, weight: 0.6, team: 'A' });
  });

  it('when the share of full time is not recorded then the worker is not judged', () => {
    expect(run.caseOf('no-fte')).toMatchObject({ not_judged: 'no full-time equivalent of the worker' });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({
      status: 'no-cases',
      notJudged: 1,
    });
  });

  it('when a worker is no social worker or has no open case then the worker is left out', () => {
    expect(run.caseOf('support')).toBeUndefined();
    expect(run.caseOf('without-cases')).toBeUndefined();
  });

  it('when the workers are added up then 4 children over 1.6 are 2.5', () => {
    expect(run.figure('snapshot')).toMatchObject({
      value: 2.5,
      numerator: 4,
      denominator: 1.6,
      notJudged: 1,
    });
  });

  it('when an allocation was still open the month before then it counts there: 5 over 1.6', () => {
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ value: 3.125, numerator: 5, denominator: 1.6 });
  });
});
