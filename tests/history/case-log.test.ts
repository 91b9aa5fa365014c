import { describe, expect, it } from 'vitest';
import {
  type CaseChange,
  caseLogCsv,
  changesSince,
  readCaseLog,
  replay,
} from '../../src/history/case-log.js';
import type { CaseState } from '../../src/history/case-states.js';

function state(record: string, more: Partial<CaseState> = {}): CaseState {
  return {
    ...{ measure: 'referrals', month: '2020-08', record, row: 1, team: 'North', category: '' },
    ...{ standing: 'counted', amount: null, weight: 1, person: '' },
    ...more,
  };
}

const added = (each: CaseState): CaseChange => ({ ...each, isGone: false });
const always = () => true;

describe('the log of cases', () => {
  it('when nothing was known then every case is new', () => {
    expect(changesSince(new Map(), [state('A'), state('B')], always)).toEqual([
      added(state('A')),
      added(state('B')),
    ]);
  });

  it('when cases change, come and go then only they are written, and replaying gives the cases of now', () => {
    const first = [state('A'), state('B'), state('C')].map(added);
    const now = [state('A'), state('B', { standing: 'met' }), state('D')];
    const changes = changesSince(replay(first), now, always);
    expect(changes.map(({ record, isGone }) => [record, isGone])).toEqual([
      ['B', false],
      ['C', true],
      ['D', false],
    ]);
    expect([...replay([...first, ...changes]).values()]).toEqual(now);
  });

  it('when a month is not asked about then what is known of it stays', () => {
    const known = replay([added(state('A', { month: '2020-07' }))]);
    expect(changesSince(known, [], ({ month }) => month === '2020-08')).toEqual([]);
  });

  it('when it is written and read again then it is the same, also what a spreadsheet takes for a formula', () => {
    const changes = [
      added(state('=A1', { amount: 2.5, weight: 0.5, person: 'P1' })),
      added(state('B', { team: '+Team, "North"', category: '-x', standing: 'not yet due' })),
      { ...state('C', { standing: 'not judged' }), isGone: true },
    ];
    const csv = caseLogCsv(changes);
    expect(csv.split('\n')[1]).toBe("referrals,2020-08,'=A1,1,counted,North,,2.5,0.5,P1");
    expect(readCaseLog(csv)).toEqual(changes);
  });
});
