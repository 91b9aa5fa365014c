import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// Easter 2020: Friday 10 and Monday 13 April are bank holidays.
describe('referrals-decided-24h', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure(
      'referrals-decided-24h',
      {
        referrals: `
          referral_id,person_id,received_at,source,allocated_at,decided_at,team
          maundy-thursday,P1,09/04/2020 16:00,Police,,14/04/2020 16:00,Team A
          maundy-thursday-late,P2,09/04/2020 16:00,Police,,14/04/2020 16:01,Team A
          easter-sunday,P3,12/04/2020 16:00,Police,,15/04/2020 00:00,Team A
          easter-sunday-late,P4,12/04/2020 16:00,Police,,15/04/2020 00:01,Team A
          good-friday-decided,P5,10/04/2020 16:00,Police,,10/04/2020 17:00,Team A
          undecided,P6,15/04/2020 16:00,Police,15/04/2020 17:00,,Team A
          limit-in-may,P7,30/04/2020 00:30,Police,,30/04/2020 16:00,Team A`,
      },
      { month: '2020-04' },
    );
  });

  it('when Easter lies between then 24 hours from Thursday end on Tuesday at the same time', () => {
    expect(run.caseOf('maundy-thursday')).toMatchObject({
      met: true,
      team: 'Team A',
      limit_on: '2020-04-14',
    });
    expect(run.caseOf('maundy-thursday-late')).toMatchObject({ met: false });
  });

  it('when a referral comes on a non-working day then its 24 hours are the next working day', () => {
    expect(run.caseOf('easter-sunday')).toMatchObject({ met: true, limit_on: '2020-04-14' });
    expect(run.caseOf('easter-sunday-late')).toMatchObject({ met: false });
  });

  it('when it is decided before its hours have even begun then it is in time', () => {
    expect(run.caseOf('good-friday-decided')).toMatchObject({ met: true });
  });

  it('when a worker was allocated but nothing decided then it is not met', () => {
    expect(run.caseOf('undecided')).toMatchObject({ met: false, not_judged: null });
  });

  it('when the cases are added up then 3 of 6, with 1 not yet due', () => {
    expect(run.caseOf('limit-in-may')).toMatchObject({ not_yet_due: true, limit_on: '2020-05-01' });
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 3, denominator: 6, notYetDue: 1 });
  });
});
