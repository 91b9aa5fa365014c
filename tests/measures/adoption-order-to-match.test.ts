import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

const EXTRACTS = {
  allocations: `
    allocation_id,person_id,kind,worker_id,team,started_on,ended_on
    L1,last-day,LAC,W1,Permanence,30/09/2020,
    L2,last-day,LAC,W2,Looked After,01/01/2019,`,
  adoptions: `
    person_id,entered_care_on,placement_order_on,matched_on,placed_on,adopted_on,reversed_on
    last-day,01/01/2019,31/08/2020,30/09/2020,01/10/2020,,
    day-after,01/01/2019,31/08/2020,01/10/2020,,,
    first-day,01/01/2017,01/09/2017,01/10/2017,01/11/2017,01/06/2018,
    day-before,01/01/2017,01/09/2017,30/09/2017,01/11/2017,01/06/2018,
    same-day,01/01/2019,14/02/2020,14/02/2020,,,
    reversed,01/01/2019,01/02/2020,01/03/2020,01/04/2020,,01/06/2020
    by-consent,01/01/2019,,15/09/2020,16/09/2020,,
    not-matched,01/01/2019,01/09/2020,,,,`,
};

describe('adoption-order-to-match', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('adoption-order-to-match', EXTRACTS);
  });

  it('when a child was matched then the days from the placement order are counted', () => {
    expect(run.caseOf('last-day')).toMatchObject({ amount: 30, event_on: '2020-09-30' });
    expect(run.caseOf('same-day', '2020-02')).toMatchObject({ amount: 0 });
    // February 2020 has 29 days.
    expect(run.caseOf('reversed', '2020-03')).toMatchObject({ amount: 29 });
  });

  it('when two allocations are open on the day of the match then the one started last gives the team', () => {
    expect(run.caseOf('last-day')).toMatchObject({ team: 'Permanence' });
  });

  it('when there is no placement order then the child is not judged', () => {
    expect(run.caseOf('by-consent')).toMatchObject({
      amount: null,
      not_judged: 'no date of the placement order',
    });
    expect(run.caseOf('not-matched')).toBeUndefined();
  });

  it('when 36 months end with September 2020 then they start on 1 October 2017', () => {
    // Days: last-day 30, first-day 30, same-day 0, reversed 29: 89 of 4 children.
    expect(run.figure('snapshot')).toMatchObject({
      value: 22.25,
      numerator: 89,
      denominator: 4,
      notJudged: 1,
    });
    // A month earlier: day-before (29 days) in the place of last-day and by-consent.
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ numerator: 88, denominator: 4, notJudged: 0 });
  });

  it('when the extract is complete only from a day later then there is no figure', async () => {
    const short = await runMeasure('adoption-order-to-match', EXTRACTS, { coversFrom: '2017-10-02' });
    expect(short.figure('snapshot')).toMatchObject({ status: 'no-data', value: null });
  });
});
