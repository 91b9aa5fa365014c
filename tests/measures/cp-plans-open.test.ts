import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cp-plans-open', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('cp-plans-open', {
      people: `
        person_id,date_of_birth,date_of_death
        DIED-30,01/01/2010,30/09/2020
        DIED-1,01/01/2010,01/10/2020`,
      cp_plans: `
        plan_id,person_id,started_on,ended_on,team
        started-30,P1,30/09/2020,,A
        starts-in-october,P2,01/10/2020,,A
        ended-30,P3,01/06/2020,30/09/2020,A
        ended-in-october,P4,01/06/2020,01/10/2020,A
        first-of-two,P5,01/06/2020,,A
        second-of-two,P5,01/09/2020,,B
        same-day-1,P6,01/06/2020,,A
        same-day-2,P6,01/06/2020,,A
        started-and-ended,P7,30/09/2020,30/09/2020,A
        died-30,DIED-30,01/06/2020,,A
        died-1,DIED-1,01/06/2020,,A`,
    });
  });

  it('when a plan starts on the last day of the month then it is open; on the day after then it is not', () => {
    expect(run.caseOf('started-30')).toBeDefined();
    expect(run.caseOf('starts-in-october')).toBeUndefined();
  });

  it('when a plan ends on the last day of the month then it is not open; on the day after then it still is', () => {
    expect(run.caseOf('ended-30')).toBeUndefined();
    expect(run.caseOf('ended-in-october')).toBeDefined();
    expect(run.caseOf('started-and-ended')).toBeUndefined();
  });

  it('when a child has two open plans then the child counts once, by the one started last', () => {
    expect(run.caseOf('first-of-two')).toBeUndefined();
    expect(run.caseOf('second-of-two')).toMatchObject({ team: 'B' });
    expect(run.casesIn('2020-09').filter(each => each.person_id === 'P6')).toHaveLength(1);
  });

  it('when a child dies on the last day of the month then the child is left out; on the day after then not', () => {
    expect(run.caseOf('died-30')).toBeUndefined();
    expect(run.caseOf('died-30', '2020-08')).toBeDefined();
    expect(run.caseOf('died-1')).toBeDefined();
  });

  it('when the children are counted then there are 5, which is 5 of 36,100 as a rate', () => {
    // started-30, ended-in-october, second-of-two, one of P6, died-1
    expect(run.figure('snapshot')).toMatchObject({ value: 5, status: 'ok' });
    expect(run.figure('snapshot', '2020-09', { of: 'rate' })?.value).toBeCloseTo(50_000 / 36_100, 10);
    // On 31 August: ended-30, ended-in-october, first-of-two, one of P6, died-30, died-1
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ value: 6 });
  });
});
