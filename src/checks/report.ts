import type { Workspace } from '../workspace/workspace.js';
import { type CheckInput, checkedExtracts } from './context.js';
import { summaryOf } from './extract-summary.js';
import type { CheckReport } from './report-text.js';
import type { Finding } from './rule.js';

type Read = Pick<CheckInput, 'loaded' | 'coverage' | 'definitions'> & {
  readonly workspace: Pick<Workspace, 'settings'>;
  readonly month: string;
  readonly findings: readonly Finding[];
};

/** What was read and what was found, for the report of `check` and for the data-quality pack. */
export function checkReport({ workspace, month, findings, ...read }: Read): CheckReport {
  const { settings } = workspace;
  const withoutFiles = read.loaded.filter(({ files }) => files.length === 0);
  const names = (extracts: typeof withoutFiles) => extracts.map(({ name }) => name);
  return {
    council: settings.council.name,
    month,
    extracts: checkedExtracts({ ...read, settings }).map(summaryOf),
    absent: names(withoutFiles.filter(({ problems }) => problems.length === 0)),
    unread: names(withoutFiles.filter(({ problems }) => problems.length > 0)),
    findings,
  };
}
