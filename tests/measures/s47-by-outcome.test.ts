import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('s47-by-outcome', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('s47-by-outcome', {
      s47_enquiries: `
        enquiry_id,person_id,discussion_id,started_on,completed_on,outcome,team
        conference,P1,,01/09/2020,20/09/2020,ICPC,Team A
        conference-in-small,P2,,30/09/2020,05/10/2020,icpc,Team B
        nothing,P3,,15/09/2020,20/09/2020,No Further Action,Team A
        no-outcome,P4,,15/09/2020,,,Team A
        local-word,P5,,15/09/2020,20/09/2020,Ended early,Team A
        august,P6,,31/08/2020,10/09/2020,Child in Need,Team A`,
    });
  });

  it('when outcomes are recorded then each has its row, whatever its capitals', () => {
    expect(run.figure('month', '2020-09', { category: 'ICPC' })).toMatchObject({ value: 2 });
    expect(run.figure('month', '2020-09', { category: 'No Further Action' })).toMatchObject({ value: 1 });
  });

  it('when no enquiry of the month has an outcome of the list then its row is 0', () => {
    // The only one is of August, when it started.
    expect(run.figure('month', '2020-09', { category: 'Child in Need' })).toMatchObject({
      value: 0,
      status: 'ok',
    });
    expect(run.figure('ytd', '2020-09', { category: 'Child in Need' })).toMatchObject({ value: 1 });
  });

  it('when there is no outcome yet then it is in the row Not recorded', () => {
    expect(run.figure('month', '2020-09', { category: 'Not recorded' })).toMatchObject({ value: 1 });
  });

  it('when an outcome is not of the list then it keeps a row of its own, so that rows add up', () => {
    expect(run.figure('month', '2020-09', { category: 'Ended early' })).toMatchObject({ value: 1 });
    expect(run.figure('month')).toMatchObject({ value: 5 });
  });

  it('when a team is asked for then its rows are its own', () => {
    expect(run.figure('month', '2020-09', { team: 'Team A', category: 'ICPC' })).toMatchObject({ value: 1 });
  });
});
