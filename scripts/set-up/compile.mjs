import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installPrint } from './install.mjs';
import { commandOf, ROOT } from './project.mjs';
import { runOrFail } from './run.mjs';
import { filesOf, fingerprint, isStamped, stamp, unstamp } from './stamps.mjs';

const SOURCES = ['src', 'tsconfig.json', 'tsconfig.build.json'];

/** Turns src/ into dist/, afresh: a source file that is gone leaves nothing behind. */
export async function compile() {
  // Another compiler or another library's types may give other programs.
  const print = fingerprint(ROOT, SOURCES, [installPrint()]);
  if (isStamped(ROOT, 'compile', print) && programsAreThere()) return 'done before';
  unstamp(ROOT, 'compile');
  rmSync(path.join(ROOT, 'dist'), { recursive: true, force: true });
  await runOrFail(process.execPath, [commandOf('typescript', 'tsc'), '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
  });
  // A program of its own: this one is loaded before there are any packages.
  await runOrFail(process.execPath, ['scripts/set-up/parse-yaml.mjs'], { cwd: ROOT });
  stamp(ROOT, 'compile', print);
  return 'done';
}

function programsAreThere() {
  return filesOf(ROOT, ['src'])
    .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map(file => file.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js'))
    .every(file => existsSync(path.join(ROOT, file)));
}
