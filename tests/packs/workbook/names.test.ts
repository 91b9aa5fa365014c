import { describe, expect, it } from 'vitest';
import { sheetNames, tableNames } from '../../../src/packs/workbook/names.js';

describe('names of sheets', () => {
  it.each([
    ['Front door', 'Front door'],
    ['Plans: in/out [all]', 'Plans in out all'],
    ["'Ours'", 'Ours'],
    ['\\/?*[]:', 'Sheet'],
    ['History', 'Sheet'],
    ['', 'Sheet'],
    ['Children\u202e in need\u0007', 'Children in need'],
    ['Unaccompanied children and young people', 'Unaccompanied children and youn'],
  ])('takes %j as %j', (name, expected) => {
    expect(sheetNames([name])).toEqual([expected]);
  });

  it('when two would be the same to Excel, then the second is numbered within 31 characters', () => {
    const long = 'Children looked after by us and by others';
    expect(sheetNames(['Court', 'COURT', long, long])).toEqual([
      'Court',
      'COURT 2',
      'Children looked after by us and',
      'Children looked after by us a 2',
    ]);
  });
});

describe('names of tables', () => {
  it.each([
    ['Front door', 'Table_Front_door'],
    ['A1', 'Table_A1'],
    ['Fostering & Café', 'Table_Fostering_Cafe'],
    ['=1+1', 'Table__1_1'],
    ['', 'Table'],
  ])('takes %j as %j', (name, expected) => {
    expect(tableNames([name])).toEqual([expected]);
  });

  it('when two would be the same to Excel, then the second is numbered', () => {
    expect(tableNames(['Court', 'court', '!'])).toEqual(['Table_Court', 'Table_court_2', 'Table']);
  });
});
