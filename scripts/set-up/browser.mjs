import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from './failure.mjs';
import { ROOT } from './project.mjs';
import { run, runOrFail } from './run.mjs';

/**
 * Finds the browser that prints the PDF, or installs one where that can be done without asking anybody.
 * @param {{ forTests: boolean }} options tests also turn pages into pictures
 */
export async function browser({ forTests }) {
  const { findBrowser } = await import(
    pathToFileURL(path.join(ROOT, 'dist', 'packs', 'find-browser.js')).href
  );
  const found = tryTo(findBrowser);
  if (typeof found === 'string') return forTests ? `${found}${await pageViewer()}` : found;
  // A setting that names no browser is for the person to put right, not for us to work round.
  if (found.problems[0]?.rule !== 'no-browser') throw found;
  if (!canInstall()) throw found;
  await aptInstall(['chromium', 'poppler-utils'], found.message);
  return `${findBrowser()}, installed`;
}

/**
 * @param {() => string} findBrowser
 * @returns {string | Error & { problems: readonly { rule: string }[] }}
 */
function tryTo(findBrowser) {
  try {
    return findBrowser();
  } catch (error) {
    if (error instanceof Error && 'problems' in error) return /** @type {never} */ (error);
    throw error;
  }
}

/** pdftoppm, for looking at printed pages; a machine without it misses only that. */
async function pageViewer() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const names = ['pdftoppm', 'pdftoppm.exe'];
  if (folders.some(folder => names.some(name => existsSync(path.join(folder, name))))) return '';
  const missing =
    '; note: pdftoppm is not there (package poppler-utils), so pages cannot be looked at as pictures';
  if (!canInstall()) return missing;
  try {
    await aptInstall(['poppler-utils'], '');
    return '; poppler-utils installed';
  } catch {
    return missing;
  }
}

/** Root on Debian or its kin, as in a container: nobody has to be asked for a password. */
function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * @param {readonly string[]} packages
 * @param {string} advice for when it does not work
 */
async function aptInstall(packages, advice) {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    // One source of packages that cannot be reached makes this fail, and the others may well do.
    await run('apt-get', ['update'], { environment });
    await runOrFail('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { environment });
  } catch (error) {
    const told = error instanceof Error ? error.message.trimEnd() : '';
    throw new Failure(
      `${told}\n${packages.join(' and ')} could not be installed with apt-get.\n${advice}`,
      3,
    );
  }
}
