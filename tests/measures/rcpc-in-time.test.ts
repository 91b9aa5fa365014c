import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('rcpc-in-time', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    // 91 days after 2 June 2020 and 183 days after 2 March are both 1 September.
    run = await runMeasure('rcpc-in-time', {
      conferences: `
        conference_id,person_id,kind,plan_id,held_on,team
        initial-1,P1,Initial,,02/06/2020,A
        first-day-91,P1,Review,PLAN-1,01/09/2020,A
        initial-2,P2,Initial,PLAN-2,02/06/2020,A
        first-day-92,P2,Review,PLAN-2,02/09/2020,A
        initial-3,P3,Initial,,01/12/2019,A
        before-3,P3,Review,PLAN-3,02/03/2020,A
        later-day-183,P3,Review,PLAN-3,01/09/2020,B
        before-4,P4,Review,PLAN-4,02/03/2020,A
        later-day-184,P4,Review,PLAN-4,02/09/2020,A
        no-plan,P3,Review,,15/09/2020,A
        nothing-before,P5,Review,PLAN-5,15/09/2020,A
        old-initial-6,P6,Initial,,01/06/2019,A
        old-review-6,P6,Review,OLD-6,01/09/2019,A
        new-initial-6,P6,Initial,,02/07/2020,A
        new-plan,P6,Review,PLAN-6,30/09/2020,A
        before-7,P7,Review,PLAN-7,02/03/2020,A
        twice-1,P7,Review,PLAN-7,01/09/2020,A
        twice-2,P7,Review,PLAN-7,01/09/2020,A
        same-day-initial-8,P8,Initial,,10/09/2020,A
        same-day,P8,Review,PLAN-8,10/09/2020,A
        before-9,P9,Review,PLAN-9,01/01/2020,A
        re-conferenced-9,P9,Initial,,01/08/2020,A
        review-goes-first,P9,Review,PLAN-9,15/09/2020,A
        initial-10,P10,Initial,,02/06/2020,A
        of-another-plan-10,P10,Review,OLD-10,01/07/2020,A
        not-from-the-other,P10,Review,PLAN-10,02/09/2020,A
        initial-11,P11,Initial,,31/08/2020,A
        day-after-initial,P11,Review,PLAN-11,01/09/2020,A
        before-12,P12,Review,PLAN-12,31/08/2020,A
        day-after-review,P12,Review,PLAN-12,01/09/2020,A`,
    });
  });

  it('when it is the first review of the plan then it is due 91 days after the initial conference', () => {
    // 2 June + 91 days: 28 in June, 31 in July, 31 in August, 1 in September.
    expect(run.caseOf('first-day-91')).toMatchObject({ met: true, limit_on: '2020-09-01' });
    expect(run.caseOf('first-day-92')).toMatchObject({ met: false });
  });

  it('when there was a review of the plan before then it is due 183 days after that', () => {
    expect(run.caseOf('later-day-183')).toMatchObject({ met: true, limit_on: '2020-09-01' });
    expect(run.caseOf('later-day-184')).toMatchObject({ met: false });
    // An initial conference in between does not change that: 1 January + 183 days is 2 July.
    expect(run.caseOf('review-goes-first')).toMatchObject({ met: false, limit_on: '2020-07-02' });
  });

  it('when the review before belongs to another plan then the latest initial conference counts', () => {
    expect(run.caseOf('new-plan')).toMatchObject({ met: true, limit_on: '2020-10-01' });
    expect(run.caseOf('not-from-the-other')).toMatchObject({ met: false, limit_on: '2020-09-01' });
  });

  it('when two reviews were held on one day then both count from the earlier day', () => {
    expect(run.caseOf('twice-1')).toMatchObject({ met: true, limit_on: '2020-09-01' });
    expect(run.caseOf('twice-2')).toMatchObject({ met: true, limit_on: '2020-09-01' });
  });

  it('when the conference before was held on the day before then it counts', () => {
    // 91 days after 31 August end on 30 November; 183 days on 2 March 2021.
    expect(run.caseOf('day-after-initial')).toMatchObject({ met: true, limit_on: '2020-11-30' });
    expect(run.caseOf('day-after-review')).toMatchObject({ met: true, limit_on: '2021-03-02' });
  });

  it('when there is no plan, or no conference on an earlier day, then the review is not judged', () => {
    expect(run.caseOf('no-plan')?.not_judged).toContain('names no plan');
    expect(run.caseOf('nothing-before')?.not_judged).toContain('no conference before');
    expect(run.caseOf('same-day')?.not_judged).toContain('no conference before');
  });

  it('when the reviews are added up then it is 7 of 11, with 3 not judged', () => {
    // met: first-day-91, later-day-183, new-plan, twice-1, twice-2, day-after-initial, day-after-review
    // not: first-day-92, later-day-184, review-goes-first, not-from-the-other
    expect(run.figure('month')).toMatchObject({ numerator: 7, denominator: 11, notJudged: 3, notYetDue: 0 });
    expect(run.figure('month', '2020-09', { team: 'B' })).toMatchObject({ numerator: 1, denominator: 1 });
  });
});
