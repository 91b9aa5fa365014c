import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cp-reviews-overdue', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    // 91 days before 30 September 2020 is 1 July. 183 days before it is 31 March.
    run = await runMeasure('cp-reviews-overdue', {
      people: `
        person_id,date_of_birth,date_of_death
        DIED,01/01/2010,30/09/2020`,
      cp_plans: `
        plan_id,person_id,started_on,ended_on,team
        first-due-30,P1,01/07/2020,,A
        first-due-in-october,P2,02/07/2020,,A
        later-due-30,P3,01/01/2020,,B
        later-due-in-october,P4,01/01/2020,,A
        was-late-but-held,P5,01/01/2020,,A
        held-30,P6,01/01/2020,,A
        held-in-october,P7,01/06/2020,,A
        old,P8,01/01/2019,,A
        newer,P8,15/09/2020,,A
        ended-30,P9,01/01/2020,30/09/2020,A
        died,DIED,01/01/2020,,A`,
      conferences: `
        conference_id,person_id,kind,plan_id,held_on
        C1,P3,Review,later-due-30,31/03/2020
        C2,P4,Review,later-due-in-october,01/04/2020
        C3,P5,Review,was-late-but-held,01/09/2020
        C4,P6,Review,held-30,30/09/2020
        C5,P7,Review,held-in-october,01/10/2020
        C6,P2,Initial,first-due-in-october,01/07/2020`,
    });
  });

  it('when the first limit falls on month end and no review was held then it is overdue; a day later then not', () => {
    expect(run.caseOf('first-due-30')).toMatchObject({ limit_on: '2020-09-30' });
    expect(run.caseOf('first-due-in-october')).toBeUndefined();
  });

  it('when a review was held then the next is due 183 days after it', () => {
    expect(run.caseOf('later-due-30')).toMatchObject({ limit_on: '2020-09-30' });
    expect(run.caseOf('later-due-in-october')).toBeUndefined();
  });

  it('when a late review has been held by month end then nothing is overdue any more', () => {
    expect(run.caseOf('was-late-but-held')).toBeUndefined();
    // Its limit was 1 April.
    expect(run.caseOf('was-late-but-held', '2020-08')).toMatchObject({ limit_on: '2020-04-01' });
    expect(run.caseOf('held-30')).toBeUndefined();
    expect(run.caseOf('held-in-october')).toMatchObject({ limit_on: '2020-08-31' });
  });

  it('when a child has two open plans then the one started last is asked about', () => {
    expect(run.caseOf('old')).toBeUndefined();
    expect(run.caseOf('newer')).toBeUndefined();
    expect(run.caseOf('old', '2020-08')).toBeDefined();
  });

  it('when the plan has ended or the child has died by month end then nothing is due', () => {
    expect(run.caseOf('ended-30')).toBeUndefined();
    expect(run.caseOf('died')).toBeUndefined();
  });

  it('when the children are counted then there are 3', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 3 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 1 });
  });
});
