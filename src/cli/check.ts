import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { countOf, countsInWords } from '../checks/counts.js';
import { qualityCsv } from '../checks/quality-csv.js';
import { checkReport } from '../checks/report.js';
import { reportText } from '../checks/report-text.js';
import type { Finding } from '../checks/rule.js';
import { runChecks } from '../checks/run-checks.js';
import { latestExtraction } from '../extracts/coverage.js';
import { UserError } from '../problems.js';
import type { Console } from './console.js';
import { localDate } from './local-date.js';
import { checkMonth, readMonth } from './month.js';
import { prepare } from './prepare.js';

/** `scorecard check`: what was read and what is wrong with it, without making a pack. */

export interface CheckOptions {
  readonly workspace: string;
  readonly month: string;
  /** A file for every place of every finding. */
  readonly out?: string;
  readonly strict: boolean;
  readonly json: boolean;
}

/** @throws UserError 1 after the report when it holds errors; with --strict, warnings too */
export async function check(options: CheckOptions, console: Console): Promise<void> {
  const month = readMonth(options.month, localDate(new Date()));
  const prepared = prepare(options.workspace);
  const checked = await runChecks({ ...prepared, month });
  checkMonth(month, latestExtraction(checked.coverage));
  const report = checkReport({ ...prepared, ...checked, month });
  if (options.out !== undefined) writeWhole(resolve(options.out), qualityCsv(report.findings));
  console.result(options.json ? JSON.stringify(report, null, 2) : reportText(report, options.out ?? ''));
  stopOn(report.findings, options.strict);
}

/** A run that is stopped leaves the file as it was. @throws UserError 2 where it cannot be written */
function writeWhole(file: string, text: string): void {
  const beside = `${file}.${process.pid}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch {
    rmSync(beside, { force: true });
    const message = 'This file cannot be written. Close it where it is open, or give another with --out.';
    throw UserError.of(2, 'cannot-write', message, { file });
  }
}

function stopOn(findings: readonly Finding[], strict: boolean): void {
  const isOver = countOf(findings, 'error') > 0 || (strict && countOf(findings, 'warning') > 0);
  if (!isOver) return;
  throw UserError.of(
    1,
    'checks-failed',
    `The extracts have ${countsInWords(findings)}; the report says what to do.`,
  );
}
