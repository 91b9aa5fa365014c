import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('referrals', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('referrals', {
      referrals: `
        referral_id,person_id,received_at,source,no_further_action,team
        first-minute,P1,01/09/2020 00:00,Police,N,Team A
        same-child-same-day,P1,01/09/2020 09:00,School,N,Team B
        no-further-action,P2,30/09/2020 23:59,,Y,
        october,P3,01/10/2020,Police,N,Team A
        april,P4,01/04/2020,Police,N,Team A
        march,P5,31/03/2020 23:59,Police,N,Team A
        a-year-ago,P6,30/09/2019 23:59,Police,N,Team A`,
    });
  });

  it('when a referral is received in the month then it counts, with no further action too', () => {
    expect(run.caseOf('first-minute')).toMatchObject({
      event_on: '2020-09-01',
      team: 'Team A',
      person_id: 'P1',
    });
    expect(run.caseOf('no-further-action')).toMatchObject({ event_on: '2020-09-30', team: null });
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when a child is referred twice in a day then both count', () => {
    expect(run.caseOf('same-child-same-day')).toBeDefined();
  });

  it('when the referrals are added up then 3 in the month, 4 since April, 5 in twelve months', () => {
    expect(run.figure('month')).toMatchObject({ value: 3 });
    expect(run.figure('ytd')).toMatchObject({ value: 4 });
    expect(run.figure('rolling-12')).toMatchObject({ value: 5 });
  });

  it('when the twelve months are given as a rate then it is for each 10,000 children', () => {
    // 5 of 36,100 children: 50,000 / 36,100.
    expect(run.figure('rolling-12', '2020-09', { of: 'rate' })?.value).toBeCloseTo(50_000 / 36_100, 9);
    expect(run.figure('month', '2020-09', { of: 'rate' })).toBeUndefined();
  });

  it('when a team is asked for then only its own referrals count', () => {
    expect(run.figure('month', '2020-09', { team: 'Team A' })).toMatchObject({ value: 1 });
  });
});
