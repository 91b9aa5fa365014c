import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('strategy-discussions-in-time', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('strategy-discussions-in-time', {
      strategy_discussions: `
        discussion_id,person_id,referral_id,due_at,held_at,team
        to-the-minute,P1,,02/09/2020 12:00,02/09/2020 12:00,Team A
        a-minute-late,P2,,02/09/2020 12:00,02/09/2020 12:01,Team A
        early,P3,,15/09/2020 12:00,01/09/2020 09:00,Team A
        no-due-time,P4,,,15/09/2020 12:00,Team A
        not-held,P5,,15/09/2020 12:00,,Team A
        due-in-august,P6,,31/08/2020 23:59,01/09/2020 00:00,Team A
        due-in-october,P7,,02/10/2020 12:00,30/09/2020 23:59,Team A`,
    });
  });

  it('when it was held at the minute it was due then it is in time, a minute later then not', () => {
    expect(run.caseOf('to-the-minute')).toMatchObject({ met: true });
    expect(run.caseOf('a-minute-late')).toMatchObject({ met: false });
    expect(run.caseOf('early')).toMatchObject({ met: true, team: 'Team A' });
  });

  it('when no time is recorded by which it was due then it is not judged, and says why', () => {
    expect(run.caseOf('no-due-time')).toMatchObject({ met: null, not_judged: 'no time by which it was due' });
  });

  it('when it was not held then it is no case', () => {
    expect(run.caseOf('not-held')).toBeUndefined();
  });

  it('when it was due in another month then it is judged at once in the month in which it was held', () => {
    expect(run.caseOf('due-in-august')).toMatchObject({ met: false });
    expect(run.caseOf('due-in-october')).toMatchObject({ met: true, not_yet_due: false });
  });

  it('when the cases are added up then 3 of 5, with 1 not judged', () => {
    expect(run.figure('month')).toMatchObject({
      value: 60,
      numerator: 3,
      denominator: 5,
      notJudged: 1,
      notYetDue: 0,
    });
  });

  it('when no discussion was judged then there are no cases, never 0% or 100%', () => {
    expect(run.figure('month', '2020-08')).toMatchObject({ value: null, status: 'no-cases', denominator: 0 });
  });
});
