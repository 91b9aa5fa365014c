import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('s47-started', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('s47-started', {
      s47_enquiries: `
        enquiry_id,person_id,discussion_id,started_on,completed_on,outcome,team
        first-day,P1,,01/09/2020,,,Team A
        same-child,P1,,30/09/2020,30/09/2020,ICPC,Team A
        no-team,P2,D1,30/09/2020,,No Further Action,
        october,P3,,01/10/2020,,,Team A
        april,P4,,01/04/2020,20/04/2020,ICPC,Team A
        a-year-ago,P5,,30/09/2019,20/10/2019,ICPC,Team A
        in-twelve-months,P6,,01/10/2019,20/10/2019,ICPC,Team A`,
    });
  });

  it('when an enquiry started in the month then it counts, open or completed', () => {
    expect(run.caseOf('first-day')).toMatchObject({ event_on: '2020-09-01', team: 'Team A' });
    expect(run.caseOf('no-team')).toMatchObject({ event_on: '2020-09-30', team: null });
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when a child has two enquiries then both count', () => {
    expect(run.caseOf('same-child')).toMatchObject({ person_id: 'P1' });
  });

  it('when it was completed in September and started before then it is not of September', () => {
    expect(run.caseOf('in-twelve-months')).toBeUndefined();
    expect(run.caseOf('in-twelve-months', '2019-10')).toBeDefined();
  });

  it('when they are added up then 3 in the month, 4 since April, 5 in twelve months', () => {
    expect(run.figure('month')).toMatchObject({ value: 3 });
    expect(run.figure('ytd')).toMatchObject({ value: 4 });
    expect(run.figure('rolling-12')).toMatchObject({ value: 5 });
  });

  it('when the twelve months are given as a rate then it is for each 10,000 children', () => {
    expect(run.figure('rolling-12', '2020-09', { of: 'rate' })?.value).toBeCloseTo(50_000 / 36_100, 9);
    expect(run.figure('ytd', '2020-09', { of: 'rate' })).toBeUndefined();
  });
});
