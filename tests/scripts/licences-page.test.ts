import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lockedPackages } from '../../scripts/licences-page/lock-file.js';
import { pageFile, pageNow } from '../../scripts/licences-page/made.js';
import { toolPath } from '../../src/tool-folder.js';

/** Licences that allow what we do with the packages: run them, and pass them on unchanged with an MIT tool. */
const COMPATIBLE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
];
/** Not passed on: these only build and test. */
const FOR_TESTS = [...COMPATIBLE, 'MPL-2.0'];

describe('the packages that are used', () => {
  const packages = lockedPackages();

  it('when a package is pinned then its licence is compatible', () => {
    expect(packages.length).toBeGreaterThan(150);
    const wrong = packages.filter(({ license = '', dev }) => {
      const allowed = dev ? FOR_TESTS : COMPATIBLE;
      return !license.split(' OR ').some(each => allowed.includes(each));
    });
    expect(wrong.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  it('when a package is pinned then by the hash of its content, and from no other registry', () => {
    const strangers = packages.filter(
      ({ integrity = '', resolved = 'https://registry.npmjs.org/' }) =>
        !integrity.startsWith('sha512-') || !resolved.startsWith('https://registry.npmjs.org/'),
    );
    // canvas is our own, in vendor/.
    expect(strangers.map(({ name }) => name).filter(name => name !== 'canvas')).toEqual([]);
  });

  it('when the tool is installed then scripts of packages are turned off, whoever has one', () => {
    expect(packages.filter(each => each.hasInstallScript).map(each => each.name)).toEqual([
      'esbuild',
      'puppeteer',
    ]);
    expect(readFileSync(toolPath('scripts', 'set-up', 'install.mjs'), 'utf8')).toContain('--ignore-scripts');
  });

  it('when a package changes then docs/licences.md says so (npm run docs writes it)', () => {
    expect(readFileSync(pageFile, 'utf8')).toBe(pageNow());
  });
});
