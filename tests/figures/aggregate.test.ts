import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/extracts/database.js';
import { renameTeams, successorOf, sumCases } from '../../src/figures/aggregate.js';
import type { Team } from '../../src/workspace/tables.js';
import { aMeasure, someSums } from '../support/examples.js';
import { createCaseTable } from '../support/list-cases.js';

function teams(mergers: Readonly<Record<string, string>>): Team[] {
  return Object.entries(mergers).map(([team, mergedInto]) => ({
    team,
    mergedInto,
    serviceArea: '',
    from: '',
    to: '',
  }));
}

describe('successorOf', () => {
  const chain = teams({ North: 'East', East: 'Centre', Centre: '', South: '' });

  it.each([
    ['North', 'Centre'],
    ['East', 'Centre'],
    ['Centre', 'Centre'],
    ['South', 'South'],
    ['Unknown', 'Unknown'],
  ])('when %s is at some place in a chain of mergers then its cases go to %s', (team, successor) => {
    expect(successorOf(team, chain)).toBe(successor);
  });

  it('when mergers go in a circle then each team keeps its cases and nothing hangs', () => {
    const circle = teams({ North: 'East', East: 'North', South: 'South' });
    expect(successorOf('North', circle)).toBe('North');
    expect(successorOf('East', circle)).toBe('East');
    expect(successorOf('South', circle)).toBe('South');
  });

  it('when a team leads into a circle then it keeps its cases', () => {
    expect(successorOf('West', teams({ West: 'North', North: 'East', East: 'North' }))).toBe('West');
  });

  it('when there are no teams then a team stands as recorded', () => {
    expect(successorOf('North', [])).toBe('North');
  });
});

describe('sumCases', () => {
  let database: Database;

  beforeAll(async () => {
    database = await Database.open();
    await createCaseTable(database);
  });

  afterEach(() => database.run('DELETE FROM cases'));

  afterAll(() => database.close());

  const columns = 'record_id, team, met, not_judged, amount, weight, category_1, category_2, not_yet_due';

  async function add(...rows: string[]): Promise<void> {
    await database.run(`INSERT INTO cases (measure, month, ${columns})
      VALUES ${rows.map(row => `('example', '2020-09', ${row})`).join(', ')}`);
  }

  it('when a ratio has cases of every sort then only those judged are in it', async () => {
    await add(
      `'met', NULL, true, NULL, NULL, 1, NULL, NULL, false`,
      `'not met', NULL, false, NULL, NULL, 1, NULL, NULL, false`,
      `'met early, not yet due', NULL, true, NULL, NULL, 1, NULL, NULL, true`,
      `'without a start', NULL, NULL, 'no start', NULL, 1, NULL, NULL, false`,
      `'without an answer', NULL, NULL, NULL, NULL, 1, NULL, NULL, false`,
      `'said to be met, yet not judged', NULL, true, 'no link', NULL, 1, NULL, NULL, false`,
    );
    expect(await sumCases(database, aMeasure(), 'cases')).toEqual([
      someSums({ weight: 6, judged: 2, met: 1, notYetDue: 1, notJudged: 3 }),
    ]);
  });

  it('when cases have weights then weights are added up, not cases', async () => {
    await add(
      `'agency', NULL, true, NULL, NULL, 0.6, NULL, NULL, false`,
      `'permanent', NULL, false, NULL, NULL, 1.0, NULL, NULL, false`,
    );
    expect(await sumCases(database, aMeasure(), 'cases')).toEqual([
      someSums({ weight: 1.6, judged: 1.6, met: 0.6 }),
    ]);
  });

  it('when an average has a case that is not judged then neither its amount nor its weight counts', async () => {
    await add(
      `'a', NULL, NULL, NULL, 10, 1, NULL, NULL, false`,
      `'b', NULL, NULL, NULL, 30, 1, NULL, NULL, false`,
      `'c', NULL, NULL, 'no start', 100, 1, NULL, NULL, false`,
    );
    expect(await sumCases(database, aMeasure({ kind: 'average' }), 'cases')).toEqual([
      someSums({ weight: 3, judged: 2, amount: 40, notJudged: 1 }),
    ]);
  });

  it('when a case of an average has no amount then it is not judged, lest it make the average too low', async () => {
    await add(
      `'a', NULL, NULL, NULL, 10, 1, NULL, NULL, false`,
      `'b', NULL, NULL, NULL, NULL, 1, NULL, NULL, false`,
    );
    expect(await sumCases(database, aMeasure({ kind: 'average' }), 'cases')).toEqual([
      someSums({ weight: 2, judged: 1, amount: 10, notJudged: 1 }),
    ]);
  });

  it('when a category is blank then it is "Not recorded", in each level by itself', async () => {
    await add(
      `'a', NULL, NULL, NULL, NULL, 1, 'Yes', '  ', false`,
      `'b', NULL, NULL, NULL, NULL, 1, NULL, 'Neglect', false`,
      `'c', NULL, NULL, NULL, NULL, 1, ' Yes ', 'Neglect', false`,
    );
    const category = { titles: ['Discussed', 'Need'], codes: [[], []] };
    const sums = await sumCases(database, aMeasure({ kind: 'breakdown', category }), 'cases');
    expect(sums.map(row => row.category)).toEqual([
      'Not recorded / Neglect',
      'Yes / Neglect',
      'Yes / Not recorded',
    ]);
  });

  it('when a measure has no category or one level then the other columns do not split it', async () => {
    await add(
      `'a', NULL, NULL, NULL, NULL, 1, 'Yes', 'Neglect', false`,
      `'b', NULL, NULL, NULL, NULL, 1, 'Yes', 'Physical', false`,
    );
    const one = { titles: ['Discussed'], codes: [[]] };
    expect(await sumCases(database, aMeasure({ kind: 'count' }), 'cases')).toMatchObject([
      { category: '', weight: 2 },
    ]);
    expect(await sumCases(database, aMeasure({ kind: 'breakdown', category: one }), 'cases')).toMatchObject([
      { category: 'Yes', weight: 2 },
    ]);
  });

  it('when there is no case then there is no sum', async () => {
    expect(await sumCases(database, aMeasure(), 'cases')).toEqual([]);
  });
});

describe('renameTeams', () => {
  it('when teams are merged then their sums go to the successor, and those without a team stay', () => {
    const sums = ['North', 'East', 'Centre', ''].map(team => someSums({ team }));
    const merged = teams({ North: 'East', East: 'Centre', Centre: '' });
    expect(renameTeams(sums, merged).map(row => row.team)).toEqual(['Centre', 'Centre', 'Centre', '']);
  });

  it('when two teams are each merged into the other then their cases stay where they are', () => {
    const sums = ['North', 'East'].map(team => someSums({ team }));
    expect(renameTeams(sums, teams({ North: 'East', East: 'North' })).map(row => row.team)).toEqual([
      'North',
      'East',
    ]);
  });
});
