import { resolve } from 'node:path';
import { filesBelow } from '../files.js';
import { toolPath } from '../tool-folder.js';
import { makeWorkspace } from '../workspace/new-workspace.js';
import type { Console } from './console.js';

/** `scorecard init`: a workspace to begin with. */

export interface InitOptions {
  /** Without the synthetic data, for a council that has its own extracts at hand. */
  readonly empty: boolean;
  readonly json: boolean;
}

/** The month of the synthetic data. */
const SAMPLE_MONTH = '2020-09';

/** @throws UserError 2 where the folder holds something, or cannot be made */
export function init(name: string, { empty, json }: InitOptions, console: Console): void {
  const folder = resolve(name);
  const every = toolPath('starter', 'every');
  makeWorkspace(folder, empty ? [every, toolPath('starter', 'empty')] : [toolPath('sample-data'), every]);
  console.result(
    json
      ? JSON.stringify({ folder, files: filesBelow(folder) }, null, 2)
      : [`${folder} is a workspace now.`, '', ...(empty ? EMPTY_STEPS : sampleSteps(name))].join('\n'),
  );
}

const EMPTY_STEPS = [
  'Next:',
  '  1. Write the name of the council into scorecard.yml.',
  '  2. Put the extracts into extracts/; README.md says which file is what.',
  '  3. Run scorecard check from the folder, and mend what it tells.',
];

function sampleSteps(name: string): string[] {
  const workspace = /\s/.test(name) ? `"${name}"` : name;
  return [
    'Its data is synthetic: every child, worker and number in it is made up.',
    'Next:',
    `  scorecard build --workspace ${workspace} --month ${SAMPLE_MONTH}`,
    'Then put your own council, tables and extracts in its place; README.md says which file is what.',
  ];
}
