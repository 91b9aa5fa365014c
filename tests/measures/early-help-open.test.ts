import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('early-help-open', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('early-help-open', {
      early_help: `
        episode_id,person_id,family_id,started_on,ended_on,organisation
        starts-on-month-end,P1,F1,30/09/2020,,School
        starts-after,P2,F1,01/10/2020,,School
        ends-on-month-end,P3,F2,01/06/2020,30/09/2020,School
        ends-after,P4,F2,01/06/2020,01/10/2020,Council
        second-of-child,P4,F2,01/08/2020,,Health
        one-day,P5,F3,15/09/2020,15/09/2020,School
        child-died,P6,F4,01/06/2020,,School
        died-after,P7,F4,01/06/2020,,School`,
      people: `
        person_id,date_of_birth,date_of_death
        P6,01/01/2010,30/09/2020
        P7,01/01/2010,01/10/2020`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P4,CIN,W1,Team August,01/08/2020,01/09/2020
        A2,P4,CIN,W1,Team September,01/09/2020,`,
    });
  });

  it('when it starts on the month end then it is open; a day later then not', () => {
    expect(run.caseOf('starts-on-month-end')).toBeDefined();
    expect(run.caseOf('starts-after')).toBeUndefined();
  });

  it('when it ends on the month end then it is no longer open; a day later then it still is', () => {
    expect(run.caseOf('ends-on-month-end')).toBeUndefined();
    expect(run.caseOf('ends-on-month-end', '2020-08')).toBeDefined();
    expect(run.caseOf('ends-after')).toBeDefined();
  });

  it('when a child has two open assessments then both count', () => {
    expect(run.caseOf('second-of-child')).toMatchObject({ person_id: 'P4' });
  });

  it('when the child died by the month end then it is not open, from the day of death on', () => {
    expect(run.caseOf('child-died')).toBeUndefined();
    expect(run.caseOf('child-died', '2020-08')).toBeDefined();
    expect(run.caseOf('died-after')).toBeDefined();
  });

  it('when the month ends then the team is the one that the child is allocated to at it', () => {
    expect(run.caseOf('ends-after')).toMatchObject({ team: 'Team September' });
    expect(run.caseOf('ends-after', '2020-08')).toMatchObject({ team: 'Team August' });
  });

  it('when the open ones are counted then 4 in September and 5 in August', () => {
    // September: starts-on-month-end, ends-after, second-of-child, died-after.
    // August: ends-on-month-end, ends-after, second-of-child, child-died, died-after.
    expect(run.figure('snapshot')).toMatchObject({ value: 4, status: 'ok' });
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ value: 5 });
    expect(run.figure('ytd')).toBeUndefined();
  });
});
