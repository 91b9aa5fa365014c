import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

const CARE_EPISODES = `
  episode_id,person_id,started_on,ended_on,legal_status,team
  edges,P1,30/09/2019,,C2,A
  day-too-early,P2,01/01/2019,,C2,A
  day-too-late,P3,01/01/2019,,C2,A
  two-on-a-day,P4,01/01/2019,,C2,B
  none,P5,01/01/2019,,C2,A
  not-yet-a-year,P6,01/10/2019,,C2,A
  long-episode,P7,01/01/2019,,C1,A
  newer-episode,P7,01/09/2020,,C2,A
  short-breaks,P8,01/01/2019,,V4,A
  ended-30,P9,01/01/2019,30/09/2020,C2,A`;

const OVERSIGHTS = `
  oversight_id,person_id,recorded_on
  1,P1,01/10/2019
  2,P1,30/09/2020
  3,P2,30/09/2019
  4,P2,30/09/2020
  5,P3,30/09/2020
  6,P3,01/10/2020
  7,P4,05/05/2020
  8,P4,05/05/2020
  9,P6,05/05/2020
  10,P6,06/05/2020
  11,P7,05/05/2020
  12,P7,06/05/2020`;

describe('oversight-2-in-12-months', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('oversight-2-in-12-months', {
      care_episodes: CARE_EPISODES,
      oversights: OVERSIGHTS,
    });
  });

  it('when oversights were recorded on the first and the last day of the 12 months then both count', () => {
    expect(run.caseOf('edges')).toMatchObject({ met: true });
  });

  it('when one was recorded a day before or a day after the 12 months then it does not count', () => {
    expect(run.caseOf('day-too-early')).toMatchObject({ met: false });
    expect(run.caseOf('day-too-late')).toMatchObject({ met: false });
  });

  it('when two were recorded on one day then they are two; when none was then it is not met', () => {
    expect(run.caseOf('two-on-a-day')).toMatchObject({ met: true });
    expect(run.caseOf('none')).toMatchObject({ met: false, not_judged: null });
  });

  it('when care started on the same day a year before month end then the child counts; a day later then not', () => {
    expect(run.caseOf('edges')).toBeDefined();
    expect(run.caseOf('not-yet-a-year')).toBeUndefined();
    expect(run.caseOf('ended-30')).toBeUndefined();
  });

  it('when a child has a newer episode too then the long one counts; short breaks are left out', () => {
    expect(run.caseOf('long-episode')).toMatchObject({ met: true });
    expect(run.caseOf('newer-episode')).toBeUndefined();
    expect(run.caseOf('short-breaks')).toBeUndefined();
  });

  it('when the children are added up then it is 3 of 6', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 50, numerator: 3, denominator: 6 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 100, denominator: 1 });
  });

  it('when oversights are not recorded for the 12 months then there is no figure', async () => {
    const extracts = { care_episodes: CARE_EPISODES, oversights: OVERSIGHTS };
    const short = await runMeasure('oversight-2-in-12-months', extracts, { coversFrom: '2019-10-01' });
    expect(short.figure('snapshot')).toMatchObject({ status: 'ok' });
    expect(short.figure('snapshot', '2020-08')).toMatchObject({ status: 'no-data' });
  });
});
