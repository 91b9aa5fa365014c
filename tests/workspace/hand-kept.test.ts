import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { formatProblem } from '../../src/problems.js';
import { checkTable } from '../../src/workspace/csv-table.js';
import {
  actionRow,
  comparatorRow,
  populationRow,
  targetRow,
  teamRow,
  toAction,
  toTarget,
  toTeam,
} from '../../src/workspace/hand-kept.js';

function rowsOf<T>(schema: z.ZodObject & z.ZodType<T>, csv: string): T[] {
  return checkTable('table.csv', csv, schema).rows.map(row => row.value);
}

function told(schema: z.ZodObject, csv: string): string[] {
  return checkTable('table.csv', csv, schema).problems.map(formatProblem);
}

const TARGETS = 'measure,of,from,at_least,at_most,low,high,amber\n';
const EITHER = 'expected either at_least, or at_most, or low and high with low not above high. ';

describe('targets.csv', () => {
  it('when a row has at least the measure and one target then the rest is blank', () => {
    expect(rowsOf(targetRow, 'measure,at_least\nre-referrals,95%\n').map(toTarget)).toEqual([
      {
        measure: 're-referrals',
        of: 'value',
        from: '',
        atLeast: 95,
        atMost: null,
        low: null,
        high: null,
        amber: null,
      },
    ]);
  });

  it.each([
    ['x,value,,95,,,,', 'at least'],
    ['x,,2020-04,,2.3,,,1', 'at most'],
    ['x,rate,,,,10,15,', 'a band'],
    ['x,,,,,10,10,', 'a band of one number'],
    ['x,,,0,,,,0', 'at least 0 with amber 0'],
  ])('when the row is %s then it is right: %s', row => {
    expect(told(targetRow, `${TARGETS}${row}\n`)).toEqual([]);
  });

  it.each([
    ['both ends of another kind', 'x,,,95,5,,,'],
    ['a band and a lower end', 'x,,,95,,10,15,'],
  ])('when a row has %s then it must choose', (_, row) => {
    expect(told(targetRow, `${TARGETS}${row}\n`)).toEqual([
      `table.csv:2: at_least: error: Found "95"; ${EITHER}[wrong-value]`,
    ]);
  });

  it('when a row has no target then it says that nothing is given', () => {
    expect(told(targetRow, `${TARGETS}x,,,,,,,\n`)).toEqual([
      `table.csv:2: at_least: error: Nothing is given; ${EITHER}[missing-value]`,
    ]);
  });

  it.each([
    ['half a band', 'x,,,,,10,,'],
    ['the other half', 'x,,,,,,15,'],
    ['a band upside down', 'x,,,,,15,10,'],
    ['an upper end and half a band', 'x,,,,5,10,,'],
  ])('when a row has %s then it is refused, without saying that nothing is given', (_, row) => {
    const problems = told(targetRow, `${TARGETS}${row}\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(EITHER.trim());
    expect(problems[0]).not.toContain('Nothing is given');
  });

  it('when several cells are wrong then all are told', () => {
    expect(told(targetRow, `${TARGETS}x,share,Sep-20,most,,,,little\n`)).toEqual([
      'table.csv:2: of: error: Found "share"; expected one of value, rate. [wrong-value]',
      'table.csv:2: from: error: Found "Sep-20"; expected a month as YYYY-MM (Excel has changed it: format the column as Text before typing). [wrong-value]',
      'table.csv:2: at_least: error: Found "most"; expected a number, or nothing. [wrong-value]',
      'table.csv:2: amber: error: Found "little"; expected a number, or nothing. [wrong-value]',
    ]);
  });
});

describe('comparators.csv and populations.csv', () => {
  it('when a comparator is whole then its value is a number', () => {
    const csv = 'measure,of,group,year,value\nx,,England,2018-19,"1,234.5"\n';
    expect(rowsOf(comparatorRow, csv)).toEqual([
      { measure: 'x', of: 'value', group: 'England', year: '2018-19', value: 1234.5 },
    ]);
  });

  it('when a comparator has no year or value then it is refused, for the year is always printed', () => {
    expect(told(comparatorRow, 'measure,group,year,value\nx,England,,\n')).toEqual([
      'table.csv:2: year: error: Nothing is given; expected text that is not empty. [missing-value]',
      'table.csv:2: value: error: Nothing is given; expected a number. [missing-value]',
    ]);
  });

  it('when a population is written with commas then it is a number', () => {
    expect(rowsOf(populationRow, 'from,ages,population\n2019-04,0-17,"36,100"\n')).toEqual([
      { from: '2019-04', ages: '0-17', population: 36_100, source: '' },
    ]);
  });

  it.each([
    ['0', 'Found "0"; expected a whole number above 0, such as 36100.'],
    ['-1', 'Found "-1"; expected a whole number above 0, such as 36100.'],
    ['36.100', 'Found "36.100"; expected a whole number above 0, such as 36100.'],
    ['36.000', 'Found "36.000"; expected a whole number above 0, such as 36100.'],
    ['many', 'Found "many"; expected a number.'],
  ])('when a population is %s then it is refused, and told once', (population, words) => {
    expect(told(populationRow, `from,ages,population\n,0-17,${population}\n`)).toEqual([
      `table.csv:2: population: error: ${words} [wrong-value]`,
    ]);
  });

  it('when ages are others than 0 to 17 then the row is refused', () => {
    expect(told(populationRow, 'from,ages,population\n,0-15,100\n')).toEqual([
      'table.csv:2: ages: error: Found "0-15"; expected one of 0-17. [wrong-value]',
    ]);
  });
});

describe('teams.csv', () => {
  it('when a team is named alone then it has no dates and no successor', () => {
    expect(rowsOf(teamRow, 'team\nNorth\n').map(toTeam)).toEqual([
      { team: 'North', serviceArea: '', from: '', to: '', mergedInto: '' },
    ]);
  });

  it('when from and to are months or dates then both are read', () => {
    const csv = 'team,service_area,from,to,merged_into\nNorth,Care,2019-04,31/08/2020,East\n';
    expect(rowsOf(teamRow, csv).map(toTeam)).toEqual([
      { team: 'North', serviceArea: 'Care', from: '2019-04', to: '2020-08-31', mergedInto: 'East' },
    ]);
  });

  it.each(['Sep-20', 'spring', '2020-13'])('when from is %s then what is expected is told', cell => {
    const [problem] = told(teamRow, `team,from\nNorth,${cell}\n`);
    expect(problem).toContain(`table.csv:2: from: error: Found "${cell}"; expected a month as YYYY-MM`);
  });
});

describe('actions.csv', () => {
  const heading = 'id,opened,action,lead,due,status,measures,outcome\n';

  it.each([
    ['re-referrals contacts-mash', ['re-referrals', 'contacts-mash']],
    ['"re-referrals, contacts-mash"', ['re-referrals', 'contacts-mash']],
    ['re-referrals; contacts-mash', ['re-referrals', 'contacts-mash']],
    ['re-referrals', ['re-referrals']],
    ['', []],
  ])('when its measures are written %s then they are a list', (cell, measures) => {
    const csv = `${heading}A1,2020-07,Do it,Head of Service,2020-12-31,Complete,${cell},\n`;
    expect(rowsOf(actionRow, csv).map(toAction)).toEqual([
      {
        id: 'A1',
        opened: '2020-07',
        action: 'Do it',
        lead: 'Head of Service',
        due: '2020-12-31',
        status: 'Complete',
        measures,
        outcome: '',
      },
    ]);
  });

  it('when a status is another word then the words are named', () => {
    expect(told(actionRow, `${heading}A1,2020-07,Do it,,,Finished,,\n`)).toEqual([
      'table.csv:2: status: error: Found "Finished"; expected one of Open, Partly complete, Delayed, Complete, Dropped. [wrong-value]',
    ]);
  });
});
