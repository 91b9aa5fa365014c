import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('audits-good-or-better', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('audits-good-or-better', {
      audits: `
        audit_id,completed_on,due_month,kind,theme,grade,team
        outstanding,30/09/2020,2020-09,Moderated,Neglect,Outstanding,A
        good,05/10/2020,2020-09,Moderated,Neglect,Good,B
        requires-improvement,10/09/2020,2020-09,Thematic,,Requires improvement,A
        inadequate,31/08/2020,2020-09,Thematic,,Inadequate,A
        no-grade,10/09/2020,2020-09,Re-audit,,,B
        not-completed,,2020-09,Moderated,,Not completed,A
        not-completed-with-a-day,10/09/2020,2020-09,Moderated,,Not completed,A
        good-without-a-day,,2020-09,Moderated,,Good,A
        inadequate-without-a-day,,2020-09,Moderated,,Inadequate,A
        august-good,15/09/2020,2020-08,Moderated,,Good,A
        august-inadequate,15/09/2020,2020-08,Moderated,,Inadequate,A`,
    });
  });

  it('when the grade is good or outstanding then it is met', () => {
    expect(run.caseOf('outstanding')).toMatchObject({ met: true });
    expect(run.caseOf('good')).toMatchObject({ met: true, event_on: '2020-10-05' });
    expect(run.caseOf('requires-improvement')).toMatchObject({ met: false });
    expect(run.caseOf('inadequate')).toMatchObject({ met: false });
  });

  it('when an audit was completed without a grade then it is judged, and not met', () => {
    expect(run.caseOf('no-grade')).toMatchObject({ met: false, not_judged: null });
  });

  it('when an audit is marked as not completed then it is no case, whatever its day says', () => {
    expect(run.caseOf('not-completed')).toBeUndefined();
    expect(run.caseOf('not-completed-with-a-day')).toBeUndefined();
  });

  it('when an audit has a grade but no day of completion then it is no case', () => {
    expect(run.caseOf('good-without-a-day')).toBeUndefined();
    expect(run.caseOf('inadequate-without-a-day')).toBeUndefined();
  });

  it('when the month is added up then it is 2 of 5, by the month in which they were due', () => {
    expect(run.figure('month')).toMatchObject({ value: 40, numerator: 2, denominator: 5, notJudged: 0 });
    expect(run.figure('month', '2020-08')).toMatchObject({ value: 50, denominator: 2 });
    expect(run.figure('ytd')).toMatchObject({ numerator: 3, denominator: 7 });
    expect(run.figure('month', '2020-09', { team: 'B' })).toMatchObject({ value: 50, denominator: 2 });
  });
});
