import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('young-carer-screenings', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('young-carer-screenings', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,CIN,W1,Team Before,01/01/2019,30/09/2020
        A2,P1,CIN,W1,Team Then,30/09/2020,01/10/2020
        A3,P1,CIN,W1,Team After,01/10/2020,`,
      young_carer_screenings: `
        screening_id,person_id,screened_on,screened_by,level,assessment_referred_on
        first-day,P1,01/09/2020,School,High,02/09/2020
        again,P1,30/09/2020,School,Low,
        nobody-named,P2,15/09/2020,,Low,
        october,P3,01/10/2020,School,Low,
        august,P4,31/08/2020,Social worker,Low,05/09/2020`,
    });
  });

  it('when a child is screened twice then both count', () => {
    expect(run.caseOf('first-day')).toMatchObject({ person_id: 'P1', event_on: '2020-09-01' });
    expect(run.caseOf('again')).toMatchObject({ person_id: 'P1' });
    expect(run.figure('month', '2020-09', { category: 'School' })).toMatchObject({ value: 2 });
  });

  it('when nobody is named then it is in the row Not recorded', () => {
    expect(run.figure('month', '2020-09', { category: 'Not recorded' })).toMatchObject({ value: 1 });
  });

  it('when it was in another month then it belongs to that one', () => {
    expect(run.caseOf('october')).toBeUndefined();
    expect(run.caseOf('august', '2020-08')).toBeDefined();
  });

  it('when someone screened nobody in the month then the row is 0', () => {
    expect(run.figure('month', '2020-09', { category: 'Social worker' })).toMatchObject({
      value: 0,
      status: 'ok',
    });
  });

  it('when they are added up then 3 in the month and 4 since April', () => {
    expect(run.figure('month')).toMatchObject({ value: 3 });
    expect(run.figure('ytd')).toMatchObject({ value: 4 });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('again')).toMatchObject({ team: 'Team Then' });
  });
});
