import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// 6 weeks (42 days) before 30 September 2020 is 19 August: 12 days of August and 30 of September lie after it.
const EXTRACTS = {
  people: `
    person_id,date_of_birth,date_of_death
    P7,01/01/2010,30/09/2020
    P8,01/01/2010,01/10/2020`,
  care_episodes: `
    episode_id,person_id,started_on,ended_on,legal_status,team
    in-time,P1,01/01/2020,,C2,A
    late,P2,01/01/2020,,C2,A
    short-breaks,P3,01/01/2020,,V4,A
    too-new,P4,19/08/2020,,C2,A
    just-old-enough,P5,18/08/2020,,C2,A
    ended-30,P6,01/01/2020,30/09/2020,C2,A
    died-30,P7,01/01/2020,,C2,A
    died-in-october,P8,01/01/2020,,C2,A
    oldest-of-three,P9,01/01/2020,,C2,B
    second-of-three,P9,02/01/2020,,C2,A
    newest-of-three,P9,01/09/2020,,C2,B`,
  cp_plans: `
    plan_id,person_id,started_on,ended_on,team
    protection,P10,01/01/2020,,A`,
  visits: `
    visit_id,person_id,kind,visited_on
    V1,P1,LAC,19/08/2020
    V2,P1,LAC,01/02/2020
    V3,P2,LAC,18/08/2020
    V4,P2,LAC,01/10/2020
    V5,P3,LAC,18/08/2020
    V6,P5,CP,30/09/2020
    V7,P8,LAC,30/09/2020`,
};

describe('visits-lac-in-time', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('visits-lac-in-time', EXTRACTS);
  });

  it('when the visit was 6 weeks before month end then it is in time; a day earlier it is late', () => {
    expect(run.caseOf('in-time')).toMatchObject({ met: true, event_on: '2020-08-19' });
    expect(run.caseOf('late')).toMatchObject({ met: false, event_on: '2020-08-18' });
  });

  it('when the child has a series of short breaks then the visit is owed too', () => {
    expect(run.caseOf('short-breaks')).toMatchObject({ met: false });
  });

  it('when care started 6 weeks before month end then it is not asked for a visit; a day earlier it is', () => {
    expect(run.caseOf('too-new')).toBeUndefined();
    expect(run.caseOf('just-old-enough')).toMatchObject({ met: false, event_on: null });
  });

  it('when care ended or the child died by the last day then the child is not in the month end', () => {
    expect(run.caseOf('ended-30')).toBeUndefined();
    expect(run.caseOf('died-30')).toBeUndefined();
    expect(run.caseOf('died-in-october')).toMatchObject({ met: true });
  });

  it('when a child has several episodes then the one started last of those open long enough is asked', () => {
    expect(run.caseOf('second-of-three')).toMatchObject({ met: false, team: 'A' });
    expect(run.caseOf('oldest-of-three')).toBeUndefined();
    expect(run.caseOf('newest-of-three')).toBeUndefined();
  });

  it('when a child is not looked after then another measure asks', () => {
    expect(run.caseOf('protection')).toBeUndefined();
  });

  it('when the children are added up then it is 2 of 6, and the year to date pools six month ends', () => {
    // September: in-time and died-in-october of those two, late, short-breaks, just-old-enough and second-of-three.
    expect(run.figure('snapshot')).toMatchObject({ numerator: 2, denominator: 6 });
    // August (from 20 July): in-time, late and short-breaks of 7 who came in January. April to July: none of 7 each.
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ numerator: 3, denominator: 7 });
    expect(run.figure('ytd')).toMatchObject({ numerator: 5, denominator: 6 + 5 * 7 });
  });

  it('when the council has set 7 weeks then a visit of 12 August would do', async () => {
    const longer = await runMeasure('visits-lac-in-time', EXTRACTS, { settings: 'visits: { lac_weeks: 7 }' });
    expect(longer.caseOf('late')).toMatchObject({ met: true });
    expect(longer.caseOf('just-old-enough')).toBeUndefined();
  });
});
