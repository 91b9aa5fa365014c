import { resolve } from 'node:path';
import { countOf, countsInWords } from '../checks/counts.js';
import { qualityCsv } from '../checks/quality-csv.js';
import { checkReport } from '../checks/report.js';
import { reportText } from '../checks/report-text.js';
import type { Finding } from '../checks/rule.js';
import { runChecks } from '../checks/run-checks.js';
import { latestExtraction } from '../extracts/coverage.js';
import { checkHistory } from '../history/check-history.js';
import { freezePlaces } from '../history/frozen.js';
import { measuresMeant, readPacks } from '../packs/read-packs.js';
import { formatProblem, type Problem, UserError } from '../problems.js';
import type { Console } from './console.js';
import { localDate } from './local-date.js';
import { checkMonth, readMonth } from './month.js';
import { checkReplaceable } from './own-file.js';
import { prepare, templateFolders } from './prepare.js';
import { writeWhole } from './write-whole.js';

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
  const { workspace, catalogue } = prepared;
  const packs = readPacks(templateFolders(workspace.folder), catalogue.measures);
  const meant = measuresMeant(packs, catalogue.measures, workspace.settings.report.measures_asked_by);
  const checked = await runChecks({ ...prepared, month, meant });
  checkMonth(month, latestExtraction(checked.coverage));
  const report = checkReport({ ...prepared, ...checked, month });
  const history = checkHistory(prepared.workspace.folder);
  if (options.out !== undefined) writeFindings(resolve(options.out), qualityCsv(report.findings));
  console.result(
    options.json
      ? JSON.stringify({ ...report, history }, null, 2)
      : [
          reportText(report, { csvFile: options.out ?? '', isPerson: console.width !== undefined }),
          ...historyLines(freezePlaces(prepared.workspace.folder).length, history),
        ].join('\n'),
  );
  stopOn(report.findings, history, options.strict);
}

function writeFindings(file: string, csv: string): void {
  checkReplaceable(file, csv);
  writeWhole(file, csv, 'or give another with --out');
}

/** Nothing where nothing was ever frozen. */
function historyLines(freezes: number, problems: readonly Problem[]): string[] {
  if (freezes === 0 && problems.length === 0) return [];
  const count = `${freezes} ${freezes === 1 ? 'freeze' : 'freezes'}`;
  if (problems.length === 0) return ['', `History: ${count}, each as it was frozen.`];
  return ['', `History: ${count}, not all as they were frozen.`, ...problems.map(formatProblem)];
}

function stopOn(findings: readonly Finding[], history: readonly Problem[], strict: boolean): void {
  const isWrong = ({ severity }: Problem) => severity === 'error' || (strict && severity === 'warning');
  const isOver = countOf(findings, 'error') > 0 || (strict && countOf(findings, 'warning') > 0);
  if (!isOver && !history.some(isWrong)) return;
  const faults = [
    ...(isOver ? [`The extracts have ${countsInWords(findings)}`] : []),
    ...(history.some(isWrong) ? ['The history of published months is not as it was frozen'] : []),
  ];
  throw UserError.of(1, 'checks-failed', `${faults.join('. ')}; the report says what to do.`);
}
