import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('looked-after', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('looked-after', {
      people: `
        person_id,date_of_birth,date_of_death
        DIED-30,01/01/2010,30/09/2020
        DIED-1,01/01/2010,01/10/2020`,
      care_episodes: `
        episode_id,person_id,started_on,ended_on,legal_status,team
        started-30,P1,30/09/2020,,C2,A
        starts-in-october,P2,01/10/2020,,C2,A
        ended-30,P3,01/06/2020,30/09/2020,C2,A
        ended-in-october,P4,01/06/2020,01/10/2020,V2,A
        short-breaks,P5,01/06/2020,,V4,A
        short-breaks-small-letters,P6,01/06/2020,,v3,A
        no-status,P7,01/06/2020,,,A
        care,P8,01/06/2020,,C1,A
        care-and-short-breaks,P8,01/07/2020,,V4,A
        first-of-two,P9,01/06/2020,,C1,A
        second-of-two,P9,01/09/2020,,E1,B
        died-30,DIED-30,01/06/2020,,C2,A
        died-1,DIED-1,01/06/2020,,C2,A`,
    });
  });

  it('when an episode starts or ends on the last day of the month then the start counts and the end counts', () => {
    expect(run.caseOf('started-30')).toBeDefined();
    expect(run.caseOf('starts-in-october')).toBeUndefined();
    expect(run.caseOf('ended-30')).toBeUndefined();
    expect(run.caseOf('ended-in-october')).toBeDefined();
  });

  it('when the legal status is V3 or V4 then the child is on short breaks; a blank status is not', () => {
    expect(run.caseOf('short-breaks')).toBeUndefined();
    expect(run.caseOf('short-breaks-small-letters')).toBeUndefined();
    expect(run.caseOf('no-status')).toBeDefined();
  });

  it('when a child in care has short breaks too then the care episode counts', () => {
    expect(run.caseOf('care')).toBeDefined();
    expect(run.caseOf('care-and-short-breaks')).toBeUndefined();
  });

  it('when a child has two open episodes then the one started last counts', () => {
    expect(run.caseOf('first-of-two')).toBeUndefined();
    expect(run.caseOf('second-of-two')).toMatchObject({ team: 'B' });
  });

  it('when a child dies on the last day of the month then the child is left out; on the day after then not', () => {
    expect(run.caseOf('died-30')).toBeUndefined();
    expect(run.caseOf('died-1')).toBeDefined();
  });

  it('when the children are counted then there are 6, which is 6 of 36,100 as a rate', () => {
    // started-30, ended-in-october, no-status, care, second-of-two, died-1
    expect(run.figure('snapshot')).toMatchObject({ value: 6 });
    expect(run.figure('snapshot', '2020-09', { of: 'rate' })?.value).toBeCloseTo(60_000 / 36_100, 10);
  });
});
