import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('contacts-domestic-abuse-hub', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('contacts-domestic-abuse-hub', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,CIN,W1,Team Before,01/01/2019,01/09/2020
        A2,P1,CIN,W1,Team Then,01/09/2020,02/09/2020
        A3,P1,CIN,W1,Team After,02/09/2020,`,
      contacts: `
        contact_id,person_id,received_at,source,route
        first-minute,P1,01/09/2020 00:00,Police,Domestic Abuse Hub
        other-case,P2,30/09/2020 23:59,Police,domestic abuse hub
        blank-route,P3,08/09/2020 09:00,Police,
        early-help,P4,08/09/2020 09:00,Police,Early Help Hub
        august,P5,31/08/2020 23:59,Police,Domestic Abuse Hub`,
    });
  });

  it('when the contact went to the hub then it counts, however the route is spelt in capitals', () => {
    expect(run.caseOf('first-minute')).toMatchObject({ event_on: '2020-09-01', person_id: 'P1' });
    expect(run.caseOf('other-case')).toBeDefined();
  });

  it('when the route is blank or another hub then it is none of ours', () => {
    expect(run.caseOf('blank-route')).toBeUndefined();
    expect(run.caseOf('early-help')).toBeUndefined();
  });

  it('when a contact comes a minute before September then it is of August', () => {
    expect(run.caseOf('august')).toBeUndefined();
    expect(run.caseOf('august', '2020-08')).toMatchObject({ month: '2020-08' });
  });

  it('when the contacts are added up then 2 in the month and 3 since April', () => {
    expect(run.figure('month')).toMatchObject({ value: 2 });
    expect(run.figure('ytd')).toMatchObject({ value: 3 });
  });

  it('when the extract has no route then there is no figure, and it says why', async () => {
    const without = await runMeasure('contacts-domestic-abuse-hub', {
      contacts: `
        contact_id,person_id,received_at,source
        C1,P1,01/09/2020,Police`,
    });
    expect(without.figure('month')).toMatchObject({ status: 'no-data', reason: 'no column contacts.route' });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('first-minute')).toMatchObject({ team: 'Team Then' });
  });
});
