import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

const PEOPLE = `
  person_id,date_of_birth
  P1,01/01/2008
  P2,01/01/2008
  P3,30/09/2015
  P4,01/10/2015
  P5,01/10/2015
  P6,
  P7,01/01/2008
  P8,01/01/2008
  P9,01/01/2008
  P10,01/01/2008
  P11,01/01/2008
  P12,01/01/2008`;

const CARE_EPISODES = `
  episode_id,person_id,started_on,ended_on,legal_status,team
  first-day,P1,30/09/2019,,C2,A
  day-before,P2,01/01/2018,,C2,A
  turns-5,P3,01/01/2018,,C2,A
  under-5-first-day,P4,01/01/2018,,C2,B
  under-5-day-before,P5,01/01/2018,,C2,A
  no-birthday,P6,01/01/2018,,C2,A
  nobody,NOT-IN-PEOPLE,01/01/2018,,C2,A
  dental-only,P7,01/01/2018,,C2,A
  after-month-end,P8,01/01/2018,,C2,A
  not-yet-a-year,P9,01/10/2019,,C2,A
  short-breaks,P10,01/01/2018,,V3,A
  long-episode,P11,01/01/2018,,C1,A
  newer-episode,P11,01/09/2020,,C2,A
  never,P12,01/01/2018,,C2,A`;

const HEALTH_CHECKS = `
  check_id,person_id,kind,checked_on
  1,P1,Initial health assessment,01/10/2019
  2,P2,Review health assessment,30/09/2019
  3,P3,Review health assessment,01/10/2019
  4,P4,Review health assessment,01/04/2020
  5,P5,Review health assessment,31/03/2020
  6,P6,Review health assessment,30/09/2020
  7,P7,Dental check,30/09/2020
  8,P8,Review health assessment,01/10/2020
  9,P11,Review health assessment,30/09/2020
  10,P11,Review health assessment,15/10/2020`;

describe('health-assessments-up-to-date', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('health-assessments-up-to-date', {
      people: PEOPLE,
      care_episodes: CARE_EPISODES,
      health_checks: HEALTH_CHECKS,
    });
  });

  it('when the assessment was on the first day of the 12 months then it is up to date; a day before then not', () => {
    expect(run.caseOf('first-day')).toMatchObject({ met: true });
    expect(run.caseOf('day-before')).toMatchObject({ met: false });
    expect(run.caseOf('day-before', '2020-08')).toMatchObject({ met: true });
  });

  it('when the child is under 5 at month end then it must be in the last 6 months; from the birthday on in 12', () => {
    expect(run.caseOf('turns-5')).toMatchObject({ met: true });
    expect(run.caseOf('turns-5', '2020-08')).toMatchObject({ met: false });
    // The 6 months to 30 September start on 1 April, the day after 31 March.
    expect(run.caseOf('under-5-first-day')).toMatchObject({ met: true });
    expect(run.caseOf('under-5-day-before')).toMatchObject({ met: false });
  });

  it('when the date of birth is not known then the child is not judged', () => {
    expect(run.caseOf('no-birthday')?.not_judged).toContain('no date of birth');
    expect(run.caseOf('nobody')?.not_judged).toContain('no date of birth');
  });

  it('when there is a dental check only, or an assessment after month end only, then it is not up to date', () => {
    expect(run.caseOf('dental-only')).toMatchObject({ met: false });
    expect(run.caseOf('after-month-end')).toMatchObject({ met: false });
    expect(run.caseOf('never')).toMatchObject({ met: false, not_judged: null });
  });

  it('when care started on the same day a year before month end then the child counts; a day later then not', () => {
    expect(run.caseOf('first-day')).toBeDefined();
    expect(run.caseOf('not-yet-a-year')).toBeUndefined();
    expect(run.caseOf('short-breaks')).toBeUndefined();
    expect(run.caseOf('long-episode')).toMatchObject({ met: true });
    expect(run.caseOf('newer-episode')).toBeUndefined();
  });

  it('when the children are added up then it is 4 of 9, with 2 not judged', () => {
    // met: first-day, turns-5, under-5-first-day, long-episode
    // not: day-before, under-5-day-before, dental-only, after-month-end, never
    expect(run.figure('snapshot')).toMatchObject({ numerator: 4, denominator: 9, notJudged: 2 });
  });
});
