import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 1st is a Tuesday. Monday 31 August is a bank holiday.
describe('core-group-records-5-days', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('core-group-records-5-days', {
      core_groups: `
        core_group_id,person_id,due_on,held_on,record_sent_on
        friday-day-5,P1,01/09/2020,04/09/2020,11/09/2020
        friday-day-6,P2,01/09/2020,04/09/2020,14/09/2020
        saturday-day-5,P3,01/09/2020,05/09/2020,11/09/2020
        saturday-after,P4,01/09/2020,04/09/2020,12/09/2020
        bank-holiday-day-5,P5,01/09/2020,28/08/2020,07/09/2020
        bank-holiday-day-6,P6,01/09/2020,28/08/2020,08/09/2020
        never-sent,P7,01/09/2020,10/09/2020,
        not-held,P8,10/09/2020,,12/09/2020
        limit-30,P9,01/09/2020,23/09/2020,30/09/2020
        limit-in-october,P10,01/09/2020,24/09/2020,25/09/2020`,
    });
  });

  it('when the core group is held on a Friday then day 5 is the Friday after, and Saturday is late', () => {
    expect(run.caseOf('friday-day-5')).toMatchObject({ met: true, limit_on: '2020-09-11' });
    expect(run.caseOf('friday-day-6')).toMatchObject({ met: false });
    expect(run.caseOf('saturday-after')).toMatchObject({ met: false });
  });

  it('when the core group is held on a Saturday then Monday is day 1', () => {
    expect(run.caseOf('saturday-day-5')).toMatchObject({ met: true, limit_on: '2020-09-11' });
  });

  it('when a bank holiday lies between then it is not counted', () => {
    // From Friday 28 August: Tuesday 1 September is day 1, Monday the 7th day 5.
    expect(run.caseOf('bank-holiday-day-5')).toMatchObject({ met: true, limit_on: '2020-09-07' });
    expect(run.caseOf('bank-holiday-day-6')).toMatchObject({ met: false });
    expect(run.caseOf('bank-holiday-day-5', '2020-08')).toBeUndefined();
  });

  it('when no record was sent then it is late; when the core group was not held then it is no case', () => {
    expect(run.caseOf('never-sent')).toMatchObject({ met: false, not_judged: null });
    expect(run.caseOf('not-held')).toBeUndefined();
  });

  it('when the limit falls in October then the case belongs to October, however early it was done', () => {
    // From Wednesday the 23rd day 5 is the 30th; from Thursday the 24th it is 1 October.
    expect(run.caseOf('limit-30')).toMatchObject({ met: true, limit_on: '2020-09-30' });
    expect(run.caseOf('limit-in-october')).toBeUndefined();
  });

  it('when the cases are added up then it is 4 of 8', () => {
    // met: friday-day-5, saturday-day-5, bank-holiday-day-5, limit-30
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 4, denominator: 8 });
  });
});
