import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('re-referrals', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure(
      're-referrals',
      {
        referrals: `
          referral_id,person_id,received_at,source,team
          first-ever,P1,15/09/2020 10:00,Police,Team A
          a-year-before,P2,15/09/2019 23:59,Police,Team A
          just-in-12-months,P2,15/09/2020 00:00,Police,Team A
          a-day-more,P3,14/09/2019 23:59,Police,Team A
          just-outside,P3,15/09/2020 00:00,Police,Team A
          morning,P4,20/09/2020 09:00,Police,Team A
          afternoon,P4,20/09/2020 15:00,School,Team B
          tie-b,P5,21/09/2020 09:00,Police,Team B
          tie-a,P5,21/09/2020 09:00,Police,Team A
          next-day,P5,22/09/2020 00:00,Police,Team A
          other-child,P6,22/09/2020 00:00,Police,Team A`,
      },
      { coversFrom: '2019-09-01' },
    );
  });

  it('when the earlier referral is on the same day a year before then it counts, a day earlier then not', () => {
    expect(run.caseOf('just-in-12-months')).toMatchObject({ met: true });
    expect(run.caseOf('just-outside')).toMatchObject({ met: false });
  });

  it('when a child is referred twice in a day then the first received stands for the day and is no re-referral', () => {
    expect(run.caseOf('morning')).toMatchObject({ met: false, team: 'Team A' });
    expect(run.caseOf('afternoon')).toBeUndefined();
  });

  it('when both came in the same minute then the lower id stands', () => {
    expect(run.caseOf('tie-a')).toMatchObject({ met: false });
    expect(run.caseOf('tie-b')).toBeUndefined();
  });

  it('when a child is referred again the next day then it is a re-referral; another child is not', () => {
    expect(run.caseOf('next-day')).toMatchObject({ met: true });
    expect(run.caseOf('other-child')).toMatchObject({ met: false });
  });

  it('when the cases are added up then 2 of 7', () => {
    // Met: just-in-12-months, next-day. Not: first-ever, just-outside, morning, tie-a, other-child.
    expect(run.figure('month')).toMatchObject({ numerator: 2, denominator: 7, notJudged: 0 });
  });

  it('when the extract does not reach 12 months before the period then there is no figure', () => {
    // September 2020 needs referrals from 1 September 2019; August from 1 August 2019; the year to date from April 2019.
    expect(run.figure('month')?.status).toBe('ok');
    expect(run.figure('month', '2020-08')).toMatchObject({ value: null, status: 'no-data' });
    expect(run.figure('ytd')).toMatchObject({ value: null, status: 'no-data' });
  });

  it('when the day a year before does not exist then it is the last day of that month', async () => {
    // 29 February 2020 less 12 months is 28 February 2019.
    const leap = await runMeasure(
      're-referrals',
      {
        referrals: `
          referral_id,person_id,received_at,source
          R1,P1,28/02/2019 12:00,Police
          on-leap-day,P1,29/02/2020 12:00,Police
          R2,P2,27/02/2019 12:00,Police
          too-early,P2,29/02/2020 12:00,Police`,
      },
      { month: '2020-02' },
    );
    expect(leap.caseOf('on-leap-day')).toMatchObject({ met: true });
    expect(leap.caseOf('too-early')).toMatchObject({ met: false });
  });
});
