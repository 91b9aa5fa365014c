import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureRun, runMeasure } from '../support/run-measure.js';

/** Rows of children P1 to P(count) of one worker. */
const held = (worker: string, count: number, ended = '') =>
  Array.from(
    { length: count },
    (_, index) => `${worker}-${index},P${index + 1},CIN,${worker},A,01/01/2020,${ended}`,
  );

describe('caseload-over-20', () => {
  let run: MeasureRun;

  beforeAll(async () => {
    run = await runMeasure('caseload-over-20', {
      people: `
        person_id,date_of_birth,date_of_death
        P22,01/01/2010,30/09/2020`,
      workers: `
        worker_id,role,team
        twenty,Social worker,A
        twenty-one,Newly qualified social worker,A
        one-child-twice,Social worker,A
        one-died,Social worker,B
        one-ended,Social worker,B
        adviser,Personal adviser,A`,
      allocations: [
        'allocation_id,person_id,kind,worker_id,team,started_on,ended_on',
        ...held('twenty', 20),
        ...held('twenty-one', 21),
        ...held('one-child-twice', 20),
        'again,P1,CP,one-child-twice,A,01/02/2020,',
        ...held('one-died', 20),
        'died,P22,CIN,one-died,A,01/01/2020,',
        ...held('one-ended', 20),
        'ended,P21,CIN,one-ended,A,01/01/2020,30/09/2020',
        ...held('adviser', 30),
      ].join('\n'),
    });
  });

  it('when a worker has 20 children then it is within the limit; 21 are more', () => {
    expect(run.caseOf('twenty')).toMatchObject({ met: false });
    expect(run.caseOf('twenty-one')).toMatchObject({ met: true, team: 'A' });
  });

  it('when the 21st allocation is of a child already counted then there are 20', () => {
    expect(run.caseOf('one-child-twice')).toMatchObject({ met: false });
  });

  it('when the 21st child died or the allocation ended on the last day then there are 20; before that there were 21', () => {
    expect(run.caseOf('one-died')).toMatchObject({ met: false });
    expect(run.caseOf('one-ended')).toMatchObject({ met: false });
    expect(run.caseOf('one-died', '2020-08')).toMatchObject({ met: true });
    expect(run.caseOf('one-ended', '2020-08')).toMatchObject({ met: true });
  });

  it('when someone is no social worker then the number of children does not matter', () => {
    expect(run.caseOf('adviser')).toBeUndefined();
  });

  it('when the workers are added up then it is 1 of 5', () => {
    expect(run.figure('snapshot')).toMatchObject({ value: 20, numerator: 1, denominator: 5 });
    expect(run.figure('snapshot', '2020-09', { team: 'B' })).toMatchObject({ value: 0, denominator: 2 });
    expect(run.figure('snapshot', '2020-08')).toMatchObject({ value: 60, numerator: 3, denominator: 5 });
  });
});
