/**
 * A stamp in .set-up/ remembers what a step was last done from, so that nothing is done twice and nothing stale is
 * kept. It is taken away before the work begins: a step that is broken off is done again.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Every file at or under the places, as sorted paths with forward slashes. A place that is not there has none.
 * @param {string} root
 * @param {readonly string[]} places files or folders, relative to the root
 * @returns {string[]}
 */
export function filesOf(root, places) {
  return places.flatMap(place => filesAt(root, place)).sort();
}

/**
 * @param {string} root
 * @param {string} place
 * @returns {string[]}
 */
function filesAt(root, place) {
  const found = statSync(path.join(root, place), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [place];
  return readdirSync(path.join(root, place)).flatMap(name => filesAt(root, `${place}/${name}`));
}

/**
 * Changes with the name or the content of any file, and with the facts (versions, platform).
 * @param {string} root
 * @param {readonly string[]} places
 * @param {readonly string[]} facts
 */
export function fingerprint(root, places, facts) {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const file of filesOf(root, places)) {
    const content = createHash('sha256')
      .update(readFileSync(path.join(root, file)))
      .digest('hex');
    hash.update(`\n${file} ${content}`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} step
 * @param {string} print
 */
export function isStamped(root, step, print) {
  try {
    return readFileSync(stampFile(root, step), 'utf8').trim() === print;
  } catch {
    return false;
  }
}

/**
 * @param {string} root
 * @param {string} step
 */
export function unstamp(root, step) {
  rmSync(stampFile(root, step), { force: true });
}

/**
 * @param {string} root
 * @param {string} step
 * @param {string} print
 */
export function stamp(root, step, print) {
  mkdirSync(path.dirname(stampFile(root, step)), { recursive: true });
  writeFileSync(stampFile(root, step), `${print}\n`);
}

/**
 * @param {string} root
 * @param {string} step
 */
function stampFile(root, step) {
  return path.join(root, '.set-up', step);
}
