import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

// The same day 6 months before 30 September 2020 is 30 March, so the 6 months start on the 31st. August has no such day in
// February: 6 months before 31 August 2020 is 29 February, the last day, and the 6 months start on 1 March.
describe('care-leavers-pathway-plan', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('care-leavers-pathway-plan', {
      people: `
        person_id,date_of_birth,date_of_death
        died,01/01/2000,01/09/2020`,
      care_leavers: `
        person_id,as_at,date_of_birth,pathway_plan_reviewed_on,team
        first-day,30/09/2020,01/01/2003,31/03/2020,A
        day-before,30/09/2020,01/01/2000,30/03/2020,A
        same-day,30/09/2020,01/01/1996,30/09/2020,A
        reviewed-later,30/09/2020,01/01/2000,01/10/2020,B
        never,30/09/2020,01/01/2000,,B
        died,30/09/2020,01/01/2000,01/09/2020,B
        leap-day,31/08/2020,01/01/2000,29/02/2020,A
        first-of-march,31/08/2020,01/01/2000,01/03/2020,A
        first-of-march,30/08/2020,01/01/2000,01/03/2020,A`,
    });
  });

  it('when the review was on the same day 6 months earlier then it is too long ago; a day later it is in time', () => {
    expect(run.caseOf('day-before')).toMatchObject({ met: false });
    expect(run.caseOf('first-day')).toMatchObject({ met: true });
  });

  it('when the month 6 months earlier lacks the day then its last day stands for it', () => {
    expect(run.caseOf('leap-day', '2020-08')).toMatchObject({ met: false });
    expect(run.caseOf('first-of-march', '2020-08')).toMatchObject({ met: true });
  });

  it('when the review is recorded after the snapshot or not at all then it is not met', () => {
    expect(run.caseOf('same-day')).toMatchObject({ met: true });
    expect(run.caseOf('reviewed-later')).toMatchObject({ met: false });
    expect(run.caseOf('never')).toMatchObject({ met: false, not_judged: null });
  });

  it('when someone died before the snapshot then they are not in it', () => {
    expect(run.caseOf('died')).toBeUndefined();
  });

  it('when the care leavers are added up then those of every age count, 2 of 5', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 40, numerator: 2, denominator: 5 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 0, denominator: 2 });
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ numerator: 1, denominator: 2 });
  });
});
