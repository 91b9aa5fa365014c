import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cp-plans-reviewed-in-time', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    // 91 days before 30 September 2020 is 1 July. 183 days before it is 31 March.
    run = await runMeasure('cp-plans-reviewed-in-time', {
      cp_plans: `
        plan_id,person_id,started_on,ended_on,team
        day-91-held,P1,01/07/2020,,A
        day-91-not-held,P2,01/07/2020,,A
        day-90,P3,02/07/2020,,A
        first-late,P4,01/01/2020,,A
        all-in-time,P5,01/01/2020,,B
        later-late,P6,01/01/2020,,A
        later-due,P7,01/01/2020,,A
        later-not-yet-due,P8,01/01/2020,,A
        other-plan-reviewed,P9,01/07/2020,,A
        long,P10,01/07/2020,,A
        newer-short,P10,01/09/2020,,A
        reviewed-at-start,P11,01/06/2020,,A
        ended-30,P12,01/01/2020,30/09/2020,A`,
      conferences: `
        conference_id,person_id,kind,plan_id,held_on
        C1,P1,Review,day-91-held,30/09/2020
        C2,P2,Review,day-91-not-held,01/10/2020
        C3,P4,Review,first-late,02/04/2020
        C4,P4,Review,first-late,03/04/2020
        C5,P5,Review,all-in-time,01/04/2020
        C6,P5,Review,all-in-time,30/09/2020
        C7,P6,Review,later-late,01/03/2020
        C8,P6,Review,later-late,01/09/2020
        C9,P7,Review,later-due,31/03/2020
        C10,P8,Review,later-not-yet-due,01/04/2020
        C11,P9,Review,,15/08/2020
        C12,P9,Initial,other-plan-reviewed,15/08/2020
        C13,P10,Review,long,15/08/2020
        C14,P11,Review,reviewed-at-start,01/06/2020`,
    });
  });

  it('when the first limit falls on month end then the review must have been held by that day', () => {
    expect(run.caseOf('day-91-held')).toMatchObject({ met: true });
    expect(run.caseOf('day-91-not-held')).toMatchObject({ met: false });
  });

  it('when a plan has been open for fewer than 91 days then it is left out', () => {
    expect(run.caseOf('day-90')).toBeUndefined();
    expect(run.caseOf('ended-30')).toBeUndefined();
  });

  it('when the first review was a day late then the plan stays late, whatever was held since', () => {
    // 1 January 2020 + 91 days is 1 April (30 + 29 + 31 + 1).
    expect(run.caseOf('first-late')).toMatchObject({ met: false });
    expect(run.caseOf('all-in-time')).toMatchObject({ met: true });
  });

  it('when a later review was held on day 184, or is due by month end and was not held, then it is late', () => {
    // 1 March + 183 days is 31 August; 31 March + 183 days is 30 September; 1 April + 183 days is 1 October.
    expect(run.caseOf('later-late')).toMatchObject({ met: false });
    expect(run.caseOf('later-late', '2020-07')).toMatchObject({ met: true });
    expect(run.caseOf('later-due')).toMatchObject({ met: false });
    expect(run.caseOf('later-not-yet-due')).toMatchObject({ met: true });
  });

  it('when a conference names no plan, is an initial one, or was held on the first day then it is no review', () => {
    expect(run.caseOf('other-plan-reviewed')).toMatchObject({ met: false });
    expect(run.caseOf('reviewed-at-start')).toMatchObject({ met: false });
  });

  it('when a child has a newer open plan too then the one that has been open for 91 days is asked about', () => {
    expect(run.caseOf('long')).toMatchObject({ met: true });
    expect(run.caseOf('newer-short')).toBeUndefined();
  });

  it('when the children are added up then it is 4 of 10', () => {
    // met: day-91-held, all-in-time, later-not-yet-due, long
    expect(run.figure('snapshot')).toMatchObject({ value: 40, numerator: 4, denominator: 10 });
  });
});
