import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that this project is in, from wherever it is run. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {object} PackageSpec
 * @property {{ node: string }} engines
 * @property {Record<string, string>} dependencies
 * @property {Record<string, string>} devDependencies
 * @property {string | Record<string, string>} bin
 */

/**
 * @param {string} [name] of an installed package; without it, this one
 * @returns {PackageSpec}
 */
export function packageSpec(name) {
  const folder = name === undefined ? ROOT : path.join(ROOT, 'node_modules', name);
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
}

/**
 * The script behind a package's command. The shims in node_modules/.bin differ between platforms; Node runs this one
 * on all of them.
 * @param {string} name
 * @param {string} command
 */
export function commandOf(name, command) {
  const { bin } = packageSpec(name);
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`The package ${name} has no command ${command}.`);
  return path.join(ROOT, 'node_modules', name, script);
}
