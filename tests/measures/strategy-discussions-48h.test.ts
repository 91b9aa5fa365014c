import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 4th is a Friday.
describe('strategy-discussions-48h', () => {
  let run: MeasureRun;
  const strategy_discussions = `
    discussion_id,person_id,referral_id,due_at,held_at,team
    to-the-minute,P1,R1,,03/09/2020 00:30,Team A
    a-minute-late,P2,R1,,03/09/2020 00:31,Team A
    over-weekend,P3,R2,,07/09/2020 14:00,Team A
    before-referral,P4,R2,,03/09/2020 09:00,Team A
    unknown-referral,P5,R9,,04/09/2020 09:00,Team A
    no-referral,P6,,,04/09/2020 09:00,Team A
    not-held,P7,R1,02/09/2020 10:00,,Team A
    held-in-october,P8,R3,,01/10/2020 00:00,Team A`;
  const referrals = `
    referral_id,person_id,received_at,source
    R1,P1,01/09/2020 00:30,Police
    R2,P3,04/09/2020 00:00,Police
    R3,P8,29/09/2020 15:00,Police`;

  beforeAll(async () => {
    run = await runMeasure('strategy-discussions-48h', { strategy_discussions, referrals });
  });

  it('when it was held 48 hours after the referral then it is in time, a minute later then not', () => {
    expect(run.caseOf('to-the-minute')).toMatchObject({
      met: true,
      event_on: '2020-09-03',
      limit_on: '2020-09-03',
    });
    expect(run.caseOf('a-minute-late')).toMatchObject({ met: false });
  });

  it('when a weekend lies between then its hours count like others', () => {
    // Friday 00:00 and 48 hours is Sunday 00:00, which is the end of Saturday.
    expect(run.caseOf('over-weekend')).toMatchObject({ met: false, limit_on: '2020-09-05' });
  });

  it('when it was held before the referral was received then it is in time', () => {
    expect(run.caseOf('before-referral')).toMatchObject({ met: true });
  });

  it('when the referral that it names is not in the extract then it is not judged; when it names none it is no case', () => {
    expect(run.caseOf('unknown-referral')).toMatchObject({
      met: null,
      not_judged: 'the referral it names is not in the extract',
    });
    expect(run.caseOf('no-referral')).toBeUndefined();
  });

  it('when it was not held, or in October, then it is no case of September', () => {
    expect(run.caseOf('not-held')).toBeUndefined();
    expect(run.caseOf('held-in-october')).toBeUndefined();
  });

  it('when the cases are added up then 2 of 4, with 1 not judged', () => {
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 2, denominator: 4, notJudged: 1 });
  });

  it('when the extracts begin less than a month before the period then there is no figure', async () => {
    const options = { coversFrom: '2020-08-01' };
    const short = await runMeasure('strategy-discussions-48h', { strategy_discussions, referrals }, options);
    expect(short.figure('month')).toMatchObject({ status: 'ok', numerator: 2 });
    expect(short.figure('month', '2020-08')).toMatchObject({ status: 'no-data' });
  });
});
