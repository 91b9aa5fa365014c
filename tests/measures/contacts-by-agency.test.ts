import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('contacts-by-agency', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('contacts-by-agency', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P2,CIN,W1,Team Before,01/01/2019,30/09/2020
        A2,P2,CIN,W1,Team Then,30/09/2020,01/10/2020
        A3,P2,CIN,W1,Team After,01/10/2020,`,
      contacts: `
        contact_id,person_id,received_at,source,route
        mash,P1,01/09/2020 00:00,Police,MASH
        abuse-hub,P2,30/09/2020 23:59,Police,Domestic Abuse Hub
        early-help-hub,P3,14/09/2020 12:00,School,Early Help Hub
        blank-route,P4,14/09/2020 12:00,Health,
        october,P5,01/10/2020 00:00,School,MASH
        march,P6,31/03/2020 10:00,Housing,MASH`,
    });
  });

  it('when the route is any or blank then the contact counts', () => {
    expect(run.casesIn('2020-09').map(each => each.record_id)).toEqual([
      'abuse-hub',
      'blank-route',
      'early-help-hub',
      'mash',
    ]);
  });

  it('when two contacts come from one agency then its row says 2, and the rows add up to all', () => {
    expect(run.figure('month', '2020-09', { category: 'Police' })).toMatchObject({ value: 2 });
    expect(run.figure('month', '2020-09', { category: 'School' })).toMatchObject({ value: 1 });
    expect(run.figure('month', '2020-09', { category: 'Health' })).toMatchObject({ value: 1 });
    expect(run.figure('month')).toMatchObject({ value: 4 });
  });

  it('when an agency made none in the month then its row is 0', () => {
    // Housing made its only contact in March, which is in the twelve months but before this April.
    expect(run.figure('month', '2020-09', { category: 'Housing' })).toMatchObject({ value: 0, status: 'ok' });
    expect(run.figure('ytd', '2020-09', { category: 'Housing' })).toMatchObject({ value: 0 });
    expect(run.figure('rolling-12', '2020-09', { category: 'Housing' })).toMatchObject({ value: 1 });
  });

  it('when a contact comes at 00:00 of 1 October then it is not of September', () => {
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when every contact names its agency then there is no row for those not recorded', () => {
    expect(run.figure('month', '2020-09', { category: 'Not recorded' })).toBeUndefined();
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('abuse-hub')).toMatchObject({ team: 'Team Then' });
  });
});
