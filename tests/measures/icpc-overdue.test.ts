import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020 ends on a Wednesday. August ended on Monday the 31st, a bank holiday.
describe('icpc-overdue', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('icpc-overdue', {
      people: `
        person_id,date_of_birth,date_of_death
        DIED-30,01/01/2010,30/09/2020
        DIED-1,01/01/2010,01/10/2020`,
      s47_enquiries: `
        enquiry_id,person_id,started_on,completed_on,outcome,team
        day-16,P1,08/09/2020,,ICPC,A
        day-15,P2,09/09/2020,,ICPC,A
        august-day-16,P3,06/08/2020,20/08/2020,ICPC,A
        august-day-15,P4,07/08/2020,20/08/2020,icpc,B
        other-outcome,P5,03/08/2020,20/08/2020,Child in Need,A
        no-outcome,P6,03/08/2020,,,A
        held-30,P7,03/08/2020,20/08/2020,ICPC,A
        held-in-october,P8,03/08/2020,20/08/2020,ICPC,A
        found-by-child,P9,03/08/2020,20/08/2020,ICPC,A
        conference-of-another,P10,03/08/2020,20/08/2020,ICPC,A
        review-only,P11,03/08/2020,20/08/2020,ICPC,A
        died-30,DIED-30,03/08/2020,20/08/2020,ICPC,A
        died-1,DIED-1,03/08/2020,20/08/2020,ICPC,A
        before-the-calendar,P12,05/12/2011,20/12/2011,ICPC,A
        later-of-child,P13,01/09/2020,,ICPC,A
        earlier-of-child,P13,03/08/2020,,ICPC,A`,
      conferences: `
        conference_id,person_id,kind,enquiry_id,held_on
        C1,P7,Initial,held-30,30/09/2020
        C2,P8,Initial,held-in-october,01/10/2020
        C3,P9,Initial,,10/09/2020
        C4,P10,Initial,another,10/09/2020
        C5,P11,Review,review-only,10/09/2020
        C6,P13,Initial,,10/09/2020`,
    });
  });

  it('when 15 working days have passed by month end then it is not yet overdue; when 16 have then it is', () => {
    // From Wednesday the 9th: 10th and 11th, then three weeks less two days, to the 30th: day 15.
    expect(run.caseOf('day-15')).toBeUndefined();
    // From Tuesday the 8th the 30th is day 16; day 15 was the 29th.
    expect(run.caseOf('day-16')).toMatchObject({ limit_on: '2020-09-29', event_on: '2020-09-08' });
  });

  it('when the month ends on a bank holiday then only working days make it overdue', () => {
    // From Friday 7 August: 15 working days to Friday the 28th, and none since. From the 6th: 16.
    expect(run.caseOf('august-day-15', '2020-08')).toBeUndefined();
    expect(run.caseOf('august-day-16', '2020-08')).toBeDefined();
    expect(run.caseOf('august-day-15')).toBeDefined();
  });

  it('when the outcome is not a conference then none is due', () => {
    expect(run.caseOf('other-outcome')).toBeUndefined();
    expect(run.caseOf('no-outcome')).toBeUndefined();
  });

  it('when a conference was held by month end then it is not overdue; a day later then it was', () => {
    expect(run.caseOf('held-30')).toBeUndefined();
    expect(run.caseOf('held-30', '2020-08')).toBeDefined();
    expect(run.caseOf('held-in-october')).toBeDefined();
  });

  it('when a conference names no enquiry then it belongs to the latest of the child in the 60 days before', () => {
    expect(run.caseOf('found-by-child')).toBeUndefined();
    expect(run.caseOf('later-of-child')).toBeUndefined();
    expect(run.caseOf('earlier-of-child')).toBeDefined();
    expect(run.caseOf('conference-of-another')).toBeDefined();
    expect(run.caseOf('review-only')).toBeDefined();
  });

  it('when a child has died by month end then the child is left out', () => {
    expect(run.caseOf('died-30')).toBeUndefined();
    expect(run.caseOf('died-1')).toBeDefined();
  });

  it('when the enquiries are counted then there are 9', () => {
    // day-16, august-day-16, august-day-15, held-in-october, conference-of-another, review-only, died-1,
    // before-the-calendar, earlier-of-child
    expect(run.caseOf('before-the-calendar')).toBeDefined();
    expect(run.figure('snapshot')).toMatchObject({ value: 9 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 1 });
  });
});
