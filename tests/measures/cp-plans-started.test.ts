import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cp-plans-started', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('cp-plans-started', {
      people: `
        person_id,date_of_birth,date_of_death
        DIED,01/01/2010,20/09/2020`,
      cp_plans: `
        plan_id,person_id,started_on,ended_on,team
        first-day,P1,01/09/2020,,A
        last-day,P2,30/09/2020,,B
        october,P3,01/10/2020,,A
        august,P4,31/08/2020,,A
        ended-the-same-day,P5,15/09/2020,15/09/2020,A
        again-1,P6,02/09/2020,10/09/2020,A
        again-2,P6,20/09/2020,,A
        died-since,DIED,02/09/2020,,A
        march,P7,31/03/2020,,A
        april,P8,01/04/2020,,A
        a-year-ago,P9,30/09/2019,,A
        within-a-year,P10,01/10/2019,,A`,
    });
  });

  it('when a plan starts on the first or the last day of the month then it belongs to the month', () => {
    expect(run.caseOf('first-day')).toBeDefined();
    expect(run.caseOf('last-day')).toBeDefined();
    expect(run.caseOf('august')).toBeUndefined();
    expect(run.caseOf('august', '2020-08')).toBeDefined();
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when a child starts two plans in a month then both count', () => {
    expect(run.caseOf('again-1')).toBeDefined();
    expect(run.caseOf('again-2')).toBeDefined();
  });

  it('when a plan has ended since, or the child has died, then it had still started', () => {
    expect(run.caseOf('ended-the-same-day')).toBeDefined();
    expect(run.caseOf('died-since')).toBeDefined();
  });

  it('when the plans are counted then the month has 6, the year to date 8, twelve months 10', () => {
    expect(run.figure('month')).toMatchObject({ value: 6 });
    expect(run.figure('month', '2020-09', { team: 'B' })).toMatchObject({ value: 1 });
    // and august, april
    expect(run.figure('ytd')).toMatchObject({ value: 8 });
    // and march, within-a-year
    expect(run.figure('rolling-12')).toMatchObject({ value: 10 });
  });

  it('when a rate is asked for then it is of twelve months', () => {
    expect(run.figure('rolling-12', '2020-09', { of: 'rate' })?.value).toBeCloseTo(100_000 / 36_100, 10);
    expect(run.figure('month', '2020-09', { of: 'rate' })).toBeUndefined();
  });
});
