import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

const CHILDREN = `FIRST-DAY DAY-BEFORE LAST-DAY DAY-AFTER TEMPORARY CARER CARER-GAP CARER-BACK NO-CARER INSIDE
  NOWHERE`.split(/\s+/);

/** Every child in care since 2015, and one on short breaks. */
const CARE_EPISODES = [
  'episode_id,person_id,started_on,ended_on,legal_status,team',
  ...CHILDREN.map(child => `${child},${child},01/01/2015,,C2,A`),
  'SHORT-BREAKS,FIRST-DAY-TOO,01/01/2015,,V4,A',
].join('\n');

const PLACEMENTS = `
  placement_id,person_id,started_on,ended_on,kind,carer_id,temporary
  1,FIRST-DAY,01/01/2019,01/10/2019,Foster carer,C1,N
  2,FIRST-DAY,01/10/2019,01/03/2020,Foster carer,C2,
  3,FIRST-DAY,01/03/2020,,Foster carer,C3,N
  4,DAY-BEFORE,01/01/2019,30/09/2019,Foster carer,C1,N
  5,DAY-BEFORE,30/09/2019,01/03/2020,Foster carer,C2,N
  6,DAY-BEFORE,01/03/2020,,Foster carer,C3,N
  7,LAST-DAY,01/01/2019,01/05/2020,Foster carer,C1,N
  8,LAST-DAY,01/05/2020,30/09/2020,Foster carer,C2,N
  9,LAST-DAY,30/09/2020,,Foster carer,C3,N
  10,DAY-AFTER,01/01/2019,01/05/2020,Foster carer,C1,N
  11,DAY-AFTER,01/05/2020,01/10/2020,Foster carer,C2,N
  12,DAY-AFTER,01/10/2020,,Foster carer,C3,N
  13,TEMPORARY,01/01/2019,01/05/2020,Foster carer,C1,N
  14,TEMPORARY,01/05/2020,,Foster carer,C2,N
  15,TEMPORARY,01/07/2020,08/07/2020,Foster carer,C3,Y
  16,CARER,01/01/2019,01/02/2020,Foster carer,C1,N
  17,CARER,01/02/2020,01/04/2020,Foster carer,C1,N
  18,CARER,02/04/2020,01/06/2020,Family and friends,C1,N
  19,CARER,01/06/2020,,Foster carer,C2,N
  20,CARER-GAP,01/01/2019,01/02/2020,Foster carer,C1,N
  21,CARER-GAP,03/02/2020,01/06/2020,Foster carer,C1,N
  22,CARER-GAP,01/06/2020,,Foster carer,C2,N
  23,CARER-BACK,01/01/2019,01/02/2020,Foster carer,C1,N
  24,CARER-BACK,01/02/2020,01/06/2020,Foster carer,C2,N
  25,CARER-BACK,01/06/2020,,Foster carer,C1,N
  26,NO-CARER,01/01/2019,01/02/2020,Residential,,N
  27,NO-CARER,01/02/2020,01/06/2020,Residential,,N
  28,NO-CARER,01/06/2020,,Residential,,N
  29,INSIDE,01/01/2019,01/06/2020,Foster carer,C1,N
  30,INSIDE,01/02/2020,01/03/2020,Foster carer,C1,N
  31,INSIDE,01/06/2020,01/08/2020,Foster carer,C1,N
  32,INSIDE,01/08/2020,,Foster carer,C2,N`;

describe('placements-3-or-more', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('placements-3-or-more', { care_episodes: CARE_EPISODES, placements: PLACEMENTS });
  });

  it('when a placement ended on 1 October 2019 then it was open in the 12 months to 30 September 2020', () => {
    expect(run.caseOf('FIRST-DAY')).toMatchObject({ met: true });
    expect(run.caseOf('DAY-BEFORE')).toMatchObject({ met: false });
  });

  it('when a placement starts on the last day of the month then it counts; on the day after then not', () => {
    expect(run.caseOf('LAST-DAY')).toMatchObject({ met: true });
    expect(run.caseOf('LAST-DAY', '2020-08')).toMatchObject({ met: false });
    expect(run.caseOf('DAY-AFTER')).toMatchObject({ met: false });
  });

  it('when a stay is temporary then it is no placement', () => {
    expect(run.caseOf('TEMPORARY')).toMatchObject({ met: false });
  });

  it('when placements with one carer follow on the same or the next day then they are one', () => {
    // C1 three times and C2: two placements.
    expect(run.caseOf('CARER')).toMatchObject({ met: false });
    // A day between them: C1, C1 again, C2.
    expect(run.caseOf('CARER-GAP')).toMatchObject({ met: true });
    expect(run.caseOf('CARER-BACK')).toMatchObject({ met: true });
    // The second lies inside the first, the third follows on the first: C1 and C2.
    expect(run.caseOf('INSIDE')).toMatchObject({ met: false });
  });

  it('when no carer is recorded then each placement is one', () => {
    expect(run.caseOf('NO-CARER')).toMatchObject({ met: true });
  });

  it('when a child has no placement then it is not met; a child on short breaks is left out', () => {
    expect(run.caseOf('NOWHERE')).toMatchObject({ met: false, not_judged: null });
    expect(run.caseOf('SHORT-BREAKS')).toBeUndefined();
  });

  it('when the children are added up then it is 5 of 11', () => {
    // FIRST-DAY, LAST-DAY, CARER-GAP, CARER-BACK, NO-CARER
    expect(run.figure('snapshot')).toMatchObject({ numerator: 5, denominator: 11 });
  });

  it('when the month ends on 28 February 2021 then the 12 months start on 1 March 2020, not on the 29th', async () => {
    const placements = `
      placement_id,person_id,started_on,ended_on,kind,carer_id,temporary
      1,ON-1-MARCH,01/01/2019,01/03/2020,Foster carer,C1,N
      2,ON-1-MARCH,01/03/2020,01/06/2020,Foster carer,C2,N
      3,ON-1-MARCH,01/06/2020,,Foster carer,C3,N
      4,ON-29-FEBRUARY,01/01/2019,29/02/2020,Foster carer,C1,N
      5,ON-29-FEBRUARY,29/02/2020,01/06/2020,Foster carer,C2,N
      6,ON-29-FEBRUARY,01/06/2020,,Foster carer,C3,N`;
    const care_episodes = `
      episode_id,person_id,started_on,ended_on,legal_status
      ON-1-MARCH,ON-1-MARCH,01/01/2015,,C2
      ON-29-FEBRUARY,ON-29-FEBRUARY,01/01/2015,,C2`;
    const leap = await runMeasure(
      'placements-3-or-more',
      { care_episodes, placements },
      { month: '2021-02' },
    );
    expect(leap.caseOf('ON-1-MARCH', '2021-02')).toMatchObject({ met: true });
    expect(leap.caseOf('ON-29-FEBRUARY', '2021-02')).toMatchObject({ met: false });
  });

  it('when placements are not recorded for 12 months before month end then there is no figure', async () => {
    const extracts = { care_episodes: CARE_EPISODES, placements: PLACEMENTS };
    const short = await runMeasure('placements-3-or-more', extracts, { coversFrom: '2019-10-01' });
    expect(short.figure('snapshot')).toMatchObject({ status: 'ok' });
    expect(short.figure('snapshot', '2020-08')).toMatchObject({ status: 'no-data' });
  });
});
