import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

const CP_PLANS = `
  plan_id,person_id,started_on,ended_on,team
  long-ago,P1,30/09/2020,,A
  long-ago-earlier,P1,01/01/2003,01/06/2003,A
  handed-over,P2,15/01/2020,,B
  handed-over-earlier,P2,01/01/2019,15/01/2020,A
  first-one,P3,01/10/2019,,A
  day-before-the-year,P4,30/09/2019,,A
  twin-1,P5,15/01/2020,20/01/2020,A
  twin-2,P5,15/01/2020,,A
  only-later,P6,15/02/2020,01/03/2020,A
  later,P6,01/05/2020,,A
  october,P7,01/10/2020,,A`;

describe('cp-plans-started-repeat-ever', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('cp-plans-started-repeat-ever', { cp_plans: CP_PLANS });
  });

  it('when the earlier plan lies long ago, or ended on the day this one started, then it counts', () => {
    expect(run.caseOf('long-ago')).toMatchObject({ met: true });
    expect(run.caseOf('handed-over', '2020-01')).toMatchObject({ met: true });
  });

  it('when the other plan started later or on the same day then it is not an earlier one', () => {
    expect(run.caseOf('twin-1', '2020-01')).toMatchObject({ met: false });
    expect(run.caseOf('twin-2', '2020-01')).toMatchObject({ met: false });
    expect(run.caseOf('only-later', '2020-02')).toMatchObject({ met: false });
    expect(run.caseOf('later', '2020-05')).toMatchObject({ met: true });
  });

  it('when a plan ended since then it had still started', () => {
    expect(run.caseOf('only-later', '2020-02')).toBeDefined();
  });

  it('when the plans of 12 months are added up then it is 3 of 7, and plans of the day before are left out', () => {
    // long-ago, handed-over, first-one, twin-1, twin-2, only-later, later
    expect(run.figure('snapshot')).toMatchObject({ numerator: 3, denominator: 7 });
    // In August long-ago had not started, and day-before-the-year was within 12 months: 2 of 7.
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ numerator: 2, denominator: 7 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ numerator: 1, denominator: 1 });
    expect(run.figure('month')).toBeUndefined();
  });

  it('when the record starts with the 12 months then there is a figure; when it starts later then not', async () => {
    const whole = await runMeasure(
      'cp-plans-started-repeat-ever',
      { cp_plans: CP_PLANS },
      { coversFrom: '2019-10-01' },
    );
    expect(whole.figure('snapshot')).toMatchObject({ status: 'ok' });
    expect(whole.figure('snapshot', '2020-08')).toMatchObject({ status: 'no-data' });
  });
});
