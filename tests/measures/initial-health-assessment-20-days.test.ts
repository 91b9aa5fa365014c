import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// Monday 31 August 2020 is a bank holiday. 20 working days from Friday 28 August: the 1st is day 1, Friday the 4th
// day 4, the 11th day 9, the 18th day 14, the 25th day 19, Monday 28 September day 20.
describe('initial-health-assessment-20-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('initial-health-assessment-20-days', {
      care_episodes: `
        episode_id,person_id,started_on,ended_on,legal_status,team
        day-20,P1,28/08/2020,,C2,A
        day-21,P2,28/08/2020,,C2,A
        first-day,P3,28/08/2020,,C2,B
        day-before,P4,28/08/2020,,C2,A
        other-kind,P5,28/08/2020,,C2,A
        never,P6,28/08/2020,,C2,A
        ends-on-limit,P7,28/08/2020,28/09/2020,C2,A
        ends-after-limit,P8,28/08/2020,29/09/2020,C2,A
        short-breaks,P9,28/08/2020,,V4,A
        limit-30,P10,02/09/2020,,C2,A
        limit-in-october,P11,03/09/2020,,C2,A`,
      health_checks: `
        check_id,person_id,kind,checked_on
        1,P1,initial health assessment,28/09/2020
        2,P2,Initial health assessment,29/09/2020
        3,P3,Initial health assessment,28/08/2020
        4,P4,Initial health assessment,27/08/2020
        5,P5,Review health assessment,10/09/2020
        6,P8,Initial health assessment,10/09/2020
        7,P8,Initial health assessment,11/09/2020
        8,P9,Initial health assessment,10/09/2020
        9,P10,Initial health assessment,30/09/2020
        10,P11,Initial health assessment,04/09/2020`,
    });
  });

  it('when it is done on day 20 or on the first day then it is in time; on day 21 then late', () => {
    expect(run.caseOf('day-20')).toMatchObject({ met: true, limit_on: '2020-09-28' });
    expect(run.caseOf('first-day')).toMatchObject({ met: true });
    expect(run.caseOf('day-21')).toMatchObject({ met: false });
  });

  it('when it was done before care started, was of another kind or never done then it is not met', () => {
    expect(run.caseOf('day-before')).toMatchObject({ met: false });
    expect(run.caseOf('other-kind')).toMatchObject({ met: false });
    expect(run.caseOf('never')).toMatchObject({ met: false, not_judged: null });
  });

  it('when care ends on the limit day then none was owed any more; when it ends a day later then one was', () => {
    expect(run.caseOf('ends-on-limit')).toBeUndefined();
    expect(run.caseOf('ends-after-limit')).toMatchObject({ met: true });
    expect(run.caseOf('short-breaks')).toMatchObject({ met: true });
  });

  it('when the limit falls in October then the episode belongs to October', () => {
    // From Wednesday the 2nd day 20 is the 30th, from Thursday the 3rd it is 1 October.
    expect(run.caseOf('limit-30')).toMatchObject({ met: true, limit_on: '2020-09-30' });
    expect(run.caseOf('limit-in-october')).toBeUndefined();
  });

  it('when the episodes are added up then it is 5 of 9', () => {
    // met: day-20, first-day, ends-after-limit, short-breaks, limit-30; not: day-21, day-before, other-kind, never
    expect(run.figure('month')).toMatchObject({ numerator: 5, denominator: 9 });
    expect(run.figure('month', '2020-09', { team: 'B' })).toMatchObject({ value: 100, denominator: 1 });
  });
});
