import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('dental-checks-up-to-date', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('dental-checks-up-to-date', {
      people: `
        person_id,date_of_birth,date_of_death
        DIED,01/01/2010,30/09/2020`,
      care_episodes: `
        episode_id,person_id,started_on,ended_on,legal_status,team
        first-day,P1,30/09/2019,,C2,A
        day-before,P2,01/01/2018,,C2,A
        last-day,P3,01/01/2018,,C2,B
        after-month-end,P4,01/01/2018,,C2,A
        health-only,P5,01/01/2018,,C2,A
        not-yet-a-year,P6,01/10/2019,,C2,A
        short-breaks,P7,01/01/2018,,V4,A
        long-episode,P8,01/01/2018,,C1,A
        newer-episode,P8,01/09/2020,,C2,A
        died,DIED,01/01/2018,,C2,A`,
      health_checks: `
        check_id,person_id,kind,checked_on
        1,P1,Dental check,01/10/2019
        2,P2,Dental check,30/09/2019
        3,P3,Dental check,30/09/2020
        4,P4,Dental check,01/10/2020
        5,P5,Review health assessment,30/09/2020
        6,P6,Dental check,30/09/2020
        7,P8,Dental check,01/05/2020
        8,P8,Dental check,01/06/2020`,
    });
  });

  it('when the check was on the first or the last day of the 12 months then it counts', () => {
    expect(run.caseOf('first-day')).toMatchObject({ met: true });
    expect(run.caseOf('last-day')).toMatchObject({ met: true });
  });

  it('when it was a day before or a day after then it does not count', () => {
    expect(run.caseOf('day-before')).toMatchObject({ met: false });
    expect(run.caseOf('after-month-end')).toMatchObject({ met: false });
  });

  it('when the check was of another kind then it does not count', () => {
    expect(run.caseOf('health-only')).toMatchObject({ met: false, not_judged: null });
  });

  it('when care started on the same day a year before month end then the child counts; a day later then not', () => {
    expect(run.caseOf('first-day')).toBeDefined();
    expect(run.caseOf('not-yet-a-year')).toBeUndefined();
    expect(run.caseOf('long-episode')).toMatchObject({ met: true });
    expect(run.caseOf('newer-episode')).toBeUndefined();
  });

  it('when the child is on short breaks or has died by month end then the child is left out', () => {
    expect(run.caseOf('short-breaks')).toBeUndefined();
    expect(run.caseOf('died')).toBeUndefined();
  });

  it('when the children are added up then it is 3 of 6', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 50, numerator: 3, denominator: 6 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ numerator: 1, denominator: 1 });
  });
});
