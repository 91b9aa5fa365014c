import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('s47-rate', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure(
      's47-rate',
      {
        s47_enquiries: `
          enquiry_id,person_id,discussion_id,started_on,completed_on,team
          last-day,P1,,30/09/2020,,Team A
          same-child,P1,,15/02/2020,,Team A
          first-day,P2,,01/10/2019,,
          a-day-before,P3,,30/09/2019,,Team A
          next-month,P4,,01/10/2020,,Team A`,
      },
      { coversFrom: '2019-10-01' },
    );
  });

  it('when an enquiry started on the first or the last day of the twelve months then it is in the rate', () => {
    expect(run.figure('snapshot')).toMatchObject({
      numerator: 3,
      denominator: 36_100,
      status: 'ok',
      unit: 'per 10000',
    });
    expect(run.figure('snapshot')?.value).toBeCloseTo(30_000 / 36_100, 9);
  });

  it('when a child has two enquiries then both count', () => {
    expect(run.caseOf('last-day')).toMatchObject({ person_id: 'P1' });
    expect(run.caseOf('same-child', '2020-02')).toMatchObject({ person_id: 'P1', team: 'Team A' });
  });

  it('when an enquiry started after the month end then it is not listed', () => {
    expect(run.casesIn('2020-10')).toEqual([]);
  });

  it('when the window begins before the extract does then there is no rate', () => {
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ value: null, status: 'no-data' });
  });

  it('when no population is given then there is no rate, and it says why', async () => {
    const extracts = { s47_enquiries: 'enquiry_id,person_id,started_on\nE1,P1,01/09/2020' };
    const without = await runMeasure('s47-rate', extracts, { populations: 'from,ages,population\n' });
    expect(without.figure('snapshot')).toMatchObject({ value: null, status: 'no-data' });
    expect(without.figure('snapshot')?.reason).toContain('population');
  });
});
