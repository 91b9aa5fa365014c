import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('fgc-kinship-carer-identified', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('fgc-kinship-carer-identified', {
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        L1,P1,CIN,W1,A,01/01/2020,`,
      family_group_conferences: `
        conference_id,person_id,referred_on,held_on,plan_made,kinship_carer_identified
        named,P1,01/09/2020,30/09/2020,Y,Y
        not-named,P2,01/08/2020,01/09/2020,Y,N
        nothing-recorded,P3,01/08/2020,01/09/2020,Y,
        no-plan,P4,01/09/2020,30/09/2020,N,Y
        plan-unknown,P5,01/09/2020,30/09/2020,,Y
        not-held,P6,01/09/2020,,Y,Y
        october,P7,01/09/2020,01/10/2020,Y,Y
        august,P8,01/08/2020,31/08/2020,Y,Y`,
    });
  });

  it('when the plan names a carer from the family then it is met', () => {
    expect(run.caseOf('named')).toMatchObject({ met: true, team: 'A' });
    expect(run.caseOf('not-named')).toMatchObject({ met: false });
  });

  it('when nothing is recorded about a carer then it is not met', () => {
    expect(run.caseOf('nothing-recorded')).toMatchObject({ met: false, not_judged: null });
  });

  it('when the conference made no plan then it is no case, though a carer was named', () => {
    expect(run.caseOf('no-plan')).toBeUndefined();
    expect(run.caseOf('plan-unknown')).toBeUndefined();
  });

  it('when the conference was not held, or in another month, then it is no case of September', () => {
    expect(run.caseOf('not-held')).toBeUndefined();
    expect(run.caseOf('october')).toBeUndefined();
    expect(run.caseOf('august', '2020-08')).toMatchObject({ met: true });
  });

  it('when the month is added up then it is 1 of 3', () => {
    expect(run.figure('month')).toMatchObject({ numerator: 1, denominator: 3, notJudged: 0 });
    expect(run.figure('ytd')).toMatchObject({ value: 50, numerator: 2, denominator: 4 });
    expect(run.figure('month', '2020-09', { team: 'A' })).toMatchObject({ value: 100, denominator: 1 });
  });
});
