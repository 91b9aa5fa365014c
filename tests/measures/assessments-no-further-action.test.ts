import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('assessments-no-further-action', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('assessments-no-further-action', {
      assessments: `
        assessment_id,person_id,referral_id,started_on,authorised_on,outcome,next_action,team
        nothing,P1,,10/08/2020,01/09/2020,Close case,No Further Action,Team A
        nothing-in-capitals,P2,,10/08/2020,30/09/2020,CLOSE CASE,NO FURTHER ACTION,Team B
        early-help,P3,,10/08/2020,15/09/2020,Close case,Early Help,Team A
        blank,P4,,10/08/2020,15/09/2020,Close case,,Team A
        not-closed,P5,,10/08/2020,15/09/2020,CIN plan,No Further Action,Team A
        no-outcome,P6,,10/08/2020,15/09/2020,,No Further Action,Team A
        still-open,P7,,10/08/2020,,Close case,No Further Action,Team A
        october,P8,,10/08/2020,01/10/2020,Close case,No Further Action,Team A`,
    });
  });

  it('when the case was closed with no further action then it is met, however it is spelt in capitals', () => {
    expect(run.caseOf('nothing')).toMatchObject({ met: true, event_on: '2020-09-01' });
    expect(run.caseOf('nothing-in-capitals')).toMatchObject({ met: true });
    expect(run.caseOf('early-help')).toMatchObject({ met: false });
  });

  it('when no next action is recorded then it is not met, never "not judged"', () => {
    expect(run.caseOf('blank')).toMatchObject({ met: false, not_judged: null });
  });

  it('when the outcome is another or blank then it is no case', () => {
    expect(run.caseOf('not-closed')).toBeUndefined();
    expect(run.caseOf('no-outcome')).toBeUndefined();
  });

  it('when it was not authorised in the month then it is no case', () => {
    expect(run.caseOf('still-open')).toBeUndefined();
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when the cases are added up then 2 of 4; of Team A 1 of 3', () => {
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 2, denominator: 4 });
    expect(run.figure('month', '2020-09', { team: 'Team A' })).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
  });
});
