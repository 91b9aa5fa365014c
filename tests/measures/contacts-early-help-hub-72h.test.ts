import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 2nd is a Wednesday, the 25th a Friday.
describe('contacts-early-help-hub-72h', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('contacts-early-help-hub-72h', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,CIN,W1,Team Before,01/01/2019,02/09/2020
        A2,P1,CIN,W1,Team Then,02/09/2020,03/09/2020
        A3,P1,CIN,W1,Team After,03/09/2020,`,
      contacts: `
        contact_id,person_id,received_at,source,route,completed_at
        wednesday-in-time,P1,02/09/2020 10:00,School,Early Help Hub,07/09/2020 10:00
        wednesday-late,P2,02/09/2020 10:00,School,Early Help Hub,07/09/2020 10:01
        saturday-in-time,P3,05/09/2020 10:00,School,Early Help Hub,10/09/2020 00:00
        limit-at-month-end,P4,26/09/2020 10:00,School,Early Help Hub,
        limit-in-october,P5,28/09/2020 00:01,School,Early Help Hub,28/09/2020 09:00
        mash,P6,02/09/2020 10:00,School,,02/09/2020 11:00
        august,P7,31/08/2020 23:59,School,Early Help Hub,01/09/2020 09:00`,
    });
  });

  it('when a contact comes on a Wednesday then its 72 hours end on Monday at the same time', () => {
    // 14 hours of Wednesday, 24 of Thursday, 24 of Friday, no weekend, 10 of Monday.
    expect(run.caseOf('wednesday-in-time')).toMatchObject({ met: true, limit_on: '2020-09-07' });
    expect(run.caseOf('wednesday-late')).toMatchObject({ met: false });
  });

  it('when a contact comes on a Saturday then its 72 hours are Monday to Wednesday', () => {
    expect(run.caseOf('saturday-in-time')).toMatchObject({ met: true, limit_on: '2020-09-09' });
    // Saturday 26 September: Monday 28, Tuesday 29 and Wednesday 30, so it is due, and undecided is not met.
    expect(run.caseOf('limit-at-month-end')).toMatchObject({
      met: false,
      not_yet_due: false,
      limit_on: '2020-09-30',
    });
  });

  it('when the limit is a minute into October then the contact is not yet due, though it was decided', () => {
    expect(run.caseOf('limit-in-october')).toMatchObject({ not_yet_due: true });
  });

  it('when the contact went elsewhere then it is none of ours', () => {
    expect(run.caseOf('mash')).toBeUndefined();
  });

  it('when the month is before September 2020 then there is no standard and no figure', () => {
    expect(run.caseOf('august', '2020-08')).toBeUndefined();
    expect(run.figure('month', '2020-08')).toMatchObject({
      status: 'no-data',
      reason: 'definition: starts 2020-09',
    });
  });

  it('when the cases are added up then 2 of 4 with 1 not yet due, and the year holds no more than September', () => {
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 2, denominator: 4, notYetDue: 1 });
    expect(run.figure('ytd')).toMatchObject({ status: 'ok', numerator: 2, denominator: 4 });
    expect(run.figure('rolling-12')).toMatchObject({ status: 'ok', numerator: 2, denominator: 4 });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('wednesday-in-time')).toMatchObject({ team: 'Team Then' });
  });
});
