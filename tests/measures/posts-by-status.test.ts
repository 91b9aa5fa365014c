import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// Open on 30 September 2020, in full-time equivalents: permanent 1 and 0.5, fixed term 0.75, agency 1 and 0.25, empty 1 and
// 0.5: 5 together. On 31 August: permanent 1 and 1, fixed term 0.75, agency 1, 0.25 and 1, empty 1, 0.5 and 1: 7.5.
describe('posts-by-status', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('posts-by-status', {
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

  it('when a post is open then it counts by its share of full time', () => {
    expect(run.caseOf('agency-part-time')).toMatchObject({ category_1: 'Agency', weight: 0.25 });
    expect(run.caseOf('empty-part-time')).toMatchObject({ category_1: 'Empty', weight: 0.5 });
  });

  it('when a post starts on the last day then it is open; when it ends on it then it is not', () => {
    expect(run.caseOf('part-time')).toMatchObject({ category_1: 'Permanent' });
    expect(run.caseOf('ended-30-agency')).toBeUndefined();
    expect(run.caseOf('ended-30-agency', '2020-08')).toBeDefined();
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when the posts are added up then each status has its full-time equivalents and the total is 5', () => {
    const ofStatus = (category: string) => run.figure('snapshot', '2020-09', { category });
    expect(run.figure('snapshot')).toMatchObject({ value: 5, unit: 'fte' });
    expect(ofStatus('Permanent')).toMatchObject({ value: 1.5 });
    expect(ofStatus('Agency')).toMatchObject({ value: 1.25 });
    expect(ofStatus('Fixed term')).toMatchObject({ value: 0.75 });
    expect(ofStatus('Empty')).toMatchObject({ value: 1.5 });
  });

  it('when a team has no post of a status then it is 0', () => {
    expect(run.figure('snapshot', '2020-09', { team: 'B', category: 'Fixed term' })).toMatchObject({
      value: 0,
      status: 'ok',
    });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 2 });
  });

  it('when the month is August then the posts that ended on 30 September are still open', () => {
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ value: 7.5 });
    expect(run.figure('snapshot', '2020-08', { category: 'Agency' })).toMatchObject({ value: 2.25 });
  });
});
