import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('lac-reviews-consulted', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('lac-reviews-consulted', {
      looked_after_reviews: `
        review_id,person_id,held_on,cancelled,consulted
        consulted,P1,01/09/2020,N,Y
        not-consulted,P2,30/09/2020,,N
        not-recorded,P3,10/09/2020,,
        cancelled,P4,10/09/2020,Y,Y
        not-held,P5,,,Y
        august,P6,31/08/2020,,Y
        october,P7,01/10/2020,,Y`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,LAC,W1,Team A,01/01/2020,`,
    });
  });

  it('when the child was consulted then it is met', () => {
    expect(run.caseOf('consulted')).toMatchObject({ met: true, team: 'Team A' });
    expect(run.caseOf('not-consulted')).toMatchObject({ met: false });
  });

  it('when nothing is recorded then the child was not consulted', () => {
    expect(run.caseOf('not-recorded')).toMatchObject({ met: false, not_judged: null });
  });

  it('when the review was cancelled or not held then it is left out', () => {
    expect(run.caseOf('cancelled')).toBeUndefined();
    expect(run.casesIn('2020-09').map(each => each.record_id)).not.toContain('not-held');
  });

  it('when the review was held in another month then it belongs there', () => {
    expect(run.caseOf('august', '2020-08')).toMatchObject({ met: true });
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when the reviews are added up then it is 1 of 3 in the month and 2 of 4 in the year', () => {
    expect(run.figure('month')).toMatchObject({ numerator: 1, denominator: 3, notJudged: 0 });
    expect(run.figure('ytd')).toMatchObject({ value: 50, numerator: 2, denominator: 4 });
  });
});
