import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// Open on 30 September 2020, in full-time equivalents: permanent 1 and 0.5, fixed term 0.75, agency 1 and 0.25, empty 1 and
// 0.5: 5 together. On 31 August: permanent 1 and 1, fixed term 0.75, agency 1, 0.25 and 1, empty 1, 0.5 and 1: 7.5.
describe('posts-permanent', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('posts-permanent', {
      posts: `
        post_id,status,fte,team,started_on,ended_on
        permanent,Permanent,1,A,01/01/2019,
        part-time,Permanent,0.5,A,30/09/2020,
        fixed-term,Fixed term,0.75,A,01/01/2019,01/10/2020
        agency,Agency,1,B,01/01/2019,
        agency-part-time,Agency,0.25,A,01/01/2019,
        empty,Empty,1,B,01/01/2019,
        empty-part-time,Empty,0.5,,01/01/2019,
        ended-30-permanent,Permanent,1,A,01/01/2019,30/09/2020
        ended-30-agency,Agency,1,A,01/01/2019,30/09/2020
        ended-30-empty,Empty,1,A,01/01/2019,30/09/2020
        october,Permanent,1,A,01/10/2020,`,
    });
  });

  it('when a post is permanent or fixed term then it is met; agency and empty are not', () => {
    expect(run.caseOf('permanent')).toMatchObject({ met: true, weight: 1 });
    expect(run.caseOf('fixed-term')).toMatchObject({ met: true, weight: 0.75 });
    expect(run.caseOf('agency')).toMatchObject({ met: false });
    expect(run.caseOf('empty')).toMatchObject({ met: false });
  });

  it('when a post starts on the last day then it is open; when it ends on it then it is not', () => {
    expect(run.caseOf('part-time')).toMatchObject({ met: true, weight: 0.5 });
    expect(run.caseOf('ended-30-permanent')).toBeUndefined();
    expect(run.caseOf('ended-30-permanent', '2020-08')).toMatchObject({ met: true });
  });

  it('when a post starts or ends on 1 October then September does not know it yet', () => {
    expect(run.caseOf('october')).toBeUndefined();
    expect(run.caseOf('fixed-term')).toBeDefined();
  });

  it('when the posts are added up then it is 2.25 of 5 full-time equivalents', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 45, numerator: 2.25, denominator: 5 });
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ numerator: 2.75, denominator: 7.5 });
  });

  it('when a team is asked for then its own posts count', () => {
    expect(run.figure('snapshot', '2020-09', { team: 'A' })).toMatchObject({ value: 90, denominator: 2.5 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 0, denominator: 2 });
  });
});
