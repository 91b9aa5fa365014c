import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 1st is a Tuesday. The 15 working days after it are 2-4, 7-11, 14-18, 21 and 22 September.
describe('strategy-discussions-to-s47', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('strategy-discussions-to-s47', {
      strategy_discussions: `
        discussion_id,person_id,referral_id,due_at,held_at,team
        named,P1,,,01/09/2020 10:00,Team A
        same-day,P2,,,01/09/2020 23:00,Team A
        day-15,P3,,,01/09/2020 10:00,Team A
        day-16,P4,,,01/09/2020 10:00,Team A
        day-before,P5,,,01/09/2020 00:00,Team A
        names-another,P6,,,01/09/2020 10:00,Team A
        nothing-yet,P7,,,30/09/2020 10:00,Team A
        not-held,P8,,05/09/2020 10:00,,Team A
        two-enquiries,P9,,,01/09/2020 10:00,Team A`,
      s47_enquiries: `
        enquiry_id,person_id,discussion_id,started_on,completed_on
        E1,P1,named,01/12/2020,
        E2,P2,,01/09/2020,
        E3,P3,,22/09/2020,
        E4,P4,,23/09/2020,
        E5,P5,,31/08/2020,
        E6,P6,another-discussion,10/09/2020,
        E8,P8,not-held,05/09/2020,
        E9,P9,two-enquiries,02/09/2020,
        E10,P9,,03/09/2020,`,
    });
  });

  it('when an enquiry names the discussion then it is met, whenever it started', () => {
    expect(run.caseOf('named')).toMatchObject({ met: true, team: 'Team A' });
  });

  it('when none names it then an enquiry of the child from that day to the 15th working day after is enough', () => {
    expect(run.caseOf('same-day')).toMatchObject({ met: true });
    expect(run.caseOf('day-15')).toMatchObject({ met: true });
    expect(run.caseOf('day-16')).toMatchObject({ met: false });
    expect(run.caseOf('day-before')).toMatchObject({ met: false });
  });

  it('when the enquiry in those days names another discussion then it counts all the same', () => {
    expect(run.caseOf('names-another')).toMatchObject({ met: true });
  });

  it('when there is no enquiry yet then it is judged at once and not met', () => {
    expect(run.caseOf('nothing-yet')).toMatchObject({ met: false, not_yet_due: false, not_judged: null });
  });

  it('when it was not held then it is no case; with two enquiries it is one case', () => {
    expect(run.caseOf('not-held')).toBeUndefined();
    expect(run.casesIn('2020-09').filter(each => each.record_id === 'two-enquiries')).toHaveLength(1);
  });

  it('when the cases are added up then 5 of 8', () => {
    // Met: named, same-day, day-15, names-another, two-enquiries.
    expect(run.figure('month')).toMatchObject({ value: 62.5, numerator: 5, denominator: 8 });
  });
});
