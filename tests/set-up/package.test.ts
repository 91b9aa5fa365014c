import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toolPath } from '../../src/tool-folder.js';

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly bundleDependencies: readonly string[];
}

const readPackage = (...parts: string[]) =>
  JSON.parse(readFileSync(toolPath(...parts, 'package.json'), 'utf8')) as Package;

/**
 * npm takes what a bundled package asks for as bundled too, and does not install it; but it packs no peers. So whatever the stand-in
 * for node-canvas asked for would be missing where the package is installed.
 */
it('the stand-in for node-canvas asks for no package, so that npm installs the canvas that it uses', () => {
  const { dependencies, peerDependencies } = readPackage('vendor', 'canvas');
  expect([dependencies, peerDependencies]).toEqual([undefined, undefined]);
  expect(readPackage('.').bundleDependencies).toContain('canvas');
  expect(readPackage('.').dependencies).toHaveProperty('@napi-rs/canvas');
});
