import { existsSync } from 'node:fs';
import path from 'node:path';
import { packageSpec, ROOT } from './project.mjs';
import { runOrFail } from './run.mjs';
import { fingerprint, isStamped, stamp, unstamp } from './stamps.mjs';

const SOURCES = ['package.json', 'package-lock.json', '.npmrc', 'vendor/canvas'];

/** What the packages on this machine have to match. */
export function installPrint() {
  return fingerprint(ROOT, SOURCES, [process.version, process.platform, process.arch]);
}

/** Installs exactly what the lock file says, without running any package's own scripts. */
export async function install() {
  const print = installPrint();
  if (isStamped(ROOT, 'install', print) && packagesAreThere()) return 'done before';
  unstamp(ROOT, 'install');
  const { program, words, shell } = npm();
  await runOrFail(
    program,
    [...words, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    // Puppeteer would fetch a browser of its own, should its script be run after all.
    { cwd: ROOT, shell, environment: { PUPPETEER_SKIP_DOWNLOAD: 'true' } },
  );
  stamp(ROOT, 'install', print);
  return 'done';
}

function packagesAreThere() {
  const { dependencies, devDependencies } = packageSpec();
  return Object.keys({ ...dependencies, ...devDependencies }).every(name =>
    existsSync(path.join(ROOT, 'node_modules', name, 'package.json')),
  );
}

/** The npm that started us; else the one beside this Node; else whichever the command line finds. */
export function npm() {
  const beside = path.dirname(process.execPath);
  const script = [
    // Another package manager may have started us, and it would not read the lock file.
    path.basename(process.env.npm_execpath ?? '') === 'npm-cli.js' ? process.env.npm_execpath : undefined,
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find(file => file !== undefined && existsSync(file));
  if (script !== undefined) return { program: process.execPath, words: [script], shell: false };
  const windows = process.platform === 'win32';
  return { program: windows ? 'npm.cmd' : 'npm', words: [], shell: windows };
}
