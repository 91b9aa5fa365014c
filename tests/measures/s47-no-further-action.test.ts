import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('s47-no-further-action', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('s47-no-further-action', {
      s47_enquiries: `
        enquiry_id,person_id,discussion_id,started_on,completed_on,outcome,team
        nothing,P1,,01/09/2020,20/09/2020,No Further Action,Team A
        conference,P2,,15/09/2020,20/09/2020,ICPC,Team A
        in-need,P3,,15/09/2020,20/09/2020,Child in Need,Team A
        no-outcome,P4,,30/09/2020,,,Team A
        completed-in-october,P5,,30/09/2020,05/10/2020,no further action,Team B
        august,P6,,31/08/2020,10/09/2020,No Further Action,Team A`,
    });
  });

  it('when the outcome is no further action then it is met, when it is another then not', () => {
    expect(run.caseOf('nothing')).toMatchObject({ met: true, event_on: '2020-09-01' });
    expect(run.caseOf('conference')).toMatchObject({ met: false });
    expect(run.caseOf('in-need')).toMatchObject({ met: false });
  });

  it('when there is no outcome yet then it is not met, and judged at once', () => {
    expect(run.caseOf('no-outcome')).toMatchObject({ met: false, not_judged: null, not_yet_due: false });
  });

  it('when it was completed after the month end then its outcome counts: extracts are live', () => {
    expect(run.caseOf('completed-in-october')).toMatchObject({ met: true, team: 'Team B' });
  });

  it('when it started in August then it belongs to August', () => {
    expect(run.caseOf('august')).toBeUndefined();
    expect(run.caseOf('august', '2020-08')).toMatchObject({ met: true });
  });

  it('when the cases are added up then 2 of 5, and 3 of 6 since April', () => {
    expect(run.figure('month')).toMatchObject({ value: 40, numerator: 2, denominator: 5 });
    expect(run.figure('ytd')).toMatchObject({ value: 50, numerator: 3, denominator: 6 });
  });
});
