import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

const CP_PLANS = `
  plan_id,person_id,started_on,ended_on,team
  two-years,P1,30/09/2018,,A
  day-less,P2,01/10/2018,,B
  first-of-two,P3,01/01/2015,,A
  second-of-two,P3,30/09/2020,,A
  ended-30,P4,01/01/2015,30/09/2020,A
  february,P5,28/02/2018,31/03/2020,A
  march,P6,01/03/2018,31/03/2020,A`;

describe('cp-plans-2-years', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('cp-plans-2-years', { cp_plans: CP_PLANS });
  });

  it('when a plan started on the same day 2 years before month end then it has been open for 2 years', () => {
    expect(run.caseOf('two-years')).toMatchObject({ met: true });
    expect(run.caseOf('day-less')).toMatchObject({ met: false });
  });

  it('when a child has two open plans then the one started last is asked about', () => {
    expect(run.caseOf('first-of-two')).toBeUndefined();
    expect(run.caseOf('second-of-two')).toMatchObject({ met: false });
    expect(run.caseOf('first-of-two', '2020-08')).toMatchObject({ met: true });
  });

  it('when a plan ended on the last day of the month then it is not open', () => {
    expect(run.caseOf('ended-30')).toBeUndefined();
  });

  it('when the month ends on 29 February then 2 years before it is 28 February', () => {
    expect(run.caseOf('february', '2020-02')).toMatchObject({ met: true });
    expect(run.caseOf('march', '2020-02')).toMatchObject({ met: false });
  });

  it('when the children are added up then it is 1 of 3', () => {
    expect(run.figure('snapshot')).toMatchObject({ numerator: 1, denominator: 3 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 0, denominator: 1 });
  });

  it('when only open plans are recorded from long before then no history is needed', async () => {
    const late = await runMeasure('cp-plans-2-years', { cp_plans: CP_PLANS }, { coversFrom: '2020-09-01' });
    expect(late.figure('snapshot')).toMatchObject({ status: 'ok' });
    expect(late.figure('snapshot', '2020-08')).toMatchObject({ status: 'no-data' });
  });
});
