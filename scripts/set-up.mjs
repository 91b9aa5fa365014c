/**
 * Brings a fresh clone to where the tool runs: Node looked at, packages installed, program compiled, browser found.
 * What is done already is not done again. Uses only what Node brings with it, for nothing else is there yet.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { browser } from './set-up/browser.mjs';
import { compile } from './set-up/compile.mjs';
import { main } from './set-up/failure.mjs';
import { install } from './set-up/install.mjs';
import { checkNode } from './set-up/node-version.mjs';
import { steps } from './set-up/progress.mjs';
import { packageSpec } from './set-up/project.mjs';

const STEPS_OF_SET_UP = 3;

/**
 * @param {{ forTests?: boolean, stepsAfter?: number }} [options]
 * @returns the progress of the whole run, for the steps that follow
 */
export async function setUp({ forTests = false, stepsAfter = 0 } = {}) {
  checkNode(packageSpec().engines.node);
  const progress = steps(STEPS_OF_SET_UP + stepsAfter);
  await progress.step('Install', install);
  await progress.step('Compile', compile);
  await progress.step('Browser', () => browser({ forTests }));
  return progress;
}

if (path.resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await setUp();
    return 0;
  });
}
