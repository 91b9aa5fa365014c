import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('early-help-partner-led', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('early-help-partner-led', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,CIN,W1,Team Before,01/01/2019,01/09/2020
        A2,P1,CIN,W1,Team Then,01/09/2020,02/09/2020
        A3,P1,CIN,W1,Team After,02/09/2020,`,
      early_help: `
        episode_id,person_id,family_id,started_on,ended_on,organisation
        school,P1,F1,01/09/2020,,School
        council,P2,F2,30/09/2020,,council
        nobody,P3,F3,15/09/2020,,
        ended-at-once,P4,F4,15/09/2020,15/09/2020,Other
        august,P5,F5,31/08/2020,,Health
        october,P6,F6,01/10/2020,,Health`,
    });
  });

  it('when a partner leads then it is met, when the council does then not', () => {
    expect(run.caseOf('school')).toMatchObject({ met: true });
    expect(run.caseOf('council')).toMatchObject({ met: false });
  });

  it('when nobody is recorded as leading then it is not met, never "not judged"', () => {
    expect(run.caseOf('nobody')).toMatchObject({ met: false, not_judged: null });
  });

  it('when it started in another month then it belongs to that one', () => {
    expect(run.caseOf('august')).toBeUndefined();
    expect(run.caseOf('august', '2020-08')).toMatchObject({ met: true });
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when it ended since then it still counts in the month of its start', () => {
    expect(run.caseOf('ended-at-once')).toMatchObject({ met: true });
  });

  it('when the cases are added up then 2 of 4, and 3 of 5 since April', () => {
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 2, denominator: 4 });
    expect(run.figure('ytd')).toMatchObject({ value: 60, numerator: 3, denominator: 5 });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('school')).toMatchObject({ team: 'Team Then' });
  });
});
