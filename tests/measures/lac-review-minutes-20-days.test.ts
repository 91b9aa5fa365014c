import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// Monday 31 August 2020 is a bank holiday. 20 working days from Friday 28 August: the 1st is day 1, Friday the 4th
// day 4, the 11th day 9, the 18th day 14, the 25th day 19, Monday 28 September day 20. From Thursday the 27th: Friday
// the 25th.
describe('lac-review-minutes-20-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('lac-review-minutes-20-days', {
      looked_after_reviews: `
        review_id,person_id,held_on,cancelled,minutes_sent_on
        day-20,P1,28/08/2020,,28/09/2020
        day-21,P2,28/08/2020,,29/09/2020
        saturday-after,P3,27/08/2020,,26/09/2020
        never-sent,P4,28/08/2020,,
        cancelled,P5,28/08/2020,Y,01/09/2020
        limit-30,P6,02/09/2020,,30/09/2020
        limit-in-october,P7,03/09/2020,,04/09/2020
        not-held,P8,,,04/09/2020`,
    });
  });

  it('when the minutes are sent on day 20 then they are in time; on day 21 then late', () => {
    expect(run.caseOf('day-20')).toMatchObject({ met: true, limit_on: '2020-09-28', event_on: '2020-08-28' });
    expect(run.caseOf('day-21')).toMatchObject({ met: false });
  });

  it('when day 20 is a Friday then the Saturday after is late', () => {
    expect(run.caseOf('saturday-after')).toMatchObject({ met: false, limit_on: '2020-09-25' });
  });

  it('when no minutes were sent then they are late; a review that was cancelled or not held has none', () => {
    expect(run.caseOf('never-sent')).toMatchObject({ met: false, not_judged: null });
    expect(run.caseOf('cancelled')).toBeUndefined();
    expect(run.casesIn('2020-09').map(each => each.record_id)).not.toContain('not-held');
  });

  it('when the limit falls in October then the review belongs to October, however early they were sent', () => {
    // From Wednesday the 2nd day 20 is the 30th, from Thursday the 3rd it is 1 October.
    expect(run.caseOf('limit-30')).toMatchObject({ met: true, limit_on: '2020-09-30' });
    expect(run.caseOf('limit-in-october')).toBeUndefined();
    expect(run.caseOf('day-20', '2020-08')).toBeUndefined();
  });

  it('when the reviews are added up then it is 2 of 5', () => {
    expect(run.figure('month')).toMatchObject({ value: 40, numerator: 2, denominator: 5 });
  });
});
