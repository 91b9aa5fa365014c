import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('cp-plans-by-category', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('cp-plans-by-category', {
      cp_plans: `
        plan_id,person_id,started_on,ended_on,initial_category,latest_category,team
        neglect,P1,01/06/2020,,Physical abuse,Neglect,A
        lower-case,P2,01/06/2020,,,neglect,B
        blank,P3,01/06/2020,,Neglect,,A
        local,P4,01/06/2020,,Neglect,Exploitation,A
        first-of-two,P5,01/06/2020,,Neglect,Sexual abuse,A
        second-of-two,P5,30/09/2020,,Neglect,Multiple,A
        ended-30,P6,01/06/2020,30/09/2020,Neglect,Emotional abuse,A`,
    });
  });

  it('when the category has changed since the start then the latest counts', () => {
    expect(run.caseOf('neglect')).toMatchObject({ category_1: 'Neglect' });
    expect(run.caseOf('first-of-two')).toBeUndefined();
    expect(run.caseOf('second-of-two')).toMatchObject({ category_1: 'Multiple' });
  });

  it('when a code is written in small letters then it is the same code', () => {
    expect(run.figure('snapshot', '2020-09', { category: 'Neglect' })).toMatchObject({ value: 2 });
    expect(run.figure('snapshot', '2020-09', { category: 'Neglect', team: 'B' })).toMatchObject({ value: 1 });
  });

  it('when no open plan has a code then its row is 0', () => {
    expect(run.figure('snapshot', '2020-09', { category: 'Emotional abuse' })).toMatchObject({
      value: 0,
      status: 'ok',
    });
    expect(run.figure('snapshot', '2020-08', { category: 'Emotional abuse' })).toMatchObject({ value: 1 });
    expect(run.figure('snapshot', '2020-09', { category: 'Sexual abuse' })).toMatchObject({ value: 0 });
  });

  it('when the category is blank then it is not recorded, whatever it was at the start', () => {
    expect(run.figure('snapshot', '2020-09', { category: 'Not recorded' })).toMatchObject({ value: 1 });
  });

  it('when a code is not in the list then it has a row of its own, and the rows add up to the total', () => {
    expect(run.figure('snapshot', '2020-09', { category: 'Exploitation' })).toMatchObject({ value: 1 });
    // neglect, lower-case, blank, local, second-of-two
    expect(run.figure('snapshot')).toMatchObject({ value: 5 });
  });
});
