import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('allegations-by-agency', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('allegations-by-agency', {
      allegations: `
        allegation_id,referred_on,agency,meeting_held_on,minutes_sent_on,outcome,closed_on
        first-day,01/09/2020,Education,,,,
        last-day,30/09/2020,Education,30/09/2020,,False,30/09/2020
        police,15/09/2020,Police,,,,
        october,01/10/2020,Health,,,,
        closed-in-september,31/08/2020,Health,,,Substantiated,15/09/2020`,
    });
  });

  it('when it was referred in the month then it counts, open or closed', () => {
    expect(run.caseOf('first-day')).toMatchObject({ event_on: '2020-09-01', category_1: 'Education' });
    expect(run.caseOf('last-day')).toBeDefined();
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when it was closed in the month and referred before then it belongs to the month of the referral', () => {
    expect(run.caseOf('closed-in-september')).toBeUndefined();
    expect(run.caseOf('closed-in-september', '2020-08')).toBeDefined();
  });

  it('when it is about a professional then the case names no child and no team', () => {
    expect(run.caseOf('police')).toMatchObject({ person_id: null, team: null });
  });

  it('when agencies are named then each has its row, at 0 where it had none in the month', () => {
    expect(run.figure('month', '2020-09', { category: 'Education' })).toMatchObject({ value: 2 });
    expect(run.figure('month', '2020-09', { category: 'Police' })).toMatchObject({ value: 1 });
    expect(run.figure('month', '2020-09', { category: 'Health' })).toMatchObject({ value: 0 });
  });

  it('when they are added up then 3 in the month and 4 since April', () => {
    expect(run.figure('month')).toMatchObject({ value: 3 });
    expect(run.figure('ytd')).toMatchObject({ value: 4 });
  });
});
