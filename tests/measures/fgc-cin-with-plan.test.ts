import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('fgc-cin-with-plan', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('fgc-cin-with-plan', {
      people: `
        person_id,date_of_birth,date_of_death
        P9,01/01/2010,01/09/2020`,
      cin_plans: `
        plan_id,person_id,started_on,ended_on,team
        plan-made,P1,01/01/2020,,A
        made-in-october,P2,01/01/2020,,A
        held-without-plan,P3,01/01/2020,,A
        not-held,P4,01/01/2020,,A
        never-referred,P5,01/01/2020,,B
        twice-held,P6,01/01/2020,,A
        first-of-two,P7,01/01/2020,,A
        second-of-two,P7,30/09/2020,,B
        ended-30,P8,01/01/2020,30/09/2020,A
        died,P9,01/01/2020,,A
        nothing-recorded,P10,01/01/2020,,A`,
      family_group_conferences: `
        conference_id,person_id,referred_on,held_on,plan_made
        C1,P1,01/09/2020,30/09/2020,Y
        C2,P2,01/09/2020,01/10/2020,Y
        C3,P3,01/09/2020,15/09/2020,N
        C4,P4,01/09/2020,,Y
        C5,P6,01/01/2018,15/01/2018,Y
        C6,P6,01/09/2020,15/09/2020,N
        C11,P6,01/09/2020,01/10/2020,Y
        C7,P7,01/06/2020,15/06/2020,Y
        C8,P8,01/06/2020,15/06/2020,Y
        C9,P9,01/06/2020,15/06/2020,Y
        C10,P10,01/06/2020,15/06/2020,`,
    });
  });

  it('when the conference was held on the last day then the plan counts; a day later it does not', () => {
    expect(run.caseOf('plan-made')).toMatchObject({ met: true, team: 'A' });
    expect(run.caseOf('made-in-october')).toMatchObject({ met: false });
    expect(run.caseOf('plan-made', '2020-08')).toMatchObject({ met: false });
  });

  it('when no plan was made or no conference held then it is not met', () => {
    expect(run.caseOf('held-without-plan')).toMatchObject({ met: false });
    expect(run.caseOf('not-held')).toMatchObject({ met: false });
    expect(run.caseOf('never-referred')).toMatchObject({ met: false, not_judged: null });
    expect(run.caseOf('nothing-recorded')).toMatchObject({ met: false, not_judged: null });
  });

  it('when later conferences made no plan, or one after month end, then the earlier plan still counts', () => {
    expect(run.caseOf('twice-held')).toMatchObject({ met: true });
  });

  it('when a child has two open plans then it counts once, by the one started last', () => {
    expect(run.caseOf('second-of-two')).toMatchObject({ met: true, team: 'B' });
    expect(run.caseOf('first-of-two')).toBeUndefined();
  });

  it('when the plan ended by the last day or the child died then it is not in the month end', () => {
    expect(run.caseOf('ended-30')).toBeUndefined();
    expect(run.caseOf('died')).toBeUndefined();
    expect(run.caseOf('died', '2020-08')).toMatchObject({ met: true });
  });

  it('when the children are added up then it is 3 of 8', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 37.5, numerator: 3, denominator: 8 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 50, denominator: 2 });
  });
});
