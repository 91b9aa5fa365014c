import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('lac-reviews-overdue', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('lac-reviews-overdue', {
      people: `
        person_id,date_of_birth,date_of_death
        DIED,01/01/2010,30/09/2020`,
      care_episodes: `
        episode_id,person_id,started_on,ended_on,legal_status,team
        first-due-30,P1,02/09/2020,,C2,A
        first-due-in-october,P2,03/09/2020,,C2,A
        second-due-30,P3,01/06/2020,,C2,B
        second-due-in-october,P4,01/06/2020,,C2,A
        later-due-30,P5,02/12/2019,,C2,A
        later-due-in-october,P6,02/12/2019,,C2,A
        late-but-held,P7,01/06/2020,,C2,A
        held-in-october,P8,02/09/2020,,C2,A
        old-record,P9,01/01/2018,,C2,A
        before-the-calendar,P10,01/06/2005,,C2,A
        short-breaks,P11,01/06/2020,,V3,A
        ended-30,P12,01/06/2020,30/09/2020,C2,A
        long-episode,P13,01/06/2018,,C1,A
        newer-episode,P13,15/09/2020,,C2,A
        cancelled,P14,02/09/2020,,C2,A
        two-on-a-day,P15,01/06/2020,,C2,A
        died,DIED,01/06/2020,,C2,A`,
      looked_after_reviews: `
        review_id,person_id,held_on,cancelled,sequence
        R3,P3,30/06/2020,,1
        R4,P4,01/07/2020,,1
        R5a,P5,31/12/2019,,1
        R5b,P5,31/03/2020,,2
        R6a,P6,31/12/2019,,1
        R6b,P6,01/04/2020,,2
        R7,P7,15/08/2020,,1
        R8,P8,01/10/2020,,1
        R9,P9,01/06/2020,,4
        R14,P14,15/09/2020,Y,1
        R15a,P15,25/06/2020,,1
        R15b,P15,25/06/2020,,2`,
    });
  });

  it('when the first limit falls on month end then the review is overdue; a day later then not', () => {
    // 20 working days from Wednesday 2 September: the 4th is day 2, the 25th day 17, the 30th day 20.
    expect(run.caseOf('first-due-30')).toMatchObject({ limit_on: '2020-09-30' });
    expect(run.caseOf('first-due-in-october')).toBeUndefined();
    expect(run.caseOf('cancelled')).toBeDefined();
  });

  it('when a review was held then the next limit counts from it: 3 months from the first, 6 from a later one', () => {
    expect(run.caseOf('second-due-30')).toMatchObject({ limit_on: '2020-09-30' });
    expect(run.caseOf('second-due-in-october')).toBeUndefined();
    // 6 months after 31 March is 30 September.
    expect(run.caseOf('later-due-30')).toMatchObject({ limit_on: '2020-09-30' });
    expect(run.caseOf('later-due-in-october')).toBeUndefined();
    expect(run.caseOf('two-on-a-day')).toBeUndefined();
  });

  it('when a late review has been held by month end then nothing is overdue any more; after it then it was', () => {
    expect(run.caseOf('late-but-held')).toBeUndefined();
    // 20 working days from Monday 1 June: the 29th.
    expect(run.caseOf('late-but-held', '2020-07')).toMatchObject({ limit_on: '2020-06-29' });
    expect(run.caseOf('held-in-october')).toBeDefined();
  });

  it('when the first reviews are older than the record then only the latest counts', () => {
    expect(run.caseOf('old-record')).toBeUndefined();
    expect(run.caseOf('before-the-calendar')).toBeDefined();
  });

  it('when the child is on short breaks, has left care or has died by month end then nothing is due', () => {
    expect(run.caseOf('short-breaks')).toBeUndefined();
    expect(run.caseOf('ended-30')).toBeUndefined();
    expect(run.caseOf('died')).toBeUndefined();
    expect(run.caseOf('died', '2020-08')).toBeDefined();
  });

  it('when a child has two open episodes then the one started last is asked about', () => {
    expect(run.caseOf('long-episode')).toBeUndefined();
    expect(run.caseOf('newer-episode')).toBeUndefined();
  });

  it('when the children are counted then there are 6', () => {
    // first-due-30, cancelled, second-due-30, later-due-30, held-in-october, before-the-calendar
    expect(run.figure('snapshot')).toMatchObject({ value: 6 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 1 });
  });
});
