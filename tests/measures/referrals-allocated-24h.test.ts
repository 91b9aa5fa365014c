import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 4th is a Friday. Monday 31 August is a bank holiday.
describe('referrals-allocated-24h', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('referrals-allocated-24h', {
      referrals: `
        referral_id,person_id,received_at,source,allocated_at,decided_at,team
        friday-in-time,P1,04/09/2020 15:00,Police,07/09/2020 15:00,,Team A
        friday-late,P2,04/09/2020 15:00,Police,07/09/2020 15:01,04/09/2020 15:00,Team A
        friday-midnight,P3,04/09/2020 00:00,Police,05/09/2020 00:00,,Team A
        friday-midnight-late,P4,04/09/2020 00:00,Police,05/09/2020 00:01,,Team A
        no-worker,P5,08/09/2020 09:00,Police,,08/09/2020 10:00,Team A
        limit-at-month-end,P6,30/09/2020 00:00,Police,30/09/2020 12:00,,Team A
        limit-in-october,P7,30/09/2020 00:01,Police,30/09/2020 00:02,,Team A
        before-holiday,P8,28/08/2020 10:00,Police,01/09/2020 10:00,,Team A`,
    });
  });

  it('when a referral comes on a Friday afternoon then its 24 hours end on Monday at the same time', () => {
    expect(run.caseOf('friday-in-time')).toMatchObject({ met: true, limit_on: '2020-09-07', team: 'Team A' });
    expect(run.caseOf('friday-late')).toMatchObject({ met: false });
  });

  it('when it comes at 00:00 of a Friday then its 24 hours are over with the Friday', () => {
    expect(run.caseOf('friday-midnight')).toMatchObject({ met: true, limit_on: '2020-09-04' });
    expect(run.caseOf('friday-midnight-late')).toMatchObject({ met: false });
  });

  it('when a bank holiday follows the weekend then it is skipped too', () => {
    // 14 hours of Friday 28 August, no weekend, no Monday, 10 of Tuesday 1 September.
    expect(run.caseOf('before-holiday', '2020-08')).toMatchObject({ met: true, limit_on: '2020-09-01' });
  });

  it('when no worker is recorded then it is not met, never "not judged"', () => {
    expect(run.caseOf('no-worker')).toMatchObject({ met: false, not_judged: null });
  });

  it('when the limit falls in October then the referral is not yet due, though it was allocated', () => {
    expect(run.caseOf('limit-at-month-end')).toMatchObject({ met: true, not_yet_due: false });
    expect(run.caseOf('limit-in-october')).toMatchObject({ not_yet_due: true });
  });

  it('when the cases are added up then 3 of 6, with 1 not yet due', () => {
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 3, denominator: 6, notYetDue: 1 });
  });
});
