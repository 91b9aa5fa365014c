import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('feedback-responses', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('feedback-responses', {
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

  it('when no score was given then the answer was received all the same', () => {
    expect(run.caseOf('no-score')).toMatchObject({ category_1: 'Partner agency', team: 'B' });
  });

  it('when an answer came on the first or the last day then it is in the month; on 1 October it is not', () => {
    expect(run.caseOf('ten')).toMatchObject({ event_on: '2020-09-01' });
    expect(run.caseOf('nought')).toMatchObject({ event_on: '2020-09-30' });
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when the month is added up then 4 were received, and each kind of respondent has a row', () => {
    const from = (category: string) => run.figure('month', '2020-09', { category });
    expect(run.figure('month')).toMatchObject({ value: 4 });
    expect(from('Child or young person')).toMatchObject({ value: 1 });
    expect(from('Parent or carer')).toMatchObject({ value: 2 });
    expect(from('Practitioner')).toMatchObject({ value: 0, status: 'ok' });
    expect(from('Partner agency')).toMatchObject({ value: 1 });
    expect(from('Not recorded')).toBeUndefined();
  });

  it('when a longer period is asked for then its months are added', () => {
    expect(run.figure('ytd')).toMatchObject({ value: 5 });
    expect(run.figure('rolling-12', '2020-09', { category: 'Practitioner' })).toMatchObject({ value: 2 });
  });

  it('when a month has no answers then there are 0', () => {
    expect(run.figure('month', '2020-07')).toMatchObject({ value: 0, status: 'ok' });
  });
});
