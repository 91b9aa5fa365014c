import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 1st is a Tuesday, the 3rd a Thursday. Monday 31 August is a bank holiday.
describe('contacts-da-hub-48h', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('contacts-da-hub-48h', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,CIN,W1,Team Before,01/01/2019,03/09/2020
        A2,P1,CIN,W1,Team Then,03/09/2020,04/09/2020
        A3,P1,CIN,W1,Team After,04/09/2020,
        A4,P11,CIN,W1,Team Before,01/01/2019,29/08/2020
        A5,P11,CIN,W1,Team Then,29/08/2020,30/08/2020
        A6,P11,CIN,W1,Team After,30/08/2020,`,
      contacts: `
        contact_id,person_id,received_at,source,route,completed_at
        thursday-in-time,P1,03/09/2020 15:00,Police,Domestic Abuse Hub,07/09/2020 15:00
        thursday-late,P2,03/09/2020 15:00,Police,Domestic Abuse Hub,07/09/2020 15:01
        sunday-in-time,P3,06/09/2020 11:00,Police,Domestic Abuse Hub,09/09/2020 00:00
        sunday-late,P4,06/09/2020 11:00,Police,Domestic Abuse Hub,09/09/2020 00:01
        midnight-weekend,P5,03/09/2020 00:00,Police,Domestic Abuse Hub,05/09/2020 12:00
        undecided,P6,08/09/2020 09:00,Police,Domestic Abuse Hub,
        mash,P7,08/09/2020 09:00,Police,MASH,08/09/2020 10:00
        limit-in-october,P8,29/09/2020 00:01,Police,Domestic Abuse Hub,29/09/2020 10:00
        limit-at-month-end,P9,29/09/2020 00:00,Police,Domestic Abuse Hub,30/09/2020 23:00
        august-holiday,P10,29/08/2020 15:00,Police,Domestic Abuse Hub,31/08/2020 15:01
        august-in-time,P11,29/08/2020 15:00,Police,Domestic Abuse Hub,31/08/2020 15:00`,
    });
  });

  it('when a contact comes on a Thursday afternoon then its 48 hours end on Monday at the same time', () => {
    // 9 hours of Thursday, 24 of Friday, no weekend, 15 of Monday.
    expect(run.caseOf('thursday-in-time')).toMatchObject({ met: true, limit_on: '2020-09-07' });
    expect(run.caseOf('thursday-late')).toMatchObject({ met: false });
  });

  it('when a contact comes on a Sunday then its 48 hours are Monday and Tuesday', () => {
    expect(run.caseOf('sunday-in-time')).toMatchObject({ met: true, limit_on: '2020-09-08' });
    expect(run.caseOf('sunday-late')).toMatchObject({ met: false });
  });

  it('when the 48 hours run out at midnight of a Friday then what is done on Saturday is late', () => {
    expect(run.caseOf('midnight-weekend')).toMatchObject({ met: false, limit_on: '2020-09-04' });
  });

  it('when the limit is 00:00 of 1 October then it is due; a minute later then not yet', () => {
    expect(run.caseOf('limit-at-month-end')).toMatchObject({
      met: true,
      not_yet_due: false,
      limit_on: '2020-09-30',
    });
    expect(run.caseOf('limit-in-october')).toMatchObject({ not_yet_due: true });
  });

  it('when the month is August 2020 then every hour counts, the bank holiday weekend too', () => {
    expect(run.caseOf('august-in-time', '2020-08')).toMatchObject({ met: true, version: 'v1' });
    expect(run.caseOf('august-holiday', '2020-08')).toMatchObject({ met: false });
  });

  it('when the contact went to MASH then it is none of ours; undecided is not met', () => {
    expect(run.caseOf('mash')).toBeUndefined();
    expect(run.caseOf('undecided')).toMatchObject({ met: false, not_judged: null });
  });

  it('when the cases are added up then 3 of 7, with 1 not yet due', () => {
    // Met: thursday-in-time, sunday-in-time, limit-at-month-end.
    expect(run.figure('month')).toMatchObject({
      numerator: 3,
      denominator: 7,
      notYetDue: 1,
      definition: 'v2',
    });
    expect(run.figure('ytd')).toMatchObject({ numerator: 4, denominator: 9, definition: 'v1+v2' });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('thursday-in-time')).toMatchObject({ team: 'Team Then' });
    expect(run.caseOf('august-in-time', '2020-08')).toMatchObject({ team: 'Team Then' });
  });

  describe('to August 2020', () => {
    // 30 and 31 August are a Sunday and a bank holiday.
    let august: MeasureRun;

    beforeAll(async () => {
      august = await runMeasure(
        'contacts-da-hub-48h',
        {
          contacts: `
            contact_id,person_id,received_at,source,route,completed_at
            to-the-minute,P1,07/08/2020 10:00,Police,Domestic Abuse Hub,09/08/2020 10:00
            a-minute-late,P2,07/08/2020 10:00,Police,Domestic Abuse Hub,09/08/2020 10:01
            undecided,P3,07/08/2020 10:00,Police,Domestic Abuse Hub,
            limit-at-month-end,P4,30/08/2020 00:00,Police,Domestic Abuse Hub,30/08/2020 09:00
            limit-in-september,P5,30/08/2020 00:01,Police,Domestic Abuse Hub,30/08/2020 09:00
            other-route,P6,07/08/2020 10:00,Police,Early Help Hub,07/08/2020 11:00`,
        },
        { month: '2020-08' },
      );
    });

    it('when it was decided after 48 hours then it is in time, a minute later or not at all then not', () => {
      expect(august.caseOf('to-the-minute')).toMatchObject({ met: true });
      expect(august.caseOf('a-minute-late')).toMatchObject({ met: false });
      expect(august.caseOf('undecided')).toMatchObject({ met: false, not_judged: null });
    });

    it('when the limit is 00:00 of 1 September then it is due, a minute later then not yet', () => {
      expect(august.caseOf('limit-at-month-end')).toMatchObject({
        not_yet_due: false,
        limit_on: '2020-08-31',
      });
      expect(august.caseOf('limit-in-september')).toMatchObject({
        not_yet_due: true,
        limit_on: '2020-09-01',
      });
    });

    it('when the cases are added up then 2 of 4, with 1 not yet due, and other routes are none of ours', () => {
      expect(august.caseOf('other-route')).toBeUndefined();
      expect(august.figure('month')).toMatchObject({
        numerator: 2,
        denominator: 4,
        notYetDue: 1,
        definition: 'v1',
      });
    });
  });
});
