import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('missing-children', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('missing-children', {
      missing_episodes: `
        episode_id,person_id,started_at,found_at,interview_refused,placing_authority
        first,P1,01/09/2020 00:00,01/09/2020 09:00,,
        second,P1,30/09/2020 23:59,,,
        other-child,P2,15/09/2020 12:00,16/09/2020 12:00,,
        other-council,P3,15/09/2020 12:00,16/09/2020 12:00,,Another Council
        over-month-end,P4,31/08/2020 23:59,02/09/2020 09:00,,
        in-july,P1,15/07/2020 12:00,15/07/2020 18:00,,
        in-march,P5,31/03/2020 12:00,31/03/2020 18:00,,`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,LAC,W1,Team July,01/07/2020,01/09/2020
        A2,P1,LAC,W1,Team September,01/09/2020,`,
    });
  });

  it('when a child goes missing twice in a month then the child counts once', () => {
    expect(run.caseOf('first')).toMatchObject({ person_id: 'P1' });
    expect(run.caseOf('second')).toMatchObject({ person_id: 'P1' });
    expect(run.figure('month')).toMatchObject({ value: 2, status: 'ok' });
  });

  it('when another council placed the child then it is none of ours', () => {
    expect(run.caseOf('other-council')).toBeUndefined();
  });

  it('when an episode goes on into September then it belongs to the month in which it began', () => {
    expect(run.caseOf('over-month-end')).toBeUndefined();
    expect(run.figure('month', '2020-08')).toMatchObject({ value: 1 });
  });

  it('when months are put together then each child counts once: they do not add up to the year', () => {
    // Since April P1, P2 and P4, though July, August and September say 1, 1 and 2; in twelve months P5 too.
    expect(run.figure('month', '2020-07')).toMatchObject({ value: 1 });
    expect(run.figure('ytd')).toMatchObject({ value: 3 });
    expect(run.figure('rolling-12')).toMatchObject({ value: 4 });
  });

  it('when a child was with two teams in the year then the child counts once for each', () => {
    expect(run.figure('ytd', '2020-09', { team: 'Team July' })).toMatchObject({ value: 1 });
    expect(run.figure('ytd', '2020-09', { team: 'Team September' })).toMatchObject({ value: 1 });
    expect(run.figure('month', '2020-09', { team: 'Team September' })).toMatchObject({ value: 1 });
    expect(run.figure('month', '2020-09', { team: 'Team July' })).toMatchObject({ value: 0 });
  });

  it('when nobody went missing in a month then it is 0', () => {
    expect(run.figure('month', '2020-06')).toMatchObject({ value: 0, status: 'ok' });
  });
});
