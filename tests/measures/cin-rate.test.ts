import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cin-rate', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    const cin_plans = `
      plan_id,person_id,started_on,ended_on,team
      open,P1,30/09/2020,,A
      first-of-two,P2,01/06/2020,,A
      second-of-two,P2,01/07/2020,,B
      ended-30,P3,01/06/2020,30/09/2020,A
      starts-in-october,P4,01/10/2020,,A`;
    const populations = `from,ages,population
2020-06,0-17,36100
2020-09,0-17,40000
`;
    run = await runMeasure('cin-rate', { cin_plans }, { populations });
  });

  it('when plans are open at month end then each child counts once', () => {
    expect(
      run
        .casesIn('2020-09')
        .map(each => each.record_id)
        .sort(),
    ).toEqual(['open', 'second-of-two']);
  });

  it('when the population changes in the month then the new one divides', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 0.5, numerator: 2, denominator: 40_000 });
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ numerator: 2, denominator: 36_100 });
  });

  it('when no row is on or before the month then there is no figure', () => {
    expect(run.figure('snapshot', '2020-05')).toMatchObject({ status: 'no-data', value: null });
  });

  it('when a team is asked for then it has its children of the same population', () => {
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 0.25 });
  });

  it('when there are periods then there is none but the month end', () => {
    expect(run.figure('month')).toBeUndefined();
    expect(run.figure('ytd')).toBeUndefined();
  });
});
