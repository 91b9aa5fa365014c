import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('audits-completed', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('audits-completed', {
      audits: `
        audit_id,completed_on,due_month,kind,theme,grade,team
        good,30/09/2020,2020-09,Moderated,Neglect,Good,A
        completed-late,05/10/2020,2020-09,Moderated,Neglect,Good,B
        completed-early,31/08/2020,2020-09,Thematic,,Inadequate,A
        not-completed,,2020-09,Moderated,,Not completed,A
        no-grade,10/09/2020,2020-09,Re-audit,,,A
        august,01/09/2020,2020-08,Moderated,,Outstanding,A
        march,31/03/2020,2020-03,Moderated,,Outstanding,A
        october,30/09/2020,2020-10,Moderated,,Good,A`,
    });
  });

  it('when an audit was completed in another month then it counts in the month in which it was due', () => {
    expect(run.caseOf('completed-late')).toMatchObject({ month: '2020-09', event_on: '2020-10-05' });
    expect(run.caseOf('completed-early')).toMatchObject({ category_1: 'Inadequate' });
    expect(run.caseOf('august', '2020-08')).toBeDefined();
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when an audit was not completed then it is among those due', () => {
    expect(run.caseOf('not-completed')).toMatchObject({ category_1: 'Not completed' });
  });

  it('when the month is added up then 5 were due, and every grade has a row, at 0 too', () => {
    const graded = (category: string) => run.figure('month', '2020-09', { category });
    expect(run.figure('month')).toMatchObject({ value: 5 });
    expect(graded('Outstanding')).toMatchObject({ value: 0, status: 'ok' });
    expect(graded('Good')).toMatchObject({ value: 2 });
    expect(graded('Requires improvement')).toMatchObject({ value: 0 });
    expect(graded('Inadequate')).toMatchObject({ value: 1 });
    expect(graded('Not completed')).toMatchObject({ value: 1 });
    expect(graded('Not recorded')).toMatchObject({ value: 1 });
  });

  it('when the year to date is asked for then it begins in April', () => {
    expect(run.figure('ytd')).toMatchObject({ value: 6 });
    expect(run.figure('rolling-12', '2020-09', { category: 'Outstanding' })).toMatchObject({ value: 2 });
  });

  it('when a team is asked for then its own audits count', () => {
    expect(run.figure('month', '2020-09', { team: 'B', category: 'Good' })).toMatchObject({ value: 1 });
    expect(run.figure('month', '2020-09', { team: 'B', category: 'Inadequate' })).toMatchObject({ value: 0 });
  });
});
