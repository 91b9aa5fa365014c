import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isRecentEnough } from '../../scripts/set-up/node-version.mjs';

const entry = fileURLToPath(new URL('../../bin/scorecard.js', import.meta.url));
const packageFile = new URL('../../package.json', import.meta.url);
const range: string = JSON.parse(readFileSync(packageFile, 'utf8')).engines.node;

it.each([
  ['20.20.0', true],
  ['20.20.2', true],
  ['20.19.9', false],
  ['18.20.8', false],
  ['22.0.0', true],
  ['9.99.0', false],
])('when Node is %s then recent enough for >=20.20 is %s', (running, enough) => {
  expect(isRecentEnough(running, '>=20.20')).toBe(enough);
});

it('when Node is too old then the entry says so in one line and ends with 3', () => {
  const pretend =
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.9' } })";
  const words = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, entry, '--help'];
  const { status, stderr, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  const least = range.replace('>=', '');
  expect({ status, stdout, stderr }).toEqual({
    status: 3,
    stdout: '',
    stderr: `scorecard needs Node ${least} or later, and this is 20.19.9.\n`,
  });
});
