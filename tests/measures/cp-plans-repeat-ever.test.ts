import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cp-plans-repeat-ever', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure(
      'cp-plans-repeat-ever',
      {
        cp_plans: `
          plan_id,person_id,started_on,ended_on,team
          long-ago,P1,15/01/2020,,A
          long-ago-earlier,P1,01/01/2003,01/06/2003,A
          handed-over,P2,15/01/2020,,A
          handed-over-earlier,P2,01/01/2019,15/01/2020,A
          first-of-two,P3,01/01/2019,,A
          second-of-two,P3,30/09/2020,,B
          only-a-later-one,P4,15/01/2020,,A
          later-and-ended,P4,01/03/2020,01/05/2020,A
          twin-1,P5,15/01/2020,,A
          twin-2,P5,15/01/2020,16/01/2020,A
          only-one,P6,30/09/2020,,A
          starts-in-october,P7,01/10/2020,,A
          starts-in-october-earlier,P7,01/01/2019,01/06/2019,A`,
      },
      { coversFrom: '2020-04-01' },
    );
  });

  it('when the earlier plan lies long ago, or ended on the day this one started, then it counts', () => {
    expect(run.caseOf('long-ago')).toMatchObject({ met: true });
    expect(run.caseOf('handed-over')).toMatchObject({ met: true });
  });

  it('when a child has two open plans then the first is an earlier plan of the one that counts', () => {
    expect(run.caseOf('second-of-two')).toMatchObject({ met: true });
    expect(run.caseOf('first-of-two', '2020-08')).toMatchObject({ met: false });
  });

  it('when the other plan started later or on the same day then it is not an earlier one', () => {
    expect(run.caseOf('only-a-later-one')).toMatchObject({ met: false });
    expect(run.caseOf('twin-1')).toMatchObject({ met: false });
  });

  it('when there is one plan only then it is no repeat', () => {
    expect(run.caseOf('only-one')).toMatchObject({ met: false });
    expect(run.caseOf('starts-in-october')).toBeUndefined();
  });

  it('when the children are added up then it is 3 of 6', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 50, numerator: 3, denominator: 6, status: 'ok' });
  });
});
