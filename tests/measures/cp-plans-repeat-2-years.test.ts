import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

const CP_PLANS = `
  plan_id,person_id,started_on,ended_on,team
  two-years,P1,15/09/2020,,A
  two-years-earlier,P1,01/01/2018,15/09/2018,A
  day-more,P2,15/09/2020,,A
  day-more-earlier,P2,01/01/2018,14/09/2018,A
  same-day,P3,15/09/2020,,A
  same-day-earlier,P3,01/01/2018,15/09/2020,A
  day-before,P4,15/09/2020,,A
  day-before-earlier,P4,01/01/2018,14/09/2020,A
  still-open,P5,15/09/2020,,A
  still-open-earlier,P5,01/01/2018,,A
  nobody-earlier,P6,30/09/2020,,B
  ends-before-it-starts,P7,15/09/2020,10/09/2020,A
  leap-day,P8,29/02/2020,,A
  leap-day-earlier,P8,01/01/2017,28/02/2018,A
  day-before-leap,P9,29/02/2020,,A
  day-before-leap-earlier,P9,01/01/2017,27/02/2018,A`;

describe('cp-plans-repeat-2-years', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('cp-plans-repeat-2-years', { cp_plans: CP_PLANS });
  });

  it('when the earlier plan ended on the same day 2 years before then it counts; a day earlier then not', () => {
    expect(run.caseOf('two-years')).toMatchObject({ met: true });
    expect(run.caseOf('day-more')).toMatchObject({ met: false });
  });

  it('when the earlier plan ended on the day the new one started then it did not end before it', () => {
    expect(run.caseOf('same-day')).toMatchObject({ met: false });
    expect(run.caseOf('day-before')).toMatchObject({ met: true });
  });

  it('when the other plan is still open, is of nobody, or is the plan itself then there is no earlier plan', () => {
    expect(run.caseOf('still-open')).toMatchObject({ met: false });
    expect(run.caseOf('nobody-earlier')).toMatchObject({ met: false });
    expect(run.caseOf('ends-before-it-starts')).toMatchObject({ met: false });
  });

  it('when a plan starts on 29 February then the 2 years before start on 28 February', () => {
    expect(run.caseOf('leap-day', '2020-02')).toMatchObject({ met: true });
    expect(run.caseOf('day-before-leap', '2020-02')).toMatchObject({ met: false });
  });

  it('when the plans are added up then 2 of 7 of the month are repeats', () => {
    expect(run.figure('month')).toMatchObject({ numerator: 2, denominator: 7, notJudged: 0 });
    expect(run.figure('month', '2020-02')).toMatchObject({ numerator: 1, denominator: 2 });
    expect(run.figure('month', '2020-08')).toMatchObject({ status: 'no-cases', value: null });
  });

  it('when the record does not go back 2 years from the start of the period then there is no figure', async () => {
    const short = await runMeasure(
      'cp-plans-repeat-2-years',
      { cp_plans: CP_PLANS },
      { coversFrom: '2018-09-01' },
    );
    // September needs 1 September 2018; the year to date from 1 April 2020 needs 1 April 2018.
    expect(short.figure('month')).toMatchObject({ status: 'ok' });
    expect(short.figure('month', '2020-08')).toMatchObject({ status: 'no-data' });
    expect(short.figure('ytd')).toMatchObject({ status: 'no-data' });
  });
});
