import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 1st is a Tuesday, the 4th a Friday, the 30th a Wednesday. Monday 31 August is a bank holiday.
describe('contacts-mash-24h', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('contacts-mash-24h', {
      contacts: `
        contact_id,person_id,received_at,source,route,completed_at
        friday-in-time,P1,04/09/2020 15:00,Police,MASH,07/09/2020 15:00
        friday-late,P2,04/09/2020 15:00,Police,MASH,07/09/2020 15:01
        saturday,P3,05/09/2020 11:00,Police,MASH,08/09/2020 00:00
        saturday-late,P4,05/09/2020 11:00,Police,MASH,08/09/2020 00:01
        undecided,P5,08/09/2020 09:00,Police,,
        other-route,P6,08/09/2020 09:00,Police,Early Help Hub,08/09/2020 10:00
        limit-in-october,P7,30/09/2020 09:00,School,MASH,30/09/2020 10:00
        midnight-30,P8,30/09/2020,School,MASH,30/09/2020 23:00
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

  it('when the cases are added up then the figure is 3 of 6, with 1 not yet due', () => {
    expect(run.figure('month')).toMatchObject({
      value: 50,
      numerator: 3,
      denominator: 6,
      notYetDue: 1,
      definition: 'v2',
    });
    expect(run.figure('ytd')).toMatchObject({ value: 50, numerator: 4, denominator: 8, definition: 'v1+v2' });
  });
});
