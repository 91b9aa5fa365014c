import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('lac-reviews-participation', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('lac-reviews-participation', {
      people: `
        person_id,date_of_birth
        TURNS-4,10/09/2016
        NOT-YET-4,11/09/2016
        OLDER,01/01/2008
        NO-BIRTHDAY,
        LEAP,29/02/2016`,
      looked_after_reviews: `
        review_id,person_id,held_on,cancelled,participated
        turns-4,TURNS-4,10/09/2020,,Y
        not-yet-4,NOT-YET-4,10/09/2020,,Y
        took-part,OLDER,30/09/2020,,Y
        did-not,OLDER,01/09/2020,,N
        not-recorded,OLDER,15/09/2020,,
        no-birthday,NO-BIRTHDAY,10/09/2020,,Y
        nobody,NOT-IN-PEOPLE,10/09/2020,,Y
        cancelled,OLDER,10/09/2020,Y,Y
        not-held,OLDER,,,Y
        october,OLDER,01/10/2020,,Y
        leap-birthday,LEAP,29/02/2020,,Y
        leap-day-before,LEAP,28/02/2020,,Y`,
    });
  });

  it('when the child turns 4 on the day then the review counts; a day before then not', () => {
    expect(run.caseOf('turns-4')).toMatchObject({ met: true });
    expect(run.caseOf('not-yet-4')).toBeUndefined();
    expect(run.caseOf('leap-birthday', '2020-02')).toBeDefined();
    expect(run.caseOf('leap-day-before', '2020-02')).toBeUndefined();
  });

  it('when nothing is recorded then the child did not take part', () => {
    expect(run.caseOf('took-part')).toMatchObject({ met: true });
    expect(run.caseOf('did-not')).toMatchObject({ met: false });
    expect(run.caseOf('not-recorded')).toMatchObject({ met: false, not_judged: null });
  });

  it('when the age is not known then the review is left out', () => {
    expect(run.caseOf('no-birthday')).toBeUndefined();
    expect(run.caseOf('nobody')).toBeUndefined();
  });

  it('when the review was cancelled, not held, or held in another month then it is left out', () => {
    expect(run.caseOf('cancelled')).toBeUndefined();
    expect(run.casesIn('2020-09').map(each => each.record_id)).not.toContain('not-held');
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when the reviews are added up then it is 2 of 4', () => {
    expect(run.figure('month')).toMatchObject({ value: 50, numerator: 2, denominator: 4, notJudged: 0 });
  });
});
