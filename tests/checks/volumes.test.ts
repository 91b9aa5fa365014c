import { describe, expect, it } from 'vitest';
import { checkExtracts, csv } from '../support/check-extracts.js';

/** Cin plans started: so many on each of the first days of a month, a year of them before September 2020. */

const HEADING = 'plan_id,person_id,started_on,ended_on,team';
const YEAR_BEFORE = [
  ...['09', '10', '11', '12'].map(month => `${month}/2019`),
  ...['01', '02', '03', '04', '05', '06', '07', '08'].map(month => `${month}/2020`),
];

function plans(count: number, month: string, firstDay = 1): string[] {
  return Array.from({ length: count }, (_, index) => {
    const day = String(firstDay + (index % 28)).padStart(2, '0');
    return `${month}-${firstDay}-${index},P${index},${day}/${month},${day}/${month},T`;
  });
}

async function told(rule: string, ...rows: readonly string[]): Promise<string[]> {
  const { findings } = await checkExtracts({ cin_plans: csv(HEADING, ...rows) });
  return findings.filter(finding => finding.rule === rule).map(({ message }) => message);
}

/** So many, the last of them in the month's last week: the extract was not cut off. */
function september(count: number): string[] {
  return [...plans(count - 1, '09/2020'), ...plans(1, '09/2020', 25)];
}

describe('unusual volumes', () => {
  const usual = (count: number) => YEAR_BEFORE.flatMap(month => plans(count, month));

  it.each([
    ['9 where 20 are usual', 9, 20, 1],
    ['10 where 20 are usual', 10, 20, 0],
    ['40 where 20 are usual', 40, 20, 0],
    ['41 where 20 are usual', 41, 20, 1],
    ['1 where 19 are usual', 1, 19, 0],
  ])(
    'when a month has %s then fewer than half and more than double are told',
    async (_, count, each, times) => {
      expect(await told('unusual-volume', ...usual(each), ...september(count))).toHaveLength(times);
    },
  );

  it('when a month is told then the sentence gives both numbers', async () => {
    expect(await told('unusual-volume', ...usual(20), ...september(9))).toEqual([
      'cin_plans has 9 in September 2020 by started_on; the median of the 12 months before is 20.',
    ]);
  });
});

describe('an extract without a date of what was done', () => {
  it('when core groups say only when they were due then their months are counted all the same', async () => {
    const due = (count: number, month: string) =>
      plans(count, month).map(row => row.split(',').slice(0, 3).join(','));
    // A week of September is missing, and cannot be told from what was due.
    const rows = [...YEAR_BEFORE.flatMap(month => due(28, month)), ...due(9, '09/2020')];
    const { findings } = await checkExtracts({
      core_groups: csv('core_group_id,person_id,due_on', ...rows),
    });
    const told = findings.filter(({ rule }) => ['unusual-volume', 'nothing-in-last-week'].includes(rule));
    expect(told.map(({ message }) => message)).toEqual([
      'core_groups has 9 in September 2020 by due_on; the median of the 12 months before is 28.',
    ]);
  });
});

describe('nothing in the last week', () => {
  /** 28 a month on the days 1 to 28, 7 a week. */
  const year = YEAR_BEFORE.flatMap(month => plans(28, month));

  it('when the last date is of 23 September then the last 7 days of the month, from 24 on, are missing', async () => {
    expect(await told('nothing-in-last-week', ...year, ...plans(23, '09/2020'))).toEqual([
      'cin_plans has nothing in the last 7 days of September 2020; the latest date in it is 23/09/2020, and a usual week has 7.',
    ]);
  });

  it('when something is dated 24 September then the extract was not cut off before', async () => {
    expect(await told('nothing-in-last-week', ...year, ...plans(24, '09/2020'))).toEqual([]);
  });

  it('when fewer than 5 a week are usual then a week without any is chance', async () => {
    const fewer = YEAR_BEFORE.flatMap(month => plans(16, month));
    expect(await told('nothing-in-last-week', ...fewer, ...plans(10, '09/2020'))).toEqual([]);
  });
});
