import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('care-leavers-accommodation', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('care-leavers-accommodation', {
      people: `
        person_id,date_of_birth,date_of_death
        died-30,01/01/2000,30/09/2020
        died-in-october,01/01/2000,01/10/2020`,
      care_leavers: `
        person_id,as_at,date_of_birth,suitable_accommodation,team
        nineteen-today,30/09/2020,30/09/2001,Y,A
        nineteen-tomorrow,30/09/2020,01/10/2001,Y,A
        twenty,30/09/2020,15/03/2000,N,A
        twenty-blank,30/09/2020,15/03/2000,,B
        twenty-one-last-day,30/09/2020,01/10/1998,Y,A
        twenty-two-today,30/09/2020,30/09/1998,Y,A
        died-30,30/09/2020,01/01/2000,Y,A
        died-in-october,30/09/2020,01/01/2000,Y,A
        nineteen-today,15/09/2020,30/09/2001,Y,A
        left-the-list,15/09/2020,15/03/2000,Y,A
        born-29-february,28/02/2019,29/02/2000,Y,A
        born-29-february,01/03/2019,29/02/2000,Y,A`,
    });
  });

  it('when the birthday is the day of the snapshot then the year of age has begun', () => {
    expect(run.caseOf('nineteen-today')).toMatchObject({ met: true, category_1: 'Aged 19', team: 'A' });
    expect(run.caseOf('nineteen-tomorrow')).toBeUndefined();
    expect(run.caseOf('twenty-one-last-day')).toMatchObject({ met: true, category_1: 'Aged 21' });
    expect(run.caseOf('twenty-two-today')).toBeUndefined();
  });

  it('when someone was born on 29 February then the birthday of 2019 is 1 March', () => {
    expect(run.caseOf('born-29-february', '2019-02')).toBeUndefined();
    expect(run.caseOf('born-29-february', '2019-03')).toMatchObject({ met: true, category_1: 'Aged 19' });
  });

  it('when nothing is recorded then it is not met', () => {
    expect(run.caseOf('twenty')).toMatchObject({ met: false, category_1: 'Aged 20' });
    expect(run.caseOf('twenty-blank')).toMatchObject({ met: false, not_judged: null });
  });

  it('when a month has two snapshots then only the later one counts', () => {
    expect(run.caseOf('left-the-list')).toBeUndefined();
    expect(run.casesIn('2020-09').filter(each => each.record_id === 'nineteen-today')).toHaveLength(1);
  });

  it('when someone died by the day of the snapshot then they are not in it', () => {
    expect(run.caseOf('died-30')).toBeUndefined();
    expect(run.caseOf('died-in-october')).toMatchObject({ met: true });
  });

  it('when the care leavers are added up then it is 3 of 5, by age 1 of 1, 1 of 3 and 1 of 1', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 60, numerator: 3, denominator: 5, notJudged: 0 });
    const byAge = (category: string) => run.figure('snapshot', '2020-09', { category });
    expect(byAge('Aged 19')).toMatchObject({ numerator: 1, denominator: 1 });
    expect(byAge('Aged 20')).toMatchObject({ numerator: 1, denominator: 3 });
    expect(byAge('Aged 21')).toMatchObject({ numerator: 1, denominator: 1 });
    expect(run.figure('snapshot', '2020-09', { team: 'B', category: 'Aged 19' })).toMatchObject({
      status: 'no-cases',
    });
  });

  it('when a month has no snapshot then it has no cases', () => {
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ status: 'no-cases', value: null });
  });
});
