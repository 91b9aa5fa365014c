import { describe, expect, it } from 'vitest';
import { formatPlace, formatProblem, UserError } from '../src/problems.js';

describe('formatPlace', () => {
  it.each([
    [{ file: 'targets.csv' }, 'targets.csv'],
    [{ file: 'targets.csv', line: 3 }, 'targets.csv:3'],
    [{ file: 'targets.csv', line: 3, column: 'amber' }, 'targets.csv:3: amber'],
    [{ file: 'scorecard.yml', line: 3, column: 7 }, 'scorecard.yml:3:7'],
    [{ file: 'scorecard.yml', key: 'council.name' }, 'scorecard.yml: council.name'],
    [{ file: 'scorecard.yml', line: 2, key: 'council.name' }, 'scorecard.yml:2: council.name'],
    [{ file: 'scorecard.yml', line: 2, column: 4, key: 'council' }, 'scorecard.yml:2:4: council'],
  ])('when the place is %j then an editor can follow it: %s', (place, text) => {
    expect(formatPlace(place)).toBe(text);
  });

  it('when a key or column is empty then it leaves no stray colon', () => {
    expect(formatPlace({ file: 'scorecard.yml', line: 1, key: '' })).toBe('scorecard.yml:1');
    expect(formatPlace({ file: 'targets.csv', line: 1, column: '' })).toBe('targets.csv:1');
  });
});

describe('formatProblem', () => {
  it('when there is a place then it comes first, and the rule last', () => {
    const place = { file: 'teams.csv', line: 2 };
    expect(formatProblem({ severity: 'warning', rule: 'odd', message: 'It is odd.', place })).toBe(
      'teams.csv:2: warning: It is odd. [odd]',
    );
  });

  it('when there is none then the severity comes first', () => {
    expect(formatProblem({ severity: 'note', rule: 'odd', message: 'It is odd.' })).toBe(
      'note: It is odd. [odd]',
    );
  });
});

describe('UserError', () => {
  it('when it has several problems then its message tells each on a line', () => {
    const error = new UserError(1, [
      { severity: 'error', rule: 'one', message: 'First.' },
      { severity: 'warning', rule: 'two', message: 'Second.', place: { file: 'a.csv' } },
    ]);
    expect(error.message).toBe('error: First. [one]\na.csv: warning: Second. [two]');
    expect(error.exitCode).toBe(1);
  });

  it('when it has one then it is an error at its place, if it has a place', () => {
    expect(UserError.of(2, 'odd', 'It is odd.', { file: 'a.csv', line: 4 }).problems).toEqual([
      { severity: 'error', rule: 'odd', message: 'It is odd.', place: { file: 'a.csv', line: 4 } },
    ]);
    expect(UserError.of(3, 'odd', 'It is odd.').problems).toEqual([
      { severity: 'error', rule: 'odd', message: 'It is odd.' },
    ]);
  });
});
