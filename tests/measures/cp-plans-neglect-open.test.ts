import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cp-plans-neglect-open', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('cp-plans-neglect-open', {
      cp_plans: `
        plan_id,person_id,started_on,ended_on,initial_category,latest_category,team
        starts-on-month-end,P1,30/09/2020,,Neglect,Neglect,Team A
        ends-on-month-end,P2,01/06/2020,30/09/2020,Neglect,Neglect,Team A
        ends-after,P3,01/06/2020,01/10/2020,Physical abuse,neglect,Team B
        was-neglect,P4,01/06/2020,,Neglect,Emotional abuse,Team A
        no-category,P5,01/06/2020,,Neglect,,Team A
        older-of-two,P6,01/06/2020,,Neglect,Neglect,Team A
        newer-of-two,P6,01/07/2020,,Physical abuse,Physical abuse,Team A
        child-died,P7,01/06/2020,,Neglect,Neglect,Team A`,
      people: `
        person_id,date_of_birth,date_of_death
        P7,01/01/2010,30/09/2020`,
    });
  });

  it('when the plan starts on the month end then it is open; when it ends on it then it no longer is', () => {
    expect(run.caseOf('starts-on-month-end')).toBeDefined();
    expect(run.caseOf('ends-on-month-end')).toBeUndefined();
    expect(run.caseOf('ends-on-month-end', '2020-08')).toBeDefined();
  });

  it('when the category changed then the latest decides', () => {
    expect(run.caseOf('ends-after')).toMatchObject({ team: 'Team B' });
    expect(run.caseOf('was-neglect')).toBeUndefined();
    expect(run.caseOf('no-category')).toBeUndefined();
  });

  it('when a child has two open plans then the one started last decides', () => {
    expect(run.caseOf('older-of-two')).toBeUndefined();
    expect(run.caseOf('older-of-two', '2020-06')).toBeDefined();
    expect(run.caseOf('newer-of-two')).toBeUndefined();
  });

  it('when the child has died then the plan is not open from that month end on', () => {
    expect(run.caseOf('child-died')).toBeUndefined();
    expect(run.caseOf('child-died', '2020-08')).toBeDefined();
  });

  it('when they are counted then 2, and 3 at the end of August', () => {
    // August: ends-on-month-end, ends-after, child-died.
    expect(run.figure('snapshot')).toMatchObject({ value: 2 });
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ value: 3 });
  });
});
