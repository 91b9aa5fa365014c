import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cp-plans-neglect-repeat', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure(
      'cp-plans-neglect-repeat',
      {
        cp_plans: `
          plan_id,person_id,started_on,ended_on,initial_category,latest_category,team
          long-ago,P1,01/06/2005,01/12/2005,Physical abuse,Physical abuse,Team A
          second-plan,P1,01/06/2020,,Neglect,Neglect,Team A
          first-plan,P2,01/06/2020,,Neglect,Neglect,Team A
          neglect-before,P3,01/06/2018,01/12/2018,Neglect,Neglect,Team A
          now-another,P3,01/06/2020,,Neglect,Emotional abuse,Team A
          twin-plan-1,P4,01/06/2020,,Neglect,Neglect,Team A
          twin-plan-2,P4,01/06/2020,,Neglect,Neglect,Team A
          plan-to-come,P2,01/10/2020,,Neglect,Neglect,Team A
          still-open,P5,01/06/2019,,Neglect,Neglect,Team A
          beside-it,P5,01/06/2020,,Neglect,Neglect,Team B`,
      },
      { coversFrom: '2019-04-01' },
    );
  });

  it('when the child had a plan before, of any category and however long ago, then it is a repeat', () => {
    expect(run.caseOf('second-plan')).toMatchObject({ met: true });
    expect(run.caseOf('first-plan')).toMatchObject({ met: false });
  });

  it('when the open plan is not for neglect then it is no case, though an earlier one was', () => {
    expect(run.caseOf('now-another')).toBeUndefined();
  });

  it('when two plans started on one day then neither is earlier, and the child counts once', () => {
    expect(run.caseOf('twin-plan-2')).toMatchObject({ met: false });
    expect(run.caseOf('twin-plan-1')).toBeUndefined();
  });

  it('when the earlier plan is still open then it is an earlier plan all the same', () => {
    expect(run.caseOf('beside-it')).toMatchObject({ met: true });
    expect(run.caseOf('still-open')).toBeUndefined();
    expect(run.caseOf('still-open', '2020-05')).toMatchObject({ met: false });
  });

  it('when the cases are added up then 2 of 4, as far as the record goes', () => {
    // The extract says that it covers from 2019: history is "all", so the earlier rows count and the figure stands.
    expect(run.figure('snapshot')).toMatchObject({ value: 50, numerator: 2, denominator: 4, status: 'ok' });
  });
});
