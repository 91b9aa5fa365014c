import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('social-worker-changes', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('social-worker-changes', {
      care_episodes: `
        episode_id,person_id,started_on,ended_on,legal_status,team
        three,P1,01/01/2018,,C2,A
        ended-before,P2,01/01/2018,,C2,A
        starts-after,P3,01/01/2018,,C2,B
        back-again,P4,01/01/2018,,C2,A
        two-at-once,P5,01/09/2020,,C2,A
        nobody,P6,01/01/2018,,C2,A
        short-breaks,P7,01/01/2018,,V4,A
        first-of-two,P8,01/01/2018,,C1,A
        second-of-two,P8,01/09/2020,,C2,A`,
      allocations: `
        allocation_id,person_id,kind,worker_id,team,started_on,ended_on
        1,P1,LAC,W1,A,01/01/2018,01/10/2019
        2,P1,LAC,W2,A,01/10/2019,30/09/2020
        3,P1,LAC,W3,A,30/09/2020,
        4,P2,LAC,W1,A,01/01/2018,30/09/2019
        5,P2,LAC,W2,A,30/09/2019,01/03/2020
        6,P2,LAC,W3,A,01/03/2020,
        7,P3,LAC,W1,A,01/01/2018,01/03/2020
        8,P3,LAC,W2,A,01/03/2020,01/10/2020
        9,P3,LAC,W3,A,01/10/2020,
        10,P4,LAC,W1,A,01/01/2018,01/03/2020
        11,P4,LAC,W2,A,01/03/2020,01/05/2020
        12,P4,LAC,W1,A,01/05/2020,
        13,P5,Assessment,W1,A,01/05/2020,01/06/2020
        14,P5,CP,W2,A,01/06/2020,
        15,P5,LAC,W3,A,01/09/2020,
        16,P7,LAC,W1,A,01/01/2020,
        17,P7,LAC,W2,A,01/01/2020,
        18,P7,LAC,W3,A,01/01/2020,`,
    });
  });

  it('when an allocation ended on the first day of the 12 months or started on the last then it counts', () => {
    expect(run.caseOf('three')).toMatchObject({ met: true });
    expect(run.caseOf('three', '2020-08')).toMatchObject({ met: false });
  });

  it('when an allocation ended before the 12 months or started after month end then it does not count', () => {
    expect(run.caseOf('ended-before')).toMatchObject({ met: false });
    expect(run.caseOf('starts-after')).toMatchObject({ met: false });
  });

  it('when a worker comes back then it is still one worker', () => {
    expect(run.caseOf('back-again')).toMatchObject({ met: false });
  });

  it('when the allocations are of several kinds, or from before care, then each worker counts', () => {
    expect(run.caseOf('two-at-once')).toMatchObject({ met: true });
  });

  it('when nobody was allocated then it is not met; short breaks are left out, and each child counts once', () => {
    expect(run.caseOf('nobody')).toMatchObject({ met: false, not_judged: null });
    expect(run.caseOf('short-breaks')).toBeUndefined();
    expect(run.caseOf('first-of-two')).toBeUndefined();
  });

  it('when the children are added up then it is 2 of 7', () => {
    expect(run.figure('snapshot')).toMatchObject({ numerator: 2, denominator: 7 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ numerator: 0, denominator: 1 });
  });
});
