import { readFileSync } from 'node:fs';

/**
 * The part of vitest's JSON report that is counted.
 * @typedef {object} TestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly { status: string, assertionResults: readonly { status: string }[] }[]} testResults one a file
 */

/**
 * @param {string} file
 * @returns {TestReport | undefined} nothing when vitest ended before it could write one
 */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * A test file that cannot be loaded counts as one failure, and so does whatever else made vitest fail: the line of
 * numbers never looks better than the run was.
 * @param {TestReport | undefined} report
 * @param {number} exitCode
 */
export function countTests(report, exitCode) {
  const passed = report?.numPassedTests ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const notLoaded = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every(test => test.status !== 'failed'),
  ).length;
  const failed = (report?.numFailedTests ?? 0) + notLoaded;
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1), skipped };
}
