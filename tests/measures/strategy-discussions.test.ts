import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('strategy-discussions', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('strategy-discussions', {
      strategy_discussions: `
        discussion_id,person_id,referral_id,due_at,held_at,team
        first-minute,P1,,01/09/2020 12:00,01/09/2020 00:00,Team A
        last-minute,P1,,01/09/2020 12:00,30/09/2020 23:59,Team B
        sibling,P2,,01/09/2020 12:00,30/09/2020 23:59,Team A
        not-held,P3,,15/09/2020 12:00,,Team A
        october,P4,,30/09/2020 12:00,01/10/2020 00:00,Team A
        due-in-august,P5,,28/08/2020 12:00,02/09/2020 09:00,`,
    });
  });

  it('when a discussion was held in the month then it counts, twice for a child with two', () => {
    expect(run.caseOf('first-minute')).toMatchObject({
      event_on: '2020-09-01',
      person_id: 'P1',
      team: 'Team A',
    });
    expect(run.caseOf('last-minute')).toMatchObject({ event_on: '2020-09-30', person_id: 'P1' });
  });

  it('when it was due but not held then it is not counted', () => {
    expect(run.caseOf('not-held')).toBeUndefined();
  });

  it('when it was due in one month and held in the next then it belongs to the one in which it was held', () => {
    expect(run.caseOf('october')).toBeUndefined();
    expect(run.caseOf('due-in-august')).toMatchObject({ month: '2020-09', team: null });
    expect(run.caseOf('due-in-august', '2020-08')).toBeUndefined();
  });

  it('when two children are discussed together then each counts', () => {
    expect(run.caseOf('sibling')).toBeDefined();
  });

  it('when the discussions are added up then 4, of which 2 of Team A', () => {
    expect(run.figure('month')).toMatchObject({ value: 4 });
    expect(run.figure('month', '2020-09', { team: 'Team A' })).toMatchObject({ value: 2 });
    expect(run.figure('month', '2020-08')).toMatchObject({ value: 0, status: 'ok' });
  });
});
