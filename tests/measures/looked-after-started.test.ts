import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

describe('looked-after-started', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('looked-after-started', {
      people: `
        person_id,date_of_birth
        TURNS-5,10/09/2015
        DAY-BEFORE-5,11/09/2015
        TURNS-10,10/09/2010
        TURNS-16,10/09/2004
        TURNS-18,10/09/2002
        NOT-YET-18,11/09/2002
        BORN-THAT-DAY,10/09/2020
        BORN-LATER,11/09/2020
        NO-BIRTHDAY,`,
      care_episodes: `
        episode_id,person_id,started_on,ended_on,legal_status,team
        turns-5,TURNS-5,10/09/2020,,C2,A
        day-before-5,DAY-BEFORE-5,10/09/2020,,C2,A
        turns-10,TURNS-10,10/09/2020,,C2,A
        turns-16,TURNS-16,10/09/2020,,V2,A
        turns-18,TURNS-18,10/09/2020,,V2,A
        not-yet-18,NOT-YET-18,10/09/2020,,V2,A
        born-that-day,BORN-THAT-DAY,10/09/2020,,E1,B
        born-later,BORN-LATER,10/09/2020,,E1,A
        no-birthday,NO-BIRTHDAY,10/09/2020,,C2,A
        nobody,NOT-IN-PEOPLE,30/09/2020,,C2,A
        short-breaks,TURNS-5,30/09/2020,,V4,A
        starts-in-october,TURNS-5,01/10/2020,,C2,A`,
    });
  });

  it('when a child comes into care on a birthday then the new age counts', () => {
    expect(run.caseOf('turns-5')).toMatchObject({ category_1: '5-9' });
    expect(run.caseOf('day-before-5')).toMatchObject({ category_1: '0-4' });
    expect(run.caseOf('turns-10')).toMatchObject({ category_1: '10-15' });
    expect(run.caseOf('turns-16')).toMatchObject({ category_1: '16-17' });
    expect(run.caseOf('not-yet-18')).toMatchObject({ category_1: '16-17' });
    expect(run.caseOf('born-that-day')).toMatchObject({ category_1: '0-4' });
  });

  it('when a child was born on 29 February then the birthday is 1 March in other years', async () => {
    const text = 'episode_id,person_id,started_on\nday-before,LEAP,28/02/2021\nbirthday,LEAP,01/03/2021';
    const people = 'person_id,date_of_birth\nLEAP,29/02/2016';
    const leap = await runMeasure(
      'looked-after-started',
      { people, care_episodes: text },
      { month: '2021-03' },
    );
    expect(leap.caseOf('day-before', '2021-02')).toMatchObject({ category_1: '0-4' });
    expect(leap.caseOf('birthday', '2021-03')).toMatchObject({ category_1: '5-9' });
  });

  it('when the age is not known or cannot be then the episode counts without a band', () => {
    expect(run.caseOf('no-birthday')).toMatchObject({ category_1: null });
    expect(run.caseOf('nobody')).toMatchObject({ category_1: null });
    expect(run.caseOf('turns-18')).toMatchObject({ category_1: null });
    expect(run.caseOf('born-later')).toMatchObject({ category_1: null });
  });

  it('when an episode is of short breaks or starts on the last day then it counts; in October then not', () => {
    expect(run.caseOf('short-breaks')).toBeDefined();
    expect(run.caseOf('nobody')).toBeDefined();
    expect(run.caseOf('starts-in-october')).toBeUndefined();
  });

  it('when the episodes are counted then the bands and the unknown add up to 11', () => {
    const countOf = (category: string) => run.figure('month', '2020-09', { category })?.value;
    expect(['0-4', '5-9', '10-15', '16-17', 'Not recorded'].map(countOf)).toEqual([2, 2, 1, 2, 4]);
    expect(run.figure('month')).toMatchObject({ value: 11 });
    expect(run.figure('month', '2020-09', { team: 'B', category: '16-17' })).toMatchObject({ value: 0 });
  });
});
