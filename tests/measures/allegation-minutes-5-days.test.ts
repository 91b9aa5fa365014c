import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 4th is a Friday. Monday 31 August is a bank holiday.
describe('allegation-minutes-5-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('allegation-minutes-5-days', {
      allegations: `
        allegation_id,referred_on,agency,meeting_held_on,minutes_sent_on,outcome,closed_on
        day-5,01/09/2020,Education,04/09/2020,11/09/2020,,
        saturday-after,01/09/2020,Education,04/09/2020,12/09/2020,,
        over-bank-holiday,01/08/2020,Police,28/08/2020,07/09/2020,,
        not-sent,01/09/2020,Police,23/09/2020,,,
        no-meeting,01/09/2020,Police,,11/09/2020,,
        limit-in-october,01/09/2020,Police,24/09/2020,25/09/2020,,
        limit-in-august,01/08/2020,Police,21/08/2020,28/08/2020,,`,
    });
  });

  it('when the minutes were sent on day 5 then they are in time; when that is a Friday then Saturday is late', () => {
    expect(run.caseOf('day-5')).toMatchObject({ met: true, event_on: '2020-09-04', limit_on: '2020-09-11' });
    expect(run.caseOf('saturday-after')).toMatchObject({ met: false });
  });

  it('when a bank holiday lies between then it is skipped', () => {
    expect(run.caseOf('over-bank-holiday')).toMatchObject({ met: true, limit_on: '2020-09-07' });
  });

  it('when no minutes were sent then it is not met; when no meeting was held then it is no case', () => {
    expect(run.caseOf('not-sent')).toMatchObject({ met: false, not_judged: null, limit_on: '2020-09-30' });
    expect(run.caseOf('no-meeting')).toBeUndefined();
  });

  it('when the limit falls in another month then it is a case of that one', () => {
    expect(run.caseOf('limit-in-october')).toBeUndefined();
    expect(run.caseOf('limit-in-august')).toBeUndefined();
    expect(run.caseOf('limit-in-august', '2020-08')).toMatchObject({ met: true });
  });

  it('when the cases are added up then 2 of 4', () => {
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 2, denominator: 4 });
  });
});
