import { formatNumber } from '../figures/display.js';
import { dateName, monthName } from '../months.js';
import { formatProblem } from '../problems.js';
import { listed } from '../words.js';
import type { Verification } from './verify.js';

/** What `verify` says: from what it was made, whether it and its inputs are as they were, and what making it again gave. */

export function verificationText(verification: Verification): string {
  const { file, run, frozenAs, edited, changed, rebuilt } = verification;
  const { month, extracted_on: extractedOn, versions, inputs, warnings, outputs } = run.record;
  const rows = inputs.extracts.reduce((sum, each) => sum + each.rows_read, 0);
  const others = inputs.hand_kept.length + inputs.definitions.length;
  const subject = file === '' ? 'The packs' : file;
  return [
    `${subject} of ${monthName(month)}${frozenAs.length === 0 ? ', not frozen' : `, frozen as ${listed(frozenAs)}`}`,
    '',
    `Made from    ${inputs.extracts.length} extract files with ${formatNumber(rows, 0)} rows, extracted on ${dateName(extractedOn)}`,
    `             ${inputs.hand_kept.length} hand-kept files; ${inputs.definitions.length} definitions, templates and facts`,
    `Made with    ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    `Warnings     ${warnings.length === 0 ? 'none' : `${warnings.length}, in run.json`}`,
    `Unchanged    ${
      edited.length === 0
        ? `yes: ${file === '' ? 'every file there is' : 'it is'} as the run made it`
        : `no: changed since it was made: ${edited.join(', ')}`
    }`,
    `Inputs       ${
      changed.length === 0
        ? `all ${inputs.extracts.length + others} are as they were`
        : `${changed.length} of ${inputs.extracts.length + others} are not as they were, so it was not made again`
    }`,
    ...changed.map(problem => `             ${formatProblem(problem)}`),
    ...(rebuilt ? rebuiltLines(rebuilt, outputs.length) : []),
  ].join('\n');
}

function rebuiltLines(
  { same, other, versions }: NonNullable<Verification['rebuilt']>,
  all: number,
): string[] {
  const words =
    other.length === 0
      ? `the same bytes, all ${all} files`
      : `${same.length} of ${all} files have the same bytes; others: ${other.join(', ')}`;
  return [
    `Made again   ${words}`,
    ...(versions.length === 0 ? [] : [`             Other versions: ${versions.join('; ')}`]),
  ];
}
