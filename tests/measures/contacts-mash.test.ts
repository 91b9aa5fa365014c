import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('contacts-mash', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('contacts-mash', {
      contacts: `
        contact_id,person_id,received_at,source,route
        blank-route,P1,01/09/2020,Police,
        last-minute,P2,30/09/2020 23:59,School,MASH
        sibling,P3,30/09/2020 23:59,School,MASH
        other-hub,P4,08/09/2020 09:00,Police,Domestic Abuse Hub
        next-month,P5,01/10/2020 00:00,Police,MASH
        first-of-year,P6,01/04/2020 00:00,Police,MASH
        last-year,P7,31/03/2020 23:59,Police,MASH
        first-of-twelve,P8,01/10/2019,Police,MASH
        before-twelve,P9,30/09/2019 23:59,Police,MASH
        first-of-all,P10,01/10/2017 00:00,Police,MASH
        before-all,P11,30/09/2017 23:59,Police,MASH
        first-of-run,P12,01/04/2017 00:00,Police,MASH
        before-run,P13,31/03/2017 23:59,Police,MASH`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P2,CIN,W1,Team Old,01/01/2020,30/09/2020
        A2,P2,CIN,W2,Team New,30/09/2020,`,
    });
  });

  it('when the route is blank then the contact went to MASH; when it is another then it is none of ours', () => {
    expect(run.caseOf('blank-route')).toMatchObject({ person_id: 'P1', event_on: '2020-09-01' });
    expect(run.caseOf('other-hub')).toBeUndefined();
  });

  it('when a contact comes a minute before midnight of the 30th then it is of September, at 00:00 of October', () => {
    expect(run.caseOf('last-minute')).toMatchObject({ month: '2020-09' });
    expect(run.caseOf('next-month')).toBeUndefined();
  });

  it('when one contact is about two children then it counts for each', () => {
    expect(run.caseOf('sibling')).toBeDefined();
  });

  it('when the child has an allocation then its team is that of the one open on the day', () => {
    // A1 ended on the day of the contact and is not open at its end; A2 started on it.
    expect(run.caseOf('last-minute')).toMatchObject({ team: 'Team New' });
    expect(run.caseOf('sibling')).toMatchObject({ team: null });
  });

  it('when the contacts are added up then 3 in the month, 4 since April and 6 in twelve months', () => {
    // Month: blank-route, last-minute, sibling. April on: and first-of-year. October on: and last-year, first-of-twelve.
    expect(run.figure('month')).toMatchObject({ value: 3, status: 'ok' });
    expect(run.figure('ytd')).toMatchObject({ value: 4 });
    expect(run.figure('rolling-12')).toMatchObject({ value: 6 });
    expect(run.figure('month', '2020-08')).toMatchObject({ value: 0, status: 'ok' });
  });

  it('when a contact comes at the first midnight of the first month that any figure needs then it counts', () => {
    // 25 months of figures: the first twelve months are those to September 2018, from 1 October 2017.
    expect(run.figure('rolling-12', '2018-09')).toMatchObject({ value: 1 });
    // What may be published is decided by whole financial years: the first of them begins on 1 April 2017.
    expect(run.caseOf('first-of-run', '2017-04')).toMatchObject({ event_on: '2017-04-01' });
    expect(run.caseOf('before-run', '2017-03')).toBeUndefined();
  });
});
