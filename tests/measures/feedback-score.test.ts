import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('feedback-score', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('feedback-score', {
      feedback: `
        response_id,received_on,respondent,service,question,score,team
        ten,01/09/2020,Child or young person,Social work,Did it help?,10,A
        nought,30/09/2020,Parent or carer,Social work,Did it help?,0,A
        half,15/09/2020,Parent or carer,Early help,Were you listened to?,8.5,B
        no-score,15/09/2020,Partner agency,Early help,Did it help?,,B
        august,31/08/2020,Practitioner,Early help,Did it help?,4,A
        march,31/03/2020,Practitioner,Early help,Did it help?,2,A
        october,01/10/2020,Practitioner,Early help,Did it help?,1,A`,
    });
  });

  it('when the score is 0 then it counts as a score', () => {
    expect(run.caseOf('nought')).toMatchObject({ amount: 0, event_on: '2020-09-30' });
  });

  it('when no score was given then it is no case', () => {
    expect(run.caseOf('no-score')).toBeUndefined();
  });

  it('when an answer came on 1 October then it is not in September', () => {
    expect(run.caseOf('ten')).toMatchObject({ amount: 10 });
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when the month is added up then 18.5 over 3 answers is the average', () => {
    expect(run.figure('month')).toMatchObject({
      value: 18.5 / 3,
      numerator: 18.5,
      denominator: 3,
      notJudged: 0,
    });
    expect(run.figure('month', '2020-09', { team: 'B' })).toMatchObject({ value: 8.5, denominator: 1 });
  });

  it('when the year to date is asked for then the answers are pooled, not the monthly averages', () => {
    // 10 + 0 + 8.5 + 4 = 22.5 of 4; the twelve months have the 2 of March besides.
    expect(run.figure('ytd')).toMatchObject({ value: 5.625, numerator: 22.5, denominator: 4 });
    expect(run.figure('rolling-12')).toMatchObject({ value: 4.9, denominator: 5 });
    expect(run.figure('month', '2020-07')).toMatchObject({ status: 'no-cases', value: null });
  });
});
