import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('assessments-closed-next-action', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('assessments-closed-next-action', {
      assessments: `
        assessment_id,person_id,referral_id,started_on,authorised_on,outcome,next_action,team
        early-help,P1,,10/08/2020,01/09/2020,Close case,Early Help,Team A
        nothing,P2,,10/08/2020,30/09/2020,close case,No Further Action,Team A
        blank,P3,,10/08/2020,30/09/2020,Close case,,Team A
        not-closed,P4,,10/08/2020,30/09/2020,CIN plan,Family Support,Team A
        no-outcome,P5,,10/08/2020,30/09/2020,,Early Help,Team A
        still-open,P6,,10/08/2020,,Close case,Early Help,Team A
        august,P7,,10/08/2020,31/08/2020,Close case,Family Support,Team A`,
      strategy_discussions: `
        discussion_id,person_id,referral_id,due_at,held_at,team
        D1,P2,,,15/08/2020 10:00,`,
    });
  });

  it('when the outcome is to close the case then it counts by its next action', () => {
    expect(run.caseOf('early-help')).toMatchObject({
      category_1: 'No strategy discussion',
      category_2: 'Early Help',
    });
    expect(run.caseOf('nothing')).toMatchObject({
      category_1: 'Strategy discussion',
      category_2: 'No Further Action',
    });
  });

  it('when it has another outcome or none then it is no case, whatever the next action', () => {
    expect(run.caseOf('not-closed')).toBeUndefined();
    expect(run.caseOf('no-outcome')).toBeUndefined();
  });

  it('when it is not authorised, or was in August, then it is no case of September', () => {
    expect(run.caseOf('still-open')).toBeUndefined();
    expect(run.caseOf('august')).toBeUndefined();
    expect(run.caseOf('august', '2020-08')).toMatchObject({ team: 'Team A', event_on: '2020-08-31' });
  });

  it('when no next action is recorded then it is in the row Not recorded', () => {
    const category = 'No strategy discussion / Not recorded';
    expect(run.figure('month', '2020-09', { category })).toMatchObject({ value: 1 });
    expect(
      run.figure('month', '2020-09', { category: 'Strategy discussion / Not recorded' }),
    ).toBeUndefined();
  });

  it('when they are added up then 3, and a pair that none has is 0', () => {
    expect(run.figure('month')).toMatchObject({ value: 3 });
    const valueIn = (category: string) => run.figure('month', '2020-09', { category })?.value;
    expect(valueIn('Strategy discussion / No Further Action')).toBe(1);
    expect(valueIn('No strategy discussion / No Further Action')).toBe(0);
    expect(valueIn('Strategy discussion / Other Agencies')).toBe(0);
  });
});
