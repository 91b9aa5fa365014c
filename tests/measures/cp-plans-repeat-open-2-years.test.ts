import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cp-plans-repeat-open-2-years', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure(
      'cp-plans-repeat-open-2-years',
      {
        cp_plans: `
          plan_id,person_id,started_on,ended_on,team
          two-years,P1,15/01/2020,,A
          two-years-earlier,P1,01/01/2017,15/01/2018,A
          day-more,P2,15/01/2020,,A
          day-more-earlier,P2,01/01/2017,14/01/2018,A
          same-day,P3,15/01/2020,,A
          same-day-earlier,P3,01/01/2018,15/01/2020,A
          first-of-two,P4,01/03/2018,,A
          second-of-two,P4,10/09/2020,,B
          before-first-of-two,P4,01/01/2016,10/09/2018,A
          long-open,P5,01/06/2010,,A
          long-open-earlier,P5,01/01/2008,01/06/2009,A
          since-then,P6,01/06/2018,,A
          since-then-later,P6,01/07/2018,01/06/2020,A
          closed,P7,01/06/2018,30/09/2020,A`,
      },
      { coversFrom: '2020-04-01' },
    );
  });

  it('when the earlier plan ended on the day 2 years before the start then it counts; a day earlier not', () => {
    expect(run.caseOf('two-years')).toMatchObject({ met: true });
    expect(run.caseOf('day-more')).toMatchObject({ met: false });
  });

  it('when the earlier plan ended on the day this one started then it did not end before it', () => {
    expect(run.caseOf('same-day')).toMatchObject({ met: false });
  });

  it('when the start lies long ago then the 2 years are counted from it, not from month end', () => {
    expect(run.caseOf('long-open')).toMatchObject({ met: true });
    expect(run.caseOf('since-then')).toMatchObject({ met: false });
  });

  it('when a child has two open plans then the one started last is asked about', () => {
    expect(run.caseOf('first-of-two')).toBeUndefined();
    // The plan before ended on 10 September 2018: 2 years before the second, after the start of the first.
    expect(run.caseOf('second-of-two')).toMatchObject({ met: true });
    expect(run.caseOf('first-of-two', '2020-08')).toMatchObject({ met: false });
  });

  it('when the children are added up then it is 3 of 6, and a record that starts late still gives a figure', () => {
    expect(run.caseOf('closed')).toBeUndefined();
    expect(run.figure('snapshot')).toMatchObject({ value: 50, numerator: 3, denominator: 6 });
    expect(run.figure('snapshot', '2020-03')).toMatchObject({ status: 'no-data' });
  });
});
