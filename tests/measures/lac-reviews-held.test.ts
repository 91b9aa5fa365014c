import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('lac-reviews-held', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('lac-reviews-held', {
      looked_after_reviews: `
        review_id,person_id,due_on,held_on,cancelled
        first-day,P1,01/08/2020,01/09/2020,
        last-day,P2,,30/09/2020,N
        august,P3,01/09/2020,31/08/2020,
        october,P4,01/09/2020,01/10/2020,
        not-held,P5,10/09/2020,,
        cancelled,P6,10/09/2020,,Y
        cancelled-with-a-day,P7,10/09/2020,10/09/2020,Y
        twice-1,P8,,02/09/2020,
        twice-2,P8,,28/09/2020,`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,LAC,W1,Team A,01/01/2020,`,
    });
  });

  it('when a review is held on the first or the last day then it belongs to the month', () => {
    expect(run.caseOf('first-day')).toMatchObject({ team: 'Team A' });
    expect(run.caseOf('last-day')).toMatchObject({ team: null });
    expect(run.caseOf('august', '2020-08')).toBeDefined();
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when a review was due and not held then it does not count', () => {
    expect(run.casesIn('2020-09').map(each => each.record_id)).not.toContain('not-held');
  });

  it('when a review was cancelled then it does not count, though a day stands there', () => {
    expect(run.caseOf('cancelled')).toBeUndefined();
    expect(run.caseOf('cancelled-with-a-day')).toBeUndefined();
  });

  it('when a child has two reviews in a month then both count', () => {
    expect(run.casesIn('2020-09').filter(each => each.person_id === 'P8')).toHaveLength(2);
  });

  it('when the reviews are counted then the month has 4 and the year to date 5', () => {
    expect(run.figure('month')).toMatchObject({ value: 4 });
    expect(run.figure('ytd')).toMatchObject({ value: 5 });
  });
});
