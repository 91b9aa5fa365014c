import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

const CARE_EPISODES = `
  episode_id,person_id,started_on,ended_on,legal_status,team
  open,P1,30/09/2020,,C2,A
  first-of-two,P2,01/06/2020,,C1,A
  second-of-two,P2,01/07/2020,,C2,B
  short-breaks,P3,01/06/2020,,V3,A
  ended-30,P4,01/06/2020,30/09/2020,C2,A`;

describe('looked-after-rate', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    const populations = `from,ages,population
2020-06,0-17,36100
2020-09,0-17,40000
`;
    run = await runMeasure('looked-after-rate', { care_episodes: CARE_EPISODES }, { populations });
  });

  it('when children are looked after at month end then each counts once, short breaks left out', () => {
    expect(
      run
        .casesIn('2020-09')
        .map(each => each.record_id)
        .sort(),
    ).toEqual(['open', 'second-of-two']);
  });

  it('when the population changes in the month then the new one divides', () => {
    // 2 / 40,000
    expect(run.figure('snapshot')).toMatchObject({ value: 0.5, numerator: 2, denominator: 40_000 });
    // P2 and ended-30, of the row before
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ numerator: 2, denominator: 36_100 });
  });

  it('when no row is on or before the month then there is no figure', () => {
    expect(run.figure('snapshot', '2020-05')).toMatchObject({ status: 'no-data', value: null });
  });

  it('when a team is asked for then it has its children of the same population', () => {
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 0.25 });
  });

  it('when the legal status is not in the extract then there is no figure, not one too high', async () => {
    const text = 'episode_id,person_id,started_on,ended_on\nopen,P1,01/09/2020,';
    const without = await runMeasure('looked-after-rate', { care_episodes: text });
    expect(without.figure('snapshot')).toMatchObject({ status: 'no-data' });
    expect(without.figure('snapshot')?.reason).toContain('care_episodes.legal_status');
  });
});
