import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('contacts-to-referral', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('contacts-to-referral', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        A1,P1,CIN,W1,Team Before,01/01/2019,01/09/2020
        A2,P1,CIN,W1,Team Then,01/09/2020,02/09/2020
        A3,P1,CIN,W1,Team After,02/09/2020,`,
      contacts: `
        contact_id,person_id,received_at,source,route,completed_at,outcome
        referred,P1,01/09/2020,Police,MASH,02/09/2020 09:00,Progress to referral
        blank-route,P2,02/09/2020,Police,,03/09/2020 09:00,progress to referral
        advice,P3,03/09/2020,Police,MASH,04/09/2020 09:00,Information and advice
        no-outcome,P4,30/09/2020 23:59,Police,MASH,,
        other-hub,P5,03/09/2020,Police,Early Help Hub,04/09/2020 09:00,Progress to referral
        april,P6,01/04/2020,Police,MASH,02/04/2020 09:00,Progress to referral`,
    });
  });

  it('when the outcome is to progress to a referral then it is met, when it is another then not', () => {
    expect(run.caseOf('referred')).toMatchObject({ met: true });
    expect(run.caseOf('blank-route')).toMatchObject({ met: true });
    expect(run.caseOf('advice')).toMatchObject({ met: false });
  });

  it('when nothing is recorded yet then it is not met, and judged', () => {
    expect(run.caseOf('no-outcome')).toMatchObject({ met: false, not_judged: null, not_yet_due: false });
  });

  it('when the contact went to another hub then it is none of ours', () => {
    expect(run.caseOf('other-hub')).toBeUndefined();
  });

  it('when the cases are added up then the figure is 2 of 4', () => {
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 2, denominator: 4, notJudged: 0 });
  });

  it('when the year to date is asked for then the contacts are pooled: 3 of 5', () => {
    // Not the average of April's 100% and September's 50%.
    expect(run.figure('ytd')).toMatchObject({ value: 60, numerator: 3, denominator: 5 });
  });

  it('when the child is allocated then the team is the one of that day', () => {
    expect(run.caseOf('referred')).toMatchObject({ team: 'Team Then' });
  });
});
