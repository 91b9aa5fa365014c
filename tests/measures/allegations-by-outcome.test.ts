import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('allegations-by-outcome', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('allegations-by-outcome', {
      allegations: `
        allegation_id,referred_on,agency,meeting_held_on,minutes_sent_on,outcome,closed_on
        first-day,01/03/2020,Education,,,Substantiated,01/09/2020
        last-day,30/09/2020,Police,,,Substantiated,30/09/2020
        no-outcome,15/09/2020,Police,,,,20/09/2020
        still-open,15/09/2020,Police,,,Unsubstantiated,
        october,15/09/2020,Police,,,False,01/10/2020
        may,15/04/2020,Police,,,Malicious,15/05/2020`,
    });
  });

  it('when it was closed in the month then it counts by its outcome, whenever it was referred', () => {
    expect(run.caseOf('first-day')).toMatchObject({ event_on: '2020-09-01', category_1: 'Substantiated' });
    expect(run.figure('month', '2020-09', { category: 'Substantiated' })).toMatchObject({ value: 2 });
  });

  it('when it is still open then it is no case, though an outcome is recorded', () => {
    expect(run.caseOf('still-open')).toBeUndefined();
  });

  it('when it was closed in October then it is not of September', () => {
    expect(run.caseOf('october')).toBeUndefined();
  });

  it('when no outcome is recorded then it is in the row Not recorded', () => {
    expect(run.figure('month', '2020-09', { category: 'Not recorded' })).toMatchObject({ value: 1 });
  });

  it('when they are added up then 3 in the month and 4 since April', () => {
    expect(run.figure('month')).toMatchObject({ value: 3 });
    expect(run.figure('ytd')).toMatchObject({ value: 4 });
    expect(run.figure('month', '2020-09', { category: 'Malicious' })).toMatchObject({ value: 0 });
  });
});
