import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('referrals-by-agency', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('referrals-by-agency', {
      referrals: `
        referral_id,person_id,received_at,source,team
        police,P1,01/09/2020 00:00,Police,Team A
        police-again,P1,01/09/2020 12:00,Police,Team A
        school,P2,30/09/2020 23:59,School,Team B
        unknown,P3,15/09/2020, ,Team B
        august,P4,31/08/2020 23:59,Health,Team A`,
    });
  });

  it('when agencies are named then each has its row', () => {
    expect(run.figure('month', '2020-09', { category: 'Police' })).toMatchObject({ value: 2 });
    expect(run.figure('month', '2020-09', { category: 'School' })).toMatchObject({ value: 1 });
  });

  it('when no agency is recorded then the referral is in the row Not recorded', () => {
    expect(run.caseOf('unknown')).toMatchObject({ category_1: null, team: 'Team B' });
    expect(run.figure('month', '2020-09', { category: 'Not recorded' })).toMatchObject({ value: 1 });
  });

  it('when an agency made none in the month then its row is 0', () => {
    expect(run.figure('month', '2020-09', { category: 'Health' })).toMatchObject({ value: 0 });
    expect(run.figure('ytd', '2020-09', { category: 'Health' })).toMatchObject({ value: 1 });
  });

  it('when a team is asked for then its rows are its own', () => {
    expect(run.figure('month', '2020-09', { team: 'Team A', category: 'Police' })).toMatchObject({
      value: 2,
    });
    expect(run.figure('month', '2020-09', { team: 'Team B', category: 'Police' })).toMatchObject({
      value: 0,
    });
  });

  it('when all rows are added up then they are the referrals: 4', () => {
    expect(run.figure('month')).toMatchObject({ value: 4 });
    expect(run.caseOf('august')).toBeUndefined();
  });
});
