import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cp-plans-15-months', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('cp-plans-15-months', {
      cp_plans: `
        plan_id,person_id,started_on,ended_on,team
        fifteen-months,P1,30/06/2019,,A
        day-less,P2,01/07/2019,,B
        first-of-two,P3,01/01/2015,,A
        second-of-two,P3,30/09/2020,,A
        ended-30,P4,01/01/2015,30/09/2020,A
        february,P5,28/02/2019,,A
        march,P6,01/03/2019,,A`,
    });
  });

  it('when a plan started on the same day 15 months before month end then it counts; a day later then not', () => {
    expect(run.caseOf('fifteen-months')).toMatchObject({ met: true });
    expect(run.caseOf('day-less')).toMatchObject({ met: false });
  });

  it('when the month ends on the 31st and the month 15 months before is February then its last day counts', () => {
    // 15 months before 31 May 2020 is 28 February 2019.
    expect(run.caseOf('february', '2020-05')).toMatchObject({ met: true });
    expect(run.caseOf('march', '2020-05')).toMatchObject({ met: false });
  });

  it('when a child has two open plans then the one started last is asked about', () => {
    expect(run.caseOf('first-of-two')).toBeUndefined();
    expect(run.caseOf('second-of-two')).toMatchObject({ met: false });
  });

  it('when a plan ended on the last day of the month then it is not open', () => {
    expect(run.caseOf('ended-30')).toBeUndefined();
  });

  it('when the children are added up then it is 3 of 5', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 60, numerator: 3, denominator: 5 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 0, denominator: 1 });
  });
});
