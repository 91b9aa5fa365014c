import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('referrals-neglect', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('referrals-neglect', {
      referrals: `
        referral_id,person_id,received_at,source,primary_need,team
        neglect,P1,01/09/2020 00:00,Police,Neglect,Team A
        neglect-last,P2,30/09/2020 23:59,Police,Neglect,Team B
        abuse,P3,15/09/2020,Police,Abuse,Team A
        not-recorded,P4,15/09/2020,Police,,Team A
        october,P5,01/10/2020,Police,Neglect,Team A
        july,P6,15/07/2020,Police,Neglect,Team A`,
    });
  });

  it('when the primary need is neglect then it is met, when it is another then not', () => {
    expect(run.caseOf('neglect')).toMatchObject({ met: true, event_on: '2020-09-01' });
    expect(run.caseOf('abuse')).toMatchObject({ met: false });
  });

  it('when no need is recorded then it is not met, never "not judged"', () => {
    expect(run.caseOf('not-recorded')).toMatchObject({ met: false, not_judged: null });
  });

  it('when the referral is received in October then it is not of September', () => {
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when the cases are added up then 2 of 4, and 3 of 5 since April', () => {
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 2, denominator: 4, notJudged: 0 });
    expect(run.figure('ytd')).toMatchObject({ value: 60, numerator: 3, denominator: 5 });
  });

  it('when a team is asked for then only its own referrals count', () => {
    expect(run.figure('month', '2020-09', { team: 'Team A' })).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
  });
});
