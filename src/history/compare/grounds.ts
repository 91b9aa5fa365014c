import { sha256 } from '../../sha256.js';
import type { RunRecord } from '../run-record.js';

/** What figures depend on besides the cases, each under a name that a reader knows, with a hash. */

/** Tables that decide numbers. Those of targets and comparators decide only what is said of them. */
const TABLES = ['populations.csv', 'teams.csv'];
const RETURNS = 'manual_returns';
const SHARED = 'what measures share (measures/shared/ or the bank holidays)';

export type RunInputs = Pick<RunRecord, 'inputs' | 'versions' | 'settings'>;

export function groundsOf({ inputs, versions, settings }: RunInputs): Map<string, string> {
  const tables = inputs.hand_kept.filter(({ file }) => TABLES.includes(file));
  const shared = inputs.definitions.filter(({ file }) => /(^|\/)measures\/shared\/|bank-holidays/.test(file));
  const returns = inputs.extracts.filter(({ extract }) => extract === RETURNS);
  return new Map([
    ...[...tables, ...returns].map(({ file, sha256: hash }) => [file, hash] as const),
    // Two dozen files that nobody needs by name: Git tells what changed in them.
    [SHARED, sha256(Buffer.from(JSON.stringify(shared.map(each => [each.file, each.sha256]))))],
    ['the setting visits', sha256(Buffer.from(JSON.stringify(settings.visits ?? null)))],
    ['the version of scorecard', versions.scorecard ?? ''],
  ]);
}
