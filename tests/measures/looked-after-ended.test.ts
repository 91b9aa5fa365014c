import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('looked-after-ended', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('looked-after-ended', {
      care_episodes: `
        episode_id,person_id,started_on,ended_on,end_reason,legal_status,team
        first-day,P1,01/06/2019,01/09/2020,Adopted,C2,A
        last-day,P2,01/06/2019,30/09/2020,special guardianship ORDER,C2,B
        october,P3,01/06/2019,01/10/2020,Adopted,C2,A
        august,P4,01/06/2019,31/08/2020,Turned 18,C2,A
        open,P5,01/09/2020,,Adopted,C2,A
        no-reason,P6,01/09/2020,15/09/2020,,C2,A
        short-breaks,P7,01/09/2020,15/09/2020,Returned home,V4,A
        twice-1,P8,01/09/2020,02/09/2020,Returned home,V2,A
        twice-2,P8,03/09/2020,29/09/2020,Returned home,V2,A`,
    });
  });

  it('when an episode ends on the first or the last day of the month then it belongs to the month', () => {
    expect(run.caseOf('first-day')).toBeDefined();
    expect(run.caseOf('last-day')).toBeDefined();
    expect(run.caseOf('august')).toBeUndefined();
    expect(run.caseOf('october')).toBeUndefined();
    expect(run.caseOf('open')).toBeUndefined();
  });

  it('when a reason is written in other letters then it is the same reason', () => {
    expect(run.caseOf('last-day')).toMatchObject({ category_1: 'Special guardianship order' });
  });

  it('when no reason is recorded then it has a row of its own; a reason that nobody had is 0', () => {
    expect(run.figure('month', '2020-09', { category: 'Not recorded' })).toMatchObject({ value: 1 });
    expect(run.figure('month', '2020-09', { category: 'Independent living' })).toMatchObject({
      value: 0,
      status: 'ok',
    });
  });

  it('when an episode was of short breaks, or a child leaves care twice, then each end counts', () => {
    // short-breaks, twice-1, twice-2
    expect(run.figure('month', '2020-09', { category: 'Returned home' })).toMatchObject({ value: 3 });
  });

  it('when the episodes are counted then the month has 6 and the year to date 7', () => {
    expect(run.figure('month')).toMatchObject({ value: 6 });
    expect(run.figure('month', '2020-09', { team: 'B' })).toMatchObject({ value: 1 });
    expect(run.figure('ytd')).toMatchObject({ value: 7 });
    expect(run.figure('ytd', '2020-09', { category: 'Turned 18' })).toMatchObject({ value: 1 });
  });
});
