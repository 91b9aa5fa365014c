import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('assessments-repeat-12-months', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure(
      'assessments-repeat-12-months',
      {
        assessments: `
          assessment_id,person_id,referral_id,started_on,authorised_on,team
          a-year-before,P1,,01/08/2019,15/09/2019,Team A
          same-day-a-year-on,P1,,01/08/2020,15/09/2020,Team A
          a-day-more,P2,,01/08/2019,14/09/2019,Team A
          just-outside,P2,,01/08/2020,15/09/2020,Team A
          twin-1,P3,,01/08/2020,20/09/2020,Team A
          twin-2,P3,,01/07/2020,20/09/2020,Team A
          earlier-still-open,P4,,01/01/2020,,Team A
          only-open-one-before,P4,,01/08/2020,20/09/2020,Team A
          started-first,P5,,01/07/2020,30/09/2020,Team A
          authorised-first,P5,,01/08/2020,29/09/2020,Team A
          other-child,P6,,01/08/2020,30/09/2020,Team A`,
      },
      { coversFrom: '2019-09-01' },
    );
  });

  it('when another was authorised on the same day a year before then it is a repeat, a day earlier then not', () => {
    expect(run.caseOf('same-day-a-year-on')).toMatchObject({ met: true });
    expect(run.caseOf('just-outside')).toMatchObject({ met: false });
  });

  it('when two were authorised on one day then neither is before the other', () => {
    expect(run.caseOf('twin-1')).toMatchObject({ met: false });
    expect(run.caseOf('twin-2')).toMatchObject({ met: false });
  });

  it('when the other is not authorised then it is none', () => {
    expect(run.caseOf('only-open-one-before')).toMatchObject({ met: false });
    expect(run.caseOf('earlier-still-open')).toBeUndefined();
  });

  it('when another was authorised first then the later one is the repeat, though it started first', () => {
    expect(run.caseOf('started-first')).toMatchObject({ met: true });
    expect(run.caseOf('authorised-first')).toMatchObject({ met: false });
    expect(run.caseOf('other-child')).toMatchObject({ met: false });
  });

  it('when the cases are added up then 2 of 8', () => {
    expect(run.figure('month')).toMatchObject({ value: 25, numerator: 2, denominator: 8 });
  });

  it('when the extract does not reach 12 months before the period then there is no figure', () => {
    expect(run.figure('month', '2020-08')).toMatchObject({ value: null, status: 'no-data' });
    expect(run.figure('ytd')).toMatchObject({ value: null, status: 'no-data' });
  });
});
