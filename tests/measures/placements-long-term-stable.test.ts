import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

/** In care for 2.5 years at 30 September 2020 means: since 30 March 2018 or before. */
const CARE_EPISODES = `
  episode_id,person_id,started_on,ended_on,legal_status
  two-and-a-half,P1,30/03/2018,,C2
  day-less,P2,31/03/2018,,C2
  turned-16,P3,01/01/2015,,C2
  turns-16-tomorrow,P4,01/01/2015,,C2
  no-birthday,P5,01/01/2015,,C2
  two-years,P6,01/01/2015,,C2
  two-years-less-a-day,P7,01/01/2015,,C2
  change-of-status,P8,01/01/2015,,C2
  temporary,P9,01/01/2015,,C2
  adoption,P10,01/01/2015,,C2
  adoption-less-a-day,P11,01/01/2015,,C2
  moved-not-adopted,P12,01/01/2015,,C2
  short-breaks,P13,01/01/2015,,V3
  two-episodes,P14,01/01/2015,,C1
  two-episodes-later,P14,01/01/2020,,C2
  ended-30,P15,01/01/2015,,C2`;

const PEOPLE = `
  person_id,date_of_birth
  P1,01/01/2010
  P2,01/01/2010
  P3,30/09/2004
  P4,01/10/2004
  P5,
  P6,01/01/2010
  P7,01/01/2010
  P8,01/01/2010
  P9,01/01/2010
  P10,01/01/2015
  P11,01/01/2015
  P12,01/01/2010
  P13,01/01/2010
  P14,01/01/2010
  P15,01/01/2010`;

const PLACEMENTS = `
  placement_id,person_id,started_on,ended_on,kind,carer_id,temporary
  1,P4,01/01/2015,,Foster carer,C1,N
  2,P6,30/09/2018,,Foster carer,C1,N
  3,P7,01/10/2018,,Foster carer,C1,N
  4,P8,01/01/2015,01/06/2020,Foster carer,C1,N
  5,P8,02/06/2020,,Family and friends,C1,N
  6,P9,01/01/2015,,Foster carer,C1,N
  7,P9,20/09/2020,,Foster carer,C2,Y
  8,P10,01/01/2015,30/09/2018,Foster carer,C1,N
  9,P10,30/09/2018,01/06/2020,Foster carer,C2,N
  10,P10,01/06/2020,,Adoption,C3,N
  11,P11,01/01/2015,01/10/2018,Foster carer,C1,N
  12,P11,01/10/2018,01/06/2020,Foster carer,C2,N
  13,P11,01/06/2020,,Adoption,C3,N
  14,P12,01/01/2015,01/06/2020,Foster carer,C1,N
  15,P12,01/06/2020,,Residential,,N
  16,P14,01/01/2015,,Foster carer,C1,N
  17,P15,01/01/2015,30/09/2020,Foster carer,C1,N`;

describe('placements-long-term-stable', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('placements-long-term-stable', {
      people: PEOPLE,
      care_episodes: CARE_EPISODES,
      placements: PLACEMENTS,
    });
  });

  it('when care started on the same day 2.5 years before month end then the child counts; a day later then not', () => {
    expect(run.caseOf('two-and-a-half')).toMatchObject({ met: false });
    expect(run.caseOf('day-less')).toBeUndefined();
  });

  it('when a child turns 16 on the last day of the month then the child is left out, as one of unknown age is', () => {
    expect(run.caseOf('turned-16')).toBeUndefined();
    expect(run.caseOf('turns-16-tomorrow')).toMatchObject({ met: true });
    expect(run.caseOf('no-birthday')).toBeUndefined();
  });

  it('when the placement started on the same day 2 years before then it is long; a day later then not', () => {
    expect(run.caseOf('two-years')).toMatchObject({ met: true });
    expect(run.caseOf('two-years-less-a-day')).toMatchObject({ met: false });
  });

  it('when only the status changed, or the child is away for a short stay, then the placement goes on', () => {
    expect(run.caseOf('change-of-status')).toMatchObject({ met: true });
    expect(run.caseOf('temporary')).toMatchObject({ met: true });
  });

  it('when the child is placed for adoption then the placement before counts with it', () => {
    // The one before started on 30 September 2018, 2 years before month end; for the other child a day later.
    expect(run.caseOf('adoption')).toMatchObject({ met: true });
    expect(run.caseOf('adoption-less-a-day')).toMatchObject({ met: false });
    expect(run.caseOf('moved-not-adopted')).toMatchObject({ met: false });
  });

  it('when a child has a newer episode too then 2.5 years are asked for first; short breaks are left out', () => {
    expect(run.caseOf('two-episodes')).toMatchObject({ met: true });
    expect(run.caseOf('two-episodes-later')).toBeUndefined();
    expect(run.caseOf('short-breaks')).toBeUndefined();
  });

  it('when the placement ended on the last day of the month then none is open', () => {
    expect(run.caseOf('ended-30')).toMatchObject({ met: false });
    expect(run.caseOf('ended-30', '2020-08')).toMatchObject({ met: true });
  });

  it('when the children are added up then it is 6 of 11', () => {
    // met: turns-16-tomorrow, two-years, change-of-status, temporary, adoption, two-episodes
    // not: two-and-a-half, two-years-less-a-day, adoption-less-a-day, moved-not-adopted, ended-30
    expect(run.figure('snapshot')).toMatchObject({ numerator: 6, denominator: 11 });
  });
});
