import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

const EXTRACTS = {
  allocations: `
    allocation_id,person_id,kind,worker_id,team,started_on,ended_on
    L1,leap-year,LAC,W1,Permanence,01/01/2019,31/03/2020
    L2,leap-year,LAC,W2,Looked After,01/01/2019,30/03/2020`,
  adoptions: `
    person_id,entered_care_on,placed_on,adopted_on,reversed_on
    leap-year,28/02/2019,01/05/2019,30/03/2020,
    last-day,01/09/2020,10/09/2020,30/09/2020,
    first-day,01/10/2016,01/05/2017,01/10/2017,
    day-before,01/10/2016,01/05/2017,30/09/2017,
    day-after,01/10/2018,01/05/2019,01/10/2020,
    reversed,01/09/2019,01/10/2019,01/12/2019,01/06/2020
    no-entry,,01/05/2019,15/09/2020,
    not-adopted,01/01/2019,01/05/2020,,`,
};

describe('adoption-care-to-order', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('adoption-care-to-order', EXTRACTS);
  });

  it('when a child was adopted then the days from entering care are counted, the leap day too', () => {
    // 28 February 2019 to 28 February 2020 is 365 days; 29 February and 30 days of March make 396.
    expect(run.caseOf('leap-year', '2020-03')).toMatchObject({ amount: 396, event_on: '2020-03-30' });
    expect(run.caseOf('last-day')).toMatchObject({ amount: 29 });
    expect(run.caseOf('not-adopted')).toBeUndefined();
  });

  it('when an allocation ended on the day of the order then the team is that of the other one', () => {
    expect(run.caseOf('leap-year', '2020-03')).toMatchObject({ team: 'Permanence' });
  });

  it('when there is no date of entering care then the child is not judged', () => {
    expect(run.caseOf('no-entry')).toMatchObject({ amount: null, not_judged: 'no date of entering care' });
  });

  it('when 36 months end with September 2020 then they start on 1 October 2017', () => {
    // Days: leap-year 396, last-day 29, first-day 365, reversed 91 (29 + 31 + 30 + 1): 881 of 4 children.
    expect(run.figure('snapshot')).toMatchObject({
      value: 220.25,
      numerator: 881,
      denominator: 4,
      notJudged: 1,
    });
    // A month earlier: without last-day (and no-entry), with day-before, who waited 364 days: 1,216 of 4.
    expect(run.figure('snapshot', '2020-08')).toMatchObject({
      numerator: 1216,
      denominator: 4,
      notJudged: 0,
    });
  });

  it('when the extract is complete only from a day later then there is no figure', async () => {
    const whole = await runMeasure('adoption-care-to-order', EXTRACTS, { coversFrom: '2017-10-01' });
    expect(whole.figure('snapshot')).toMatchObject({ status: 'ok' });
    const short = await runMeasure('adoption-care-to-order', EXTRACTS, { coversFrom: '2017-10-02' });
    expect(short.figure('snapshot')).toMatchObject({ status: 'no-data', value: null });
  });
});
