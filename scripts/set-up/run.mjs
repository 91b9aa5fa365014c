import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Failure } from './failure.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Record<string, string>} [environment] added to ours
 * @property {boolean} [show] its output goes straight to the terminal instead of being kept
 * @property {boolean} [shell] Windows starts `.cmd` files only through a shell
 */

/**
 * Runs a program to its end, whatever that is. It is never asked anything: nobody may be at the keyboard.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {RunOptions} [options]
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
export function run(program, words, options = {}) {
  const { cwd, environment = {}, show = false, shell = false } = options;
  const kept = show ? 'inherit' : 'pipe';
  const child = spawn(program, words, {
    cwd,
    shell,
    env: { ...process.env, ...environment },
    stdio: ['ignore', kept, kept],
    windowsHide: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', text => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', error => reject(new Failure(`${program} could not be started: ${error.message}`, 3)));
    child.on('close', (code, signal) => {
      resolve({ exitCode: code ?? 128 + (signal ? constants.signals[signal] : 0), output });
    });
  });
}

/**
 * Runs a program that has to succeed: its own words and exit code are what the person gets otherwise.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {RunOptions} [options]
 */
export async function runOrFail(program, words, options) {
  const { exitCode, output } = await run(program, words, options);
  if (exitCode !== 0) throw new Failure(output || `${program} ended with ${exitCode}.`, exitCode);
  return output;
}
