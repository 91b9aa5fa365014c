import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('private-fostering-open', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('private-fostering-open', {
      people: `
        person_id,date_of_birth,date_of_death
        DIED-30,01/01/2010,30/09/2020
        DIED-1,01/01/2010,01/10/2020`,
      private_fostering: `
        arrangement_id,person_id,notified_on,visited_on,ended_on
        notified-30,P1,30/09/2020,,
        notified-in-october,P2,01/10/2020,,
        ended-30,P3,01/06/2020,,30/09/2020
        ended-in-october,P4,01/06/2020,,01/10/2020
        first-of-two,P5,01/06/2020,,
        second-of-two,P5,01/07/2020,,
        died-30,DIED-30,01/06/2020,,
        died-1,DIED-1,01/06/2020,,`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P4,CIN,W1,Team A,01/01/2020,30/09/2020
        A2,P4,CIN,W2,Team B,30/09/2020,`,
    });
  });

  it('when the council is told on the last day of the month then it is open; on the day after then it is not', () => {
    expect(run.caseOf('notified-30')).toBeDefined();
    expect(run.caseOf('notified-in-october')).toBeUndefined();
  });

  it('when it ends on the last day of the month then it is not open; on the day after then it still is', () => {
    expect(run.caseOf('ended-30')).toBeUndefined();
    expect(run.caseOf('ended-in-october')).toBeDefined();
  });

  it('when a child has two open arrangements then the one notified last counts', () => {
    expect(run.caseOf('first-of-two')).toBeUndefined();
    expect(run.caseOf('second-of-two')).toBeDefined();
  });

  it('when a child dies on the last day of the month then the child is left out; on the day after then not', () => {
    expect(run.caseOf('died-30')).toBeUndefined();
    expect(run.caseOf('died-1')).toBeDefined();
  });

  it('when the team is asked for then it is the one that holds the child at month end', () => {
    expect(run.caseOf('ended-in-october')).toMatchObject({ team: 'Team B' });
    expect(run.caseOf('ended-in-october', '2020-08')).toMatchObject({ team: 'Team A' });
  });

  it('when the children are counted then there are 4', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 4 });
  });
});
