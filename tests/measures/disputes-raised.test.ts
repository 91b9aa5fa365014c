import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('disputes-raised', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('disputes-raised', {
      disputes: `
        dispute_id,person_id,raised_on,formal,resolved_on
        first-day,P1,01/09/2020,Y,
        last-day,P2,30/09/2020,N,
        not-said,P3,10/09/2020,,11/09/2020
        again,P3,12/09/2020,,
        august,P4,31/08/2020,Y,
        october,P5,01/10/2020,Y,`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,LAC,W1,Team A,01/01/2020,01/09/2020
        A2,P2,LAC,W1,Team A,30/09/2020,`,
    });
  });

  it('when a dispute is raised on the first or the last day then it belongs to the month', () => {
    expect(run.caseOf('first-day')).toBeDefined();
    expect(run.caseOf('last-day')).toBeDefined();
    expect(run.caseOf('august', '2020-08')).toBeDefined();
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when it is informal, or nothing is said, then it counts too', () => {
    expect(run.caseOf('last-day')).toBeDefined();
    expect(run.caseOf('not-said')).toBeDefined();
  });

  it('when a child has two disputes then both count', () => {
    expect(run.casesIn('2020-09').filter(each => each.person_id === 'P3')).toHaveLength(2);
  });

  it('when an allocation ended on the day then its team no longer has the child; one that started then has', () => {
    expect(run.caseOf('first-day')).toMatchObject({ team: null });
    expect(run.caseOf('last-day')).toMatchObject({ team: 'Team A' });
  });

  it('when the disputes are counted then the month has 4 and the year to date 5', () => {
    expect(run.figure('month')).toMatchObject({ value: 4 });
    expect(run.figure('ytd')).toMatchObject({ value: 5 });
  });
});
