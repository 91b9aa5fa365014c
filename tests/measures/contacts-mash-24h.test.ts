import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 1st is a Tuesday, the 4th a Friday, the 30th a Wednesday. Monday 31 August is a bank holiday.
describe('contacts-mash-24h', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('contacts-mash-24h', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,CIN,W1,Team Before,01/01/2019,04/09/2020
        A2,P1,CIN,W1,Team Then,04/09/2020,05/09/2020
        A3,P1,CIN,W1,Team After,05/09/2020,
        A4,P10,CIN,W1,Team Before,01/01/2019,28/08/2020
        A5,P10,CIN,W1,Team Then,28/08/2020,29/08/2020
        A6,P10,CIN,W1,Team After,29/08/2020,`,
      contacts: `
        contact_id,person_id,received_at,source,route,completed_at
        friday-in-time,P1,04/09/2020 15:00,Police,MASH,07/09/2020 15:00
        friday-late,P2,04/09/2020 15:00,Police,MASH,07/09/2020 15:01
        saturday,P3,05/09/2020 11:00,Police,MASH,08/09/2020 00:00
        saturday-late,P4,05/09/2020 11:00,Police,MASH,08/09/2020 00:01
        undecided,P5,08/09/2020 09:00,Police,,
        other-route,P6,08/09/2020 09:00,Police,Early Help Hub,08/09/2020 10:00
        limit-in-october,P7,30/09/2020 00:30,School,MASH,30/09/2020 10:00
        midnight-30,P8,30/09/2020,School,MASH,30/09/2020 23:00
        friday-midnight-late,P11,04/09/2020 00:00,Police,MASH,05/09/2020 00:01
        august-weekend,P9,28/08/2020 15:00,School,MASH,31/08/2020 09:00
        august-in-time,P10,28/08/2020 15:00,School,MASH,29/08/2020 15:00`,
    });
  });

  it('when a contact comes on a Friday then its 24 hours end on Monday at the same time', () => {
    expect(run.caseOf('friday-in-time')).toMatchObject({ met: true, limit_on: '2020-09-07' });
    expect(run.caseOf('friday-late')).toMatchObject({ met: false });
  });

  it('when a contact comes on a Saturday then its 24 hours start on Monday at 00:00', () => {
    expect(run.caseOf('saturday')).toMatchObject({ met: true, limit_on: '2020-09-07' });
    expect(run.caseOf('saturday-late')).toMatchObject({ met: false });
  });

  it('when its 24 hours end at midnight of a Friday then what is done on Saturday is late', () => {
    expect(run.caseOf('friday-midnight-late')).toMatchObject({ met: false, limit_on: '2020-09-04' });
  });

  it('when the route is blank then it is a MASH contact; when it is another then it is none of ours', () => {
    expect(run.caseOf('undecided')).toMatchObject({ met: false, not_judged: null });
    expect(run.caseOf('other-route')).toBeUndefined();
  });

  it('when the limit falls in October then the contact is not yet due, though it was decided', () => {
    expect(run.caseOf('limit-in-october')).toMatchObject({ not_yet_due: true });
  });

  it('when the limit is 00:00 of 1 October then it belongs to 30 September', () => {
    expect(run.caseOf('midnight-30')).toMatchObject({
      not_yet_due: false,
      met: true,
      limit_on: '2020-09-30',
    });
  });

  it('when the month is August 2020 then every hour counts, the bank holiday weekend too', () => {
    expect(run.caseOf('august-weekend', '2020-08')).toMatchObject({ met: false, version: 'v1' });
    expect(run.caseOf('august-in-time', '2020-08')).toMatchObject({ met: true });
  });

  it('when the cases are added up then the figure is 3 of 7, with 1 not yet due', () => {
    expect(run.figure('month')).toMatchObject({
      numerator: 3,
      denominator: 7,
      notYetDue: 1,
      definition: 'v2',
    });
    expect(run.figure('ytd')).toMatchObject({ numerator: 4, denominator: 9, definition: 'v1+v2' });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('friday-in-time')).toMatchObject({ team: 'Team Then' });
    expect(run.caseOf('august-in-time', '2020-08')).toMatchObject({ team: 'Team Then' });
  });

  it('when a contact comes a second after midnight then its 24 hours end a second after the next midnight', async () => {
    const { caseOf } = await runMeasure('contacts-mash-24h', {
      contacts: `
        contact_id,person_id,received_at,source,route,completed_at
        to-the-second,P1,01/09/2020 00:00:01,Police,MASH,02/09/2020 00:00:01
        a-second-late,P2,01/09/2020 00:00:01,Police,MASH,02/09/2020 00:00:02`,
    });
    expect(caseOf('to-the-second')).toMatchObject({ met: true, limit_on: '2020-09-02' });
    expect(caseOf('a-second-late')).toMatchObject({ met: false });
  });

  describe('to August 2020', () => {
    // 30 and 31 August are a Sunday and a bank holiday.
    let august: MeasureRun;

    beforeAll(async () => {
      august = await runMeasure(
        'contacts-mash-24h',
        {
          contacts: `
            contact_id,person_id,received_at,source,route,completed_at
            to-the-minute,P1,07/08/2020 10:00,Police,MASH,08/08/2020 10:00
            a-minute-late,P2,07/08/2020 10:00,Police,MASH,08/08/2020 10:01
            undecided,P3,07/08/2020 10:00,Police,MASH,
            limit-at-month-end,P4,31/08/2020 00:00,Police,MASH,31/08/2020 09:00
            limit-in-september,P5,31/08/2020 00:01,Police,MASH,31/08/2020 09:00
            other-route,P6,07/08/2020 10:00,Police,Early Help Hub,07/08/2020 11:00`,
        },
        { month: '2020-08' },
      );
    });

    it('when it was decided after 24 hours then it is in time, a minute later or not at all then not', () => {
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
