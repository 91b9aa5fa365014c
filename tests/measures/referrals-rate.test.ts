import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('referrals-rate', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure(
      'referrals-rate',
      {
        referrals: `
          referral_id,person_id,received_at,source,team
          last-day,P1,30/09/2020 23:59,Police,Team A
          same-child,P1,15/02/2020,Police,Team A
          first-day,P2,01/10/2019 00:00,Police,
          a-day-before,P3,30/09/2019 23:59,Police,Team A
          next-month,P4,01/10/2020 00:00,Police,Team A`,
      },
      { coversFrom: '2019-10-01', populations: 'from,ages,population\n,0-17,30000\n2020-09,0-17,40000\n' },
    );
  });

  it('when a referral is on the first or the last day of the twelve months then it is in the rate', () => {
    // 3 referrals for 40,000 children: 0.75 for each 10,000.
    expect(run.figure('snapshot')).toMatchObject({
      value: 0.75,
      numerator: 3,
      denominator: 40_000,
      status: 'ok',
    });
  });

  it('when a child is referred twice in the twelve months then both count', () => {
    expect(run.caseOf('same-child', '2020-02')).toMatchObject({ person_id: 'P1', team: 'Team A' });
  });

  it('when a referral comes after the month end then it is not listed', () => {
    expect(run.casesIn('2020-10')).toEqual([]);
  });

  it('when the window begins before the extract does then there is no rate, never one that is too low', () => {
    // August's twelve months begin in September 2019; the extract covers from October 2019.
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ value: null, status: 'no-data' });
    expect(run.figure('snapshot', '2020-08')?.reason).toContain('history');
  });

  it('when the measure spans a window then it has no year to date', () => {
    expect(run.figure('ytd')).toBeUndefined();
    expect(run.figure('month')).toBeUndefined();
  });
});
