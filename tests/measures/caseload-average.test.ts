import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('caseload-average', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('caseload-average', {
      people: `
        person_id,date_of_birth,date_of_death
        P8,01/01/2010,30/09/2020`,
      workers: `
        worker_id,role,fte,team,started_on,ended_on
        experienced,Social worker,1,A,01/01/2015,
        newly-qualified,Newly qualified social worker,0.5,A,01/09/2019,
        left-with-a-case,Social worker,1,B,01/01/2015,31/08/2020
        manager,Manager,1,A,01/01/2015,
        adviser,Personal adviser,1,A,01/01/2015,
        without-cases,Social worker,1,A,01/01/2015,`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        L1,P1,LAC,experienced,B,01/01/2020,
        L2,P1,CP,experienced,B,01/06/2020,
        L3,P2,Assessment,experienced,A,30/09/2020,
        L4,P3,CIN,experienced,A,01/01/2020,01/10/2020
        L5,P4,CIN,experienced,A,01/01/2020,30/09/2020
        L6,P5,CIN,experienced,A,01/10/2020,
        L7,P8,CIN,experienced,A,01/01/2020,
        L8,P1,CIN,newly-qualified,A,01/01/2020,
        L9,P6,CIN,left-with-a-case,A,01/01/2020,
        L10,P7,CIN,manager,A,01/01/2020,
        L11,P7,Care leaver,adviser,A,01/01/2020,
        L12,P7,CIN,nobody-knows,A,01/01/2020,
        L13,P4,CIN,without-cases,A,01/01/2020,30/09/2020`,
    });
  });

  it('when a child is allocated to a worker twice then it counts once', () => {
    // P1 (as looked after and in child protection), P2 and P3.
    expect(run.caseOf('experienced')).toMatchObject({ amount: 3 });
  });

  it('when a child is allocated to two workers then it counts for each', () => {
    expect(run.caseOf('newly-qualified')).toMatchObject({ amount: 1 });
  });

  it('when an allocation ended or the child died on the last day then it is not open', () => {
    // A month earlier: P1, P3, P4 and P8.
    expect(run.caseOf('experienced', '2020-08')).toMatchObject({ amount: 4 });
    expect(run.caseOf('without-cases')).toBeUndefined();
  });

  it('when the worker is no social worker or is not known then the worker is left out', () => {
    expect(run.caseOf('manager')).toBeUndefined();
    expect(run.caseOf('adviser')).toBeUndefined();
    expect(run.caseOf('nobody-knows')).toBeUndefined();
  });

  it('when a worker who left still holds a case then it counts, in the team of the worker', () => {
    expect(run.caseOf('left-with-a-case')).toMatchObject({ amount: 1, team: 'B' });
  });

  it('when the workers are added up then 3 workers have 5 children between them', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 5 / 3, numerator: 5, denominator: 3 });
    expect(run.figure('snapshot', '2020-09', { team: 'A' })).toMatchObject({ value: 2, denominator: 2 });
    expect(run.figure('snapshot', '2019-12')).toMatchObject({ status: 'no-cases' });
  });
});
