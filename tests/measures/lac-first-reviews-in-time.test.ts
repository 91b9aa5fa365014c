import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// Monday 31 August 2020 is a bank holiday. 20 working days from Friday 28 August: the 1st is day 1, Friday the 4th
// day 4, the 11th day 9, the 18th day 14, the 25th day 19, Monday 28 September day 20.
describe('lac-first-reviews-in-time', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure(
      'lac-first-reviews-in-time',
      {
        care_episodes: `
          episode_id,person_id,started_on,ended_on,legal_status,team
          day-20,P1,28/08/2020,,C2,A
          day-21,P2,28/08/2020,,C2,A
          never,P3,28/08/2020,,C2,B
          limit-30,P4,02/09/2020,,C2,A
          limit-in-october,P5,03/09/2020,,C2,A
          ends-on-limit,P6,28/08/2020,28/09/2020,C2,A
          ends-after-limit,P7,28/08/2020,29/09/2020,C2,A
          second-due,P8,20/05/2020,,C2,A
          first-day,P9,28/08/2020,,V4,A
          not-the-first,P10,28/08/2020,,C2,A
          second-episode,P11,28/08/2020,,C2,A
          first-episode,P11,01/06/2020,28/08/2020,C2,A`,
        looked_after_reviews: `
          review_id,person_id,held_on,cancelled,sequence
          R1,P1,28/09/2020,,
          R2,P2,29/09/2020,,
          R4,P4,30/09/2020,,1
          R5,P5,10/09/2020,,1
          R8,P8,15/06/2020,,1
          R9,P9,28/08/2020,,
          R10a,P10,10/09/2020,,
          R10b,P10,29/09/2020,,1
          R11,P11,20/06/2020,,1`,
      },
      { coversFrom: '2020-09-01' },
    );
  });

  it('when the review is held on day 20 then it is in time; on day 21, or never, then it is late', () => {
    expect(run.caseOf('day-20')).toMatchObject({ met: true, limit_on: '2020-09-28' });
    expect(run.caseOf('day-21')).toMatchObject({ met: false });
    expect(run.caseOf('never')).toMatchObject({ met: false, not_judged: null });
    expect(run.caseOf('first-day')).toMatchObject({ met: true });
  });

  it('when the limit falls in October then the review belongs to October', () => {
    // From Wednesday the 2nd: the 4th is day 2, the 25th day 17, the 30th day 20.
    expect(run.caseOf('limit-30')).toMatchObject({ met: true, limit_on: '2020-09-30' });
    expect(run.caseOf('limit-in-october')).toBeUndefined();
  });

  it('when care ends on the limit day then no review was owed any more; when it ends a day later then one was', () => {
    expect(run.caseOf('ends-on-limit')).toBeUndefined();
    expect(run.caseOf('ends-after-limit')).toMatchObject({ met: false });
  });

  it('when a second review is due then it is none of these', () => {
    expect(run.caseOf('second-due')).toBeUndefined();
  });

  it('when another review was the first, or a review belongs to the care before, then it does not count', () => {
    expect(run.caseOf('not-the-first')).toMatchObject({ met: false });
    expect(run.caseOf('second-episode')).toMatchObject({ met: false });
  });

  it('when the reviews are added up then it is 3 of 8, and nothing before the month is needed', () => {
    // met: day-20, first-day, limit-30; not: day-21, never, ends-after-limit, not-the-first, second-episode
    expect(run.figure('month')).toMatchObject({ value: 37.5, numerator: 3, denominator: 8, status: 'ok' });
  });
});
