import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 1st is a Tuesday. Monday 31 August is a bank holiday.
describe('private-fostering-visited-7-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('private-fostering-visited-7-days', {
      private_fostering: `
        arrangement_id,person_id,notified_on,visited_on,ended_on
        day-7,P1,28/08/2020,09/09/2020,
        day-8,P2,28/08/2020,10/09/2020,
        saturday-day-7,P3,05/09/2020,15/09/2020,
        never,P4,10/09/2020,,
        visited-before,P5,10/09/2020,01/09/2020,
        ended-unvisited,P6,10/09/2020,,12/09/2020
        limit-30,P7,21/09/2020,30/09/2020,
        limit-in-october,P8,22/09/2020,23/09/2020,`,
    });
  });

  it('when the council is told on Friday 28 August then day 7 is Wednesday 9 September', () => {
    // Tuesday the 1st is day 1, Friday the 4th day 4, Monday the 7th day 5, Wednesday the 9th day 7.
    expect(run.caseOf('day-7')).toMatchObject({ met: true, limit_on: '2020-09-09' });
    expect(run.caseOf('day-8')).toMatchObject({ met: false });
  });

  it('when the council is told on a Saturday then Monday is day 1', () => {
    expect(run.caseOf('saturday-day-7')).toMatchObject({ met: true, limit_on: '2020-09-15' });
  });

  it('when nobody visited then it is late, though the arrangement ended; a visit from before counts', () => {
    expect(run.caseOf('never')).toMatchObject({ met: false, not_judged: null });
    expect(run.caseOf('ended-unvisited')).toMatchObject({ met: false });
    expect(run.caseOf('visited-before')).toMatchObject({ met: true });
  });

  it('when the limit falls in October then the arrangement belongs to October', () => {
    // From Monday the 21st day 7 is Wednesday the 30th.
    expect(run.caseOf('limit-30')).toMatchObject({ met: true, limit_on: '2020-09-30' });
    expect(run.caseOf('limit-in-october')).toBeUndefined();
  });

  it('when the arrangements are added up then it is 4 of 7', () => {
    expect(run.figure('month')).toMatchObject({ numerator: 4, denominator: 7 });
  });
});
