import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// Christmas 2019: Wednesday 25 and Thursday 26 December are bank holidays, and so is Wednesday 1 January 2020.
describe('contacts-72h', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure(
      'contacts-72h',
      {
        allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,CIN,W1,Team Before,01/01/2019,24/12/2019
        A2,P1,CIN,W1,Team Then,24/12/2019,25/12/2019
        A3,P1,CIN,W1,Team After,25/12/2019,`,
        contacts: `
          contact_id,person_id,received_at,source,route,completed_at
          christmas-eve,P1,24/12/2019 18:00,Police,MASH,31/12/2019 18:00
          christmas-eve-late,P2,24/12/2019 18:00,Police,,31/12/2019 18:01
          christmas-day,P3,25/12/2019 09:00,School,Early Help Hub,01/01/2020 00:00
          christmas-day-late,P4,25/12/2019 09:00,School,Domestic Abuse Hub,01/01/2020 12:00
          new-year,P5,27/12/2019 00:01,School,MASH,31/12/2019 09:00
          undecided,P6,02/12/2019 09:00,School,MASH,`,
      },
      { month: '2019-12' },
    );
  });

  it('when Christmas and a weekend lie between then they are skipped', () => {
    // 6 hours of Tuesday 24, 24 of Friday 27, 24 of Monday 30, 18 of Tuesday 31.
    expect(run.caseOf('christmas-eve')).toMatchObject({ met: true, limit_on: '2019-12-31' });
    expect(run.caseOf('christmas-eve-late')).toMatchObject({ met: false });
  });

  it('when a contact comes on Christmas Day then its 72 hours are the 27th, 30th and 31st', () => {
    expect(run.caseOf('christmas-day')).toMatchObject({ met: true, limit_on: '2019-12-31' });
  });

  it('when the hours ran out before New Year then what is done on the bank holiday is late', () => {
    expect(run.caseOf('christmas-day-late')).toMatchObject({ met: false, not_yet_due: false });
  });

  it('when the limit falls in January then the contact is not yet due', () => {
    // A minute into Friday 27: that minute is still missing when the 31st ends.
    expect(run.caseOf('new-year')).toMatchObject({ not_yet_due: true });
  });

  it('when the cases are added up then contacts by any route count: 2 of 5, with 1 not yet due', () => {
    expect(run.caseOf('undecided')).toMatchObject({ met: false });
    expect(run.figure('month')).toMatchObject({ value: 40, numerator: 2, denominator: 5, notYetDue: 1 });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('christmas-eve')).toMatchObject({ team: 'Team Then' });
  });
});
