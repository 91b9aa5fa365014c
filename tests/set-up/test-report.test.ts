import { expect, it } from 'vitest';
import { countTests, readReport, type TestReport } from '../../scripts/set-up/test-report.mjs';

const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failed = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
const notLoaded = { status: 'failed', assertionResults: [] };

function report(changes: Partial<TestReport>): TestReport {
  return {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [passed],
    ...changes,
  };
}

it.each([
  ['all pass', report({ numPassedTests: 12 }), 0, { passed: 12, failed: 0, skipped: 0 }],
  [
    'one fails',
    report({ numPassedTests: 11, numFailedTests: 1, testResults: [passed, failed] }),
    1,
    { passed: 11, failed: 1, skipped: 0 },
  ],
  [
    'some are skipped or to do',
    report({ numPassedTests: 9, numPendingTests: 2, numTodoTests: 1 }),
    0,
    { passed: 9, failed: 0, skipped: 3 },
  ],
  [
    'a file cannot be loaded',
    report({ numPassedTests: 9, numFailedTests: 1, testResults: [failed, notLoaded] }),
    1,
    { passed: 9, failed: 2, skipped: 0 },
  ],
  [
    'an error happens outside every test',
    report({ numPassedTests: 9 }),
    1,
    { passed: 9, failed: 1, skipped: 0 },
  ],
  ['there is no report', undefined, 1, { passed: 0, failed: 1, skipped: 0 }],
])('when %s then the numbers say so', (_what, given, exitCode, numbers) => {
  expect(countTests(given, exitCode)).toEqual(numbers);
});

it('when vitest wrote no report then there is none', () => {
  expect(readReport('nowhere/report.json')).toBeUndefined();
});
