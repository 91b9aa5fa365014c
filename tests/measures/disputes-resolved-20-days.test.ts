import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// Monday 31 August 2020 is a bank holiday. 20 working days from Friday 28 August: the 1st is day 1, Friday the 4th
// day 4, the 11th day 9, the 18th day 14, the 25th day 19, Monday 28 September day 20. From Thursday the 27th: Friday
// the 25th.
describe('disputes-resolved-20-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('disputes-resolved-20-days', {
      disputes: `
        dispute_id,person_id,raised_on,formal,resolved_on
        day-20,P1,28/08/2020,Y,28/09/2020
        day-21,P2,28/08/2020,Y,29/09/2020
        saturday-after,P3,27/08/2020,Y,26/09/2020
        never,P4,28/08/2020,Y,
        informal,P5,28/08/2020,N,01/09/2020
        not-said,P6,28/08/2020,,01/09/2020
        limit-30,P7,02/09/2020,Y,30/09/2020
        limit-in-october,P8,03/09/2020,Y,04/09/2020`,
    });
  });

  it('when it is resolved on day 20 then it is in time; on day 21 then late', () => {
    expect(run.caseOf('day-20')).toMatchObject({ met: true, limit_on: '2020-09-28' });
    expect(run.caseOf('day-21')).toMatchObject({ met: false });
  });

  it('when day 20 is a Friday then the Saturday after is late', () => {
    expect(run.caseOf('saturday-after')).toMatchObject({ met: false, limit_on: '2020-09-25' });
  });

  it('when it has not been resolved then it is late', () => {
    expect(run.caseOf('never')).toMatchObject({ met: false, not_judged: null });
  });

  it('when it is informal, or nothing says that it is formal, then it is left out', () => {
    expect(run.caseOf('informal')).toBeUndefined();
    expect(run.caseOf('not-said')).toBeUndefined();
  });

  it('when the limit falls in October then the dispute belongs to October', () => {
    // From Wednesday the 2nd day 20 is the 30th, from Thursday the 3rd it is 1 October.
    expect(run.caseOf('limit-30')).toMatchObject({ met: true, limit_on: '2020-09-30' });
    expect(run.caseOf('limit-in-october')).toBeUndefined();
    expect(run.figure('month')).toMatchObject({ value: 40, numerator: 2, denominator: 5 });
  });
});
