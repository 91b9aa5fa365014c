import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// September 2020 has 22 working days, the 1st a Tuesday: 20 of them lie after Wednesday the 2nd, 21 after the 1st.
// August 2020 has 20, because Monday 31 August is a bank holiday: 20 of them lie after Friday 31 July.
const EXTRACTS = {
  people: `
    person_id,date_of_birth,date_of_death
    P9,01/01/2010,30/09/2020`,
  cin_plans: `
    plan_id,person_id,started_on,ended_on,team
    in-time,P1,01/05/2020,,A
    late,P2,01/05/2020,,A
    never-visited,P3,01/05/2020,,B
    too-new,P4,02/09/2020,,A
    just-old-enough,P5,01/09/2020,,A
    oldest-of-three,P6,01/05/2020,,B
    second-of-three,P6,04/05/2020,,A
    newest-of-three,P6,15/09/2020,,B
    visited-in-october,P7,01/05/2020,,A
    ended-30,P8,01/05/2020,30/09/2020,A
    died-30,P9,01/05/2020,,A`,
  cp_plans: `
    plan_id,person_id,started_on,ended_on,team
    protection,P10,01/05/2020,,A`,
  visits: `
    visit_id,person_id,kind,due_on,visited_on
    V1,P1,CIN,,10/06/2020
    V2,P1,CIN,,31/07/2020
    V3,P1,CIN,,02/09/2020
    V4,P2,CIN,,30/07/2020
    V5,P2,CIN,,01/09/2020
    V6,P3,CIN,10/09/2020,
    V7,P5,CIN,,30/09/2020
    V8,P6,CP,,29/09/2020
    V9,P7,CIN,,01/10/2020`,
};

describe('visits-cin-in-time', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('visits-cin-in-time', EXTRACTS);
  });

  it('when the visit was 20 working days before month end then it is in time; the working day before it is late', () => {
    expect(run.caseOf('in-time')).toMatchObject({ met: true, event_on: '2020-09-02', team: 'A' });
    expect(run.caseOf('late')).toMatchObject({ met: false, event_on: '2020-09-01' });
  });

  it('when the month ends on a bank holiday then it is not one of the 20 days', () => {
    expect(run.caseOf('in-time', '2020-08')).toMatchObject({ met: true, event_on: '2020-07-31' });
    expect(run.caseOf('late', '2020-08')).toMatchObject({ met: false, event_on: '2020-07-30' });
  });

  it('when the plan has been open for 20 working days then it is not asked for a visit; for 21 it is', () => {
    expect(run.caseOf('too-new')).toBeUndefined();
    expect(run.caseOf('just-old-enough')).toMatchObject({ met: true });
  });

  it('when a child has several plans then the one started last of those open long enough is asked', () => {
    expect(run.caseOf('second-of-three')).toMatchObject({ met: false, team: 'A' });
    expect(run.caseOf('oldest-of-three')).toBeUndefined();
    expect(run.caseOf('newest-of-three')).toBeUndefined();
  });

  it('when the visit was of another kind, after month end or never made then it is late', () => {
    expect(run.caseOf('second-of-three')).toMatchObject({ met: false, event_on: null });
    expect(run.caseOf('visited-in-october')).toMatchObject({ met: false, event_on: null });
    expect(run.caseOf('never-visited')).toMatchObject({ met: false, not_judged: null });
  });

  it('when a child has only a child protection plan then another measure asks', () => {
    expect(run.caseOf('protection')).toBeUndefined();
  });

  it('when the plan ended or the child died on the last day then the child is not in the month end', () => {
    expect(run.caseOf('ended-30')).toBeUndefined();
    expect(run.caseOf('died-30')).toBeUndefined();
    expect(run.caseOf('died-30', '2020-08')).toMatchObject({ met: false });
  });

  it('when the month ends are added up then the year to date is 6 of 27', () => {
    // September: in-time and just-old-enough of 6. August: in-time of 7. July runs from the 3rd: in-time and late of 7.
    // June runs from the 2nd: in-time of 7. On 31 May only 18 working days lie after 1 May.
    expect(run.figure('snapshot')).toMatchObject({ numerator: 2, denominator: 6 });
    expect(run.figure('snapshot', '2020-07')).toMatchObject({ numerator: 2, denominator: 7 });
    expect(run.figure('ytd')).toMatchObject({ numerator: 6, denominator: 27 });
    expect(run.figure('snapshot', '2020-05')).toMatchObject({ status: 'no-cases' });
  });

  it('when the council has set 21 working days then the visit of 1 September is in time', async () => {
    const longer = await runMeasure('visits-cin-in-time', EXTRACTS, {
      settings: 'visits: { cin_working_days: 21 }',
    });
    expect(longer.caseOf('late')).toMatchObject({ met: true });
    expect(longer.caseOf('just-old-enough')).toBeUndefined();
  });
});
