import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('assessments-completed', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('assessments-completed', {
      assessments: `
        assessment_id,person_id,referral_id,started_on,authorised_on,outcome,team
        first-day,P1,,01/07/2020,01/09/2020,Close case,Team A
        last-day,P2,,30/09/2020,30/09/2020,,
        same-child,P2,,01/07/2020,15/09/2020,CIN plan,Team B
        still-open,P3,,01/09/2020,,,Team A
        october,P4,,01/09/2020,01/10/2020,CIN plan,Team A
        april,P5,,01/03/2020,01/04/2020,CIN plan,Team A
        march,P6,,01/03/2020,31/03/2020,CIN plan,Team A`,
    });
  });

  it('when it was authorised in the month then it counts, whenever it started and without an outcome', () => {
    expect(run.caseOf('first-day')).toMatchObject({ event_on: '2020-09-01', team: 'Team A' });
    expect(run.caseOf('last-day')).toMatchObject({ event_on: '2020-09-30', team: null });
  });

  it('when it is still open then it does not count', () => {
    expect(run.caseOf('still-open')).toBeUndefined();
  });

  it('when it was authorised in October then it is not of September, when it started', () => {
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when a child has two then both count', () => {
    expect(run.caseOf('same-child')).toMatchObject({ person_id: 'P2' });
  });

  it('when they are added up then 3 in the month, 4 since April, 5 in twelve months', () => {
    expect(run.figure('month')).toMatchObject({ value: 3 });
    expect(run.figure('ytd')).toMatchObject({ value: 4 });
    expect(run.figure('rolling-12')).toMatchObject({ value: 5 });
  });
});
