import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('missing-interview-offered', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('missing-interview-offered', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,CIN,W1,Team Before,01/01/2019,04/09/2020
        A2,P1,CIN,W1,Team Then,04/09/2020,05/09/2020
        A3,P1,CIN,W1,Team After,05/09/2020,`,
      missing_episodes: `
        episode_id,person_id,started_at,found_at,interview_offered_at,interview_held_at,interview_refused,placing_authority
        to-the-minute,P1,03/09/2020 09:00,04/09/2020 10:00,07/09/2020 10:00,,N,
        a-minute-late,P2,03/09/2020 09:00,04/09/2020 10:00,07/09/2020 10:01,,N,
        refused,P3,03/09/2020 09:00,04/09/2020 10:00,05/09/2020 10:00,,Y,
        held-not-offered,P4,03/09/2020 09:00,04/09/2020 10:00,,05/09/2020 10:00,N,
        offered-before-found,P5,03/09/2020 09:00,04/09/2020 10:00,03/09/2020 12:00,,N,
        other-council,P6,03/09/2020 09:00,04/09/2020 10:00,04/09/2020 10:00,,N,Another Council
        still-missing,P7,03/09/2020 09:00,,04/09/2020 10:00,,,
        limit-at-month-end,P8,27/09/2020 20:00,28/09/2020 00:00,,,,
        limit-in-october,P9,27/09/2020 20:00,28/09/2020 00:01,28/09/2020 09:00,,,`,
    });
  });

  it('when it was offered 72 hours after the child was found then it is in time, a minute later then not', () => {
    expect(run.caseOf('to-the-minute')).toMatchObject({ met: true, limit_on: '2020-09-07' });
    expect(run.caseOf('a-minute-late')).toMatchObject({ met: false });
    expect(run.caseOf('offered-before-found')).toMatchObject({ met: true });
  });

  it('when the child refused then the offer still counts', () => {
    expect(run.caseOf('refused')).toMatchObject({ met: true });
  });

  it('when no offer is recorded then it is not met', () => {
    expect(run.caseOf('held-not-offered')).toMatchObject({ met: false, not_judged: null });
  });

  it('when another council placed the child, or the child is still missing, then it is no case', () => {
    expect(run.caseOf('other-council')).toBeUndefined();
    expect(run.caseOf('still-missing')).toBeUndefined();
  });

  it('when the limit is 00:00 of 1 October then it is due, a minute later then not yet', () => {
    expect(run.caseOf('limit-at-month-end')).toMatchObject({ met: false, not_yet_due: false });
    expect(run.caseOf('limit-in-october')).toMatchObject({ not_yet_due: true });
  });

  it('when the cases are added up then 3 of 6, with 1 not yet due', () => {
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 3, denominator: 6, notYetDue: 1 });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('to-the-minute')).toMatchObject({ team: 'Team Then' });
  });
});
