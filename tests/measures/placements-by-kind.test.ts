import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('placements-by-kind', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('placements-by-kind', {
      care_episodes: `
        episode_id,person_id,started_on,ended_on,legal_status,team
        two-placements,P1,01/01/2020,,C2,A
        away-for-a-week,P2,01/01/2020,,C2,A
        only-temporary,P3,01/01/2020,,C2,A
        ended-30,P4,01/01/2020,,C2,B
        started-30,P5,01/01/2020,,C2,B
        same-day,P6,01/01/2020,,C2,A
        short-breaks,P7,01/01/2020,,V4,A
        two-episodes,P8,01/01/2020,,C1,A
        two-episodes-later,P8,01/02/2020,,C2,A
        local-kind,P9,01/01/2020,,C2,A`,
      placements: `
        placement_id,person_id,started_on,ended_on,kind,carer_id,temporary
        1,P1,01/01/2020,,Residential,C1,N
        2,P1,01/09/2020,,foster carer,C2,N
        3,P2,01/01/2020,,Family and friends,C1,
        4,P2,28/09/2020,04/10/2020,Foster carer,C2,Y
        5,P3,01/01/2020,,Foster carer,C2,Y
        6,P4,01/01/2020,30/09/2020,Foster carer,C2,N
        7,P5,30/09/2020,,Adoption,C2,N
        8,P6,01/01/2020,,Residential,,N
        9,P6,01/01/2020,,Parents,,N
        10,P7,01/01/2020,,Residential,,N
        11,P8,01/01/2020,,Parents,,N
        12,P9,01/01/2020,,Secure unit,,N`,
    });
  });

  it('when two placements are open then the one started last counts', () => {
    expect(run.caseOf('two-placements')).toMatchObject({ category_1: 'Foster carer' });
    expect(run.caseOf('two-placements', '2020-08')).toMatchObject({ category_1: 'Residential' });
    expect(run.casesIn('2020-09').filter(each => each.person_id === 'P6')).toHaveLength(1);
  });

  it('when the child is away on a temporary stay then the placement that continues counts', () => {
    expect(run.caseOf('away-for-a-week')).toMatchObject({ category_1: 'Family and friends' });
    expect(run.caseOf('only-temporary')).toMatchObject({ category_1: null });
  });

  it('when a placement ended on the last day of the month then none is open; one that started then is', () => {
    expect(run.caseOf('ended-30')).toMatchObject({ category_1: null });
    expect(run.caseOf('started-30')).toMatchObject({ category_1: 'Adoption' });
    expect(run.caseOf('started-30', '2020-08')).toMatchObject({ category_1: null });
  });

  it('when a child has two episodes then the child counts once; on short breaks not at all', () => {
    expect(run.caseOf('two-episodes')).toBeUndefined();
    expect(run.caseOf('two-episodes-later')).toMatchObject({ category_1: 'Parents' });
    expect(run.caseOf('short-breaks')).toBeUndefined();
  });

  it('when the children are counted then the kinds and the children without a placement add up to 8', () => {
    const countOf = (category: string) => run.figure('snapshot', '2020-09', { category })?.value;
    expect(['Foster carer', 'Family and friends', 'Adoption', 'Supported lodgings'].map(countOf)).toEqual([
      1, 1, 1, 0,
    ]);
    expect(countOf('Not recorded')).toBe(2);
    expect(countOf('Secure unit')).toBe(1);
    expect(run.figure('snapshot')).toMatchObject({ value: 8 });
    expect(run.figure('snapshot', '2020-09', { team: 'B', category: 'Not recorded' })).toMatchObject({
      value: 1,
    });
  });
});
