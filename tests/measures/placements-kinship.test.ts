import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('placements-kinship', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('placements-kinship', {
      care_episodes: `
        episode_id,person_id,started_on,ended_on,legal_status,team
        with-family,P1,01/01/2020,,C2,A
        moved-on,P2,01/01/2020,,C2,B
        away-for-a-week,P3,01/01/2020,,C2,A
        stays-with-family,P4,01/01/2020,,C2,A
        ended-30,P5,01/01/2020,,C2,A
        no-placement,P6,01/01/2020,,C2,A
        short-breaks,P7,01/01/2020,,V3,A
        first-of-two,P8,01/01/2020,,C1,A
        second-of-two,P8,01/02/2020,,C2,A`,
      placements: `
        placement_id,person_id,started_on,ended_on,kind,carer_id,temporary
        1,P1,30/09/2020,,family and friends,C1,N
        2,P2,01/01/2020,,Family and friends,C1,N
        3,P2,01/09/2020,,Foster carer,C2,N
        4,P3,01/01/2020,,Family and friends,C1,N
        5,P3,28/09/2020,,Residential,C2,Y
        6,P4,01/01/2020,,Foster carer,C1,N
        7,P4,28/09/2020,,Family and friends,C2,Y
        8,P5,01/01/2020,30/09/2020,Family and friends,C1,N
        9,P7,01/01/2020,,Family and friends,C1,N
        10,P8,01/01/2020,,Family and friends,C1,N`,
    });
  });

  it('when the placement started last is with family and friends then it is met', () => {
    expect(run.caseOf('with-family')).toMatchObject({ met: true });
    expect(run.caseOf('with-family', '2020-08')).toMatchObject({ met: false });
    expect(run.caseOf('moved-on')).toMatchObject({ met: false });
    expect(run.caseOf('moved-on', '2020-08')).toMatchObject({ met: true });
  });

  it('when a stay is temporary then the placement that continues counts', () => {
    expect(run.caseOf('away-for-a-week')).toMatchObject({ met: true });
    expect(run.caseOf('stays-with-family')).toMatchObject({ met: false });
  });

  it('when no placement is open at month end then it is not met, never not judged', () => {
    expect(run.caseOf('ended-30')).toMatchObject({ met: false, not_judged: null });
    expect(run.caseOf('no-placement')).toMatchObject({ met: false, not_judged: null });
  });

  it('when a child has two episodes then the child counts once; on short breaks not at all', () => {
    expect(run.caseOf('first-of-two')).toBeUndefined();
    expect(run.caseOf('second-of-two')).toMatchObject({ met: true });
    expect(run.caseOf('short-breaks')).toBeUndefined();
  });

  it('when the children are added up then it is 3 of 7', () => {
    expect(run.figure('snapshot')).toMatchObject({ numerator: 3, denominator: 7 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 0, denominator: 1 });
  });
});
