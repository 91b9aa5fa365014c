/** `npm test`: set-up, types, lint and tests. Words after `--` go to vitest: `npm test -- tests/packs`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from './set-up/failure.mjs';
import { commandOf, ROOT } from './set-up/project.mjs';
import { run } from './set-up/run.mjs';
import { countTests, readReport } from './set-up/test-report.mjs';
import { setUp } from './set-up.mjs';

/** @typedef {Awaited<ReturnType<typeof setUp>>} Progress */

await main(async () => {
  const progress = await setUp({ forTests: true, stepsAfter: 3 });
  const types = await check(progress, 'Types', [
    commandOf('typescript', 'tsc'),
    '--noEmit',
    '-p',
    'tsconfig.json',
  ]);
  const lint = await check(progress, 'Lint', [
    commandOf('@biomejs/biome', 'biome'),
    'check',
    '--error-on-warnings',
    '.',
  ]);
  const { passed, failed, skipped } = await runTests(progress);

  process.stdout.write(`\nTypes: ${types ? 'passed' : 'failed'}\nLint: ${lint ? 'passed' : 'failed'}\n`);
  if (passed + failed === 0) process.stdout.write('No test was run.\n');
  process.stdout.write(
    `Tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
  );
  return types && lint && failed === 0 && passed > 0 ? 0 : 1;
});

/**
 * @param {Progress} progress
 * @param {string} name
 * @param {readonly string[]} words
 */
async function check(progress, name, words) {
  let complaint = '';
  await progress.step(name, async () => {
    const { exitCode, output } = await run(process.execPath, words, { cwd: ROOT });
    if (exitCode === 0) return 'passed';
    complaint = output.trimEnd() || `ended with ${exitCode}`;
    return 'failed';
  });
  if (complaint !== '') process.stdout.write(`${complaint}\n`);
  return complaint === '';
}

/** @param {Progress} progress */
async function runTests(progress) {
  progress.announce('Tests', '');
  const folder = mkdtempSync(path.join(tmpdir(), 'scorecard-tests-'));
  const file = path.join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const words = [commandOf('vitest', 'vitest'), 'run', ...reporters, ...process.argv.slice(2)];
    const { exitCode } = await run(process.execPath, words, { cwd: ROOT, show: true });
    return countTests(readReport(file), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
