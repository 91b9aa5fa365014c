import type { Finding } from '../../src/checks/rule.js';
import { type Checked, runChecks } from '../../src/checks/run-checks.js';
import { prepare } from '../../src/cli/prepare.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from './workspace-folder.js';

/** What the checks find in a few rows. Most extracts are not there in such a test: that has tests of its own. */

const ABSENT = ['missing-extract', 'not-asked'];

export type Extracts = Readonly<Record<string, string | Uint8Array>>;

/** @param extracts content of a file by the extract's name, in our own layout · @param settings lines for scorecard.yml */
export async function checkExtracts(extracts: Extracts, settings = '', month = '2020-09'): Promise<Checked> {
  const files = Object.entries(extracts).map(([name, content]) => [`extracts/${name}.csv`, content]);
  const folder = new WorkspaceFolder({
    'scorecard.yml': SMALLEST_SETTINGS + settings,
    ...Object.fromEntries(files),
  });
  try {
    const checked = await runChecks({ ...prepare(folder.path), month });
    return { ...checked, findings: checked.findings.filter(({ rule }) => !ABSENT.includes(rule)) };
  } finally {
    folder.remove();
  }
}

/** `file:line`, the folder and the ending left out, for every place. */
export function placesOf(findings: readonly Finding[], rule: string): string[] {
  return findings
    .filter(finding => finding.rule === rule)
    .flatMap(finding => finding.places)
    .map(({ file, line }) => `${file.replace(/^extracts\/|\.csv$/g, '')}:${line ?? ''}`);
}

/** Rows as a file: the heading, then each row. */
export function csv(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
