import { expect, it } from 'vitest';
import { formatPlace } from '../src/problems.js';
import { holderOf, placeOfLine } from '../src/table-files.js';

it.each([
  ['extracts/contacts.csv', 'extracts/contacts.csv', 12, 'extracts/contacts.csv:12: outcome'],
  ['extracts/contacts.csv.gz', 'extracts/contacts.csv.gz', 12, 'extracts/contacts.csv.gz:12: outcome'],
  [
    'extracts/contacts.PARQUET',
    'extracts/contacts.PARQUET',
    11,
    'extracts/contacts.PARQUET: row 11: outcome',
  ],
  [
    'extracts/a b.duckdb/contacts',
    'extracts/a b.duckdb',
    11,
    'extracts/a b.duckdb/contacts: row 11: outcome',
  ],
])(
  'when line 12 of the text of %s is told then it is held by %s and stands at %i',
  (file, holder, place, told) => {
    expect(holderOf(file)).toBe(holder);
    expect(placeOfLine(file, 12)).toBe(place);
    expect(formatPlace({ file, line: place, column: 'outcome' })).toBe(told);
  },
);
