import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// Open on 30 September 2020, in full-time equivalents: permanent 1 and 0.5, fixed term 0.75, agency 1 and 0.25, empty 1 and
// 0.5: 5 together. On 31 August: permanent 1 and 1, fixed term 0.75, agency 1, 0.25 and 1, empty 1, 0.5 and 1: 7.5.
describe('posts-agency', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('posts-agency', {
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

  it('when an agency worker fills a post then it is met; permanent, fixed term and empty are not', () => {
    expect(run.caseOf('agency')).toMatchObject({ met: true, weight: 1 });
    expect(run.caseOf('permanent')).toMatchObject({ met: false });
    expect(run.caseOf('fixed-term')).toMatchObject({ met: false });
    expect(run.caseOf('empty')).toMatchObject({ met: false });
  });

  it('when a post is part-time then its share of full time is the weight', () => {
    expect(run.caseOf('agency-part-time')).toMatchObject({ met: true, weight: 0.25 });
  });

  it('when a post starts on the last day then it is open; when it ends on it then it is not', () => {
    expect(run.caseOf('part-time')).toMatchObject({ met: false, weight: 0.5 });
    expect(run.caseOf('ended-30-agency')).toBeUndefined();
    expect(run.caseOf('ended-30-agency', '2020-08')).toMatchObject({ met: true });
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when the posts are added up then it is 1.25 of 5 full-time equivalents', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 25, numerator: 1.25, denominator: 5 });
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ value: 30, numerator: 2.25, denominator: 7.5 });
  });

  it('when a team is asked for then its own posts count, and a post without a team only in the total', () => {
    expect(run.figure('snapshot', '2020-09', { team: 'A' })).toMatchObject({ value: 10, denominator: 2.5 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 50, denominator: 2 });
  });
});
