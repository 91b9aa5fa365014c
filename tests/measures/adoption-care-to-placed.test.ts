import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('adoption-care-to-placed', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('adoption-care-to-placed', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        L1,last-day,LAC,W1,Permanence,30/09/2020,`,
      adoptions: `
        person_id,entered_care_on,matched_on,placed_on,adopted_on,reversed_on
        last-day,30/09/2019,01/06/2020,30/09/2020,,
        day-after,30/09/2019,01/06/2020,01/10/2020,,
        first-day,01/10/2016,01/06/2017,01/10/2017,01/09/2020,
        day-before,01/10/2016,01/06/2017,30/09/2017,01/09/2020,
        reversed,01/08/2020,10/08/2020,01/09/2020,,20/09/2020
        no-entry,,01/06/2020,01/09/2020,,
        not-placed,01/01/2019,01/06/2020,,,`,
    });
  });

  it('when a child was placed then the days from entering care are counted, the leap day too', () => {
    expect(run.caseOf('last-day')).toMatchObject({ amount: 366, event_on: '2020-09-30', team: 'Permanence' });
    expect(run.caseOf('not-placed')).toBeUndefined();
  });

  it('when the adoption was reversed then the child still counts', () => {
    expect(run.caseOf('reversed')).toMatchObject({ amount: 31 });
  });

  it('when there is no date of entering care then the child is not judged', () => {
    expect(run.caseOf('no-entry')).toMatchObject({ amount: null, not_judged: 'no date of entering care' });
  });

  it('when 36 months end with September 2020 then they start on 1 October 2017, by the day of moving in', () => {
    // Days: last-day 366, first-day 365, reversed 31: 762 of 3 children.
    expect(run.figure('snapshot')).toMatchObject({
      value: 254,
      numerator: 762,
      denominator: 3,
      notJudged: 1,
    });
    // A month earlier: day-before (364 days) and first-day.
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ numerator: 729, denominator: 2, notJudged: 0 });
    expect(run.figure('snapshot', '2020-09', { team: 'Permanence' })).toMatchObject({
      value: 366,
      denominator: 1,
    });
  });
});
