import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('care-proceedings-weeks', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('care-proceedings-weeks', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P3,CIN,W1,Team Before,01/01/2019,24/09/2020
        A2,P3,CIN,W1,Team Then,24/09/2020,25/09/2020
        A3,P3,CIN,W1,Team After,25/09/2020,`,
      care_proceedings: `
        case_id,person_id,family_id,issued_on,concluded_on,outcome
        ten-days,P1,F1,20/09/2020,30/09/2020,Care order
        same-day,P2,F2,01/09/2020,01/09/2020,Care order
        fourteen-days,P3,F2,10/09/2020,24/09/2020,
        still-open,P4,F3,01/01/2020,,
        october,P5,F4,01/09/2020,01/10/2020,Care order
        august-1,P6,F5,03/02/2020,02/08/2020,Care order
        august-2,P7,F5,03/02/2020,02/08/2020,Care order
        august-3,P8,F5,03/02/2020,02/08/2020,Care order
        august-4,P9,F5,03/02/2020,02/08/2020,Care order
        august-long,P10,F6,27/02/2020,31/08/2020,Care order`,
    });
  });

  it('when they were concluded then the case gives the days', () => {
    expect(run.caseOf('ten-days')).toMatchObject({ amount: 10, event_on: '2020-09-30' });
    expect(run.caseOf('same-day')).toMatchObject({ amount: 0 });
  });

  it('when the days are averaged then the figure is in weeks: 24 days of 3 children', () => {
    // 10 + 0 + 14 days are 24/7 weeks; of three children 8/7 weeks each.
    expect(run.figure('month')).toMatchObject({ unit: 'weeks', denominator: 3, status: 'ok' });
    expect(run.figure('month')?.numerator).toBeCloseTo(24 / 7, 12);
    expect(run.figure('month')?.value).toBeCloseTo(8 / 7, 12);
  });

  it('when the average is a whole number of weeks then it is exactly that, so that a target of 26 is met', () => {
    // 3 February to 2 August 2020 is 26 + 31 + 30 + 31 + 30 + 31 + 2 = 181 days, 27 February to 31 August
    // 2 + 31 + 30 + 31 + 30 + 31 + 31 = 186 days. 4 x 181 + 186 = 910 days: 130 weeks of five children.
    expect(run.figure('month', '2020-08')).toMatchObject({ value: 26, numerator: 130, denominator: 5 });
  });

  it('when they are still open, or end in October, then they are no case', () => {
    expect(run.caseOf('still-open')).toBeUndefined();
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when none was concluded then there are no cases; since April all are pooled', () => {
    expect(run.figure('month', '2020-07')).toMatchObject({ value: null, status: 'no-cases' });
    // 24 + 910 days of 8 children.
    expect(run.figure('ytd')?.value).toBeCloseTo(934 / 7 / 8, 12);
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('fourteen-days')).toMatchObject({ team: 'Team Then' });
  });
});
