import { Failure } from './failure.mjs';

/**
 * @param {string} running such as 20.20.2
 * @param {string} range the `engines` of package.json, such as >=20.20
 */
export function isRecentEnough(running, range) {
  const here = numbersOf(running);
  const least = numbersOf(range.replace(/^>=/, ''));
  return here.major > least.major || (here.major === least.major && here.minor >= least.minor);
}

/** @param {string} range */
export function checkNode(range) {
  const running = process.versions.node;
  if (isRecentEnough(running, range)) return;
  const least = range.replace(/^>=/, '');
  throw new Failure(
    `Node ${least} or later is needed, and this is ${running} (${process.execPath}). Install Node ${least} or later, open a new terminal and run the same command again.`,
    3,
  );
}

/** @param {string} version */
function numbersOf(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return { major, minor };
}
