import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// To Wednesday 30 September 2020: 22 working days in September, 20 in August (the 31st is a bank holiday), and 29-31 July
// make 45. An assessment of Tuesday 28 July is at day 45, one of Monday 27 July at day 46.
describe('assessments-open-over-45-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('assessments-open-over-45-days', {
      assessments: `
        assessment_id,person_id,referral_id,started_on,authorised_on,team
        day-45,P1,,28/07/2020,,Team A
        day-46,P2,,27/07/2020,,Team A
        same-child,P2,,01/07/2020,,Team A
        done-on-month-end,P3,,01/07/2020,30/09/2020,Team A
        done-after,P4,,01/07/2020,01/10/2020,Team B
        child-died,P5,,01/07/2020,,Team A
        before-calendar,P6,,01/12/2011,,Team A
        sunday-day-45,P7,,23/03/2020,01/06/2020,Team A
        sunday-day-46,P8,,20/03/2020,01/06/2020,Team A`,
      people: `
        person_id,date_of_birth,date_of_death
        P5,01/01/2010,30/09/2020`,
    });
  });

  it('when 45 working days have passed then it is not over them, when 46 have then it is', () => {
    expect(run.caseOf('day-45')).toBeUndefined();
    expect(run.caseOf('day-46')).toMatchObject({ event_on: '2020-07-27', limit_on: '2020-09-29' });
  });

  it('when the month ends on a Sunday then the weekend adds no working day', () => {
    // To Sunday 31 May 2020: 19 in May (8 and 25 are bank holidays), 20 in April (10 and 13 are), and 24-27, 30, 31 March
    // make 45. Monday 23 March is at day 45 on Friday 29 May and still on Sunday.
    expect(run.caseOf('sunday-day-45', '2020-05')).toBeUndefined();
    expect(run.caseOf('sunday-day-46', '2020-05')).toBeDefined();
    expect(run.caseOf('sunday-day-46', '2020-06')).toBeUndefined();
  });

  it('when it was authorised on the month end then it is no longer open, a day later then it is', () => {
    expect(run.caseOf('done-on-month-end')).toBeUndefined();
    expect(run.caseOf('done-after')).toMatchObject({ team: 'Team B' });
  });

  it('when the child has died then it is not listed from that month end on', () => {
    expect(run.caseOf('child-died')).toBeUndefined();
    expect(run.caseOf('day-46', '2020-08')).toBeUndefined();
  });

  it('when it started before the calendar does then it is listed in every month', () => {
    expect(run.caseOf('before-calendar')).toBeDefined();
    expect(run.caseOf('before-calendar', '2019-09')).toBeDefined();
  });

  it('when they are counted then 4, two of one child', () => {
    // day-46, same-child, done-after, before-calendar.
    expect(run.figure('snapshot')).toMatchObject({ value: 4 });
    expect(run.figure('snapshot', '2020-09', { team: 'Team B' })).toMatchObject({ value: 1 });
  });
});
