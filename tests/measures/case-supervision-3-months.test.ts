import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020: the 3 months run from 1 July. November 2019: from 1 September, because the month end 3 months earlier is
// 31 August and not the 30th.
const EXTRACTS = {
  people: `
    person_id,date_of_birth,date_of_death
    P10,01/01/2010,30/09/2020`,
  cin_plans: `
    plan_id,person_id,started_on,ended_on,team
    first-day,P1,01/09/2019,,A
    day-before,P2,01/09/2019,,A
    a-month,P3,30/08/2020,,B
    less,P4,31/08/2020,,B
    cin-beside-cp,P5,01/03/2020,,A
    cin-beside-new-care,P7,01/03/2020,,B
    ended-30,P9,01/03/2020,30/09/2020,A
    died-30,P10,01/03/2020,,A`,
  cp_plans: `
    plan_id,person_id,started_on,ended_on,team
    cp-beside-cin,P5,01/02/2020,,A
    cp-beside-care,P6,01/08/2020,,A`,
  care_episodes: `
    episode_id,person_id,started_on,ended_on,legal_status,team
    care-beside-cp,P6,01/01/2020,,C2,
    new-care,P7,15/09/2020,,C2,A
    short-breaks,P8,01/01/2020,,V3,A
    short-breaks-again,P8,01/02/2020,,V4,B`,
  case_supervisions: `
    supervision_id,person_id,held_on,team
    S1,P1,01/09/2019,A
    S2,P1,01/07/2020,A
    S3,P2,31/08/2019,A
    S4,P2,30/06/2020,A
    S5,P2,01/10/2020,A
    S6,P3,30/09/2020,
    S7,P6,15/08/2020,
    S8,P8,15/08/2020,A`,
};

describe('case-supervision-3-months', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('case-supervision-3-months', EXTRACTS);
  });

  it('when a supervision was held on 1 July then it is in time; on 30 June or after month end it is not', () => {
    expect(run.caseOf('first-day')).toMatchObject({ met: true, event_on: '2020-07-01' });
    expect(run.caseOf('day-before')).toMatchObject({ met: false, event_on: '2020-06-30' });
    expect(run.caseOf('a-month')).toMatchObject({ met: true, event_on: '2020-09-30' });
  });

  it('when the month 3 months earlier has a day more then its last day is outside the 3 months', () => {
    expect(run.caseOf('first-day', '2019-11')).toMatchObject({ met: true });
    expect(run.caseOf('day-before', '2019-11')).toMatchObject({ met: false });
  });

  it('when the case was opened on the same day a month earlier then it is asked; a day later it is not', () => {
    expect(run.caseOf('a-month')).toMatchObject({ category_1: 'CIN' });
    expect(run.caseOf('less')).toBeUndefined();
  });

  it('when a child has cases of several types then care goes before child protection before child in need', () => {
    expect(run.caseOf('cp-beside-cin')).toMatchObject({ category_1: 'CP', met: false });
    expect(run.caseOf('cin-beside-cp')).toBeUndefined();
    expect(run.caseOf('care-beside-cp')).toMatchObject({ category_1: 'LAC', met: true, team: null });
    expect(run.caseOf('cp-beside-care')).toBeUndefined();
  });

  it('when care began less than a month ago then the older plan is asked', () => {
    expect(run.caseOf('cin-beside-new-care')).toMatchObject({ category_1: 'CIN', met: false, team: 'B' });
    expect(run.caseOf('new-care')).toBeUndefined();
  });

  it('when the child has short breaks then supervision is owed too, once a child', () => {
    expect(run.caseOf('short-breaks-again')).toMatchObject({ category_1: 'LAC', met: true });
    expect(run.caseOf('short-breaks')).toBeUndefined();
  });

  it('when the case ended or the child died on the last day then it is not in the month end', () => {
    expect(run.caseOf('ended-30')).toBeUndefined();
    expect(run.caseOf('died-30')).toBeUndefined();
  });

  it('when the children are added up then it is 4 of 7: CIN 2 of 4, CP 0 of 1, LAC 2 of 2', () => {
    const byType = (category: string) => run.figure('snapshot', '2020-09', { category });
    expect(run.figure('snapshot')).toMatchObject({ numerator: 4, denominator: 7 });
    expect(byType('CIN')).toMatchObject({ numerator: 2, denominator: 4 });
    expect(byType('CP')).toMatchObject({ numerator: 0, denominator: 1 });
    expect(byType('LAC')).toMatchObject({ value: 100, denominator: 2 });
  });

  it('when supervisions are complete only from 2 July 2020 then September has no figure', async () => {
    const whole = await runMeasure('case-supervision-3-months', EXTRACTS, { coversFrom: '2020-07-01' });
    expect(whole.figure('snapshot')).toMatchObject({ status: 'ok' });
    const short = await runMeasure('case-supervision-3-months', EXTRACTS, { coversFrom: '2020-07-02' });
    expect(short.figure('snapshot')).toMatchObject({ status: 'no-data' });
  });
});
