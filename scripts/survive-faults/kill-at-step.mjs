/**
 * Loaded before the program: ends the process, as a kill does, at one of the steps that it takes on the disk beside its
 * output. KILL_BESIDE is the folder; KILL_AT the number of the step, or a word of the names that it touches, after which
 * nothing more happens. 0 only counts the steps and says how many there were.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const folder = process.env.KILL_BESIDE ?? '';
const last = process.env.KILL_AT ?? '0';
let steps = 0;

/** @type {Record<string, any>} */
const functions = fs;

for (const name of ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync', 'rmdirSync', 'cpSync']) {
  const real = functions[name];
  /** @param {unknown[]} given */
  functions[name] = (...given) => {
    const result = real(...given);
    const names = given.filter(each => typeof each === 'string' && each.startsWith(folder));
    if (names.length > 0) {
      steps += 1;
      const isLast = /^\d+$/.test(last) ? steps === Number(last) : names.join().includes(last);
      if (isLast) process.kill(process.pid, 'SIGKILL');
    }
    return result;
  };
}
syncBuiltinESMExports();

process.on('exit', () => {
  if (last === '0') process.stderr.write(`${steps} steps on the disk\n`);
});
