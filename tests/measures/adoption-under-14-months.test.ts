import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// 426 days after 1 January 2019: 365 to 1 January 2020, 31 of January and 29 of February to 1 March, 1 more to 2 March.
describe('adoption-under-14-months', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('adoption-under-14-months', {
      adoptions: `
        person_id,entered_care_on,matched_on,placed_on,adopted_on,reversed_on
        day-426,01/01/2019,01/02/2020,02/03/2020,30/09/2020,
        day-427,01/01/2019,01/02/2020,03/03/2020,30/09/2020,
        reversed,01/01/2020,01/09/2020,30/09/2020,,02/10/2020
        no-entry,,01/09/2020,30/09/2020,,
        not-placed,01/01/2019,01/02/2020,,,
        day-after,01/01/2020,01/09/2020,01/10/2020,,
        first-day,01/10/2015,01/09/2017,01/10/2017,,
        day-before,01/10/2016,01/09/2017,30/09/2017,,`,
    });
  });

  it('when a child was placed on day 426 then it was in time; on day 427 it was not', () => {
    expect(run.caseOf('day-426', '2020-03')).toMatchObject({ met: true, limit_on: '2020-03-02' });
    expect(run.caseOf('day-427', '2020-03')).toMatchObject({ met: false });
  });

  it('when the placement was reversed then it still counts', () => {
    expect(run.caseOf('reversed')).toMatchObject({ met: true });
  });

  it('when the limit lies ahead of the month then the child who has been placed is judged at once', () => {
    // 426 days after 1 January 2020 is 2 March 2021.
    expect(run.caseOf('reversed')).toMatchObject({ limit_on: '2021-03-02', not_yet_due: false });
  });

  it('when there is no date of entering care then the child is not judged; without a placement it is no case', () => {
    expect(run.caseOf('no-entry')).toMatchObject({ met: null, not_judged: 'no date of entering care' });
    expect(run.caseOf('not-placed')).toBeUndefined();
  });

  it('when 36 months end with September 2020 then they start on 1 October 2017', () => {
    // Met: day-426, reversed. Not met: day-427, first-day.
    expect(run.figure('snapshot')).toMatchObject({
      value: 50,
      numerator: 2,
      denominator: 4,
      notJudged: 1,
      notYetDue: 0,
    });
    // A month earlier: day-426 and day-before, not day-427 nor first-day.
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ numerator: 2, denominator: 4, notJudged: 0 });
  });
});
