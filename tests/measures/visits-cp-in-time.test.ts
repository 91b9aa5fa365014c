import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// 10 working days lie after Wednesday 16 September 2020, up to Wednesday the 30th. The month before ends on a bank holiday
// (Monday 31 August), so its 10 days are 17 to 28 August and lie after Friday the 14th.
const EXTRACTS = {
  cp_plans: `
    plan_id,person_id,started_on,ended_on,team
    in-time,P1,01/06/2020,,A
    late,P2,01/06/2020,,A
    visited-saturday,P3,01/06/2020,,A
    too-new,P4,16/09/2020,,A
    just-old-enough,P5,15/09/2020,,B
    first-of-two,P6,01/06/2020,,A
    second-of-two,P6,14/09/2020,,B
    ended-1-october,P7,01/06/2020,01/10/2020,A`,
  cin_plans: `
    plan_id,person_id,started_on,ended_on,team
    in-need,P8,01/06/2020,,A`,
  care_episodes: `
    episode_id,person_id,started_on,ended_on,team
    looked-after,P9,01/06/2020,,A`,
  visits: `
    visit_id,person_id,kind,visited_on,seen
    V1,P1,CP,16/09/2020,
    V2,P1,CP,14/08/2020,Y
    V3,P2,CP,15/09/2020,Y
    V4,P2,CP,13/08/2020,Y
    V5,P3,CP,15/08/2020,Y
    V6,P3,CIN,30/09/2020,Y
    V7,P6,CP,30/09/2020,Y
    V8,P6,CP,01/10/2020,Y
    V9,P7,CP,30/09/2020,Y`,
};

describe('visits-cp-in-time', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('visits-cp-in-time', EXTRACTS);
  });

  it('when the visit was 10 working days before month end then it is in time; the working day before it is late', () => {
    expect(run.caseOf('in-time')).toMatchObject({ met: true, event_on: '2020-09-16' });
    expect(run.caseOf('late')).toMatchObject({ met: false, event_on: '2020-09-15' });
  });

  it('when the month ends on a bank holiday then its 10 days lie after the 14th, and a Saturday visit counts', () => {
    expect(run.caseOf('in-time', '2020-08')).toMatchObject({ met: true, event_on: '2020-08-14' });
    expect(run.caseOf('late', '2020-08')).toMatchObject({ met: false, event_on: '2020-08-13' });
    expect(run.caseOf('visited-saturday', '2020-08')).toMatchObject({ met: true, event_on: '2020-08-15' });
  });

  it('when only a visit of another kind was made then it is late', () => {
    expect(run.caseOf('visited-saturday')).toMatchObject({ met: false, event_on: '2020-08-15' });
  });

  it('when the plan has been open for 10 working days then it is not asked for a visit; for 11 it is', () => {
    expect(run.caseOf('too-new')).toBeUndefined();
    expect(run.caseOf('just-old-enough')).toMatchObject({ met: false, event_on: null });
  });

  it('when a child has two plans of more than 10 working days then the one started last counts', () => {
    expect(run.caseOf('first-of-two')).toBeUndefined();
    expect(run.caseOf('second-of-two')).toMatchObject({ met: true, team: 'B' });
    expect(run.caseOf('first-of-two', '2020-08')).toMatchObject({ met: false });
  });

  it('when a child has only a child in need plan or is looked after then other measures ask', () => {
    expect(run.caseOf('in-need')).toBeUndefined();
    expect(run.caseOf('looked-after')).toBeUndefined();
  });

  it('when the plan ended after the month end then it was open at it', () => {
    expect(run.caseOf('ended-1-october')).toMatchObject({ met: true });
  });

  it('when the children are added up then it is 3 of 6', () => {
    // Met: in-time, second-of-two, ended-1-october. Not met: late, visited-saturday, just-old-enough.
    expect(run.figure('snapshot')).toMatchObject({ value: 50, numerator: 3, denominator: 6 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ numerator: 1, denominator: 2 });
    // August: in-time and visited-saturday of 5. July and June: none of 5 visited yet. May: no plan yet.
    expect(run.figure('ytd')).toMatchObject({ numerator: 5, denominator: 21 });
  });

  it('when the council has set 15 working days then a visit of 15 September is in time', async () => {
    const longer = await runMeasure('visits-cp-in-time', EXTRACTS, {
      settings: 'visits: { cp_working_days: 15 }',
    });
    expect(longer.caseOf('late')).toMatchObject({ met: true });
    expect(longer.caseOf('just-old-enough')).toBeUndefined();
  });
});
