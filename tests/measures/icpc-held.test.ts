import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('icpc-held', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('icpc-held', {
      conferences: `
        conference_id,person_id,kind,held_on,transfer_in,team
        first-of-september,P1,Initial,01/09/2020,N,A
        last-of-september,P2,Initial,30/09/2020,,A
        first-of-october,P3,Initial,01/10/2020,N,A
        last-of-august,P4,Initial,31/08/2020,N,A
        transfer,P5,Initial,10/09/2020,Y,A
        review,P6,Review,10/09/2020,N,A
        sibling-1,P7,initial,10/09/2020,N,B
        sibling-2,P8,Initial,10/09/2020,N,B
        same-child-again,P7,Initial,24/09/2020,N,B
        march,P9,Initial,31/03/2020,N,A
        a-year-ago,P10,Initial,30/09/2019,N,A
        eleven-months-ago,P11,Initial,01/10/2019,N,A`,
    });
  });

  it('when a conference is held on the first or the last day then it belongs to the month', () => {
    expect(run.caseOf('first-of-september')).toBeDefined();
    expect(run.caseOf('last-of-september')).toBeDefined();
    expect(run.caseOf('last-of-august', '2020-08')).toBeDefined();
    expect(run.caseOf('first-of-october', '2020-10')).toBeUndefined();
  });

  it('when a child was transferred in then it does not count; when nothing is recorded then it does', () => {
    expect(run.caseOf('transfer')).toBeUndefined();
    expect(run.caseOf('last-of-september')).toBeDefined();
  });

  it('when the conference is a review then it does not count', () => {
    expect(run.caseOf('review')).toBeUndefined();
  });

  it('when children share a conference, or a child has two, then each row counts', () => {
    expect(run.figure('month', '2020-09', { team: 'B' })).toMatchObject({ value: 3 });
  });

  it('when the conferences are counted then the month has 5, the year to date 6, twelve months 8', () => {
    expect(run.figure('month')).toMatchObject({ value: 5 });
    // and 31 August
    expect(run.figure('ytd')).toMatchObject({ value: 6 });
    // and 31 March and 1 October 2019, not 30 September 2019
    expect(run.figure('rolling-12')).toMatchObject({ value: 8 });
    expect(run.figure('rolling-12', '2020-09', { of: 'rate' })?.value).toBeCloseTo(80_000 / 36_100, 10);
    expect(run.figure('month', '2020-09', { of: 'rate' })).toBeUndefined();
  });
});
