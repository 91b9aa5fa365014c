import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('looked-after-ended-sgo', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('looked-after-ended-sgo', {
      care_episodes: `
        episode_id,person_id,started_on,ended_on,end_reason,legal_status,team
        guardianship,P1,01/06/2019,01/09/2020,Special guardianship order,C2,A
        small-letters,P2,01/06/2019,30/09/2020,special guardianship order,C2,A
        another,P3,01/06/2019,15/09/2020,Child arrangements order,C2,B
        no-reason,P4,01/06/2019,15/09/2020,,C2,A
        short-breaks,P5,01/06/2019,15/09/2020,Returned home,V4,A
        still-open,P6,01/06/2019,,Special guardianship order,C2,A
        august,P7,01/06/2019,31/08/2020,Special guardianship order,C2,A
        october,P8,01/06/2019,01/10/2020,Special guardianship order,C2,A`,
    });
  });

  it('when care ended by a special guardianship order then it is met, however it is written', () => {
    expect(run.caseOf('guardianship')).toMatchObject({ met: true });
    expect(run.caseOf('small-letters')).toMatchObject({ met: true });
    expect(run.caseOf('another')).toMatchObject({ met: false });
  });

  it('when no reason is recorded then it is not met, never not judged', () => {
    expect(run.caseOf('no-reason')).toMatchObject({ met: false, not_judged: null });
  });

  it('when the child was on short breaks then the end of care counts too', () => {
    expect(run.caseOf('short-breaks')).toMatchObject({ met: false });
  });

  it('when care goes on, or ended in another month, then it is none of the month', () => {
    expect(run.casesIn('2020-09').map(each => each.record_id)).not.toContain('still-open');
    expect(run.caseOf('august')).toBeUndefined();
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when the episodes are added up then it is 2 of 5 in the month and 3 of 6 in the year', () => {
    expect(run.figure('month')).toMatchObject({ value: 40, numerator: 2, denominator: 5, notJudged: 0 });
    expect(run.figure('ytd')).toMatchObject({ value: 50, numerator: 3, denominator: 6 });
  });
});
