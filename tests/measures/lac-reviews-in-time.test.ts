import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

const CARE_EPISODES = `
  episode_id,person_id,started_on,ended_on,legal_status,team
  first-in-time,P1,28/08/2020,,C2,A
  first-late,P2,28/08/2020,,C2,A
  first-never,P3,28/08/2020,,C2,B
  first-in-october,P4,03/09/2020,,C2,A
  ends-on-limit,P5,28/08/2020,28/09/2020,C2,A
  ends-after-limit,P6,28/08/2020,29/09/2020,C2,A
  short-breaks,P7,28/08/2020,,V4,A
  second-in-time,P8,20/05/2020,,C2,A
  second-late,P9,20/05/2020,,C2,A
  later-in-time,P10,02/12/2019,,C2,A
  later-at-month-end,P11,02/12/2019,,C2,A
  early,P12,20/05/2020,,C2,A
  old-record,P13,01/01/2018,,C2,A
  not-the-first,P14,28/08/2020,,C2,A
  cancelled,P15,28/08/2020,,C2,A
  care-before,P16,28/08/2020,,C2,A
  leap,P17,11/11/2019,,C2,A
  two-on-a-day,P18,02/03/2020,,C2,A
  before-the-first,P19,02/03/2020,,C2,A`;

const REVIEWS = `
  review_id,person_id,held_on,cancelled,sequence
  R1,P1,28/09/2020,,1
  R2,P2,29/09/2020,,1
  R4,P4,10/09/2020,,
  R6,P6,28/09/2020,,
  R7,P7,01/09/2020,,
  R8a,P8,15/06/2020,,1
  R8b,P8,15/09/2020,,2
  R9a,P9,15/06/2020,,
  R9b,P9,16/09/2020,,
  R10a,P10,15/12/2019,,1
  R10b,P10,15/03/2020,,2
  R10c,P10,15/09/2020,,3
  R11a,P11,31/12/2019,,
  R11b,P11,31/03/2020,,
  R11c,P11,01/10/2020,,
  R12a,P12,15/06/2020,,
  R12b,P12,01/07/2020,,
  R13,P13,15/03/2020,,4
  R14a,P14,10/09/2020,,
  R14b,P14,29/09/2020,,1
  R15,P15,28/09/2020,Y,1
  R16,P16,27/08/2020,,1
  R17a,P17,30/11/2019,,1
  R17b,P17,29/02/2020,,2
  R18b,P18,15/03/2020,,1
  R18a,P18,15/03/2020,,2
  R18c,P18,14/09/2020,,3
  R19a,P19,15/03/2020,,
  R19b,P19,20/03/2020,,1`;

// Monday 31 August 2020 is a bank holiday. 20 working days from Friday 28 August: the 1st is day 1, Friday the 4th
// day 4, the 11th day 9, the 18th day 14, the 25th day 19, Monday 28 September day 20.
describe('lac-reviews-in-time', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('lac-reviews-in-time', {
      care_episodes: CARE_EPISODES,
      looked_after_reviews: REVIEWS,
    });
  });

  it('when it is the first review then it is due 20 working days after care started', () => {
    expect(run.caseOf('first-in-time')).toMatchObject({ met: true, limit_on: '2020-09-28' });
    expect(run.caseOf('first-late')).toMatchObject({ met: false });
    expect(run.caseOf('first-never')).toMatchObject({ met: false, not_judged: null });
    // From Thursday 3 September day 20 is 1 October: the case of October, though the review has been held.
    expect(run.caseOf('first-in-october')).toBeUndefined();
  });

  it('when care ends on the limit day then no review was owed any more; when it ends a day later then one was', () => {
    expect(run.caseOf('ends-on-limit')).toBeUndefined();
    expect(run.caseOf('ends-after-limit')).toMatchObject({ met: true });
    expect(run.caseOf('short-breaks')).toMatchObject({ met: true });
  });

  it('when it is the second review then it is due 3 months after the first was held', () => {
    expect(run.caseOf('second-in-time')).toMatchObject({
      met: true,
      limit_on: '2020-09-15',
      event_on: '2020-06-15',
    });
    expect(run.caseOf('second-late')).toMatchObject({ met: false });
    // Held on 1 July, judged in the month of its limit all the same.
    expect(run.caseOf('early')).toMatchObject({ met: true, limit_on: '2020-09-15' });
    // 3 months after 30 November is the last day of February.
    expect(run.caseOf('leap', '2020-02')).toMatchObject({ met: true, limit_on: '2020-02-29' });
  });

  it('when it is a later review then it is due 6 months after the one before was held', () => {
    expect(run.caseOf('later-in-time')).toMatchObject({ met: true, limit_on: '2020-09-15' });
    // 6 months after 31 March is 30 September.
    expect(run.caseOf('later-at-month-end')).toMatchObject({ met: false, limit_on: '2020-09-30' });
    // The first and the second were held on one day, 15 March: one limit was kept in June, the next is in September.
    expect(run.caseOf('two-on-a-day', '2020-06')).toMatchObject({ met: true, limit_on: '2020-06-15' });
    expect(run.caseOf('two-on-a-day')).toMatchObject({ met: true, limit_on: '2020-09-15' });
  });

  it('when the sequence says that the earliest review recorded is the fourth then the next is due in 6 months', () => {
    expect(run.caseOf('old-record')).toMatchObject({ met: false, limit_on: '2020-09-15' });
    expect(run.caseOf('old-record', '2020-06')).toBeUndefined();
  });

  it('when the sequence says that a later one was the first then what was held before it does not count', () => {
    expect(run.caseOf('not-the-first')).toMatchObject({ met: false, limit_on: '2020-09-28' });
    // The first was on 20 March; nothing counts 6 months from what was held on the 15th.
    expect(run.caseOf('before-the-first', '2020-06')).toMatchObject({ met: false, limit_on: '2020-06-20' });
    expect(run.caseOf('before-the-first')).toBeUndefined();
  });

  it('when a review was cancelled, or was held before this care started, then it is none of its reviews', () => {
    expect(run.caseOf('cancelled')).toMatchObject({ met: false });
    expect(run.caseOf('care-before')).toMatchObject({ met: false });
  });

  it('when the review of the last day of care is numbered the first then what was held before it does not count', async () => {
    const { caseOf } = await runMeasure('lac-reviews-in-time', {
      care_episodes: `
        episode_id,person_id,started_on,ended_on,legal_status,team
        last-day,P1,28/08/2020,30/09/2020,C2,A
        day-after,P2,28/08/2020,30/09/2020,C2,A`,
      looked_after_reviews: `
        review_id,person_id,held_on,cancelled,sequence
        R1a,P1,10/09/2020,,
        R1b,P1,30/09/2020,,1
        R2a,P2,10/09/2020,,
        R2b,P2,01/10/2020,,1`,
    });
    // The last day is still of the episode, so its first review came after the limit of 28 September.
    expect(caseOf('last-day')).toMatchObject({ met: false, limit_on: '2020-09-28' });
    // What is held after the last day is none of the episode's: the first is that of 10 September.
    expect(caseOf('day-after')).toMatchObject({ met: true });
  });

  it('when the reviews are added up then it is 7 of 15', () => {
    // met: first-in-time, ends-after-limit, short-breaks, second-in-time, early, later-in-time, two-on-a-day
    // not: first-late, first-never, second-late, later-at-month-end, old-record, not-the-first, cancelled, care-before
    expect(run.figure('month')).toMatchObject({ numerator: 7, denominator: 15, notYetDue: 0 });
    expect(run.figure('month', '2020-09', { team: 'B' })).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it('when reviews are not recorded for 12 months before the period then there is no figure', async () => {
    const extracts = { care_episodes: CARE_EPISODES, looked_after_reviews: REVIEWS };
    const short = await runMeasure('lac-reviews-in-time', extracts, { coversFrom: '2019-09-01' });
    expect(short.figure('month')).toMatchObject({ status: 'ok' });
    expect(short.figure('month', '2020-08')).toMatchObject({ status: 'no-data' });
    expect(short.figure('ytd')).toMatchObject({ status: 'no-data' });
  });
});
