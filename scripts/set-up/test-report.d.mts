export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}
export function readReport(file: string): TestReport | undefined;
export function countTests(
  report: TestReport | undefined,
  exitCode: number,
): { passed: number; failed: number; skipped: number };
