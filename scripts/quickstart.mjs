/** `npm run quickstart`: from a fresh clone to the packs of the made-up council in sample-data. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure, main } from './set-up/failure.mjs';
import { ROOT } from './set-up/project.mjs';
import { run } from './set-up/run.mjs';
import { setUp } from './set-up.mjs';

const MONTH = '2020-09';
const MADE = path.join(ROOT, 'sample-data', 'out', MONTH, 'public');

await main(async () => {
  const progress = await setUp({ stepsAfter: 1 });
  progress.announce('Packs', `of sample-data for ${MONTH}`);
  const words = ['build', '--workspace', 'sample-data', '--month', MONTH];
  const { exitCode } = await run(process.execPath, ['bin/scorecard.js', ...words], { cwd: ROOT, show: true });
  if (exitCode !== 0) return exitCode;
  tell('PDF', 'scrutiny.pdf');
  tell('HTML', 'scrutiny.html');
  return 0;
});

/**
 * @param {string} kind
 * @param {string} name
 */
function tell(kind, name) {
  const file = path.join(MADE, name);
  if (!existsSync(file)) throw new Failure(`The packs were made, but ${file} is not there.`, 1);
  process.stdout.write(`${kind.padEnd(4)}  ${path.relative(process.cwd(), file)}\n`);
}
