import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('assessments-by-outcome', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('assessments-by-outcome', {
      assessments: `
        assessment_id,person_id,referral_id,started_on,authorised_on,outcome,team
        held-first-day,P1,,10/08/2020,01/09/2020,CIN plan,Team A
        held-last-day,P2,,10/08/2020,30/09/2020,Close case,Team A
        held-day-before,P3,,10/08/2020,30/09/2020,Close case,Team A
        held-day-after,P4,,10/08/2020,29/09/2020,Close case,Team A
        other-child,P5,,10/08/2020,29/09/2020,Strategy meeting,Team A
        not-held,P6,,10/08/2020,29/09/2020,Strategy meeting,Team A
        no-outcome,P7,,10/08/2020,29/09/2020,,Team A
        still-open,P8,,10/08/2020,,CIN plan,Team A`,
      strategy_discussions: `
        discussion_id,person_id,referral_id,due_at,held_at,team
        D1,P1,,,10/08/2020 00:00,
        D1b,P1,,,10/08/2020 15:00,
        D2,P2,,,30/09/2020 23:59,
        D3,P3,,,09/08/2020 23:59,
        D4,P4,,,30/09/2020 00:00,
        D6,P6,,11/08/2020 09:00,,`,
    });
  });

  it('when a discussion was held on the first or the last day of the assessment then it belongs to it', () => {
    expect(run.caseOf('held-first-day')).toMatchObject({
      category_1: 'Strategy discussion',
      category_2: 'CIN plan',
    });
    expect(run.caseOf('held-last-day')).toMatchObject({ category_1: 'Strategy discussion', team: 'Team A' });
  });

  it('when it was held a day before or after, for another child, or not at all then it does not', () => {
    for (const record of ['held-day-before', 'held-day-after', 'other-child', 'not-held']) {
      expect(run.caseOf(record)).toMatchObject({ category_1: 'No strategy discussion' });
    }
  });

  it('when a child was discussed twice in the assessment then it is one case', () => {
    expect(run.casesIn('2020-09').filter(each => each.record_id === 'held-first-day')).toHaveLength(1);
  });

  it('when no outcome is recorded then the row says so; when it is not authorised then it is no case', () => {
    const category = 'No strategy discussion / No outcome recorded';
    expect(run.figure('month', '2020-09', { category })).toMatchObject({ value: 1 });
    expect(run.caseOf('still-open')).toBeUndefined();
  });

  it('when they are added up then every pair has its row, also at 0, and all are 7', () => {
    const valueIn = (category: string) => run.figure('month', '2020-09', { category })?.value;
    expect(valueIn('Strategy discussion / CIN plan')).toBe(1);
    expect(valueIn('Strategy discussion / Close case')).toBe(1);
    expect(valueIn('No strategy discussion / Close case')).toBe(2);
    expect(valueIn('No strategy discussion / Strategy meeting')).toBe(2);
    expect(valueIn('Strategy discussion / Continue with current plan')).toBe(0);
    expect(valueIn('No strategy discussion / Continue with current plan')).toBe(0);
    expect(run.figure('month')).toMatchObject({ value: 7 });
  });
});
