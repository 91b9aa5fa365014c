import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('missing-interview-72h', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('missing-interview-72h', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,CIN,W1,Team Before,01/01/2019,04/09/2020
        A2,P1,CIN,W1,Team Then,04/09/2020,05/09/2020
        A3,P1,CIN,W1,Team After,05/09/2020,`,
      missing_episodes: `
        episode_id,person_id,started_at,found_at,interview_offered_at,interview_held_at,interview_refused,placing_authority
        to-the-minute,P1,03/09/2020 09:00,04/09/2020 10:00,04/09/2020 11:00,07/09/2020 10:00,N,
        a-minute-late,P2,03/09/2020 09:00,04/09/2020 10:00,04/09/2020 11:00,07/09/2020 10:01,N,
        refused,P3,03/09/2020 09:00,04/09/2020 10:00,04/09/2020 11:00,,Y,
        refused-and-held,P4,03/09/2020 09:00,04/09/2020 10:00,04/09/2020 11:00,05/09/2020 10:00,Y,
        not-held,P5,03/09/2020 09:00,04/09/2020 10:00,,,,
        other-council,P6,03/09/2020 09:00,04/09/2020 10:00,,05/09/2020 10:00,N,Another Council
        still-missing,P7,03/09/2020 09:00,,,,,
        found-in-august,P8,30/08/2020 09:00,31/08/2020 23:59,,01/09/2020 09:00,N,
        limit-at-month-end,P9,27/09/2020 20:00,28/09/2020 00:00,,30/09/2020 23:00,N,
        limit-in-october,P10,27/09/2020 20:00,28/09/2020 00:01,,28/09/2020 09:00,N,`,
    });
  });

  it('when it was held 72 hours after the child was found then it is in time, a minute later then not', () => {
    // From Friday: the weekend's hours count.
    expect(run.caseOf('to-the-minute')).toMatchObject({
      met: true,
      event_on: '2020-09-04',
      limit_on: '2020-09-07',
    });
    expect(run.caseOf('a-minute-late')).toMatchObject({ met: false });
    expect(run.caseOf('not-held')).toMatchObject({ met: false, not_judged: null });
  });

  it('when it was refused then it is not met, and counted beside', () => {
    expect(run.caseOf('refused')).toMatchObject({ met: false, category_1: 'Refused' });
    expect(run.caseOf('refused-and-held')).toMatchObject({ met: false });
    expect(run.figure('month', '2020-09', { category: 'Refused' })).toMatchObject({
      numerator: 0,
      denominator: 2,
    });
    expect(run.figure('month', '2020-09', { category: 'Not refused' })).toMatchObject({
      numerator: 2,
      denominator: 4,
    });
  });

  it('when another council placed the child then it is none of ours; when still missing then it is no case', () => {
    expect(run.caseOf('other-council')).toBeUndefined();
    expect(run.caseOf('still-missing')).toBeUndefined();
  });

  it('when the child was found in August then it is a case of August', () => {
    expect(run.caseOf('found-in-august')).toBeUndefined();
    expect(run.caseOf('found-in-august', '2020-08')).toMatchObject({ met: true });
  });

  it('when the limit is 00:00 of 1 October then it is due, a minute later then not yet', () => {
    expect(run.caseOf('limit-at-month-end')).toMatchObject({
      met: true,
      not_yet_due: false,
      limit_on: '2020-09-30',
    });
    expect(run.caseOf('limit-in-october')).toMatchObject({ not_yet_due: true });
  });

  it('when the cases are added up then 2 of 6, with 1 not yet due', () => {
    expect(run.figure('month')).toMatchObject({ numerator: 2, denominator: 6, notYetDue: 1 });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('to-the-minute')).toMatchObject({ team: 'Team Then' });
  });
});
