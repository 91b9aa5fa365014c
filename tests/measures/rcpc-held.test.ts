import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('rcpc-held', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('rcpc-held', {
      conferences: `
        conference_id,person_id,kind,plan_id,held_on,team
        first-day,P1,Review,PLAN-1,01/09/2020,A
        last-day,P2,review,PLAN-2,30/09/2020,B
        august,P3,Review,PLAN-3,31/08/2020,A
        october,P4,Review,PLAN-4,01/10/2020,A
        initial,P5,Initial,,10/09/2020,A
        no-plan,P6,Review,,10/09/2020,A
        again,P1,Review,PLAN-1,20/09/2020,A
        october-2019,P7,Review,PLAN-7,01/10/2019,A
        september-2019,P8,Review,PLAN-8,30/09/2019,A`,
    });
  });

  it('when a review is held on the first or the last day then it belongs to the month', () => {
    expect(run.caseOf('first-day')).toBeDefined();
    expect(run.caseOf('last-day')).toBeDefined();
    expect(run.caseOf('august')).toBeUndefined();
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when the conference is an initial one then it does not count', () => {
    expect(run.caseOf('initial')).toBeUndefined();
  });

  it('when no plan is named then it was held all the same', () => {
    expect(run.caseOf('no-plan')).toBeDefined();
  });

  it('when a child has two reviews in a month then both count', () => {
    expect(run.casesIn('2020-09').filter(each => each.person_id === 'P1')).toHaveLength(2);
  });

  it('when the reviews are counted then the month has 4, the year to date 5, twelve months 6', () => {
    expect(run.figure('month')).toMatchObject({ value: 4 });
    expect(run.figure('month', '2020-09', { team: 'B' })).toMatchObject({ value: 1 });
    expect(run.figure('ytd')).toMatchObject({ value: 5 });
    expect(run.figure('rolling-12')).toMatchObject({ value: 6 });
    expect(run.figure('rolling-12', '2020-09', { of: 'rate' })?.value).toBeCloseTo(60_000 / 36_100, 10);
  });
});
